//! Who a mark is about and how sure its value is: what every mark needs to know.
//!
//! It picks colours from the theme; it draws nothing itself.

use crate::base::Color;
use crate::scene::{Item, Role, Scene, Shape, Stroke, Theme};

/// How a value looks: only a plain actual value is solid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// A plain actual value.
    #[default]
    Solid,
    /// An estimate, a bound or a value of low reliability.
    Hatched,
    /// A target.
    Hollow,
}

/// Theme, role and tag of the mark that is drawn next.
#[derive(Clone, Copy, Debug)]
pub struct Pen {
    /// The colours.
    pub theme: &'static Theme,
    /// Who it is about.
    pub role: Role,
    /// What it is about.
    pub tag: Option<u32>,
}

impl Pen {
    /// A pen for this role that is about nothing in particular.
    #[must_use]
    pub fn new(theme: &'static Theme, role: Role) -> Self {
        Self {
            theme,
            role,
            tag: None,
        }
    }

    /// The same about something.
    #[must_use]
    pub fn tagged(self, tag: u32) -> Self {
        Self {
            tag: Some(tag),
            ..self
        }
    }

    /// The colour of areas.
    #[must_use]
    pub fn fill(self) -> Color {
        self.theme.color(self.role)
    }

    /// A line in the role's colour.
    #[must_use]
    pub fn stroke(self, width: f64) -> Stroke {
        Stroke::solid(self.theme.line(self.role), width)
    }

    /// Puts a shape into the scene.
    pub fn put(self, scene: &mut Scene, shape: Shape) {
        scene.items.push(Item {
            role: self.role,
            tag: self.tag,
            shape,
        });
    }
}
