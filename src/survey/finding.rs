//! The finding tiles: six sentences about home, chosen by a rule and not by hand.
//!
//! The rule is stated to the reader in [`Findings::rule`], so it must stay short enough to be said.

use serde::Serialize;

use super::change::Moved;
use super::{Dot, Link, Survey};
use crate::compare::{Rank, is_good, is_poor};
use crate::data::{IndicatorId, Lang, ThemeId};
use crate::tell::{self, Finding};
use crate::text::{Face, joined, width};

/// How many tiles there are, where the data have that many.
const TILES: usize = 6;
/// How many of them are where home is placed best.
const BEST: usize = 2;

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
    /// Whether it is among those in which home is placed best, in the best third or not.
    pub best: bool,
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
}

impl Candidate {
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
    /// 1. Only what the scorecard counts for every home, so no totals, and where home's figure is normal.
    /// 2. First the best placed of all, then the best placed of another theme, in the best third or not; of equals the first.
    /// 3. From each further theme, in the order of the file, the one in which home is furthest from the middle place; of equals the first.
    ///    Themes run out before six tiles are found: further ones in the same order, none like one that is there.
    /// 4. One tile becomes the largest change of place of its theme, if any theme has one; the best placed stay.
    #[must_use]
    pub fn findings(&self, lang: Lang) -> Findings {
        let all = self.candidates();
        let mut chosen = self.best_placed(&all);
        let best: Vec<IndicatorId> = chosen.iter().map(|c| c.indicator).collect();
        self.by_theme(&all, &mut chosen);
        let over_time = self.take_change(&all, &best, &mut chosen);
        crate::base::sort_by_key(&mut chosen, |c| c.theme);
        let tile = |c: &Candidate| Tile {
            best: best.contains(&c.indicator),
            ..self.tile(c, over_time == Some(c.indicator), lang)
        };
        Findings {
            rule: rule(lang),
            tiles: chosen.iter().map(tile).collect(),
        }
    }

    fn candidates(&self) -> Vec<Candidate> {
        self.counted()
            .into_iter()
            .filter(|id| self.is_sound(*id))
            .filter_map(|indicator| {
                Some(Candidate {
                    indicator,
                    theme: self.data.indicator(indicator).theme,
                    rank: self.answer(indicator).home().rank?,
                    moved: self.moved(indicator),
                })
            })
            .collect()
    }

    /// Where home is placed best: of different themes as far as there are.
    fn best_placed(&self, all: &[Candidate]) -> Vec<Candidate> {
        let mut best: Vec<Candidate> = Vec::new();
        while best.len() < BEST {
            let free = |c: &&Candidate| !self.is_like_any(c.indicator, &best);
            let other = |c: &&Candidate| best.iter().all(|b| b.theme != c.theme);
            let ahead = |c: &Candidate| c.rank.of - c.rank.place;
            let found = first_max(all.iter().filter(free).filter(other), ahead)
                .or_else(|| first_max(all.iter().filter(free), ahead));
            let Some(c) = found else {
                break;
            };
            best.push(c);
        }
        best
    }

    /// Fills up from the themes in their order, a further one from each in each round.
    fn by_theme(&self, all: &[Candidate], chosen: &mut Vec<Candidate>) {
        let most = all.len();
        for round in 1..=most {
            for (theme, _) in self.data.themes() {
                let full = chosen.iter().filter(|c| c.theme == theme).count() >= round;
                let free =
                    |c: &&Candidate| c.theme == theme && !self.is_like_any(c.indicator, chosen);
                let found = first_max(all.iter().filter(free), Candidate::telling);
                if let Some(c) = found
                    && !full
                    && chosen.len() < TILES
                {
                    chosen.push(c);
                }
            }
        }
    }

    fn is_like_any(&self, id: IndicatorId, others: &[Candidate]) -> bool {
        others.iter().any(|o| self.is_alike(o.indicator, id))
    }

    /// Makes one tile about time; says of which indicator.
    fn take_change(
        &self,
        all: &[Candidate],
        best: &[IndicatorId],
        chosen: &mut [Candidate],
    ) -> Option<IndicatorId> {
        let mut found: Option<(usize, Candidate)> = None;
        for (i, old) in chosen.iter().enumerate() {
            let kept = best.contains(&old.indicator);
            let fits = |c: &&Candidate| {
                let mut rest = chosen.iter().enumerate().filter(|(j, _)| *j != i);
                c.theme == old.theme
                    && (!kept || c.indicator == old.indicator)
                    && c.steps() > 0
                    && !rest.any(|(_, o)| self.is_alike(o.indicator, c.indicator))
            };
            if let Some(c) = first_max(all.iter().filter(fits), Candidate::steps)
                && found.is_none_or(|(_, b)| c.steps() > b.steps())
            {
                found = Some((i, c));
            }
        }
        let (i, c) = found?;
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
            best: false,
            good: is_good(c.rank),
            poor: is_poor(c.rank),
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
        "按规则选出：只取记分卡计入、本市数字可靠的比率和人均；先取本市名次最好的一项和另一主题里名次最好的一项，不论是否居前三分之一；其余主题各取本市离中间名次最远的一项；其中一项讲名次变化最大的。",
        "Chosen by rule among the rates that the scorecard counts and in which the home city has a sound figure: first the one in which it is placed best and the best of another theme, in the best third or not; then each further theme gives the one in which it is furthest from the middle; one tells the largest change of place.",
    )
    .to_owned()
}
