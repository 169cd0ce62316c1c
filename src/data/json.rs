//! JSON as a tree, and reading records from it with the place of everything that is wrong.
//!
//! serde parses into this one type only. Records are read from the tree: all their defects are found at once, each with its path, and the program stays small, for code that is made anew for each record type is what makes a wasm module large.

use std::fmt;

use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use crate::error::Problem;

/// A JSON value. Objects keep the order of the file, and repeated keys.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Json {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Json>),
    /// A list of numbers and nulls, which are NaN here: what a data file mostly is.
    Row(Vec<f64>),
    Object(Vec<(String, Json)>),
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        d.deserialize_any(Tree)
    }
}

struct Tree;

impl<'de> Visitor<'de> for Tree {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, v: bool) -> Result<Json, E> {
        Ok(Json::Bool(v))
    }

    fn visit_f64<E>(self, v: f64) -> Result<Json, E> {
        Ok(Json::Number(v))
    }

    #[expect(clippy::cast_precision_loss, reason = "JSON numbers are doubles")]
    fn visit_u64<E>(self, v: u64) -> Result<Json, E> {
        Ok(Json::Number(v as f64))
    }

    #[expect(clippy::cast_precision_loss, reason = "JSON numbers are doubles")]
    fn visit_i64<E>(self, v: i64) -> Result<Json, E> {
        Ok(Json::Number(v as f64))
    }

    fn visit_str<E>(self, v: &str) -> Result<Json, E> {
        Ok(Json::Text(v.to_owned()))
    }

    fn visit_string<E>(self, v: String) -> Result<Json, E> {
        Ok(Json::Text(v))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut row: Vec<f64> = Vec::new();
        while let Some(item) = items.next_element::<Json>()? {
            match item {
                Json::Number(v) => row.push(v),
                Json::Null => row.push(f64::NAN),
                other => return mixed(row, other, items),
            }
        }
        Ok(Json::Row(row))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut entries = Vec::new();
        while let Some(entry) = map.next_entry()? {
            entries.push(entry);
        }
        Ok(Json::Object(entries))
    }
}

/// A list that turned out not to be a row of numbers.
fn mixed<'de, A: SeqAccess<'de>>(
    row: Vec<f64>,
    other: Json,
    mut items: A,
) -> Result<Json, A::Error> {
    let mut list: Vec<Json> = row.into_iter().map(cell).collect();
    list.push(other);
    while let Some(item) = items.next_element()? {
        list.push(item);
    }
    if list.len() > 50_000_000 {
        return Err(A::Error::custom("list is too long"));
    }
    Ok(Json::List(list))
}

fn cell(v: f64) -> Json {
    if v.is_nan() {
        return Json::Null;
    }
    Json::Number(v)
}

impl Json {
    /// Hands every item of a list to `take`, all of them whatever it answers; false when one was refused or this is no list.
    fn each(
        &self,
        r: &mut Reading<'_>,
        take: &mut dyn FnMut(&Self, &mut Reading<'_>) -> bool,
    ) -> bool {
        let mut fine = true;
        let mut one = |i: usize, item: &Self, r: &mut Reading<'_>| {
            fine &= r.at(i, &mut |r| take(item, r));
        };
        match self {
            Self::List(items) => items
                .iter()
                .enumerate()
                .for_each(|(i, item)| one(i, item, r)),
            Self::Row(row) => row
                .iter()
                .enumerate()
                .for_each(|(i, v)| one(i, &cell(*v), r)),
            other => {
                r.expected("a list", other);
                return false;
            }
        }
        fine
    }

    /// As it stands in the file, for a message.
    pub(super) fn written(&self) -> String {
        match self {
            Self::Null => "null".to_owned(),
            Self::Bool(v) => v.to_string(),
            Self::Number(v) => v.to_string(),
            Self::Text(v) => format!("\"{v}\""),
            Self::List(_) | Self::Row(_) => "a list".to_owned(),
            Self::Object(_) => "an object".to_owned(),
        }
    }
}

/// Where reading is, and what was wrong on the way.
pub(super) struct Reading<'a> {
    file: &'a str,
    path: String,
    problems: &'a mut Vec<Problem>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(file: &'a str, problems: &'a mut Vec<Problem>) -> Self {
        Self {
            file,
            path: String::new(),
            problems,
        }
    }

    /// Notes what is wrong here.
    pub(super) fn wrong(&mut self, message: String, help: &str) {
        let place = if self.path.is_empty() {
            self.file.to_owned()
        } else {
            format!("{}: {}", self.file, self.path)
        };
        let problem = Problem::new(place, message);
        self.problems.push(if help.is_empty() {
            problem
        } else {
            problem.help(help)
        });
    }

    /// Notes that something else was expected here.
    pub(super) fn expected(&mut self, what: &str, found: &Json) {
        self.wrong(format!("expected {what}, found {}", found.written()), "");
    }

    /// Reads one step deeper.
    pub(super) fn within(&mut self, step: &str, read: &mut dyn FnMut(&mut Self) -> bool) -> bool {
        let before = self.path.len();
        if before > 0 {
            self.path.push('.');
        }
        self.path.push_str(step);
        self.back_to(before, read)
    }

    /// Reads an item of a list. What is written for every figure of every file is written without the machinery of `format!`.
    fn at(&mut self, i: usize, read: &mut dyn FnMut(&mut Self) -> bool) -> bool {
        let before = self.path.len();
        self.path.push('[');
        digits(i, &mut self.path);
        self.path.push(']');
        self.back_to(before, read)
    }

    fn back_to(&mut self, before: usize, read: &mut dyn FnMut(&mut Self) -> bool) -> bool {
        let fine = read(self);
        self.path.truncate(before);
        fine
    }

    /// Notes what is wrong one step deeper.
    fn wrong_within(&mut self, step: &str, message: &str, help: &str) {
        self.within(step, &mut |r| {
            r.wrong(message.to_owned(), help);
            false
        });
    }

    /// The fields of an object, unknown and repeated ones reported.
    pub(super) fn object<'j>(
        &mut self,
        json: &'j Json,
        known: &[&str],
    ) -> Option<&'j [(String, Json)]> {
        let Json::Object(entries) = json else {
            self.expected("an object", json);
            return None;
        };
        for (i, (key, _)) in entries.iter().enumerate() {
            if !known.iter().any(|field| is_camel(key, field)) {
                let names: Vec<String> = known.iter().map(|f| camel(f)).collect();
                let list = names.join(", ");
                self.wrong_within(key, "unknown field", &format!("known here: {list}"));
            } else if entries[..i].iter().any(|(before, _)| before == key) {
                self.wrong_within(key, "this field stands twice", "remove one");
            }
        }
        Some(entries)
    }

    /// One field of an object; an absent one is read as absent.
    pub(super) fn field<T: Read>(
        &mut self,
        entries: &[(String, Json)],
        field: &str,
        optional: Option<T>,
    ) -> Option<T> {
        if let Some((key, value)) = entries.iter().find(|(key, _)| is_camel(key, field)) {
            let mut found = None;
            self.within(key, &mut |r| {
                found = T::read(value, r);
                found.is_some()
            });
            return found;
        }
        if optional.is_none() {
            self.wrong_within(&camel(field), "this field is missing", "add it");
        }
        optional
    }
}

fn digits(n: usize, out: &mut String) {
    if n > 9 {
        digits(n / 10, out);
    }
    let digit = n % 10;
    out.push_str(&"0123456789"[digit..=digit]);
}

/// `main_scope` → `mainScope`.
fn camel(field: &str) -> String {
    let mut out = String::new();
    let mut up = false;
    for c in field.chars() {
        match c {
            '_' => up = true,
            c if up => {
                out.push(c.to_ascii_uppercase());
                up = false;
            }
            c => out.push(c),
        }
    }
    out
}

/// Whether the key is the field in camel case; it is asked for every field of every record, so the lengths are compared first.
fn is_camel(key: &str, field: &str) -> bool {
    key == field || (key.len() < field.len() && field.contains('_') && key == camel(field))
}

/// What can be read from a tree.
pub(super) trait Read: Sized {
    /// Reads it, or notes what is wrong and gives nothing.
    fn read(json: &Json, r: &mut Reading<'_>) -> Option<Self>;
}

impl Read for String {
    fn read(json: &Json, r: &mut Reading<'_>) -> Option<Self> {
        match json {
            Json::Text(text) => Some(text.clone()),
            other => {
                r.expected("a text", other);
                None
            }
        }
    }
}

impl Read for f64 {
    fn read(json: &Json, r: &mut Reading<'_>) -> Option<Self> {
        match json {
            Json::Number(v) => Some(*v),
            other => {
                r.expected("a number", other);
                None
            }
        }
    }
}

impl Read for u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked before"
    )]
    fn read(json: &Json, r: &mut Reading<'_>) -> Option<Self> {
        match json {
            Json::Number(v) if v.fract() == 0.0 && (0.0..=4e9).contains(v) => Some(*v as Self),
            other => {
                r.expected("a whole number from 0", other);
                None
            }
        }
    }
}

impl Read for bool {
    fn read(json: &Json, r: &mut Reading<'_>) -> Option<Self> {
        match json {
            Json::Bool(v) => Some(*v),
            other => {
                r.expected("true or false", other);
                None
            }
        }
    }
}

impl<T: Read> Read for Option<T> {
    fn read(json: &Json, r: &mut Reading<'_>) -> Option<Self> {
        match json {
            Json::Null => Some(None),
            other => T::read(other, r).map(Some),
        }
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(json: &Json, r: &mut Reading<'_>) -> Option<Self> {
        let mut all = Self::new();
        let fine = json.each(r, &mut |item, r| {
            let read = T::read(item, r);
            let fine = read.is_some();
            all.extend(read);
            fine
        });
        fine.then_some(all)
    }
}

/// Reads one of the words that serde knows an enumeration by.
pub(super) fn read_word<T: for<'de> Deserialize<'de>>(
    json: &Json,
    r: &mut Reading<'_>,
) -> Option<T> {
    use serde::de::IntoDeserializer as _;
    let Json::Text(text) = json else {
        r.expected("a word", json);
        return None;
    };
    let deserializer: serde::de::value::StrDeserializer<'_, serde::de::value::Error> =
        text.as_str().into_deserializer();
    T::deserialize(deserializer)
        .map_err(|e| r.wrong(e.to_string(), ""))
        .ok()
}

#[cfg(test)]
mod tests {
    use super::{Json, camel, is_camel};

    #[test]
    fn a_row_of_numbers_and_nulls_is_packed() {
        let json: Json = serde_json::from_str("[1,null,2.5]").unwrap();
        assert!(matches!(&json, Json::Row(r) if r.len() == 3 && r[1].is_nan()));
        let json: Json = serde_json::from_str("[1,null,\"n/a\"]").unwrap();
        assert_eq!(
            json,
            Json::List(vec![
                Json::Number(1.0),
                Json::Null,
                Json::Text("n/a".into())
            ])
        );
    }

    #[test]
    fn fields_are_camel_case() {
        assert_eq!(camel("main_scope"), "mainScope");
        assert!(is_camel("mainScope", "main_scope") && is_camel("id", "id"));
        for wrong in ["main_scope_", "mainScop", "mainScopes", "mainscope", ""] {
            assert!(!is_camel(wrong, "main_scope"), "{wrong}");
        }
    }
}
