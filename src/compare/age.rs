//! Population by age and sex: the counts of one region in bands of five years, and what part of all they are.
//!
//! Bands are sums of what was counted; nothing is spread over ages that were counted together.

use crate::base::sort_by_key;
use crate::data::{Dataset, Period, RegionId, SourceId};

/// Men and women of some ages.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// The youngest.
    pub from: u32,
    /// The oldest; none where there is no upper end.
    pub to: Option<u32>,
    /// Men.
    pub male: f64,
    /// Women.
    pub female: f64,
}

/// The population of one region at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Ages {
    /// When.
    pub period: Period,
    /// Where it was read.
    pub source: SourceId,
    /// Youngest first.
    pub bands: Vec<Band>,
}

impl Ages {
    /// Everything that was counted of a region, the earliest first.
    ///
    /// ```
    /// use duibiao::compare::Ages;
    /// let data = duibiao::data::builtin();
    /// let wenzhou = data.region_named("wenzhou").unwrap();
    /// let [_, now] = &Ages::of(&data, wenzhou)[..] else { panic!("two censuses") };
    /// assert_eq!(now.total(), 9_572_903.0);
    /// ```
    #[must_use]
    pub fn of(data: &Dataset, region: RegionId) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        for pyramid in data.pyramids() {
            for (_, male, female) in pyramid.rows.iter().filter(|row| row.0 == region) {
                let ages = pyramid.ages.iter().zip(male.iter().zip(female));
                let bands = ages.filter_map(|(age, (m, f))| band(age, *m, *f));
                found.push(Self {
                    period: pyramid.period,
                    source: pyramid.source,
                    bands: joined(bands),
                });
            }
        }
        sort_by_key(&mut found, |a| a.period);
        found.retain(|a| a.total() > 0.0);
        found
    }

    /// Everyone.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.bands.iter().map(|b| b.male + b.female).sum()
    }

    /// Which part is of these ages; none where a band begins in them and ends beyond.
    #[must_use]
    pub fn share(&self, from: u32, to: Option<u32>) -> Option<f64> {
        let end = |to: Option<u32>| to.unwrap_or(u32::MAX);
        let inside = |b: &&Band| b.from >= from && end(b.to) <= end(to);
        let outside = |b: &Band| end(b.to) < from || b.from > end(to);
        let mut all = self.bands.iter();
        if !all.all(|b| inside(&b) || outside(b)) {
            return None;
        }
        let part: f64 = self
            .bands
            .iter()
            .filter(inside)
            .map(|b| b.male + b.female)
            .sum();
        Some(part / self.total())
    }
}

/// `0`, `1-4` or `85+`.
fn band(age: &str, male: u32, female: u32) -> Option<Band> {
    let (from, to) = match (age.strip_suffix('+'), age.split_once('-')) {
        (Some(from), _) => (from.parse().ok()?, None),
        (_, Some((from, to))) => (from.parse().ok()?, Some(to.parse().ok()?)),
        _ => (age.parse().ok()?, Some(age.parse().ok()?)),
    };
    Some(Band {
        from,
        to,
        male: f64::from(male),
        female: f64::from(female),
    })
}

/// Bands shorter than five years joined to one: infants stand with the other small children, or their bar would look like a shortfall.
fn joined(bands: impl Iterator<Item = Band>) -> Vec<Band> {
    let mut all: Vec<Band> = Vec::new();
    for band in bands {
        match all.last_mut() {
            Some(last) if last.to.is_some() && last.from / 5 == band.to.unwrap_or(u32::MAX) / 5 => {
                last.to = band.to;
                last.male += band.male;
                last.female += band.female;
            }
            _ => all.push(band),
        }
    }
    all
}
