//! Sorting that is compiled once, and picking one value of many without sorting.
//!
//! std makes its sort anew for every type and every comparison, which came to a seventh of the small wasm module.
//! There only positions are sorted, by a comparison behind a pointer; results are the same, stable order.

use std::cmp::Ordering;

/// Sorts a list, stably.
///
/// ```
/// let mut words = vec!["b", "a"];
/// duibiao::base::sort(&mut words, |a, b| a.cmp(b));
/// assert_eq!(words, ["a", "b"]);
/// ```
#[cfg_attr(
    feature = "gallery",
    expect(clippy::ptr_arg, reason = "the other way takes the list apart")
)]
pub fn sort<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    // where no byte counts, several times as fast
    #[cfg(feature = "gallery")]
    items.sort_by(compare);
    #[cfg(not(feature = "gallery"))]
    {
        let order = order(items.len(), &|a, b| compare(&items[a], &items[b]));
        let mut taken: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
        items.extend(order.into_iter().filter_map(|i| taken[i as usize].take()));
    }
}

/// Sorts a list by a key, stably.
pub fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort(items, |a, b| key(a).cmp(&key(b)));
}

/// The value that would stand at this place if they were sorted ascending; none beyond the last.
///
/// It is quickselect: most of the values are never compared with each other.
///
/// ```
/// use duibiao::base::nth;
/// assert_eq!(nth(&mut [3.0, 1.0, 2.0], 1), Some(2.0));
/// assert_eq!(nth(&mut [], 0), None);
/// ```
#[must_use]
pub fn nth(values: &mut [f64], place: usize) -> Option<f64> {
    let (mut low, mut high) = (0, values.len());
    while low < high {
        let middle = *values.get(place)?;
        // what is less, what is equal, what is not looked at yet, what is more
        let (mut less, mut at, mut more) = (low, low, high);
        while at < more {
            if values[at] < middle {
                values.swap(at, less);
                less += 1;
                at += 1;
            } else if values[at] > middle {
                more -= 1;
                values.swap(at, more);
            } else {
                at += 1;
            }
        }
        if place < less {
            high = less;
        } else if place >= more {
            low = more;
        } else {
            return Some(middle);
        }
    }
    None
}

#[cfg(not(feature = "gallery"))]
#[expect(
    clippy::cast_possible_truncation,
    reason = "no list here has 2^32 items"
)]
fn order(n: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<u32> {
    let mut order: Vec<u32> = (0..n as u32).collect();
    order.sort_by(|a, b| compare(*a as usize, *b as usize));
    order
}

#[cfg(test)]
mod tests {
    use super::nth;

    #[test]
    fn every_place_is_that_of_the_sorted_values() {
        let values = [5.0, -1.0, 5.0, 0.0, 7.5, 5.0, 2.0];
        let mut sorted = values;
        sorted.sort_by(f64::total_cmp);
        for (place, value) in sorted.into_iter().enumerate() {
            assert_eq!(nth(&mut values.clone(), place), Some(value), "{place}");
        }
        assert_eq!(nth(&mut values.clone(), 7), None);
    }
}
