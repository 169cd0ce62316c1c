//! The display list: everything that is drawn, in drawing order, placed and coloured to the end.
//!
//! A scene does not know how it came or where it goes. Replaying it never measures, wraps or picks a colour.
//!
//! See also: [`crate::paint`] for what replays it.

#[cfg(feature = "gallery")]
mod between;
mod item;
mod layout;
mod theme;

#[cfg(feature = "gallery")]
pub use between::between;
pub use item::{Anchor, Item, Role, Shape, Stroke};
pub use layout::Layout;
pub use theme::{Theme, ThemeId};

use std::sync::Arc;

use crate::base::{Color, Point, Rect, Size};

/// What a stretch of a scene is about, for picking and for names in files.
#[derive(Clone, Debug, PartialEq)]
pub struct Tag {
    /// The region's id, shared by all tags of the region.
    pub region: Arc<str>,
    /// The period in its written form, shared by all tags of the period.
    pub period: Arc<str>,
    /// Which indicator: 0 is the one that is compared, then those beside it.
    pub indicator: u16,
}

/// A place of a scene that answers to a pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Where it can be hit.
    pub area: Rect,
    /// Where what it is about is drawn.
    pub anchor: Point,
    /// Its [`Tag`], by position.
    pub tag: u32,
}

/// A ring inside which a spot is hit; what else of its rectangle is nobody's is hit near its anchor only.
#[cfg(feature = "gallery")]
#[derive(Clone, Debug, PartialEq)]
pub struct Outline {
    /// The spot, by position.
    pub spot: u32,
    /// Its corners.
    pub points: Vec<Point>,
}

/// How near to the anchor of a spot with outlines the pointer hits it outside of them.
#[cfg(feature = "gallery")]
const NEAR: f64 = 24.0;

#[cfg(feature = "gallery")]
impl Outline {
    /// Whether a point lies inside.
    #[must_use]
    pub fn holds(&self, at: Point) -> bool {
        let next = self.points.iter().cycle().skip(1);
        let sides = self.points.iter().zip(next);
        let crossed = sides.filter(|(a, b)| {
            (a.y <= at.y) != (b.y <= at.y) && at.x < a.x + (at.y - a.y) / (b.y - a.y) * (b.x - a.x)
        });
        crossed.count() % 2 == 1
    }
}

/// A picture, complete.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Its size in CSS pixels.
    pub size: Size,
    /// What it is painted on.
    pub ground: Color,
    /// Its items, in drawing order.
    pub items: Vec<Item>,
    /// What its items are about.
    pub tags: Vec<Tag>,
    /// Where it can be hit; tested when the pointer is on none is the nearest.
    pub spots: Vec<Spot>,
    /// The lines of spots that are no rectangles.
    #[cfg(feature = "gallery")]
    pub outlines: Vec<Outline>,
    /// Its text alternative; empty where the page has the words beside it.
    pub description: String,
    /// What the layout did, for measuring.
    pub layout: Layout,
}

impl Scene {
    /// An empty picture.
    #[must_use]
    pub fn new(size: Size, ground: Color) -> Self {
        Self {
            size,
            ground,
            items: Vec::new(),
            tags: Vec::new(),
            spots: Vec::new(),
            #[cfg(feature = "gallery")]
            outlines: Vec::new(),
            description: String::new(),
            layout: Layout::default(),
        }
    }

    /// Names what the next items are about.
    pub fn tag(&mut self, region: &Arc<str>, period: &Arc<str>) -> u32 {
        self.tag_beside(region, period, 0)
    }

    /// The same about one of the indicators beside: 1 is the first of them.
    pub fn tag_beside(&mut self, region: &Arc<str>, period: &Arc<str>, indicator: u16) -> u32 {
        self.tags.push(Tag {
            region: Arc::clone(region),
            period: Arc::clone(period),
            indicator,
        });
        u32::try_from(self.tags.len() - 1).unwrap_or(u32::MAX)
    }

    /// Whether a spot whose rectangle is hit is hit: always, unless it has outlines that are not.
    #[cfg(feature = "gallery")]
    fn reaches(&self, spot: &Spot, distance: f64) -> bool {
        let is_it = |o: &Outline| {
            self.spots
                .get(o.spot as usize)
                .is_some_and(|s| std::ptr::eq(s, spot))
        };
        distance <= NEAR * NEAR || !self.outlines.iter().any(is_it)
    }

    /// Without outlines a rectangle is a spot.
    #[cfg(not(feature = "gallery"))]
    #[expect(clippy::unused_self, reason = "the same as with outlines")]
    fn reaches(&self, _: &Spot, _: f64) -> bool {
        true
    }

    /// What lies under a point: the spot that contains it with the nearest anchor, else none.
    ///
    /// ```
    /// use duibiao::{base::{Color, Point, Rect, Size}, scene::{Scene, Spot}};
    /// let mut scene = Scene::new(Size::new(10.0, 10.0), Color::hex(0xFFFFFF));
    /// let tag = scene.tag(&"wenzhou".into(), &"2023".into());
    /// scene.spots.push(Spot { area: Rect::new(0.0, 0.0, 5.0, 5.0), anchor: Point::new(2.0, 2.0), tag });
    /// assert_eq!(scene.pick(Point::new(3.0, 3.0)).map(|s| s.tag), Some(tag));
    /// assert!(scene.pick(Point::new(9.0, 9.0)).is_none());
    /// ```
    #[must_use]
    pub fn pick(&self, at: Point) -> Option<&Spot> {
        let distance = |s: &Spot| {
            let (dx, dy) = (s.anchor.x - at.x, s.anchor.y - at.y);
            dx * dx + dy * dy
        };
        #[cfg(feature = "gallery")]
        if let Some(outline) = self.outlines.iter().find(|o| o.holds(at)) {
            return self.spots.get(outline.spot as usize);
        }
        self.spots
            .iter()
            .filter(|s| s.area.contains(at) && self.reaches(s, distance(s)))
            .min_by(|a, b| distance(a).total_cmp(&distance(b)))
    }
}
