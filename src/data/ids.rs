//! Ids in alphabetical order, each with its position in a list.
//!
//! One type for regions, indicators and sources: a map made anew for each would be compiled anew for each.

/// Ids with their positions.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ids {
    sorted: Vec<(String, u32)>,
}

impl Ids {
    /// Adds an id; says whether it was there before, and then leaves it as it was.
    #[expect(
        clippy::cast_possible_truncation,
        reason = "no list here has 2^32 items"
    )]
    pub(super) fn insert(&mut self, id: &str, position: usize) -> bool {
        match self.find(id) {
            Ok(_) => true,
            Err(at) => {
                self.sorted.insert(at, (id.to_owned(), position as u32));
                false
            }
        }
    }

    /// The position of an id.
    pub(super) fn get(&self, id: &str) -> Option<u32> {
        self.find(id).ok().map(|at| self.sorted[at].1)
    }

    /// All ids, in alphabetical order.
    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.sorted.iter().map(|(id, _)| id.as_str())
    }

    fn find(&self, id: &str) -> Result<usize, usize> {
        self.sorted
            .binary_search_by(|(known, _)| known.as_str().cmp(id))
    }
}
