//! The worked examples of the methods page, from the real figures; nothing in them is typed.
//!
//! An example that the data do not give is left out, and the method stands without one.

use maud::{Markup, html};

use super::frame::Frame;
use crate::compare::{Comparison, Lag, Member, Question, Series, index};
use crate::data::{Direction, Lang, Period};
use crate::tell::{formula, grouped, percent, period};

/// The answers that examples are taken from: every indicator for the default home.
pub(super) struct Worked<'a> {
    frame: &'a Frame<'a>,
    lang: Lang,
    /// In the order of the indicators.
    all: Vec<Comparison>,
    /// The one of the default indicator.
    main: usize,
}

impl<'a> Worked<'a> {
    pub(super) fn new(frame: &'a Frame<'a>) -> Self {
        let data = frame.site.data;
        let answer = |(id, _)| Comparison::of(data, &Question::about(data, id));
        Self {
            frame,
            lang: frame.lang,
            all: data.indicators().map(answer).collect(),
            main: data.defaults().indicator.index(),
        }
    }

    fn main(&self) -> &Comparison {
        &self.all[self.main]
    }

    fn name(&self, member: &Member) -> &'a str {
        self.frame
            .site
            .data
            .region(member.region)
            .name
            .get(self.lang)
    }

    fn when(&self, p: Period) -> String {
        period(p, self.lang)
    }

    /// What an expression is about, then the expression as a link to its view, then what follows.
    fn shown(&self, c: &Comparison, before: &str, expression: &str) -> Markup {
        let id = &self.frame.site.data.indicator(c.question.indicator).id;
        html! { (before) " " a href=(self.frame.to(&self.frame.view_of(id))) { (expression) } }
    }

    /// The short name of what is compared.
    fn indicator(&self, c: &Comparison) -> &'a str {
        let indicator = self.frame.site.data.indicator(c.question.indicator);
        indicator.short().get(self.lang)
    }

    /// 2023年每千人医师
    fn subject(&self, c: &Comparison) -> String {
        let name = self.indicator(c);
        let when = c.period.map(|p| self.when(p)).unwrap_or_default();
        self.lang
            .pick(format!("{when}{name}，"), format!("{name} in {when}, "))
    }

    /// A number with this many decimals more than the indicator is shown with.
    fn digits(&self, c: &Comparison, value: f64, more: usize) -> String {
        let precision = self
            .frame
            .site
            .data
            .indicator(c.question.indicator)
            .precision;
        grouped(value, usize::from(precision) + more, self.lang)
    }

    pub(super) fn rank(&self) -> Option<Markup> {
        let c = self.main();
        let rank = c.home().rank?;
        let (lang, data) = (self.lang, self.frame.site.data);
        let ahead: Vec<String> = c
            .in_order(data)
            .iter()
            .filter(|m| m.rank.is_some_and(|r| r.place < rank.place))
            .filter_map(|m| {
                Some(format!(
                    "{} {}",
                    self.name(m),
                    self.digits(c, m.reading?.value, 1)
                ))
            })
            .collect();
        let own = format!(
            "{} {}",
            self.name(c.home()),
            self.digits(c, c.home().reading?.value, 1)
        );
        let list = ahead.join(lang.pick("、", ", "));
        let (better, place, of) = (ahead.len(), rank.place, rank.of);
        let before = lang.pick(
            format!("{}比{own}好的有{better}个市({list})：", self.subject(c)),
            format!(
                "{}{better} are better than {own} ({list}):",
                self.subject(c)
            ),
        );
        let result = lang.pick(
            format!("1 + {better} = {place}，{of}个市里第{place}"),
            format!("1 + {better} = {place}, so {place} of {of}"),
        );
        let tie = self.tie();
        Some(html! { (self.shown(c, &before, &result)) @if let Some(tie) = tie { " · " (tie) } })
    }

    /// The first indicator in whose ranking a city shares its place.
    fn tie(&self) -> Option<Markup> {
        let tied = |c: &&Comparison| c.members.iter().any(|m| m.rank.is_some_and(|r| r.tied));
        let c = self.all.iter().find(tied)?;
        let first = c.members.iter().find(|m| m.rank.is_some_and(|r| r.tied))?;
        let place = first.rank?.place;
        let together = c
            .members
            .iter()
            .filter(|m| m.rank.is_some_and(|r| r.place == place));
        let names: Vec<_> = together.map(|m| self.name(m)).collect();
        let names = names.join(self.lang.pick("、", ", "));
        let before = self.lang.pick(
            format!("并列如{}", self.subject(c)),
            format!("tied, for instance: {}", self.subject(c)),
        );
        let text = self.lang.pick(
            format!("{names}都是第{place}"),
            format!("{names} are all {place}"),
        );
        Some(self.shown(c, &before, &text))
    }

    pub(super) fn directions(&self) -> Option<Markup> {
        let count = |d: Direction| {
            self.frame
                .site
                .data
                .indicators()
                .filter(|(_, i)| i.direction == d)
                .count()
        };
        let [higher, lower, neutral] =
            [Direction::Higher, Direction::Lower, Direction::Neutral].map(count);
        Some(html! { (self.lang.pick(
            format!("现有指标里，越高越好{higher}项，越低越好{lower}项，无所谓好坏{neutral}项。"),
            format!("of the present indicators more is better in {higher}, less in {lower}, and neither in {neutral}."),
        )) })
    }

    /// Home and its first peer with a gap, in the default view.
    fn pair(&self) -> Option<(&Comparison, f64, &Member, f64)> {
        let c = self.main();
        let peer = c.peers().into_iter().find(|m| m.gap.is_some())?;
        Some((c, c.home().reading?.value, peer, peer.reading?.value))
    }

    fn pair_words(&self, c: &Comparison, peer: &Member) -> String {
        let (home, peer) = (self.name(c.home()), self.name(peer));
        self.lang.pick(
            format!("{}{home}与{peer}：", self.subject(c)),
            format!("{}{home} and {peer}:", self.subject(c)),
        )
    }

    pub(super) fn gap(&self) -> Option<Markup> {
        let (c, home, peer, other) = self.pair()?;
        let difference = peer.gap?.absolute;
        let more = (1..4)
            .find(|more| self.adds_up(c, home, other, *more))
            .unwrap_or(1);
        let digits = |v| self.digits(c, v, more);
        let expression = format!(
            "{} − {} = {}",
            digits(home),
            digits(other),
            digits(difference)
        );
        Some(self.shown(c, &self.pair_words(c, peer), &expression))
    }

    /// Whether the rounded numbers differ by their rounded difference, so that a reader can check it.
    fn adds_up(&self, c: &Comparison, a: f64, b: f64, more: usize) -> bool {
        let number = |v: f64| -> f64 {
            let plain = self.digits(c, v, more).replace(',', "").replace('−', "-");
            plain.parse().unwrap_or(f64::NAN)
        };
        (number(a) - number(b) - number(a - b)).abs() < 1e-9
    }

    pub(super) fn relative_gap(&self) -> Option<Markup> {
        let (c, home, peer, other) = self.pair()?;
        let relative = peer.gap?.relative?;
        let digits = |v| self.digits(c, v, 1);
        let expression = format!(
            "{} ÷ {} − 1 = {}",
            digits(home),
            digits(other),
            percent(relative, self.lang)
        );
        Some(self.shown(c, &self.pair_words(c, peer), &expression))
    }

    pub(super) fn benchmark(&self) -> Option<Markup> {
        let c = self.main();
        let benchmark = c.benchmark?;
        let data = self.frame.site.data;
        let others = c
            .in_order(data)
            .into_iter()
            .filter(|m| m.in_group && m.region != c.question.home);
        let values: Vec<String> = others
            .filter_map(|m| Some(self.digits(c, m.reading?.value, 1)))
            .collect();
        let n = benchmark.others;
        let before = self.lang.pick(
            format!(
                "{}其他{n}市为{}，中位数：",
                self.subject(c),
                values.join("、")
            ),
            format!(
                "{}the other {n} have {}; their median:",
                self.subject(c),
                values.join(", ")
            ),
        );
        Some(self.shown(c, &before, &self.digits(c, benchmark.value, 1)))
    }

    pub(super) fn share(&self) -> Option<Markup> {
        let c = self.all.iter().find(|c| c.home().share.is_some())?;
        let (home, total, share) = (c.home().reading?.value, c.total?, c.home().share?);
        let before = self.lang.pick(
            format!("{}{}：", self.subject(c), self.name(c.home())),
            format!("{}{}:", self.subject(c), self.name(c.home())),
        );
        let digits = |v| self.digits(c, v, 0);
        let expression = format!(
            "{} ÷ {} = {}",
            digits(home),
            digits(total),
            percent(share, self.lang)
        );
        Some(self.shown(c, &before, &expression))
    }

    /// The default view if it has what is asked for, else the first that has.
    fn first_with<T>(&self, found: impl Fn(&Comparison) -> Option<T>) -> Option<(&Comparison, T)> {
        let order = std::iter::once(self.main()).chain(&self.all);
        order.into_iter().find_map(|c| Some((c, found(c)?)))
    }

    fn own(c: &Comparison) -> Option<&Series> {
        c.series_of(c.question.home)
    }

    /// 温州每千人医师，2023年与2022年：
    fn years(&self, c: &Comparison, from: Period, to: Period) -> String {
        let name = self.indicator(c);
        let (home, from, to) = (self.name(c.home()), self.when(from), self.when(to));
        self.lang.pick(
            format!("{home}{name}，{to}与{from}："),
            format!("{home}, {name}, {to} and {from}:"),
        )
    }

    pub(super) fn change(&self) -> Option<Markup> {
        let (c, change) = self.first_with(|c| c.home().change)?;
        let series = Self::own(c)?;
        let (now, before) = (c.home().reading?, series.at(change.from)?.value);
        let more = (0..4)
            .find(|more| self.adds_up(c, now.value, before, *more))
            .unwrap_or(1);
        let digits = |v| self.digits(c, v, more);
        let expression = format!(
            "{} − {} = {}",
            digits(now.value),
            digits(before),
            digits(change.absolute)
        );
        Some(self.shown(c, &self.years(c, change.from, now.period), &expression))
    }

    pub(super) fn growth(&self) -> Option<Markup> {
        let (c, growth) = self.first_with(|c| c.home().growth.filter(|g| g.rate.is_some()))?;
        let years = growth.to.year() - growth.from.year();
        let digits = |v| self.digits(c, v, 1);
        let expression = format!(
            "({} ÷ {})^(1 ÷ {years}) − 1 = {}",
            digits(growth.end),
            digits(growth.start),
            percent(growth.rate?, self.lang)
        );
        Some(self.shown(c, &self.years(c, growth.from, growth.to), &expression))
    }

    pub(super) fn index(&self) -> Option<Markup> {
        let (c, growth) = self.first_with(|c| c.home().growth)?;
        let series = Self::own(c)?;
        let at = series.readings.iter().position(|r| r.period == growth.to)?;
        let value = index(series, growth.from).get(at).copied().flatten()?;
        let digits = |v| self.digits(c, v, 1);
        let expression = format!(
            "{} ÷ {} × 100 = {}",
            digits(growth.end),
            digits(growth.start),
            grouped(value, 1, self.lang)
        );
        Some(self.shown(c, &self.years(c, growth.from, growth.to), &expression))
    }

    pub(super) fn lag(&self) -> Option<Markup> {
        let behind = |c: &Comparison| {
            let mut peers = c.peers().into_iter();
            peers.find_map(|m| match m.lag {
                Some(Lag::Years(years)) => Some((m.region, years)),
                _ => None,
            })
        };
        let (c, (region, years)) = self.first_with(behind)?;
        let now = c.home().reading?;
        let peer = c.members.iter().find(|m| m.region == region)?;
        let series = c.series_of(region)?;
        let then = series
            .readings
            .iter()
            .rev()
            .find(|r| now.period.year() - r.period.year() == years)?;
        let digits = |v| self.digits(c, v, 1);
        let (home, other) = (self.name(c.home()), self.name(peer));
        let (own, its) = (digits(now.value), digits(then.value));
        let past = self.when(then.period);
        let before = self.lang.pick(
            format!(
                "{}{home}{own}；{other}{past}为{its}，其后都更好：",
                self.subject(c)
            ),
            format!(
                "{}{home} has {own}; {other} had {its} in {past} and was better ever since:",
                self.subject(c)
            ),
        );
        let (to, from) = (now.period.year(), then.period.year());
        let result = self.lang.pick(
            format!("{to} − {from} = {years}年"),
            format!("{to} − {from} = {years} years"),
        );
        Some(self.shown(c, &before, &result))
    }

    pub(super) fn derived(&self) -> Option<Markup> {
        let data = self.frame.site.data;
        let (c, text) = self.first_with(|c| {
            c.home().reading?;
            formula(data, c, self.lang)
        })?;
        Some(self.shown(c, "", &text))
    }

    /// The first break of a group member's own series.
    pub(super) fn broken(&self) -> Option<Markup> {
        let data = self.frame.site.data;
        let (c, (region, at)) = self.first_with(|c| {
            let home = c.series_of(c.question.home);
            let order = home.into_iter().chain(&c.series);
            order
                .into_iter()
                .find_map(|s| Some((s.region, *s.breaks.first()?)))
        })?;
        let name = self.indicator(c);
        let place = data.region(region).name.get(self.lang);
        let when = self.when(at.from);
        let before = self.lang.pick(
            format!("{place}{name}自{when}起："),
            format!("{place}, {name}, from {when}:"),
        );
        Some(self.shown(c, &before, data.note(at.note).get(self.lang)))
    }

    /// The first indicator with figures of more than one scope.
    pub(super) fn scope(&self) -> Option<Markup> {
        let data = self.frame.site.data;
        let (c, names) = self.first_with(|c| {
            let indicator = data.indicator(c.question.indicator);
            let names: Vec<_> = indicator
                .scopes
                .iter()
                .map(|(_, n)| n.get(self.lang))
                .collect();
            (names.len() > 1 && c.period.is_some()).then_some(names)
        })?;
        let name = data.indicator(c.question.indicator).name.get(self.lang);
        let count = names.len();
        let before = self.lang.pick(
            format!("{name}有{count}种口径："),
            format!("{name} comes in {count} scopes:"),
        );
        Some(self.shown(c, &before, &names.join(self.lang.pick("；", "; "))))
    }

    /// The first indicator whose default period is not its latest.
    pub(super) fn period(&self) -> Option<Markup> {
        let (c, (used, latest)) = self.first_with(|c| {
            let (used, latest) = (c.period?, *c.periods.last()?);
            (c.home().reading.is_some() && used < latest).then_some((used, latest))
        })?;
        let having = |p: Period| c.series.iter().filter(|s| s.at(p).is_some()).count();
        let name = self.indicator(c);
        let (all, few) = (having(used), having(latest));
        let (used, latest) = (self.when(used), self.when(latest));
        let before = self.lang.pick(
            format!("{name}，{latest}有{few}个市的数，{used}有{all}个："),
            format!("{name}: cities with a figure for {latest}: {few}; for {used}: {all}:"),
        );
        let result = self
            .lang
            .pick(format!("默认看{used}"), format!("{used} is shown first"));
        Some(self.shown(c, &before, &result))
    }
}
