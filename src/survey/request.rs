//! The sentences of a gap: what is missing, what there is, and what to ask for.
//!
//! Which lacks there are is decided in [`super::lack`].

use super::lack::{Found, LackKind};
use super::{Survey, listed};
use crate::data::{Lang, Period, RegionId};
use crate::tell;

/// The three sentences of a gap.
pub(super) struct Request {
    pub(super) missing: String,
    pub(super) there_is: String,
    pub(super) request: String,
}

/// How many names a sentence lists before it counts the others.
const NAMED: usize = 2;

/// What the sentences are made from.
struct Speaker<'a, 's> {
    survey: &'a Survey<'s>,
    found: &'a [Found],
    holders: &'a [RegionId],
    lang: Lang,
    /// The indicators, at most two by name.
    names: String,
    /// How many cities the group has, with their noun: 11市.
    all: String,
}

impl Survey<'_> {
    /// The sentences of one item.
    pub(super) fn request(&self, found: &[Found], holders: &[RegionId], lang: Lang) -> Request {
        let c = self.answer(found[0].id);
        let noun = self.data.group(c.question.group).noun.get(lang);
        let of = c.group_size;
        let speaker = Speaker {
            survey: self,
            found,
            holders,
            lang,
            names: self.some_names(found.iter().filter(|f| named(f)), lang),
            all: lang.pick(format!("{of}{noun}"), format!("all {of} {noun}")),
        };
        let words = match found[0].kind {
            LackKind::Scattered => speaker.scattered(),
            LackKind::Stale => speaker.stale(),
            LackKind::BetweenCensuses => speaker.between(),
            LackKind::CensusOnly => speaker.census(),
            LackKind::Short => speaker.short(),
            LackKind::NotCollected => speaker.uncollected(),
        };
        let tidy = |text: String| tell::chinese_marks(tell::capital(&text), lang);
        Request {
            missing: tidy(words.missing),
            there_is: tidy(words.there_is),
            request: tidy(words.request),
        }
    }

    /// The first names, and how many more there are.
    fn some_names<'f>(&self, found: impl Iterator<Item = &'f Found>, lang: Lang) -> String {
        let name = |f: &Found| self.data.indicator(f.id).name.get(lang);
        let names: Vec<&str> = found.map(name).collect();
        some(&names, lang)
    }
}

/// The first names, and how many there are in all.
fn some(names: &[&str], lang: Lang) -> String {
    if names.len() <= NAMED {
        return listed(names, lang);
    }
    let (first, more) = names.split_at(NAMED);
    lang.pick(
        format!("{}等{}项", first.join("、"), names.len()),
        format!("{} and {} more", first.join(", "), more.len()),
    )
}

/// Whether it is itself what is missing, and not what there is instead.
fn named(f: &Found) -> bool {
    f.kind != LackKind::Scattered || f.complete.is_empty()
}

impl Speaker<'_, '_> {
    fn cities(&self) -> String {
        let names = self.holders.iter().map(|r| self.survey.name(*r, self.lang));
        listed(&names.collect::<Vec<_>>(), self.lang)
    }

    /// The cities but home, unless there is none else.
    fn others(&self) -> String {
        let home = self.survey.home();
        let others = self.holders.iter().filter(|r| **r != home);
        let names: Vec<_> = others.map(|r| self.survey.name(*r, self.lang)).collect();
        if names.is_empty() {
            return self.cities();
        }
        listed(&names, self.lang)
    }

    fn first(&self) -> Option<Period> {
        let firsts = self.found.iter().filter_map(|f| f.complete.first());
        firsts.max().copied()
    }

    fn last(&self) -> Option<Period> {
        let lasts = self.found.iter().filter_map(|f| f.complete.last());
        lasts.max().copied()
    }

    fn when(&self, p: Option<Period>) -> String {
        p.map_or_else(String::new, |p| tell::period(p, self.lang))
    }

    /// The periods that the whole group has in any of them: each when few, else from first to last.
    fn years(&self) -> String {
        let mut all: Vec<Period> = self.found.iter().flat_map(|f| f.complete.clone()).collect();
        crate::base::sort(&mut all, Ord::cmp);
        all.dedup();
        match (all.first(), all.last()) {
            (Some(a), Some(b)) if all.len() > 3 => tell::span(*a, *b, self.lang),
            _ => {
                let each: Vec<_> = all.iter().map(|p| tell::period(*p, self.lang)).collect();
                listed(&each, self.lang)
            }
        }
    }

    fn scattered(&self) -> Request {
        let (names, all) = (&self.names, &self.all);
        let home = self.survey.name(self.survey.home(), self.lang);
        let open: Vec<&Found> = self.found.iter().filter(|f| named(f)).collect();
        let n = open.len();
        let has = |f: &&&Found| f.holders.contains(&self.survey.home());
        let own = open.iter().filter(has).count();
        let lacks = open.iter().filter(|f| f.home_lacks).count();
        let instead = self.instead();
        self.lang.pick(
            Request {
                missing: format!("{names}：没有哪个时期、哪个口径{all}都有数字"),
                there_is: format!("{}{instead}", self.who_has(n, own, lacks, home)),
                request: format!("请用同一口径逐年公布{all}的数字"),
            },
            Request {
                missing: format!(
                    "{names}: there is no period and scope in which {all} have a figure"
                ),
                there_is: format!("{}{instead}", self.who_has(n, own, lacks, home)),
                request: format!("Please publish them yearly, in one scope, for {all}"),
            },
        )
    }

    /// Who has figures, and in how many of them home has one.
    fn who_has(&self, n: usize, own: usize, lacks: usize, home: &str) -> String {
        if self.holders.is_empty() {
            return self
                .lang
                .pick("没有一市有数字", "no city has a figure")
                .to_owned();
        }
        let cities = self.cities();
        let own = match (own, self.lang) {
            (1, Lang::Zh) if n == 1 => format!("{home}也有"),
            (1, Lang::En) if n == 1 => format!("{home} has one"),
            (0, Lang::Zh) => format!("{home}一项也没有"),
            (0, Lang::En) => format!("{home} has none"),
            (_, Lang::Zh) => format!("{n}项中{home}有{own}项"),
            (_, Lang::En) => format!("of these {n} {home} has {own}"),
        };
        let lacks = match (lacks, self.lang) {
            (0, _) => String::new(),
            (_, Lang::Zh) => format!("，另有{lacks}项别的市有而{home}没有"),
            (1, Lang::En) => "; for another one another city has a figure".to_owned(),
            (_, Lang::En) => format!("; for {lacks} others another city has a figure"),
        };
        self.lang.pick(
            format!("有零散数字的是{cities}；{own}{lacks}"),
            format!("there are scattered figures of {cities}; {own}{lacks}"),
        )
    }

    /// What the whole group has instead, with its last period.
    fn instead(&self) -> String {
        let mut by_last: Vec<(Period, Vec<&str>)> = Vec::new();
        for f in self.found.iter().filter(|f| !named(f)) {
            let name = self.survey.data.indicator(f.id).name.get(self.lang);
            let Some(last) = f.complete.last() else {
                continue;
            };
            match by_last.iter_mut().find(|(p, _)| p == last) {
                Some((_, names)) => names.push(name),
                None => by_last.push((*last, vec![name])),
            }
        }
        let each = by_last.iter().map(|(last, names)| {
            let (names, last) = (some(names, self.lang), tell::period(*last, self.lang));
            self.lang
                .pick(format!("{names}({last})"), format!("{names} ({last})"))
        });
        let there: Vec<String> = each.collect();
        if there.is_empty() {
            return String::new();
        }
        let (all, list) = (&self.all, there.join(self.lang.pick("、", ", ")));
        self.lang.pick(
            format!("；{all}都有的只有{list}"),
            format!("; {all} have only {list}"),
        )
    }

    fn stale(&self) -> Request {
        let (names, all, last) = (&self.names, &self.all, self.when(self.last()));
        let years = self.years();
        self.lang.pick(
            Request {
                missing: format!("{names}：{last}以后没有{all}的数字"),
                there_is: format!("{all}都有数字的时期：{years}"),
                request: format!("请公布{last}以后{all}的数字，以后逐年公布"),
            },
            Request {
                missing: format!("{names}: no figures of {all} after {last}"),
                there_is: format!("{all} have figures for {years}"),
                request: format!(
                    "Please publish figures of {all} after {last}, and yearly from now on"
                ),
            },
        )
    }

    fn between(&self) -> Request {
        let (names, all, years) = (&self.names, &self.all, self.years());
        let cities = self.others();
        self.lang.pick(
            Request {
                missing: format!("{names}：两次人口普查之间没有{all}的数字"),
                there_is: format!("{all}都有数字的只有{years}；{cities}有其他年份的数字，可见能按年公布"),
                request: format!("请在普查之间也公布{all}的数字"),
            },
            Request {
                missing: format!("{names}: no figures of {all} between the censuses"),
                there_is: format!("{all} have figures only for {years}; other years are published for {cities}, so it can be done"),
                request: format!("Please publish figures of {all} between the censuses, too"),
            },
        )
    }

    fn census(&self) -> Request {
        let (names, all, years) = (&self.names, &self.all, self.years());
        self.lang.pick(
            Request {
                missing: format!("{names}：只有普查年有{all}的数字"),
                there_is: format!("{all}都有数字的只有{years}"),
                request: format!("请用抽样调查在普查之间公布{all}的数字"),
            },
            Request {
                missing: format!("{names}: figures of {all} for census years only"),
                there_is: format!("{all} have figures only for {years}"),
                request: format!(
                    "Please publish figures of {all} between the censuses, from sample surveys"
                ),
            },
        )
    }

    fn short(&self) -> Request {
        let (names, all) = (&self.names, &self.all);
        let first = self.when(self.first());
        let earliest = self.survey.reach().map(|r| r.0);
        let (years, earliest) = (self.years(), self.when(earliest));
        self.lang.pick(
            Request {
                missing: format!("{names}：{first}以前没有{all}的数字"),
                there_is: format!("{all}有{years}的数字；别的指标最早到{earliest}"),
                request: format!("请补充公布{earliest}至{first}之间{all}的数字"),
            },
            Request {
                missing: format!("{names}: no figures of {all} before {first}"),
                there_is: format!(
                    "{all} have figures for {years}; other indicators go back to {earliest}"
                ),
                request: format!("Please publish figures of {all} from {earliest} to {first}, too"),
            },
        )
    }

    fn uncollected(&self) -> Request {
        let (names, all) = (&self.names, &self.all);
        let n: usize = self.found.iter().map(|f| f.uncollected).sum();
        let published = if n == 1 { "figure is" } else { "figures are" };
        self.lang.pick(
            Request {
                missing: format!("{names}：有{n}个数已经公布，但散见各处，这里还没有收录"),
                there_is: format!("{all}都有数字的时期到{}", self.when(self.last())),
                request: format!("请把{all}历年的数字汇成一张表公布，便于机器读取"),
            },
            Request {
                missing: format!("{names}: {n} {published} published in scattered places and not yet collected here"),
                there_is: format!("{all} have figures up to {}", self.when(self.last())),
                request: format!("Please publish the figures of {all} over the years in one machine-readable table"),
            },
        )
    }
}
