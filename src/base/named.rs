//! Choices that have a name each: one table from which a word is written and read.
//!
//! Derived code for each such choice would be several times as large in what readers download.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

/// A choice of a word: an enum, its names in addresses, flags, JSON and on the page, and how it is read and written.
///
/// The first variant that is marked `#[default]` is what it is unless somebody says otherwise.
macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident $id:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
        #[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
        pub enum $name {
            $($(#[$variant_doc])* #[cfg_attr(target_arch = "wasm32", serde(rename = $id))] $variant,)*
        }

        impl $name {
            /// All, each with its name in addresses, flags and JSON.
            pub const ALL: [(&'static str, Self); [$($id),*].len()] = [$(($id, Self::$variant),)*];
        }

        #[cfg(not(target_arch = "wasm32"))]
        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({"type": "string", "enum": [$($id),*]})
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(Self::ALL[*self as usize].0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                const NAMES: &[&str] = &[$($id),*];
                Ok(Self::ALL[$crate::base::place_of(from, NAMES)?].1)
            }
        }
    };
}

pub(crate) use named;

/// The place of the name that is read among those known.
pub(crate) fn place_of<'de, D: Deserializer<'de>>(
    from: D,
    names: &[&str],
) -> Result<usize, D::Error> {
    let text = String::deserialize(from)?;
    let found = names.iter().position(|name| *name == text);
    found.ok_or_else(|| {
        let names = names.join(", ");
        D::Error::custom(format_args!("unknown \"{text}\", expected one of {names}"))
    })
}
