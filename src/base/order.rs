//! Sorting that is compiled once.
//!
//! std makes its sort anew for every type and every comparison, which came to a seventh of the wasm module.
//! Here only positions are sorted, by a comparison behind a pointer; results are the same, stable order.

use std::cmp::Ordering;

/// Sorts a list, stably.
///
/// ```
/// let mut words = vec!["b", "a"];
/// duibiao::base::sort(&mut words, |a, b| a.cmp(b));
/// assert_eq!(words, ["a", "b"]);
/// ```
pub fn sort<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut taken: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.into_iter().filter_map(|i| taken[i as usize].take()));
}

/// Sorts a list by a key, stably.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort(items, |a, b| key(a).cmp(&key(b)));
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "no list here has 2^32 items"
)]
fn order(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..n as u32).collect();
    order.sort_by(|a, b| compare(*a as usize, *b as usize));
    order
}
