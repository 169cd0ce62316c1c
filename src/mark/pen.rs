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

/// How much a mark stands out while one region is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Strength {
    /// As always.
    #[default]
    Plain,
    /// It is the one that is looked at.
    Strong,
    /// Another one is.
    Faint,
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
    /// Whether it stands out or back.
    pub strength: Strength,
}

impl Pen {
    /// A pen for this role that is about nothing in particular.
    #[must_use]
    pub fn new(theme: &'static Theme, role: Role) -> Self {
        Self {
            theme,
            role,
            tag: None,
            strength: Strength::Plain,
        }
    }

    /// The same standing out or back.
    #[must_use]
    pub fn strength(self, strength: Strength) -> Self {
        Self { strength, ..self }
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
        self.strengthened(self.theme.color(self.role))
    }

    /// The colour of texts.
    #[must_use]
    pub fn ink(self) -> Color {
        match self.strength {
            Strength::Plain => self.theme.ink(self.role),
            Strength::Strong if self.role == Role::Rest => self.theme.text,
            Strength::Strong => self.theme.ink(self.role),
            // readable still: it stands back by its colour alone
            Strength::Faint => self.theme.muted,
        }
    }

    /// Grey cities that are looked at are darker; all others are mixed with the ground.
    fn strengthened(self, color: Color) -> Color {
        match self.strength {
            Strength::Strong if self.role == Role::Rest => self.theme.muted,
            Strength::Plain | Strength::Strong => color,
            Strength::Faint => color.mix(self.theme.ground, 0.7),
        }
    }

    /// A line in the role's colour.
    #[must_use]
    pub fn stroke(self, width: f64) -> Stroke {
        Stroke::solid(self.strengthened(self.theme.line(self.role)), width)
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
