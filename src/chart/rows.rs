//! What charts with a row a city share: where a row can be hit, whether it is named, and its texts.
//!
//! What is drawn in a row is each chart's own.

use super::{Cast, look};
use crate::base::{Point, Rect};
use crate::compare::{Member, Reading, Role as Part, Sort};
use crate::data::Bound;
use crate::draw::Plot;
use crate::mark::{Label, Look, Pen, Strength, Ticks, axis_x};
use crate::scale::{Bands, Scale};
use crate::scene::{Anchor, Role, Scene, Spot};
use crate::tell::{self, Display};
use crate::text::{Face, width};

/// As many rows may say each for itself that there is no figure.
const EACH: usize = 3;

/// No bar of home, a peer or the focus is thinner.
#[cfg(feature = "gallery")]
const THIN: f64 = 3.0;

/// Cities in rows over a common scale.
pub(super) struct Rows<'a> {
    pub(super) members: Vec<&'a Member>,
    pub(super) plot: Rect,
    pub(super) x: Scale,
    pub(super) bands: Bands,
}

impl Rows<'_> {
    /// The plot of the rows: values across, pixels down.
    pub(super) fn plot<'s>(&self, scene: &'s mut Scene) -> Plot<'s> {
        let down = (self.plot.y, self.plot.bottom());
        Plot::new(scene, self.plot, &self.x, &Scale::linear(down, down))
    }

    /// The grid of the values.
    pub(super) fn axis(&self, cast: &Cast<'_>, display: &Display, plot: &Plot<'_>) -> Ticks {
        let decimals = self.x.decimals();
        let tick = |v: f64| display.tick(v, decimals);
        axis_x(plot, cast.options.theme, tick, cast.sizes().small())
    }

    /// Puts the axis' labels below the drawn plot, and notes what the layout did.
    pub(super) fn label_axis(&self, scene: &mut Scene, cast: &Cast<'_>, ticks: Ticks) {
        scene.layout.ticks.push(ticks.count());
        ticks.put(scene, cast.options.theme);
        scene.layout.plot = self.plot;
        #[cfg(feature = "gallery")]
        {
            scene.layout.domain = Some(self.x.domain());
        }
        scene.layout.panel = cast.panel(self.plot);
    }

    /// Makes a row answer to the pointer; gives its pen when there is room to name it, and counts it as dropped when not.
    pub(super) fn begin(&self, scene: &mut Scene, cast: &Cast<'_>, i: usize) -> Option<Pen> {
        let value = self.members[i].reading.map(|r| r.value);
        self.begin_at(scene, cast, i, value)
    }

    /// The same where what is drawn ends at another value than the member's.
    pub(super) fn begin_at(
        &self,
        scene: &mut Scene,
        cast: &Cast<'_>,
        i: usize,
        value: Option<f64>,
    ) -> Option<Pen> {
        let member = self.members[i];
        let (body, step) = (cast.framed.body, self.bands.step);
        let y = self.bands.center(i);
        let when = member.reading.map(|r| r.period).or(cast.c.period);
        let tag = cast.tag(scene, member, when);
        let end = value.map_or(self.plot.x, |v| self.x.map(v));
        scene.spots.push(Spot {
            area: Rect::new(body.x, y - step / 2.0, body.w, step),
            anchor: Point::new(end, y),
            tag,
        });
        scene.layout.labels += 1;
        if !self.is_named(cast, i) {
            scene.layout.dropped += 1;
            return None;
        }
        cast.labelled(scene, member);
        Some(cast.pen(member).tagged(tag))
    }

    /// The same with the name put at `place` where there is room for it, right-aligned in a column of names; gives the height of the row's texts as well.
    #[cfg(feature = "gallery")]
    pub(super) fn begin_named(
        &self,
        scene: &mut Scene,
        cast: &Cast<'_>,
        i: usize,
        place: Option<f64>,
        names: f64,
    ) -> (Option<Pen>, f64) {
        let member = self.members[i];
        let begun = self.begin(scene, cast, i);
        let named = begun.filter(|_| place.is_some());
        scene.layout.dropped += usize::from(begun.is_some() && named.is_none());
        let y = place.unwrap_or_else(|| self.bands.center(i));
        if let Some(pen) = named {
            let at = Point::new(cast.framed.body.x + names - 12.0, y);
            let name = Label::new(at, Anchor::End, face(cast, member), cast.name(member));
            text(scene, cast, member, pen, name);
        }
        (named, y)
    }

    /// What stands in the row of a city without a value: of many such rows, only the first says so, for all below it.
    pub(super) fn lack(&self, cast: &Cast<'_>, i: usize) -> Option<String> {
        let first = self.members.iter().take_while(|m| m.reading.is_some());
        let first = first.count();
        let left = self.members.len() - i;
        // sorted otherwise they are not together
        let together = matches!(cast.c.question.sort, Sort::Value | Sort::Gap);
        if self.members.len() - first <= EACH || !together {
            return Some(cast.no_figure().to_owned());
        }
        let told = (first..i).any(|before| self.is_named(cast, before));
        let (before, after) = cast
            .lang()
            .pick(("以下", "市无可比数据"), ("no figure for these ", ""));
        (!told).then(|| format!("{before}{left}{after}"))
    }

    /// The rows in the order in which their bars are drawn, and how thick these are: home, peers and focus are found in any crowd.
    pub(super) fn bars(&self, cast: &Cast<'_>) -> impl Iterator<Item = (usize, f64)> {
        let thick = self.bands.thickness();
        let rows = 0..self.members.len();
        #[cfg(feature = "gallery")]
        {
            let crowd = thick < THIN;
            let last = move |i: &usize| crowd && cast.is_marked(self.members[*i]);
            let first = rows.clone().filter(move |i| !last(i));
            let first = first.map(move |i| (i, thick));
            first.chain(rows.filter(last).map(|i| (i, THIN)))
        }
        #[cfg(not(feature = "gallery"))]
        {
            let _ = cast;
            rows.map(move |i| (i, thick))
        }
    }

    /// Home and peers always; where rows are lower than text, of the others only those that keep their distance.
    fn is_named(&self, cast: &Cast<'_>, i: usize) -> bool {
        let marked = |m: &Member| cast.is_marked(m);
        let every = self.every(cast);
        if every == 1 || marked(self.members[i]) {
            return true;
        }
        let near = i.saturating_sub(every - 1)..(i + every).min(self.members.len());
        i.is_multiple_of(every) && !self.members[near].iter().any(|m| marked(m))
    }

    /// Where the texts of each row stand: in its middle; where rows are lower than text, those of home, peers and focus are moved apart, and rows that come too near to them have none.
    #[cfg(feature = "gallery")]
    pub(super) fn places(&self, cast: &Cast<'_>) -> Vec<Option<f64>> {
        let rows = 0..self.members.len();
        let every = self.every(cast);
        let mut places: Vec<Option<f64>> =
            rows.clone().map(|i| Some(self.bands.center(i))).collect();
        if every == 1 {
            return places;
        }
        let line = cast.sizes().label * 1.3;
        let inside = (self.plot.y + line / 2.0, self.plot.bottom() - line / 2.0);
        let marked: Vec<usize> = rows
            .clone()
            .filter(|i| cast.is_marked(self.members[*i]))
            .collect();
        let centers: Vec<f64> = marked.iter().map(|i| self.bands.center(*i)).collect();
        let moved = crate::mark::spread(&centers, line, inside);
        for i in rows {
            let y = self.bands.center(i);
            let free =
                (inside.0..=inside.1).contains(&y) && moved.iter().all(|m| (m - y).abs() >= line);
            places[i] = (i.is_multiple_of(every) && free).then_some(y);
        }
        for (i, y) in marked.into_iter().zip(moved) {
            places[i] = Some(y);
        }
        places
    }

    /// Every so many-th row has room for its name.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small positive number"
    )]
    fn every(&self, cast: &Cast<'_>) -> usize {
        let line = cast.sizes().label * 1.15;
        (libm::ceil(line / self.bands.step) as usize).max(1)
    }
}

/// The face of a member's name: home is bold.
pub(super) fn face(cast: &Cast<'_>, member: &Member) -> Face {
    let looked_at = cast.options.settings.focus == Some(member.region);
    cast.sizes().label(member.role == Part::Home || looked_at)
}

/// The number of a reading, with a word where it is not a plain actual value.
pub(super) fn value_text(cast: &Cast<'_>, display: &Display, reading: &Reading) -> String {
    let number = if reading.bound == Bound::Exact {
        display.number(reading.value)
    } else {
        display.rough(reading.value)
    };
    match look(reading) {
        Look::Solid => number,
        Look::Hatched | Look::Hollow => tell::marked(&number, reading, cast.lang()),
    }
}

/// How wide the widest name is, were it home's.
pub(super) fn widest_name(cast: &Cast<'_>, members: &[&Member]) -> f64 {
    let face = cast.sizes().label(true);
    let widths = members.iter().map(|m| width(cast.name(m), face));
    widths.fold(0.0, f64::max)
}

/// Puts a text of a row: in the colour of home or peer, else in full-strength black.
pub(super) fn text(scene: &mut Scene, cast: &Cast<'_>, member: &Member, pen: Pen, label: Label) {
    let label = match member.role {
        Part::Rest if pen.strength == Strength::Plain => label.color(cast.options.theme.text),
        _ => label,
    };
    label.put(scene, pen);
}

/// Puts a text that stands back.
pub(super) fn muted(
    scene: &mut Scene,
    cast: &Cast<'_>,
    at: Point,
    anchor: Anchor,
    face: Face,
    text: &str,
) {
    let theme = cast.options.theme;
    Label::new(at, anchor, face, text)
        .color(theme.muted)
        .put(scene, Pen::new(theme, Role::Muted));
}
