//! The finding tiles: six sentences about home, chosen by a rule and not by hand.
//!
//! The rule is stated to the reader in [`Findings::rule`], so it must stay short enough to be said.

use serde::Serialize;

use super::change::Moved;
use super::{Dot, Link, Survey};
use crate::compare::{Rank, is_good};
use crate::data::{IndicatorId, Lang, ThemeId};
use crate::tell::{self, Finding};
use crate::text::{Face, joined, width};

/// How many tiles there are, where the data have that many.
const TILES: usize = 6;
/// How many of them home does well in, where it does well in that many.
const GOOD: usize = 2;

/// The tiles and how they were chosen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Findings {
    /// The rule, in one sentence.
    pub rule: String,
    /// The tiles, in the order of their themes.
    pub tiles: Vec<Tile>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tile {
    /// The indicator's id.
    pub indicator: String,
    /// Its short name, as a heading begins.
    pub name: String,
    /// The theme's name.
    pub theme: String,
    /// The finding, short enough for a tile.
    pub sentence: String,
    /// Home's value in words.
    pub value: String,
    /// Home's place.
    pub place: usize,
    /// Of how many.
    pub of: usize,
    /// Whether home is in the best third.
    pub good: bool,
    /// Whether home is in the last third.
    pub poor: bool,
    /// Whether it is about time.
    pub over_time: bool,
    /// `higher is better` or `lower is better`, in words.
    pub direction_words: String,
    /// Everyone ranked, best first.
    pub dots: Vec<Dot>,
    /// The view that it opens.
    pub link: Link,
}

/// What a tile may be about.
#[derive(Clone, Copy)]
struct Candidate {
    indicator: IndicatorId,
    theme: ThemeId,
    rank: Rank,
    moved: Option<Moved>,
    /// Whether it is a total, which mostly follows the size of a city.
    total: bool,
}

impl Candidate {
    fn good(&self) -> bool {
        is_good(self.rank)
    }

    /// Twice the distance from the middle place: 0 in the middle, n − 1 at either end.
    fn telling(&self) -> usize {
        let (a, b) = (2 * self.rank.place + self.rank.sharing, self.rank.of + 1);
        a.abs_diff(b)
    }

    fn steps(&self) -> u64 {
        self.moved.map_or(0, |m| m.gained().unsigned_abs())
    }
}

impl Survey<'_> {
    /// The tiles of a home.
    ///
    /// 1. Only indicators with a better end in which the whole group is ranked and home's figure is normal; no totals, which mostly follow a city's size.
    /// 2. From each theme, in the order of the file, the one in which home is furthest from the middle place; of equals the first.
    ///    Themes run out before six tiles are found: further ones in the same order, none like one that is there.
    /// 3. Fewer than two in the best third: themes give way, first to the best place of home in a rate, then in a total, until there are two or home has no more.
    /// 4. One tile becomes the largest change of place of its theme, if any theme has one: the largest that keeps the two good ones.
    #[must_use]
    pub fn findings(&self, lang: Lang) -> Findings {
        let all = self.candidates();
        let mut chosen = self.by_theme(&all);
        self.raise(&all, &mut chosen);
        let over_time = self.take_change(&all, &mut chosen);
        crate::base::sort_by_key(&mut chosen, |c| c.theme);
        let tiles = chosen
            .iter()
            .map(|c| self.tile(c, over_time == Some(c.indicator), lang))
            .collect();
        Findings {
            rule: rule(lang),
            tiles,
        }
    }

    fn candidates(&self) -> Vec<Candidate> {
        self.answers()
            .filter(|(id, _)| self.is_sound(*id))
            .filter_map(|(indicator, c)| {
                Some(Candidate {
                    indicator,
                    theme: self.data.indicator(indicator).theme,
                    rank: c.home().rank?,
                    moved: self.moved(indicator),
                    total: self.data.indicator(indicator).additive,
                })
            })
            .collect()
    }

    fn by_theme(&self, all: &[Candidate]) -> Vec<Candidate> {
        let mut chosen: Vec<Candidate> = Vec::new();
        while chosen.len() < TILES {
            let before = chosen.len();
            for (theme, _) in self.data.themes() {
                let free = |c: &&Candidate| {
                    let alike = |o: &Candidate| self.is_alike(o.indicator, c.indicator);
                    c.theme == theme && !c.total && !chosen.iter().any(alike)
                };
                if let Some(best) = first_max(all.iter().filter(free), Candidate::telling)
                    && chosen.len() < TILES
                {
                    chosen.push(best);
                }
            }
            if chosen.len() == before {
                break;
            }
        }
        chosen
    }

    /// Lets themes give way to what home does well in, until two tiles are good or home has no more.
    fn raise(&self, all: &[Candidate], chosen: &mut [Candidate]) {
        while chosen.iter().filter(|c| c.good()).count() < GOOD {
            let mut best: Option<(usize, Candidate)> = None;
            for (i, old) in chosen.iter().enumerate().filter(|(_, c)| !c.good()) {
                let fits = |c: &&Candidate| {
                    let mut rest = chosen.iter().enumerate().filter(|(j, _)| *j != i);
                    c.theme == old.theme
                        && c.good()
                        && !rest.any(|(_, o)| self.is_alike(o.indicator, c.indicator))
                };
                for c in all.iter().filter(fits) {
                    let key = |c: &Candidate| (c.total, c.rank.place);
                    if best.is_none_or(|(_, b)| key(c) < key(&b)) {
                        best = Some((i, *c));
                    }
                }
            }
            let Some((i, c)) = best else {
                return;
            };
            chosen[i] = c;
        }
    }

    /// Makes one tile about time; says of which indicator.
    fn take_change(&self, all: &[Candidate], chosen: &mut [Candidate]) -> Option<IndicatorId> {
        let good = chosen.iter().filter(|c| c.good()).count();
        let mut best: Option<(usize, Candidate)> = None;
        for (i, old) in chosen.iter().enumerate() {
            let others: Vec<IndicatorId> = chosen.iter().map(|c| c.indicator).collect();
            let fits = |c: &&Candidate| {
                let left = good - usize::from(old.good()) + usize::from(c.good());
                let mut rest = others.iter().enumerate().filter(|(j, _)| *j != i);
                c.theme == old.theme
                    && !c.total
                    && c.steps() > 0
                    && (left >= GOOD || left >= good)
                    && !rest.any(|(_, o)| self.is_alike(*o, c.indicator))
            };
            if let Some(c) = first_max(all.iter().filter(fits), Candidate::steps)
                && best.is_none_or(|(_, b)| c.steps() > b.steps())
            {
                best = Some((i, c));
            }
        }
        let (i, c) = best?;
        chosen[i] = c;
        Some(c.indicator)
    }

    fn tile(&self, c: &Candidate, over_time: bool, lang: Lang) -> Tile {
        let standing = self.standing(c.indicator, lang);
        let moved = c.moved.filter(|_| over_time);
        let (sentence, link) = match moved {
            Some(m) => {
                let change = self.change(&m, lang);
                (change.sentence, change.link)
            }
            None => (self.concise(c.indicator, lang), standing.link),
        };
        Tile {
            indicator: standing.indicator,
            name: standing.short,
            theme: standing.theme_name,
            sentence,
            value: standing.value,
            place: c.rank.place,
            of: c.rank.of,
            good: standing.good,
            poor: standing.poor,
            over_time,
            direction_words: standing.direction_words,
            dots: standing.dots,
            link,
        }
    }

    /// The longest form of the title with value and place that fits into a tile, else the shortest such.
    fn concise(&self, id: IndicatorId, lang: Lang) -> String {
        let c = self.answer(id);
        let rank = c.home().rank;
        let place = rank.map_or_else(String::new, |r| tell::rank_phrase(self.data, c, r, lang));
        let ladder = tell::titles(self.data, c, Finding::Standing, lang);
        let forms: Vec<String> = ladder
            .iter()
            .map(|pieces| joined(pieces))
            .filter(|text| text.contains(&place))
            .collect();
        let fits = |text: &&String| width(text, TILE_FACE) <= TILE_WIDTH;
        let found = forms.iter().find(fits).or(forms.last());
        found.cloned().unwrap_or_default()
    }
}

/// The letters of a tile and the room that two or three of its lines have.
const TILE_FACE: Face = Face::regular(16.0);
const TILE_WIDTH: f64 = 560.0;

/// The first of those with the largest key.
fn first_max<'a, K: Ord>(
    items: impl Iterator<Item = &'a Candidate>,
    key: impl Fn(&Candidate) -> K,
) -> Option<Candidate> {
    items.copied().fold(None, |best, c| match best {
        Some(b) if key(&b) >= key(&c) => Some(b),
        _ => Some(c),
    })
}

fn rule(lang: Lang) -> String {
    lang.pick(
        "按规则选出：只取分得出好坏、全部城市都有可靠数字的比率类指标；每个主题取本市离中间名次最远的一项；至少两项居前三分之一，比率里不够就取总量；其中一项讲名次变化最大的。",
        "Chosen by rule: among rates that have a better end and sound figures for every city, each theme gives the one in which the home city is furthest from the middle; at least two are in the best third, from totals if the rates have too few, and one is the largest change of place.",
    )
    .to_owned()
}
