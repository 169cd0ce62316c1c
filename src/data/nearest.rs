//! The known id that an unknown one was most likely meant to be.
//!
//! It is not a search: pickers match names and initials elsewhere.

/// The id with the smallest edit distance, when that is at most a third of the letters (and at least one is allowed).
///
/// ```
/// use duibiao::data::nearest;
/// assert_eq!(nearest("guangzou", ["guangzhou", "hangzhou"].into_iter()), Some("guangzhou"));
/// assert_eq!(nearest("xyz", ["guangzhou"].into_iter()), None);
/// ```
pub fn nearest<'a>(id: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let limit = (id.chars().count() / 3).max(1);
    known
        .map(|k| (distance(id, k), k))
        .min()
        .filter(|(d, _)| *d <= limit)
        .map(|(_, k)| k)
}

/// Levenshtein's edit distance in characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let substitute = diagonal + usize::from(ca != *cb);
            diagonal = row[j + 1];
            row[j + 1] = substitute.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
