//! A data folder in memory: five invented cities and the figures that one test needs.
//!
//! It is a fixture: nothing in it is true, and it is never shipped.

use std::collections::BTreeMap;

use duibiao::compare::{Comparison, Member, Question};
use duibiao::data::{Dataset, File, Period, load};
use duibiao::error::{Error, NoticeKind};
use serde_json::{Value, json};

/// The cities of the fixture's only group; the first is home, the second its peer.
pub(crate) const CITIES: [&str; 5] = [
    "testville",
    "alphaton",
    "betaburg",
    "gammaford",
    "deltamouth",
];

/// Where the figures stand.
pub(crate) const FIGURES: &str = "observations/things.json";

/// No value.
pub(crate) const GAP: f64 = f64::NAN;

/// A data folder in memory.
pub(crate) struct Fixture {
    json: BTreeMap<String, Value>,
    bytes: BTreeMap<String, Vec<u8>>,
}

impl Fixture {
    /// The indicator `things` with these rows, the first value of each in the year `from`.
    pub(crate) fn rows(from: i32, rows: &[(&str, &[f64])]) -> Self {
        let mut fixture = Self::empty();
        fixture.indicator(json!({"id": "things"}));
        fixture.series("things", from, rows);
        fixture
    }

    /// The same with one value a city, all of one year.
    pub(crate) fn values(values: [f64; 5]) -> Self {
        let rows: Vec<(&str, &[f64])> = CITIES
            .iter()
            .zip(&values)
            .filter(|(_, v)| v.is_finite())
            .map(|(city, v)| (*city, std::slice::from_ref(v)))
            .collect();
        Self::rows(2001, &rows)
    }

    /// A folder that is whole: what tests of bad data make worse.
    pub(crate) fn whole() -> Self {
        let rows: [&[f64]; 5] = [
            &[5.0, 6.0, 7.0],
            &[9.0, 9.0, 9.0],
            &[4.0, 5.0, GAP],
            &[1.0, 2.0, 3.0],
            &[2.0, 2.0, 2.0],
        ];
        let rows: Vec<_> = CITIES.into_iter().zip(rows).collect();
        Self::rows(2001, &rows)
    }

    fn empty() -> Self {
        let mut regions = vec![
            json!({"id": "testshire", "level": "province", "name": text("测省", "Testshire")}),
        ];
        let names = ["测城", "甲城", "乙城", "丙城", "丁城"];
        for (id, zh) in CITIES.into_iter().zip(names) {
            let en = id[..1].to_uppercase() + &id[1..];
            let name = text(zh, &en);
            regions.push(json!({"id": id, "level": "city", "parent": "testshire", "name": name}));
        }
        let group = json!({
            "id": "testshire", "name": text("全测省", "Testshire"), "noun": text("市", "cities"),
            "members": CITIES, "why": text("试", "a test"),
        });
        let units = json!([
            {"id": "piece", "name": text("个", "things"), "base": text("个", "things"), "scale": 1, "style": "count", "wording": "more"},
            {"id": "wan-person", "name": text("万人", "10,000 people"), "base": text("人", "people"), "scale": 10000, "style": "count", "wording": "more"},
            {"id": "percent", "name": text("%", "%"), "base": text("%", "%"), "scale": 1, "style": "percent", "wording": "higher"},
            {"id": "yi-yuan", "name": text("亿元", "100 million yuan"), "base": text("元", "yuan"), "scale": 1e8, "style": "money", "wording": "more"},
        ]);
        let mut fixture = Self {
            json: BTreeMap::new(),
            bytes: BTreeMap::new(),
        };
        let mut put = |name: &str, value| fixture.json.insert(name.to_owned(), value);
        put("regions.json", json!({"regions": regions}));
        put(
            "peer-groups.json",
            json!({
                "defaults": {"home": "testville", "peers": ["alphaton"], "group": "testshire", "indicator": "things"},
                "groups": [group],
            }),
        );
        put(
            "indicators.json",
            json!({
                "themes": [{"id": "things", "name": text("事物", "Things")}],
                "units": units,
                "indicators": [],
            }),
        );
        put("sources.json", json!({"sources": []}));
        put(
            FIGURES,
            json!({"theme": "things", "series": {}, "breaks": []}),
        );
        for id in ["ledger", "gazette"] {
            fixture.source(id);
        }
        fixture
    }

    /// Adds a source with this id.
    pub(crate) fn source(&mut self, id: &str) {
        self.push(
            "sources.json",
            "/sources",
            json!({"id": id, "title": id, "publisher": text("某局", "An office"), "tier": "A", "licence": text("测试", "test")}),
        );
    }

    /// Adds an indicator; what is not said of it is the plainest.
    pub(crate) fn indicator(&mut self, own: Value) {
        let mut whole = json!({
            "theme": "things", "name": text("东西", "things"), "unit": "piece",
            "direction": "higher", "precision": 1, "definition": text("试", "a test"),
        });
        merge(&mut whole, own);
        self.push("indicators.json", "/indicators", whole);
    }

    /// Adds a table; a value that is not finite, or beyond the end of its row, is missing with a reason.
    pub(crate) fn series(&mut self, id: &str, from: i32, rows: &[(&str, &[f64])]) {
        let years = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
        let periods: Vec<String> = (from..).take(years).map(|year| year.to_string()).collect();
        let mut values = serde_json::Map::new();
        let mut missing = Vec::new();
        for (city, row) in rows {
            let mut row = row.to_vec();
            row.resize(years, GAP);
            let gap = row.iter().position(|v| !v.is_finite());
            // JSON has no NaN: it is written as null
            values.insert((*city).to_owned(), json!(row));
            missing.extend(gap.map(|_| format!("{city} *")));
        }
        let mut table = json!({"source": "ledger", "periods": periods, "values": values});
        if !missing.is_empty() {
            table["missing"] = json!([{"at": missing, "status": "O", "why": text("缺", "absent")}]);
        }
        self.put_series(id, "tables", table);
    }

    /// Adds a figure that stands alone.
    pub(crate) fn fact(&mut self, id: &str, own: Value) {
        let mut whole = json!({"region": "testville", "period": "2001", "source": "gazette"});
        merge(&mut whole, own);
        self.put_series(id, "facts", whole);
    }

    fn put_series(&mut self, id: &str, list: &str, entry: Value) {
        let series = &mut self.at(FIGURES, "/series")[id];
        if series.is_null() {
            *series = json!({});
        }
        match series[list].as_array_mut() {
            Some(entries) => entries.push(entry),
            None => series[list] = json!([entry]),
        }
    }

    /// Adds a break.
    pub(crate) fn broken(&mut self, id: &str, regions: &[&str], from: &str) {
        let note = text("口径变了", "it changed");
        self.push(
            FIGURES,
            "/breaks",
            json!({"indicator": id, "regions": regions, "from": from, "note": note}),
        );
    }

    /// A place of a file, to be changed.
    pub(crate) fn at(&mut self, file: &str, pointer: &str) -> &mut Value {
        let json = self.json.get_mut(file).expect("a file of the fixture");
        json.pointer_mut(pointer)
            .unwrap_or_else(|| panic!("{file} has no {pointer}"))
    }

    /// Removes a field.
    pub(crate) fn remove(&mut self, file: &str, pointer: &str, field: &str) {
        let object = self.at(file, pointer).as_object_mut();
        let old = object.expect("an object").remove(field);
        assert!(old.is_some(), "{file} has no {pointer}/{field}");
    }

    /// Adds to a list.
    pub(crate) fn push(&mut self, file: &str, pointer: &str, value: Value) {
        let list = self.at(file, pointer).as_array_mut();
        list.expect("a list").push(value);
    }

    /// Replaces a whole file by bytes.
    pub(crate) fn write(&mut self, file: &str, bytes: &[u8]) {
        self.bytes.insert(file.to_owned(), bytes.to_vec());
    }

    /// Removes a file.
    pub(crate) fn delete(&mut self, file: &str) {
        self.json.remove(file);
    }

    /// The files with their bytes, by name.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files: BTreeMap<_, _> = self
            .json
            .iter()
            .map(|(name, json)| {
                let bytes = serde_json::to_vec_pretty(json).expect("a tree can be written");
                (name.clone(), bytes)
            })
            .collect();
        files.extend(self.bytes.clone());
        files
    }

    /// The data, if they are whole.
    pub(crate) fn load(&self) -> Result<Dataset, Error> {
        load(&borrowed(&self.files()))
    }

    /// The data, which must be whole.
    pub(crate) fn data(&self) -> Dataset {
        self.load().unwrap_or_else(|e| panic!("the fixture:\n{e}"))
    }

    /// Everything that is wrong with the folder.
    pub(crate) fn problems(&self) -> Vec<String> {
        match self.load() {
            Ok(_) => Vec::new(),
            Err(error) => error.problems().iter().map(ToString::to_string).collect(),
        }
    }
}

/// Files as the loader takes them.
pub(crate) fn borrowed(files: &BTreeMap<String, Vec<u8>>) -> Vec<File<'_>> {
    files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect()
}

/// A text in both languages.
pub(crate) fn text(zh: &str, en: &str) -> Value {
    json!({"zh": zh, "en": en})
}

fn merge(whole: &mut Value, own: Value) {
    let Value::Object(own) = own else {
        panic!("an object is merged")
    };
    for (key, value) in own {
        whole[key] = value;
    }
}

/// The answer to the fixture's default question.
pub(crate) fn answer(data: &Dataset) -> Comparison {
    asked(data, |_| {})
}

/// The answer to a question that differs from the default one.
pub(crate) fn asked(data: &Dataset, differ: impl FnOnce(&mut Question)) -> Comparison {
    let mut question = Question::about(data, data.defaults().indicator);
    differ(&mut question);
    Comparison::of(data, &question)
}

/// The question about another indicator.
pub(crate) fn about(data: &Dataset, indicator: &str) -> Question {
    let id = data.indicator_named(indicator);
    Question::about(
        data,
        id.unwrap_or_else(|| panic!("no indicator {indicator}")),
    )
}

/// One city of an answer.
pub(crate) fn member<'a>(data: &Dataset, c: &'a Comparison, id: &str) -> &'a Member {
    let region = data.region_named(id);
    c.members
        .iter()
        .find(|m| Some(m.region) == region)
        .unwrap_or_else(|| panic!("no member {id}"))
}

/// A year.
pub(crate) fn year(year: i32) -> Period {
    Period::of_year(year)
}

/// The regions that the notices of a kind are about.
pub(crate) fn told(c: &Comparison, kind: NoticeKind) -> Vec<&str> {
    c.notices
        .iter()
        .filter(|n| n.kind == kind)
        .flat_map(|n| n.regions.iter().map(String::as_str))
        .collect()
}

/// Whether the answer carries a notice of this kind.
pub(crate) fn tells(c: &Comparison, kind: NoticeKind) -> bool {
    c.notices.iter().any(|n| n.kind == kind)
}

/// Whether two numbers are the same but for the last digits of a double.
#[track_caller]
pub(crate) fn close(found: f64, expected: f64) {
    let off = (found - expected).abs();
    assert!(
        off <= 1e-12 * expected.abs().max(1.0),
        "found {found}, expected {expected}"
    );
}
