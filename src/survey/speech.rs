//! "The speech said, the data show": each statement held against the figures, and the verdict computed.
//!
//! A verdict is never written by hand, and "cannot say" is one: figures of different scopes settle nothing.

use serde::Serialize;

use super::fact::{Cited, Fact, cited};
use super::{Distance, Standing, Survey, listed};
use crate::compare::order;
use crate::data::{IndicatorId, Lang, RegionId, Shortfall, Speech};

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

/// Which way comparable figures of a field point: they are beside what the speech speaks of, so they are no verdict on it.
fn direction_word(verdict: Verdict, why: Silent, lang: Lang) -> String {
    let word = match (verdict, why) {
        (Verdict::Supports, _) => lang.pick(
            "旁证：相近的数字指向相同",
            "Indirect: similar figures point the same way",
        ),
        (Verdict::Contradicts, _) => lang.pick(
            "旁证：相近的数字指向相反",
            "Indirect: similar figures point the other way",
        ),
        (_, Silent::Wider | Silent::Nothing) => lang.pick(
            "这一方面没有可比的数字",
            "No comparable figures of this field",
        ),
        (_, Silent::Yardstick) => lang.pick("这一方面没有可问的", "Nothing to ask in this field"),
        (_, Silent::Divided) => lang.pick("可比的数字说法不一", "Comparable figures disagree"),
    };
    word.to_owned()
}

/// Why figures cannot say anything to a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Silent {
    /// They are of something wider.
    Wider,
    /// There are none.
    Nothing,
    /// Home itself is the one that the speech sees ahead.
    Yardstick,
    /// Just half of them say one thing.
    Divided,
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
            format!("{name}说的是{city}的{n}处短板；数据里没有关于{home}的这类发言。下面把同样的{n}个方面拿来问{home}，发言原话仍是说{city}。"),
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
        let weighed = self.weighed(&measures, &leaders, s, lang);
        let evidence = |statement| self.evidence(speech, s, statement, lang);
        Judged {
            id: s.id.clone(),
            name: s.name.get(lang).to_owned(),
            says: s.says.get(lang).to_owned(),
            names_home: s.leaders.contains(&self.home),
            verdict: weighed.verdict,
            verdict_word: weighed.word,
            sentence: weighed.sentence,
            caveat: lang
                .pick(
                    "这些是同一方面可比的数字，和发言所说的不是同一个指标。",
                    "These are comparable figures of the same field; they are not the measures that the speech speaks of.",
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
        s: &Shortfall,
        lang: Lang,
    ) -> Weighed {
        let known: Vec<bool> = measures.iter().filter_map(|m| m.behind).collect();
        let (n, behind) = (known.len(), known.iter().filter(|b| **b).count());
        let home = self.name(self.home, lang);
        let names: Vec<&str> = leaders.iter().map(|r| self.name(*r, lang)).collect();
        let names = listed(&names, lang);
        let silent = match n {
            _ if leaders.is_empty() && s.leaders.contains(&self.home) => Silent::Yardstick,
            0 => Silent::Nothing,
            _ if s.wider => Silent::Wider,
            _ => Silent::Divided,
        };
        let verdict = match (2 * behind).cmp(&n) {
            _ if silent != Silent::Divided => Verdict::CannotSay,
            std::cmp::Ordering::Greater => Verdict::Supports,
            std::cmp::Ordering::Less => Verdict::Contradicts,
            std::cmp::Ordering::Equal => Verdict::CannotSay,
        };
        let sentence = match silent {
            Silent::Yardstick => lang.pick(
                format!("发言正是以{home}为标杆，这一方面不拿它同自己比。"),
                format!("The speech takes {home} itself as the yardstick; it is not held against itself here."),
            ),
            Silent::Nothing => lang.pick(
                format!("没有一项可比的数字能把{home}和{names}放在一起。"),
                format!("No comparable figure holds {home} beside {names}."),
            ),
            Silent::Wider => lang.pick(
                format!("只有更大范围的数字可比：{}，但它们说明不了这一方面。", tally(home, &names, behind, n, lang)),
                format!("Only figures of something wider can be compared: {}; but they settle nothing about this field.", tally(home, &names, behind, n, lang)),
            ),
            Silent::Divided => lang.pick(
                format!("可比的数字中，{}。", tally(home, &names, behind, n, lang)),
                format!("Of comparable figures, {}.", tally(home, &names, behind, n, lang)),
            ),
        };
        Weighed {
            verdict,
            word: direction_word(verdict, silent, lang),
            sentence,
        }
    }
}

/// What comparable figures of a field say.
struct Weighed {
    verdict: Verdict,
    word: String,
    sentence: String,
}

/// In how many of the figures home is behind every one of those named.
fn tally(home: &str, names: &str, behind: usize, n: usize, lang: Lang) -> String {
    if n == 1 {
        let not = behind == 0;
        return lang.pick(
            format!(
                "唯一一项里{home}{}落后于{names}",
                if not { "没有" } else { "" }
            ),
            format!(
                "{home} is {}behind {names} in the only one",
                if not { "not " } else { "" }
            ),
        );
    }
    match behind {
        0 => lang.pick(
            format!("{n}项里{home}没有一项落后于{names}"),
            format!("{home} is behind {names} in none of {n}"),
        ),
        k if k == n => lang.pick(
            format!("{n}项里{home}全都落后于{names}"),
            format!("{home} is behind {names} in all {n}"),
        ),
        k => lang.pick(
            format!("{n}项里{home}有{k}项落后于{names}"),
            format!("{home} is behind {names} in {k} of {n}"),
        ),
    }
}
