//! The sentence that states the finding, for any indicator, from its name, direction and unit.
//!
//! A sentence is made of pieces, so that no line breaks inside a name or between a number and its unit.

use super::finding::Finding;
use super::number::{amount, difference, percent};
use super::period::{period, span};
use super::phrase::{bounded, rank_phrase};
use super::words::scope_name;
use crate::compare::{BenchmarkKind, Comparison, Growth, Member, Reading, Role};
use crate::data::{Bound, Dataset, Indicator, Kind, Lang, Period, Price, Style, Unit, Wording};
use crate::text::{Piece, joined};

/// Everything a sentence is made from.
pub(super) struct Speaker<'a> {
    pub(super) data: &'a Dataset,
    pub(super) c: &'a Comparison,
    pub(super) indicator: &'a Indicator,
    pub(super) unit: &'a Unit,
    pub(super) lang: Lang,
}

/// The title sentence.
///
/// ```
/// use duibiao::{compare::{Comparison, Question}, data::Lang, tell::{title, Finding}};
/// let data = duibiao::data::builtin();
/// let doctors = data.indicator_named("doctors-per-1000").unwrap();
/// let answer = Comparison::of(&data, &Question::about(&data, doctors));
/// assert_eq!(
///     title(&data, &answer, Finding::Standing, Lang::Zh),
///     "2023年温州每千人执业(助理)医师3.80人，居全省11市第8位，比杭州少1.21人",
/// );
/// ```
#[must_use]
pub fn title(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> String {
    joined(&titles(data, c, finding, lang)[0])
}

/// The title sentence in ever shorter forms, the longest first; never empty.
#[must_use]
pub fn titles(data: &Dataset, c: &Comparison, finding: Finding, lang: Lang) -> Vec<Vec<Piece>> {
    let speaker = Speaker::new(data, c, lang);
    #[cfg(feature = "gallery")]
    if let Some(ladder) = super::own::titles(&speaker, finding) {
        return ladder;
    }
    let (long, short) = (&speaker.indicator.name, speaker.indicator.short());
    let mut ladder = Vec::new();
    for (name, clauses) in [(long, 2), (short, 2), (long, 1), (short, 1), (short, 0)] {
        ladder.push(speaker.say(finding, name.get(lang), clauses));
    }
    ladder.push(speaker.shortest());
    ladder.dedup();
    ladder
}

impl<'a> Speaker<'a> {
    pub(super) fn new(data: &'a Dataset, c: &'a Comparison, lang: Lang) -> Self {
        let indicator = data.indicator(c.question.indicator);
        Self {
            data,
            c,
            indicator,
            unit: data.unit(indicator.unit),
            lang,
        }
    }

    pub(super) fn name(&self, member: &Member) -> &'a str {
        self.data.region(member.region).name.get(self.lang)
    }

    pub(super) fn amount(&self, value: f64) -> String {
        amount(self.indicator, self.unit, self.lang, value)
    }

    /// What differences are measured beside: home's value.
    fn home_value(&self) -> f64 {
        self.c.home().reading.map_or(0.0, |r| r.value)
    }

    /// How large a difference is, with its unit.
    fn size(&self, value: f64) -> String {
        let (indicator, unit) = (self.indicator, self.unit);
        let size = difference(indicator, unit, self.lang, value.abs(), self.home_value());
        self.unrepeated(size, indicator.name.get(self.lang))
    }

    /// An amount without the base that the name before it says already: 每10万人 … 5242人, rooms per household … 2.46.
    fn unrepeated(&self, value: String, name: &str) -> String {
        let unit = self.unit.base.get(self.lang);
        let (mark, from) = self.lang.pick(("/", "/"), ("per ", ""));
        let Some(at) = unit.find(mark) else {
            return value;
        };
        if !name.contains(unit[at..].trim_start_matches('/')) {
            return value;
        }
        let said = if from.is_empty() { unit } else { &unit[at..] };
        let bare = value.replacen(said, "", 1).replace("  ", " ");
        bare.trim_end().to_owned()
    }

    /// A difference with its sign and unit.
    pub(super) fn signed_difference(&self, value: f64) -> String {
        let size = difference(
            self.indicator,
            self.unit,
            self.lang,
            value,
            self.home_value(),
        );
        if value > 0.0 {
            format!("+{size}")
        } else {
            size
        }
    }

    /// An amount with what must be said of it: more than, about, target, estimate.
    pub(super) fn bounded(&self, reading: &Reading) -> String {
        bounded(self.data, self.indicator, self.lang, reading)
    }

    fn say(&self, finding: Finding, name: &str, clauses: usize) -> Vec<Piece> {
        let home = self.c.home();
        let Some(reading) = home.reading else {
            return self.absent(name);
        };
        if finding == Finding::Trend
            && let Some(growth) = home.growth
            && growth.to == reading.period
        {
            return self.trend(name, &growth, clauses);
        }
        let name = timeless(name, reading.period, self.lang);
        let mut pieces = self.level(name, &reading);
        let mut rest = match finding {
            Finding::Gaps => self.gaps(home),
            _ => self.standing(home),
        };
        rest.truncate(clauses.max(1));
        self.append(&mut pieces, rest);
        pieces
    }

    /// 2023年温州每千人医师3.80人 · In 2023 Wenzhou’s doctors per 1,000 stood at 3.80
    fn level(&self, name: &str, reading: &Reading) -> Vec<Piece> {
        let when = period(reading.period, self.lang);
        let home = self.name(self.c.home());
        let value = self.unrepeated(self.bounded(reading), name);
        let target = reading.kind == Kind::Target;
        match self.lang {
            Lang::Zh => vec![
                Piece::keep(when),
                Piece::keep(home),
                Piece::flow(if target {
                    format!("{name}目标")
                } else {
                    name.to_owned()
                }),
                Piece::keep(value),
            ],
            Lang::En => vec![
                Piece::flow("In "),
                Piece::keep(when),
                Piece::flow(" "),
                Piece::keep(format!("{home}’s")),
                Piece::flow(format!(" {name} {} ", level_verb(reading))),
                Piece::keep(value),
            ],
        }
    }

    /// For the smallest places: 温州每千人医师3.80人(2023年) · Wenzhou: 3.80 (2023)
    pub(super) fn shortest(&self) -> Vec<Piece> {
        let home = self.c.home();
        let name = self.indicator.short().get(self.lang);
        let value = home.reading.map_or_else(
            || {
                self.lang
                    .pick("无可比数据", "no comparable figure")
                    .to_owned()
            },
            |r| self.bounded(&r),
        );
        let when = home.reading.map(|r| period(r.period, self.lang));
        let when = when.map(|w| format!("({w})")).unwrap_or_default();
        match self.lang {
            Lang::Zh => vec![
                Piece::keep(self.name(home)),
                Piece::flow(name),
                Piece::keep(format!("{value}{when}")),
            ],
            Lang::En => vec![
                Piece::keep(format!("{}’s", self.name(home))),
                Piece::flow(format!(" {name}: ")),
                Piece::flow(format!("{value} {when}").trim_end()),
            ],
        }
    }

    /// The clauses after the level: the rank, then the distance to the first peer.
    fn standing(&self, home: &Member) -> Vec<Vec<Piece>> {
        let mut clauses = vec![self.rank_clause(home)];
        let peer = self.c.peers().into_iter().find(|m| m.gap.is_some());
        if let Some(peer) = peer {
            clauses.push(self.gap_clause(peer));
        } else if let Some(clause) = self.benchmark_clause() {
            clauses.push(clause);
        }
        clauses
    }

    fn gaps(&self, home: &Member) -> Vec<Vec<Piece>> {
        let peers = self.c.peers();
        let clauses: Vec<_> = peers
            .iter()
            .filter(|m| m.gap.is_some())
            .map(|m| self.gap_clause(m))
            .collect();
        if clauses.is_empty() {
            return self.standing(home);
        }
        clauses
    }

    /// The group's name and what its members are called.
    fn group(&self) -> (&'a str, &'a str) {
        let group = self.data.group(self.c.question.group);
        (group.name.get(self.lang), group.noun.get(self.lang))
    }

    fn rank_clause(&self, home: &Member) -> Vec<Piece> {
        let (n, of) = (self.c.ranked, self.c.group_size);
        let (_, noun) = self.group();
        let Some(rank) = home.rank else {
            return vec![Piece::flow(self.lang.pick(
                format!("{of}{noun}中仅{n}{noun}有同口径数据，不排名"),
                format!("not ranked: comparable figures for {n} of {of} {noun} only"),
            ))];
        };
        vec![Piece::flow(rank_phrase(self.data, self.c, rank, self.lang))]
    }

    /// 比杭州少1.21人 · 1.21 fewer than Hangzhou
    fn gap_clause(&self, other: &Member) -> Vec<Piece> {
        let gap = other.gap.map_or(0.0, |g| g.absolute);
        self.distance(self.name(other).to_owned(), gap)
    }

    fn distance(&self, other: String, gap: f64) -> Vec<Piece> {
        let size = self.size(gap);
        if !size.chars().any(|c| ('1'..='9').contains(&c)) {
            return match self.lang {
                Lang::Zh => vec![Piece::flow("与"), Piece::keep(other), Piece::flow("持平")],
                Lang::En => vec![Piece::flow("level with "), Piece::keep(other)],
            };
        }
        let word = self.more_or_less(gap > 0.0);
        match self.lang {
            Lang::Zh => vec![
                Piece::flow("比"),
                Piece::keep(other),
                Piece::keep(format!("{word}{size}")),
            ],
            Lang::En => vec![
                Piece::keep(size),
                Piece::flow(format!(" {word} than ")),
                Piece::keep(other),
            ],
        }
    }

    fn more_or_less(&self, more: bool) -> &'static str {
        match (self.lang, self.unit.wording, more) {
            (Lang::Zh, Wording::More, true) => "多",
            (Lang::Zh, Wording::More, false) => "少",
            (Lang::Zh, Wording::Higher, true) => "高",
            (Lang::Zh, Wording::Higher, false) => "低",
            (Lang::En, Wording::Higher, true) => "higher",
            (Lang::En, Wording::Higher, false) => "lower",
            (Lang::En, Wording::More, true) => "more",
            (Lang::En, Wording::More, false) if self.unit.style == Style::Count => "fewer",
            (Lang::En, Wording::More, false) => "less",
        }
    }

    fn benchmark_clause(&self) -> Option<Vec<Piece>> {
        let (benchmark, gap) = (self.c.benchmark?, self.c.benchmark_gap?);
        let name = super::words::benchmark_name(self.c, &benchmark, self.lang);
        let name = self.lang.pick(name.clone(), format!("the {name}"));
        Some(self.distance(name, gap.absolute))
    }

    /// 2012–2023年温州每千人医师由2.02人增至3.80人,年均增长5.9%
    fn trend(&self, name: &str, growth: &Growth, clauses: usize) -> Vec<Piece> {
        let mut pieces = self.moved(name, growth);
        let mut rest: Vec<Vec<Piece>> = self.pace(growth).into_iter().collect();
        if let Some(rank) = self.c.home().rank {
            rest.push(vec![Piece::flow(rank_phrase(
                self.data, self.c, rank, self.lang,
            ))]);
        }
        rest.truncate(clauses);
        self.append(&mut pieces, rest);
        pieces
    }

    /// From which value to which home moved, and when.
    pub(super) fn moved(&self, name: &str, growth: &Growth) -> Vec<Piece> {
        let when = span(growth.from, growth.to, self.lang);
        let home = self.name(self.c.home());
        let amount = |v| self.unrepeated(self.amount(v), name);
        let (start, end) = (amount(growth.start), amount(growth.end));
        let verb = self.trend_verb(growth);
        match self.lang {
            Lang::Zh => vec![
                Piece::keep(when),
                Piece::keep(home),
                Piece::flow(name),
                Piece::flow("由"),
                Piece::keep(start),
                Piece::keep(format!("{verb}{end}")),
            ],
            Lang::En => vec![
                Piece::flow("From "),
                Piece::keep(growth.from.year().to_string()),
                Piece::flow(" to "),
                Piece::keep(growth.to.year().to_string()),
                Piece::flow(" "),
                Piece::keep(format!("{home}’s")),
                Piece::flow(format!(" {name} {verb} ")),
                Piece::keep(start),
                Piece::flow(" to "),
                Piece::keep(end),
            ],
        }
    }

    fn trend_verb(&self, growth: &Growth) -> &'static str {
        let ordering = growth.end.total_cmp(&growth.start);
        match (self.lang, ordering) {
            (Lang::Zh, std::cmp::Ordering::Greater) => "升至",
            (Lang::Zh, std::cmp::Ordering::Less) => "降至",
            (Lang::Zh, std::cmp::Ordering::Equal) => "到",
            (Lang::En, std::cmp::Ordering::Greater) => "rose from",
            (Lang::En, std::cmp::Ordering::Less) => "fell from",
            (Lang::En, std::cmp::Ordering::Equal) => "stayed from",
        }
    }

    /// 年均增长5.9%, 名义年均增长5.9%, or the points that a rate has moved.
    pub(super) fn pace(&self, growth: &Growth) -> Option<Vec<Piece>> {
        let moved = growth.end - growth.start;
        if matches!(self.unit.style, Style::Percent | Style::Permille) {
            let size = self.size(moved);
            let up = moved > 0.0;
            return Some(vec![Piece::keep(self.lang.pick(
                format!("{}{size}", if up { "升" } else { "降" }),
                format!("{} {size}", if up { "up" } else { "down" }),
            ))]);
        }
        let rate = growth.rate?;
        let nominal = self.indicator.price == Some(Price::Current);
        let size = percent(rate.abs(), self.lang);
        let up = rate >= 0.0;
        Some(vec![Piece::keep(self.lang.pick(
            format!(
                "{}年均{}{size}",
                if nominal { "名义" } else { "" },
                if up { "增长" } else { "下降" }
            ),
            format!(
                "{}{size} a year{}",
                if up { "up " } else { "down " },
                if nominal { " in nominal terms" } else { "" }
            ),
        ))])
    }

    /// Home has no value: say so, and who leads among those that have one.
    fn absent(&self, name: &str) -> Vec<Piece> {
        let home = self.name(self.c.home());
        let scope = scope_name(self.data, self.c, self.lang).is_some();
        let when = self.c.period.map(|p| period(p, self.lang));
        let (n, of) = (self.c.ranked, self.c.group_size);
        let (group, noun) = self.group();
        let mut pieces = match (self.lang, &when) {
            (Lang::Zh, Some(when)) => vec![
                Piece::keep(when.clone()),
                Piece::keep(home),
                Piece::flow(format!(
                    "没有{}{name}数据",
                    if scope { "同口径的" } else { "" }
                )),
            ],
            (Lang::Zh, None) => vec![
                Piece::keep(home),
                Piece::flow(format!("没有可比的{name}数据")),
            ],
            (Lang::En, Some(when)) => vec![
                Piece::flow("For "),
                Piece::keep(when.clone()),
                Piece::flow(" "),
                Piece::keep(home),
                Piece::flow(format!(" has no comparable figure of {name}")),
            ],
            (Lang::En, None) => vec![
                Piece::keep(home),
                Piece::flow(format!(" has no comparable figure of {name}")),
            ],
        };
        if n > 0 {
            let rest = self.lang.pick(
                format!("{group}{of}{noun}中{n}{noun}有数据"),
                format!(
                    "{n} of {of} {noun} {} one",
                    if n == 1 { "has" } else { "have" }
                ),
            );
            self.append(&mut pieces, vec![vec![Piece::flow(rest)]]);
        }
        pieces
    }

    pub(super) fn append(&self, pieces: &mut Vec<Piece>, clauses: Vec<Vec<Piece>>) {
        for clause in clauses {
            pieces.push(Piece::flow(self.lang.pick("，", ", ")));
            pieces.extend(clause);
        }
    }
}

/// A name without the part of the year that the period beside it says: disposable income per head, January to September.
fn timeless(name: &str, period: Period, lang: Lang) -> &str {
    if period.is_year() {
        return name;
    }
    match lang {
        Lang::Zh => name.strip_prefix("前三季度").unwrap_or(name),
        Lang::En => match name.rsplit_once(", ") {
            Some((head, tail)) if tail.starts_with("Jan") => head,
            _ => name,
        },
    }
}

/// "stood at at least" would stumble.
fn level_verb(reading: &Reading) -> &'static str {
    match (reading.kind, reading.bound) {
        (Kind::Target, _) => "are to reach",
        (Kind::Actual, Bound::Exact) => "stood at",
        (Kind::Actual, _) => "came to",
    }
}

/// Whether a member is home, for lists that mark it.
pub(super) fn is_home(member: &Member) -> bool {
    member.role == Role::Home
}

/// Whether a benchmark is a target, which has no "other cities".
pub(super) fn is_target(kind: BenchmarkKind) -> bool {
    kind == BenchmarkKind::Target
}
