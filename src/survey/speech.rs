//! "The speech said, the data show": each statement held against the figures, and the verdict computed.
//!
//! A verdict is never written by hand, and "cannot say" is one: figures of different scopes settle nothing.

use serde::Serialize;

use super::fact::{Cited, Fact, cited};
use super::{Distance, Standing, Survey, listed};
use crate::compare::order;
use crate::data::{IndicatorId, Lang, RegionId, Shortfall, Speech};
use crate::tell;

/// What the figures say to a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// They support it.
    Supports,
    /// They contradict it.
    Contradicts,
    /// They cannot say.
    CannotSay,
}

/// A speech held against the figures, for one home.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Spoken {
    /// The id of the city that the speech is about.
    pub city: String,
    /// Its name.
    pub city_name: String,
    /// Whether that is home.
    pub own: bool,
    /// Whose speech it is, and for another home that none of its own is known.
    pub intro: String,
    /// Where it was read.
    pub source: Cited,
    /// The fields in which it sees its city behind.
    pub shortfalls: Vec<Judged>,
}

/// One field: what was said, and what the figures show.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Judged {
    /// The field's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What the speech says, in our words.
    pub says: String,
    /// Whether the speech names home as one of those ahead.
    pub names_home: bool,
    /// What comparable figures of the field say about home.
    pub verdict: Verdict,
    /// The same in a word or two.
    pub verdict_word: String,
    /// Why.
    pub sentence: String,
    /// That these figures are not what the speech speaks of.
    pub caveat: String,
    /// The comparable figures.
    pub measures: Vec<Measure>,
    /// The single statements, about the speech's own city.
    pub statements: Vec<Evidence>,
}

/// A comparable figure of the same field.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Measure {
    /// Where home stands.
    pub standing: Standing,
    /// How far it is from each of those whom the speech sees ahead.
    pub leaders: Vec<Distance>,
    /// Whether home is behind every one of them; nothing where that cannot be said.
    pub behind: Option<bool>,
}

/// One statement and what can be said to it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// What the speech says, in our words.
    pub says: String,
    /// Whether it names home.
    pub names_home: bool,
    /// What the figures say to it.
    pub verdict: Verdict,
    /// The same in a word or two.
    pub verdict_word: String,
    /// Why.
    pub sentence: String,
    /// Figures of the places concerned, each in its own scope; the first is the statement itself where it is one.
    pub facts: Vec<Fact>,
    /// The indicators' views.
    pub links: Vec<super::Link>,
}

/// Which way comparable figures of a field point.
fn direction_word(verdict: Verdict, wider: bool, lang: Lang) -> String {
    let word = match verdict {
        Verdict::Supports => lang.pick(
            "可比的数字指向相同",
            "Comparable figures point the same way",
        ),
        Verdict::Contradicts => lang.pick(
            "可比的数字指向相反",
            "Comparable figures point the other way",
        ),
        Verdict::CannotSay if wider => lang.pick("没有可比的数字", "No comparable figures"),
        Verdict::CannotSay => lang.pick("可比的数字说法不一", "Comparable figures disagree"),
    };
    word.to_owned()
}

/// In a word or two.
pub(super) fn word(verdict: Verdict, lang: Lang) -> String {
    let word = match verdict {
        Verdict::Supports => lang.pick("数据支持", "The figures support it"),
        Verdict::Contradicts => lang.pick("数据不支持", "The figures contradict it"),
        Verdict::CannotSay => lang.pick("数据说不了", "The figures cannot say"),
    };
    word.to_owned()
}

impl Survey<'_> {
    /// The speech held against the figures; nothing when the data have no speech.
    #[must_use]
    pub fn speech(&self, lang: Lang) -> Option<Spoken> {
        let speech = self.data.speech()?;
        let own = speech.region == self.home;
        let judged = |s| self.judged(speech, s, lang);
        Some(Spoken {
            city: self.data.region(speech.region).id.clone(),
            city_name: self.name(speech.region, lang).to_owned(),
            own,
            intro: self.intro(speech, own, lang),
            source: cited(self.data, speech.source, lang),
            shortfalls: speech.shortfalls.iter().map(judged).collect(),
        })
    }

    fn intro(&self, speech: &Speech, own: bool, lang: Lang) -> String {
        let name = speech.name.get(lang);
        let (city, home) = (self.name(speech.region, lang), self.name(self.home, lang));
        let n = speech.shortfalls.len();
        if own {
            return lang.pick(
                format!("{name}说{city}有{n}处短板。下面逐条对照数据。"),
                format!("{name} names {n} shortfalls of {city}. Each is held against the figures."),
            );
        }
        lang.pick(
            format!("{name}说的是{city}的{n}处短板;数据里没有关于{home}的这类发言。下面把同样的{n}个方面拿来问{home},发言原话仍是说{city}。"),
            format!("{name} names {n} shortfalls of {city}; the data hold no such speech about {home}. The same {n} fields are asked of {home} here; the statements remain about {city}."),
        )
    }

    fn judged(&self, speech: &Speech, s: &Shortfall, lang: Lang) -> Judged {
        let leaders: Vec<RegionId> = s
            .leaders
            .iter()
            .copied()
            .filter(|r| *r != self.home)
            .collect();
        let measures: Vec<Measure> = s
            .measures
            .iter()
            .map(|id| self.measure(*id, &leaders, lang))
            .collect();
        let (verdict, sentence) = self.weighed(&measures, &leaders, s.wider, lang);
        let evidence = |statement| self.evidence(speech, s, statement, lang);
        Judged {
            id: s.id.clone(),
            name: s.name.get(lang).to_owned(),
            says: s.says.get(lang).to_owned(),
            names_home: s.leaders.contains(&self.home),
            verdict,
            verdict_word: direction_word(verdict, s.wider, lang),
            sentence,
            caveat: lang
                .pick(
                    "这些是同一方面可比的官方数字,和发言所说的不是同一个指标。",
                    "These are comparable official figures of the same field; they are not the measures that the speech speaks of.",
                )
                .to_owned(),
            measures,
            statements: s.statements.iter().map(evidence).collect(),
        }
    }

    fn measure(&self, id: IndicatorId, leaders: &[RegionId], lang: Lang) -> Measure {
        let c = self.answer(id);
        let direction = self.data.indicator(id).direction;
        let home = c.home().reading.map(|r| r.value);
        let others: Vec<_> = c
            .members
            .iter()
            .filter(|m| leaders.contains(&m.region))
            .collect();
        let worse =
            |m: &&crate::compare::Member| Some(order(direction, home?, m.reading?.value).is_gt());
        let all: Option<Vec<bool>> = others.iter().map(worse).collect();
        let sound = self.is_sound(id) && others.len() == leaders.len() && !leaders.is_empty();
        Measure {
            standing: self.standing(id, lang),
            leaders: others
                .iter()
                .filter_map(|m| self.distance(c, m, lang))
                .collect(),
            behind: all.filter(|_| sound).map(|all| all.iter().all(|w| *w)),
        }
    }

    /// Behind every leader in more than half of the figures supports, in less than half contradicts, in just half says nothing.
    fn weighed(
        &self,
        measures: &[Measure],
        leaders: &[RegionId],
        wider: bool,
        lang: Lang,
    ) -> (Verdict, String) {
        let known: Vec<bool> = measures.iter().filter_map(|m| m.behind).collect();
        let behind = known.iter().filter(|b| **b).count();
        let (n, home) = (known.len(), self.name(self.home, lang));
        let names: Vec<&str> = leaders.iter().map(|r| self.name(*r, lang)).collect();
        let names = listed(&names, lang);
        let verdict = match (2 * behind).cmp(&n) {
            _ if n == 0 || wider => Verdict::CannotSay,
            std::cmp::Ordering::Greater => Verdict::Supports,
            std::cmp::Ordering::Less => Verdict::Contradicts,
            std::cmp::Ordering::Equal => Verdict::CannotSay,
        };
        let sentence = if n == 0 {
            lang.pick(
                format!("没有一项可比的数字能把{home}和{names}放在一起。"),
                format!("No comparable figure holds {home} beside {names}."),
            )
        } else {
            let each = if leaders.len() == 1 { "" } else { "同时" };
            let all = match leaders.len() {
                1 => "",
                2 => "both ",
                _ => "all of ",
            };
            lang.pick(
                format!("{n}项可比的数字中,{home}有{behind}项{each}落后于{names}。"),
                format!("In {behind} of {n} comparable figures {home} is behind {all}{names}."),
            )
        };
        let limit = if wider {
            lang.pick(
                "它们说的是更大的范围,说明不了这一方面。",
                " They are of something wider and settle nothing about this field.",
            )
        } else {
            ""
        };
        let sentence = format!("{sentence}{limit}");
        (verdict, tell::chinese_marks(sentence, lang))
    }
}
