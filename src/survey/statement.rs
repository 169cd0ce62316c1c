//! One statement of a speech held against the figures: is there a second source, can the group be ranked, is the other really ahead?
//!
//! Only figures of one period and one scope decide; everything else is listed beside the statement.

use super::fact::{Fact, cited, fact, is_told};
use super::speech::{Evidence, Verdict, word};
use super::{Survey, listed};
use crate::base::sort_by_key;
use crate::compare::{Comparison, Question, order};
use crate::data::{
    Check, Dataset, Direction, IndicatorId, Kind, Lang, Observation, RegionId, Shortfall, Speech,
    Statement,
};
use crate::tell;

impl Survey<'_> {
    /// A statement and what can be said to it.
    pub(super) fn evidence(
        &self,
        speech: &Speech,
        field: &Shortfall,
        s: &Statement,
        lang: Lang,
    ) -> Evidence {
        let (verdict, sentence) = match s.check {
            Check::Uncounted => (Verdict::CannotSay, uncounted(lang)),
            Check::Value => self.value_holds(speech, s, lang),
            Check::Place => self.place_holds(speech, s, lang),
            Check::Behind => self.is_behind(speech, s, lang),
        };
        Evidence {
            says: s.says.get(lang).to_owned(),
            names_home: s.against.contains(&self.home),
            verdict,
            verdict_word: word(verdict, lang),
            sentence: tell::chinese_marks(sentence, lang),
            facts: self.concerned(speech, field, s, lang),
            links: s
                .indicators
                .iter()
                .map(|id| self.link(*id, lang, |_| {}))
                .collect(),
        }
    }

    /// The figures of the city and of those named (else of the whole group): the statement itself first, then by place.
    fn concerned(
        &self,
        speech: &Speech,
        field: &Shortfall,
        s: &Statement,
        lang: Lang,
    ) -> Vec<Fact> {
        let data = self.data;
        let named = [&s.against, &field.leaders];
        let named = named.into_iter().find(|list| !list.is_empty());
        let group = &data.group(data.defaults().group).members;
        let others = if s.against.is_empty() && s.near.is_empty() {
            group
        } else {
            named.unwrap_or(group)
        };
        let mut found: Vec<(IndicatorId, &Observation)> = Vec::new();
        for id in s.indicators.iter().chain(&s.near) {
            for region in std::iter::once(&speech.region).chain(others) {
                for o in data.of(*id, *region).iter().filter(|o| is_told(o)) {
                    if !found.iter().any(|(_, f)| std::ptr::eq(*f, o)) {
                        found.push((*id, o));
                    }
                }
            }
        }
        let itself = speech.figure(data, s);
        sort_by_key(&mut found, |(_, o)| {
            !itself.is_some_and(|(_, i)| std::ptr::eq(i, *o))
        });
        let facts = found.iter();
        facts.map(|(id, o)| fact(data, *id, o, lang)).collect()
    }

    /// A value holds if another source gives the same for the same period and scope.
    fn value_holds(&self, speech: &Speech, s: &Statement, lang: Lang) -> (Verdict, String) {
        let Some((id, own)) = speech.figure(self.data, s) else {
            return (Verdict::CannotSay, uncounted(lang));
        };
        let all = self.data.of(id, speech.region).iter();
        let same = |o: &&Observation| {
            o.source != own.source
                && o.value.is_some()
                && (o.period, o.scope, o.kind) == (own.period, own.scope, own.kind)
        };
        let others: Vec<&Observation> = all.filter(same).collect();
        let peers = self.comparable(speech, id, own, lang);
        if others.is_empty() {
            let only = lang.pick(
                "这个数只有发言一个出处，无从核对；",
                "The speech is the only source of this figure, so it cannot be checked; ",
            );
            return (Verdict::CannotSay, format!("{only}{peers}"));
        }
        let agree = others.iter().all(|o| o.value == own.value);
        let who: Vec<String> = others
            .iter()
            .map(|o| cited(self.data, o.source, lang).publisher)
            .collect();
        let who = listed(&who, lang);
        if agree {
            return (
                Verdict::Supports,
                lang.pick(
                    format!("{who}给出同样的数。"),
                    format!("{who} gives the same figure."),
                ),
            );
        }
        (
            Verdict::Contradicts,
            lang.pick(
                format!("{who}同期同口径的数与它不同。"),
                format!("{who} gives another figure of the same period and scope."),
            ),
        )
    }

    /// A place holds if the figures rank the whole group and give the same place.
    fn place_holds(&self, speech: &Speech, s: &Statement, lang: Lang) -> (Verdict, String) {
        let Some((id, own)) = speech.figure(self.data, s) else {
            return (Verdict::CannotSay, uncounted(lang));
        };
        let said = own.reported.as_ref().and_then(|r| r.rank.as_ref());
        let c = asked(self.data, speech.region, id, own);
        let rank = c.home().rank.filter(|_| c.ranked == c.group_size);
        if let (Some(rank), Some(said)) = (rank, said) {
            let words = tell::rank_phrase(self.data, &c, rank, lang);
            let city = self.name(speech.region, lang);
            let sentence = lang.pick(
                format!("按同口径的数字，{city}{words}。"),
                format!("By figures of one scope {city} is {words}."),
            );
            let holds = said.place as usize == rank.place;
            let verdict = if holds {
                Verdict::Supports
            } else {
                Verdict::Contradicts
            };
            return (verdict, sentence);
        }
        let place = said.map_or(0, |r| r.place as usize);
        let of_n = said.is_some_and(|r| r.of.is_none());
        let unsaid = if of_n {
            lang.pick("(没有说共几市)", " (of how many it does not say)")
        } else {
            ""
        };
        let peers = self.comparable(speech, id, own, lang);
        let sentence = lang.pick(
            format!("第{place}位{unsaid}是发言自己的说法，用现有数字排不出来；{peers}"),
            format!(
                "That it is {}{unsaid} is the speech's own word and cannot be ranked from the figures; {peers}",
                tell::ordinal(place),
            ),
        );
        (Verdict::CannotSay, sentence)
    }

    /// A city is behind if each of those named has a better value of the same period and scope.
    fn is_behind(&self, speech: &Speech, s: &Statement, lang: Lang) -> (Verdict, String) {
        let city = self.name(speech.region, lang);
        let (mut better, mut worse, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
        for other in &s.against {
            let known = s.indicators.iter().find_map(|id| {
                let (own, theirs) = latest_alike(self.data, *id, speech.region, *other)?;
                let direction = self.data.indicator(*id).direction;
                let judged = direction != Direction::Neutral;
                judged.then(|| order(direction, own, theirs).is_gt())
            });
            let name = self.name(*other, lang);
            match known {
                Some(true) => better.push(name),
                Some(false) => worse.push(name),
                None => unknown.push(name),
            }
        }
        let list = |names: &[&str]| listed(names, lang);
        if !worse.is_empty() {
            let names = list(&worse);
            return (
                Verdict::Contradicts,
                lang.pick(
                    format!("同期同口径的数字中，{city}并不落后于{names}。"),
                    format!("By figures of one period and scope {city} is not behind {names}."),
                ),
            );
        }
        let known = lang.pick(
            format!("同期同口径的数字中，{city}落后于{}。", list(&better)),
            format!(
                "By figures of one period and scope {city} is behind {}.",
                list(&better)
            ),
        );
        if unknown.is_empty() {
            return (Verdict::Supports, known);
        }
        let missing = self.unlike(speech, s, &unknown, lang);
        let known = if better.is_empty() {
            String::new()
        } else {
            known
        };
        (Verdict::CannotSay, format!("{missing}{known}"))
    }

    /// That a city and others have no figure of one period and scope; and whether there are figures in other scopes.
    fn unlike(&self, speech: &Speech, s: &Statement, unknown: &[&str], lang: Lang) -> String {
        let (city, names) = (self.name(speech.region, lang), listed(unknown, lang));
        let measured = s.indicators.iter().chain(&s.near);
        let has: Vec<&str> = s
            .against
            .iter()
            .filter(|r| {
                let own =
                    |id: &IndicatorId| self.data.of(*id, **r).iter().any(|o| o.value.is_some());
                measured.clone().any(own)
            })
            .map(|r| self.name(*r, lang))
            .collect();
        let rest = if has.is_empty() {
            lang.pick(
                "对方连不同口径的数字也没有。".to_owned(),
                "There is none in another scope either.".to_owned(),
            )
        } else {
            let has = listed(&has, lang);
            lang.pick(
                format!("{has}有自己口径的数字，列在下面，不能相减或排名。"),
                format!("{has}: figures in scopes of their own stand below; they can be neither subtracted nor ranked."),
            )
        };
        lang.pick(
            format!("{city}和{names}没有同期同口径的数字。{rest}"),
            format!("{city} and {names} have no figures of one period and scope. {rest}"),
        )
    }

    /// How many of the group have a figure like the speech's, and whose count something else.
    fn comparable(
        &self,
        speech: &Speech,
        id: IndicatorId,
        own: &Observation,
        lang: Lang,
    ) -> String {
        let data = self.data;
        let group = data.group(data.defaults().group);
        let (of, noun) = (group.members.len(), group.noun.get(lang));
        let valued = |o: &&Observation| o.value.is_some() && o.kind == Kind::Actual;
        let alike = |r: &&RegionId| {
            let all = data.of(id, **r).iter().filter(valued);
            all.clone()
                .any(|o| o.scope == own.scope && o.period == own.period)
        };
        let n = group.members.iter().filter(alike).count();
        let other: Vec<String> = group
            .members
            .iter()
            .filter(|r| !alike(r) && **r != speech.region)
            .filter_map(|r| {
                let o = data.of(id, *r).iter().rev().find(valued)?;
                let f = fact(data, id, o, lang);
                let scope = if f.scope.is_empty() {
                    f.period
                } else {
                    f.scope
                };
                Some(lang.pick(
                    format!("{}({scope})", self.name(*r, lang)),
                    format!("{} ({scope})", self.name(*r, lang)),
                ))
            })
            .collect();
        let rest = if other.is_empty() {
            lang.pick("。".to_owned(), ".".to_owned())
        } else {
            let other = listed(&other, lang);
            lang.pick(
                format!("；其余的口径或时期不同：{other}。"),
                format!("; others count something else or another period: {other}."),
            )
        };
        let verb = if n <= 1 { "has" } else { "have" };
        let count = match n {
            0 => lang.pick("没有一".to_owned(), "none".to_owned()),
            n => lang.pick(format!("只有{n}"), format!("{n}")),
        };
        lang.pick(
            format!("{of}{noun}中{count}{noun}有同期同口径的数字{rest}"),
            format!("{count} of {of} {noun} {verb} a figure of the same period and scope{rest}"),
        )
    }
}

fn uncounted(lang: Lang) -> String {
    lang.pick(
        "数据里没有衡量这件事的指标。",
        "No indicator of the data measures this.",
    )
    .to_owned()
}

/// The group compared in the scope and period of a figure.
fn asked(data: &Dataset, home: RegionId, id: IndicatorId, own: &Observation) -> Comparison {
    let question = Question {
        home,
        peers: Vec::new(),
        period: Some(own.period),
        scope: Some(own.scope),
        ..Question::about(data, id)
    };
    Comparison::of(data, &question)
}

/// The latest values of two regions that are of one period and scope.
fn latest_alike(data: &Dataset, id: IndicatorId, a: RegionId, b: RegionId) -> Option<(f64, f64)> {
    let question = Question {
        home: a,
        peers: vec![b],
        ..Question::about(data, id)
    };
    let c = Comparison::of(data, &question);
    let own = c.series_of(a)?.readings.iter().rev();
    let theirs = c.series_of(b)?;
    let found = own
        .clone()
        .find_map(|r| Some((r.value, theirs.at(r.period)?.value)));
    found.filter(|_| c.kind == Kind::Actual)
}
