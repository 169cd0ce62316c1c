//! Charts: a comparison becomes series, the series are placed, the placed become a scene. One file a chart.
//!
//! A chart knows regions and pixels, but no file and no browser. What it says comes from [`crate::tell`].

#[cfg(feature = "gallery")]
mod about;
#[cfg(feature = "gallery")]
mod areas;
#[cfg(feature = "gallery")]
mod bullet;
#[cfg(feature = "gallery")]
mod bump;
#[cfg(feature = "gallery")]
mod fact_card;
mod frame;
#[cfg(feature = "gallery")]
mod gap_bars;
#[cfg(feature = "gallery")]
mod gap_dumbbells;
#[cfg(feature = "gallery")]
mod grouped_bars;
#[cfg(feature = "gallery")]
mod indexed_lines;
#[cfg(feature = "gallery")]
mod legend;
#[cfg(feature = "gallery")]
mod map;
#[cfg(feature = "gallery")]
mod map_key;
#[cfg(feature = "gallery")]
mod outline;
#[cfg(feature = "gallery")]
mod places;
#[cfg(feature = "gallery")]
mod plain;
#[cfg(feature = "gallery")]
mod profile;
#[cfg(feature = "gallery")]
mod profile_strips;
#[cfg(feature = "gallery")]
mod pyramid;
#[cfg(feature = "gallery")]
mod radar;
mod rank_bars;
#[cfg(feature = "gallery")]
mod rim;
#[cfg(feature = "gallery")]
mod room;
mod rows;
#[cfg(feature = "gallery")]
mod scatter;
#[cfg(feature = "gallery")]
mod scatter_notes;
#[cfg(feature = "gallery")]
mod scorecard;
#[cfg(feature = "gallery")]
mod shade;
#[cfg(feature = "gallery")]
mod sides;
mod sizes;
#[cfg(feature = "gallery")]
mod slopes;
#[cfg(feature = "gallery")]
mod small_multiples;
#[cfg(feature = "gallery")]
mod stacked_bars;
#[cfg(feature = "gallery")]
mod tile_grid;
mod time;
#[cfg(feature = "gallery")]
mod tree;
mod trend_lines;

#[cfg(feature = "gallery")]
use std::cell::RefCell;
use std::sync::Arc;

use crate::base::{Rect, Size};
use crate::compare::{Comparison, Member, Reading, Role as Part};
#[cfg(feature = "gallery")]
use crate::data::RegionId;
use crate::data::{Bound, Dataset, Kind, Lang, Period, Status};
use crate::mark::{Look, Pen, Strength};
use crate::scale::{Fit, Scale, Wish};
use crate::scene::{Role, Scene, Theme};
use crate::tell;
use crate::view::{ChartId, Settings};

pub use frame::{Frame, default_height};

use frame::Framed;
use sizes::Sizes;

/// What a picture is to be like.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Which chart.
    pub chart: ChartId,
    /// In which language.
    pub lang: Lang,
    /// In which colours.
    pub theme: &'static Theme,
    /// How large, in CSS pixels.
    pub size: Size,
    /// With title and foot or without.
    pub frame: Frame,
    /// A title instead of the generated one.
    pub title: Option<&'a str>,
    /// What the chart leaves open.
    pub settings: Settings,
}

impl Options<'_> {
    /// What the picture is about.
    fn finding(&self) -> tell::Finding {
        #[cfg(feature = "gallery")]
        let finding = self.chart.finding_of(self.settings.of, self.settings.by);
        #[cfg(not(feature = "gallery"))]
        let finding = self.chart.finding();
        finding
    }
}

/// Draws a comparison.
///
/// ```
/// use duibiao::{base::Size, chart::{draw, Frame, Options}, compare::{Comparison, Question}};
/// use duibiao::{data::Lang, scene::{Theme, ThemeId}, view::{ChartId, Settings}};
/// let data = duibiao::data::builtin();
/// let doctors = data.indicator_named("doctors-per-1000").unwrap();
/// let answer = Comparison::of(&data, &Question::about(&data, doctors));
/// let scene = draw(&data, &answer, &Options {
///     chart: ChartId::RankBars, lang: Lang::Zh, theme: Theme::named(ThemeId::Light),
///     size: Size::new(960.0, 600.0), frame: Frame::Full, title: None, settings: Settings::default(),
/// });
/// assert!(scene.items.len() > 40);
/// ```
#[must_use]
pub fn draw(data: &Dataset, c: &Comparison, options: &Options<'_>) -> Scene {
    let mut scene = Scene::new(options.size, options.theme.ground);
    let framed = Framed::put(&mut scene, data, c, options);
    let cast = Cast {
        data,
        c,
        options,
        framed,
        #[cfg(feature = "gallery")]
        panel: None,
    };
    draw_one(&mut scene, &cast);
    scene
}

/// Draws the plot of the chart that the options name into the body of the cast.
fn draw_one(scene: &mut Scene, cast: &Cast<'_>) {
    match cast.options.chart {
        ChartId::RankBars => rank_bars::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::GapBars => gap_bars::draw(scene, cast),
        ChartId::TrendLines => trend_lines::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::GapDumbbells => gap_dumbbells::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::Scorecard => scorecard::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::ProfileStrips => profile_strips::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::Radar => radar::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::SmallMultiples => small_multiples::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::Slopes => slopes::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::Bump => bump::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::IndexedLines => indexed_lines::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::Scatter => scatter::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::Bullet => bullet::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::StackedBars => stacked_bars::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::GroupedBars => grouped_bars::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::Map => map::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::Pyramid => pyramid::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::TileGrid => tile_grid::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::FactCard => fact_card::draw(scene, cast),
        #[cfg(feature = "gallery")]
        ChartId::Tree => tree::draw(scene, cast),
    }
}

/// How many bytes a name may have for each pixel of the picture's width: of either script that is about half of it.
const NAME: f64 = 0.08;
/// As many it may always have.
const SHORT: f64 = 20.0;

/// Everything that a chart draws from.
struct Cast<'a> {
    data: &'a Dataset,
    c: &'a Comparison,
    options: &'a Options<'a>,
    framed: Framed,
    /// What a panel of small multiples must hold to.
    #[cfg(feature = "gallery")]
    panel: Option<Panel>,
}

/// What a panel of small multiples must hold to, so that it can be read beside the others.
#[cfg(feature = "gallery")]
struct Panel {
    /// Values that its scale must hold beside its own.
    also: Vec<f64>,
    /// Periods that stand on its axis beside its own.
    periods: Vec<Period>,
    /// The same across, where both axes have values.
    across: Vec<f64>,
    /// The city that its title says it is about.
    region: Option<RegionId>,
    /// What must be said once for all panels.
    said: RefCell<Vec<String>>,
}

impl<'a> Cast<'a> {
    /// Values that a scale must hold beside those that are drawn.
    fn also(&self) -> &[f64] {
        #[cfg(feature = "gallery")]
        if let Some(panel) = &self.panel {
            return &panel.also;
        }
        &[]
    }

    /// The same of the axis across, where it has values of its own.
    #[cfg(feature = "gallery")]
    fn also_across(&self) -> &[f64] {
        self.panel.as_ref().map_or(&[], |panel| &panel.across)
    }

    /// The city that a panel is about, else home.
    #[cfg(feature = "gallery")]
    fn lead<'m>(&self, c: &'m Comparison) -> &'m Member {
        let region = self.panel.as_ref().and_then(|panel| panel.region);
        let found = region.and_then(|r| c.members.iter().find(|m| m.region == r));
        found.unwrap_or_else(|| c.home())
    }

    /// Leaves these words to the foot of all panels; whether it is one of them.
    #[cfg(feature = "gallery")]
    fn leave(&self, words: impl IntoIterator<Item = String>) -> bool {
        let Some(panel) = &self.panel else {
            return false;
        };
        panel.said.borrow_mut().extend(words);
        true
    }

    /// Periods that stand on an axis beside those that are drawn.
    fn also_periods(&self) -> &[Period] {
        #[cfg(feature = "gallery")]
        if let Some(panel) = &self.panel {
            return &panel.periods;
        }
        &[]
    }

    /// Whether it is a panel of small multiples, where signs are explained once for all.
    fn is_panel(&self) -> bool {
        #[cfg(feature = "gallery")]
        if self.panel.is_some() {
            return true;
        }
        false
    }

    /// Whether a title says whom a panel is about, so that its labels need not.
    fn is_titled(&self) -> bool {
        #[cfg(feature = "gallery")]
        if let Some(panel) = &self.panel {
            return panel.region.is_some();
        }
        false
    }

    fn lang(&self) -> Lang {
        self.options.lang
    }

    fn sizes(&self) -> Sizes {
        self.framed.sizes
    }

    /// A city's name; of one that would take the picture's room as much as has some.
    #[expect(clippy::cast_sign_loss, reason = "a width is positive")]
    fn name(&self, member: &Member) -> &'a str {
        let name = self.data.region(member.region).name.get(self.options.lang);
        let room = (self.framed.body.w * NAME).max(SHORT) as usize;
        if name.len() <= room {
            return name;
        }
        &name[..name.floor_char_boundary(room)]
    }

    fn display(&self) -> tell::Display {
        tell::display(self.data, self.c, self.options.finding(), self.lang())
    }

    /// Ticks that are round in the numbers shown, and whole where whole things are counted.
    fn wish(&self, count: usize, display: &tell::Display) -> Wish {
        let precision = self.data.indicator(self.c.question.indicator).precision;
        Wish {
            count,
            divisor: display.divisor,
            finest: if precision == 0 { 1.0 } else { 0.0 },
        }
    }

    /// The scale of values: logarithmic where the reader asks for it and no value is zero or below.
    fn scale(&self, values: (f64, f64), range: (f64, f64), wish: Wish, fit: Fit) -> Scale {
        #[cfg(feature = "gallery")]
        if self.options.settings.scale == crate::view::ScaleKind::Log
            && let Some(log) = Scale::log(values, range, wish)
        {
            return log;
        }
        Scale::nice(values, range, wish, fit)
    }

    /// What a picture says of its scale, where it is not plainly linear.
    #[cfg(feature = "gallery")]
    fn scale_word(&self, low: f64) -> Option<String> {
        if self.options.settings.scale != crate::view::ScaleKind::Log {
            return None;
        }
        let (lang, linear) = (self.lang(), low <= 0.0);
        let log = lang.pick(
            "对数刻度：等距即等比",
            "log scale: equal steps are equal ratios",
        );
        let stays = lang.pick(
            "有零或负值，刻度仍为线性",
            "linear scale: some values are zero or below",
        );
        Some(if linear { stays } else { log }.to_owned())
    }

    /// The small core has linear scales alone.
    #[cfg(not(feature = "gallery"))]
    fn scale_word(&self, _low: f64) -> Option<String> {
        None
    }

    /// A tick's label.
    fn tick(&self, scale: &Scale, display: &tell::Display, value: f64) -> String {
        #[cfg(feature = "gallery")]
        let decimals = scale.decimals_of(value / display.divisor);
        #[cfg(not(feature = "gallery"))]
        let decimals = scale.decimals();
        display.tick(value, decimals)
    }

    fn pen(&self, member: &Member) -> Pen {
        Pen::new(self.options.theme, role(member.role)).strength(self.strength(member))
    }

    /// While a region is looked at, it stands out, and all but home stand back.
    fn strength(&self, member: &Member) -> Strength {
        match self.options.settings.focus {
            Some(focus) if focus == member.region => Strength::Strong,
            Some(_) if member.role != Part::Home => Strength::Faint,
            _ => Strength::Plain,
        }
    }

    /// Whether a member is never left unnamed: home, a peer, or the one that is looked at.
    fn is_marked(&self, member: &Member) -> bool {
        member.role != Part::Rest || self.strength(member) == Strength::Strong
    }

    fn tag(&self, scene: &mut Scene, member: &Member, period: Option<Period>) -> u32 {
        let period = period.map(|p| p.to_string()).unwrap_or_default();
        scene.tag(self.id(member), &period.into())
    }

    fn id(&self, member: &Member) -> &'a Arc<str> {
        &self.data.region(member.region).shared
    }

    /// The plot with its direct labels: all of the body between the plot's top and bottom.
    fn panel(&self, plot: Rect) -> Rect {
        Rect::new(self.framed.body.x, plot.y, self.framed.body.w, plot.h)
    }

    /// Notes that home and peers have their names in the picture.
    fn labelled(&self, scene: &mut Scene, member: &Member) {
        if member.role != Part::Rest {
            let id = self.data.region(member.region).id.clone();
            scene.layout.labelled.push(id);
        }
    }

    /// What stands where a city has no value.
    fn no_figure(&self) -> &'static str {
        self.lang().pick("无可比数据", "no comparable figure")
    }
}

/// What a member is in a picture.
pub(crate) fn role(part: Part) -> Role {
    match part {
        Part::Home => Role::Home,
        // more than three peers share three hues: their names tell them apart, and dashes their lines
        Part::Peer(n) => Role::Peer((n % 3) as u8),
        Part::Rest => Role::Rest,
    }
}

/// How often something fits: the whole part of a small positive number.
#[cfg(feature = "gallery")]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a small positive number"
)]
fn whole(n: f64) -> usize {
    n as usize
}

/// Whether a value is a plain observation, and looks like one.
#[cfg(feature = "gallery")]
pub(crate) fn is_plain(reading: &Reading) -> bool {
    look(reading) == Look::Solid
}

/// Only a plain actual value looks plain.
fn look(reading: &Reading) -> Look {
    match (reading.kind, reading.status, reading.bound) {
        (Kind::Target, _, _) => Look::Hollow,
        (Kind::Actual, Status::A, Bound::Exact) => Look::Solid,
        _ => Look::Hatched,
    }
}
