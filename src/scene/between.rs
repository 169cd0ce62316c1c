//! A scene on the way to another one: what is in both moves, what is in one fades.
//!
//! Only places are between; every word and figure is the target's from the first moment, so that none is shown that nobody published.

use std::collections::BTreeMap;

use super::{Item, Scene, Shape, Stroke};
use crate::base::{Color, Point, Rect};

/// By what an item is found again: whose, of when, of which indicator, which kind of shape, and the how-manieth of these.
type Key<'a> = (&'a str, &'a str, u16, u8, usize);

/// The scene at `t` of the way, from 0 to 1.
///
/// ```
/// use duibiao::{base::{Color, Point, Size}, scene::{Item, Role, Scene, Shape, between}};
/// let at = |x: f64, year: &str| {
///     let mut scene = Scene::new(Size::new(90.0, 10.0), Color::hex(0xFFFFFF));
///     let tag = Some(scene.tag(&"wenzhou".into(), &year.into()));
///     let dot = Shape::Circle { center: Point::new(x, 5.0), radius: 2.0, fill: None, stroke: None };
///     scene.items.push(Item { role: Role::Home, tag, shape: dot });
///     scene
/// };
/// let half = between(&at(10.0, "2022"), &at(30.0, "2023"), 0.5);
/// assert!(matches!(half.items[0].shape, Shape::Circle { center: Point { x: 20.0, .. }, .. }));
/// ```
#[must_use]
pub fn between(from: &Scene, to: &Scene, t: f64) -> Scene {
    // where each scene is about one period, a region is found again in another year
    let timeless = of_one_period(from) && of_one_period(to);
    let mut old: BTreeMap<Key<'_>, &Item> = BTreeMap::new();
    let mut loose = Vec::new();
    for (key, item) in keyed(from, timeless) {
        match key {
            Some(key) => drop(old.insert(key, item)),
            None => loose.push(item),
        }
    }
    let mut coming = Vec::new();
    for (key, item) in keyed(to, timeless) {
        let before = key.and_then(|key| old.remove(&key));
        let shape = match (before, &item.shape) {
            (Some(before), shape) => moved(&before.shape, shape, t),
            (None, Shape::Text { .. }) if key.is_none() => item.shape.clone(),
            (None, shape) if key.is_none() && loose.contains(&item) => shape.clone(),
            (None, shape) => faded(shape, t),
        };
        coming.push(Item { shape, ..*item });
    }
    let stays =
        |item: &&&Item| !matches!(item.shape, Shape::Text { .. }) && !to.items.contains(item);
    let gone = loose.iter().filter(stays).chain(old.values());
    let mut items: Vec<Item> = gone
        .map(|item| Item {
            shape: faded(&item.shape, 1.0 - t),
            tag: None,
            ..**item
        })
        .collect();
    items.append(&mut coming);
    Scene {
        items,
        ..to.clone()
    }
}

fn of_one_period(scene: &Scene) -> bool {
    scene
        .tags
        .windows(2)
        .all(|two| two[0].period == two[1].period)
}

/// The items in drawing order, those about something with their key.
fn keyed(scene: &Scene, timeless: bool) -> Vec<(Option<Key<'_>>, &Item)> {
    let mut counted: BTreeMap<(&str, &str, u16, u8), usize> = BTreeMap::new();
    let mut key = |item: &Item| {
        let tag = scene.tags.get(owner(scene, item)? as usize)?;
        let period = if timeless { "" } else { &*tag.period };
        let key = (&*tag.region, period, tag.indicator, kind(&item.shape));
        let n = counted.entry(key).or_default();
        *n += 1;
        Some((key.0, key.1, key.2, key.3, *n))
    };
    scene.items.iter().map(|item| (key(item), item)).collect()
}

/// What an item is about. A bar, a dot or a line without a tag is about the one region whose spot is on it.
fn owner(scene: &Scene, item: &Item) -> Option<u32> {
    if item.tag.is_some() {
        return item.tag;
    }
    let near = |a: &Point, b: &Point| (a.x - b.x).abs() <= 1.0 && (a.y - b.y).abs() <= 1.0;
    let on = |at: &Point| match &item.shape {
        Shape::Rect { rect, .. } => rect.inflate(1.0).contains(*at),
        Shape::Path { points, .. } => points.iter().any(|p| near(p, at)),
        Shape::Circle { center, .. } => near(center, at),
        Shape::Text { .. } => false,
    };
    let mut spots = scene.spots.iter().filter(|s| on(&s.anchor));
    let first = spots.next()?.tag;
    let region = |tag: u32| scene.tags.get(tag as usize).map(|t| &t.region);
    spots
        .all(|s| region(s.tag) == region(first))
        .then_some(first)
}

fn kind(shape: &Shape) -> u8 {
    match shape {
        Shape::Rect { .. } => 0,
        Shape::Path { .. } => 1,
        Shape::Circle { .. } => 2,
        Shape::Text { .. } => 3,
    }
}

/// The target's shape, in a place between; one that has another form fades in.
fn moved(from: &Shape, to: &Shape, t: f64) -> Shape {
    let mut shape = to.clone();
    match (from, &mut shape) {
        (Shape::Rect { rect: a, .. }, Shape::Rect { rect: b, .. }) => *b = rect(*a, *b, t),
        (Shape::Path { points: a, .. }, Shape::Path { points: b, .. }) if a.len() == b.len() => {
            for (a, b) in a.iter().zip(b) {
                *b = point(*a, *b, t);
            }
        }
        (
            Shape::Circle {
                center: a,
                radius: r,
                ..
            },
            Shape::Circle {
                center: b,
                radius: s,
                ..
            },
        ) => {
            (*b, *s) = (point(*a, *b, t), number(*r, *s, t));
        }
        (
            Shape::Text {
                at: a, anchor: c, ..
            },
            Shape::Text {
                at: b, anchor: d, ..
            },
        ) if c == d => {
            *b = point(*a, *b, t);
        }
        _ => return faded(to, t),
    }
    shape
}

/// The shape with its colours thinned.
fn faded(shape: &Shape, t: f64) -> Shape {
    let mut shape = shape.clone();
    match &mut shape {
        Shape::Rect { fill, stroke, .. }
        | Shape::Path { fill, stroke, .. }
        | Shape::Circle { fill, stroke, .. } => {
            *fill = fill.map(|color| thinned(color, t));
            *stroke = stroke.map(|s| Stroke {
                color: thinned(s.color, t),
                ..s
            });
        }
        Shape::Text { fill, .. } => *fill = thinned(*fill, t),
    }
    shape
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of 255 fits into its byte"
)]
fn thinned(color: Color, t: f64) -> Color {
    let a = (f64::from(color.a) * t.clamp(0.0, 1.0)).round() as u8;
    Color { a, ..color }
}

fn number(a: f64, b: f64, t: f64) -> f64 {
    a + (b - a) * t
}

fn point(a: Point, b: Point, t: f64) -> Point {
    Point::new(number(a.x, b.x, t), number(a.y, b.y, t))
}

fn rect(a: Rect, b: Rect, t: f64) -> Rect {
    let (x, y) = (number(a.x, b.x, t), number(a.y, b.y, t));
    Rect::new(x, y, number(a.w, b.w, t), number(a.h, b.h, t))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Size;
    use crate::scene::{Anchor, Role, Spot};
    use crate::text::Face;

    const INK: Color = Color {
        r: 0,
        g: 0,
        b: 0,
        a: 255,
    };

    fn scene(year: &str, regions: &[(&str, f64, &str)]) -> Scene {
        let mut scene = Scene::new(Size::new(100.0, 40.0), INK);
        for (region, y, value) in regions {
            let tag = Some(scene.tag(&(*region).into(), &year.into()));
            let text = Shape::Text {
                at: Point::new(50.0, *y),
                anchor: Anchor::Start,
                face: Face::regular(12.0),
                fill: INK,
                text: (*value).to_owned(),
            };
            scene.items.push(Item {
                role: Role::Rest,
                tag,
                shape: text,
            });
        }
        scene
    }

    fn texts(scene: &Scene) -> Vec<(&str, f64, u8)> {
        scene
            .items
            .iter()
            .filter_map(|item| match &item.shape {
                Shape::Text { text, at, fill, .. } => Some((text.as_str(), at.y, fill.a)),
                _ => None,
            })
            .collect()
    }

    #[test]
    fn rows_change_places_and_say_only_what_is_true_of_the_new_year() {
        let from = scene("2022", &[("a", 10.0, "3.0"), ("b", 20.0, "2.0")]);
        let to = scene("2023", &[("b", 10.0, "3.5"), ("a", 20.0, "3.1")]);
        let half = between(&from, &to, 0.25);
        assert_eq!(texts(&half), [("3.5", 17.5, 255), ("3.1", 12.5, 255)]);
    }

    #[test]
    fn who_comes_fades_in_and_who_goes_fades_out() {
        let from = scene("2022", &[("a", 10.0, "3.0")]);
        let to = scene("2023", &[("b", 10.0, "3.5")]);
        let part = between(&from, &to, 0.2);
        assert_eq!(texts(&part), [("3.0", 10.0, 204), ("3.5", 10.0, 51)]);
    }

    #[test]
    fn a_bar_without_a_tag_is_its_rows() {
        let bars = |year: &str, width: f64| {
            let mut scene = scene(year, &[("a", 10.0, "3.0")]);
            let rect = Rect::new(20.0, 5.0, width, 10.0);
            let anchor = Point::new(rect.right(), 10.0);
            let area = Rect::new(0.0, 0.0, 100.0, 20.0);
            scene.spots.push(Spot {
                area,
                anchor,
                tag: 0,
            });
            let shape = Shape::Rect {
                rect,
                radius: 0.0,
                fill: Some(INK),
                stroke: None,
            };
            scene.items.push(Item {
                role: Role::Rest,
                tag: None,
                shape,
            });
            scene
        };
        let half = between(&bars("2022", 40.0), &bars("2023", 60.0), 0.5);
        let bar = half.items.iter().find_map(|item| match item.shape {
            Shape::Rect { rect, fill, .. } => Some((rect.w, fill)),
            _ => None,
        });
        assert_eq!(bar, Some((50.0, Some(INK))));
    }

    #[test]
    fn the_way_ends_where_it_leads_to() {
        let from = scene("2022", &[("a", 10.0, "3.0"), ("b", 20.0, "2.0")]);
        let to = scene("2023", &[("b", 10.0, "3.5"), ("a", 20.0, "3.1")]);
        assert_eq!(between(&from, &to, 1.0), to);
    }
}
