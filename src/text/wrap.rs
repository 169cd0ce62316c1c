//! Breaking a text into lines: between hanzi and at spaces, never inside a name or between a number and its unit.
//!
//! It is not UAX #14: it knows the two languages of the program and the marks that may not begin or end a line.

use super::{Face, is_wide, width};

/// A stretch of text that either may be broken or must be kept whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it must stay on one line.
    pub keep: bool,
}

impl Piece {
    /// A stretch that may be broken.
    #[must_use]
    pub fn flow(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            keep: false,
        }
    }

    /// A stretch that must stay whole: a name, or a number with its unit.
    #[must_use]
    pub fn keep(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            keep: true,
        }
    }
}

/// The text of all pieces.
#[must_use]
pub fn joined(pieces: &[Piece]) -> String {
    pieces.iter().map(|p| p.text.as_str()).collect()
}

/// Marks that may not begin a line.
const CLOSING: &str = ",.;:!?)]}%’”、。，；：！？）》」』】…";
/// Marks that may not end a line.
const OPENING: &str = "([{‘“（《「『【¥";

/// Breaks a text into lines of at most `limit` pixels; a stretch that is wider alone gets a line of its own.
/// The lines are made about equally long.
///
/// ```
/// use duibiao::text::{wrap, Face, Piece};
/// let text = [Piece::flow("居"), Piece::keep("全省11市"), Piece::keep("第8位")];
/// assert_eq!(wrap(&text, Face::regular(10.0), 55.0), ["居全省11市", "第8位"]);
/// ```
#[must_use]
pub fn wrap(pieces: &[Piece], face: Face, limit: f64) -> Vec<String> {
    // a name in several words that is wider than a line is broken rather than cut off;
    // what is in one and may be broken is kept whole where that costs no line
    let kept = |whole: bool| {
        let each = pieces.iter().map(|p| {
            let (fits, words) = (width(&p.text, face) <= limit, p.text.contains(' '));
            Piece {
                text: p.text.clone(),
                keep: match words {
                    true => p.keep && fits,
                    false => p.keep || whole && fits,
                },
            }
        });
        each.collect::<Vec<Piece>>()
    };
    let broken = set(&atoms(&kept(false)), face, limit);
    let whole = kept(true);
    let kept = set(&atoms(&whole), face, limit);
    let fits = kept.iter().all(|l| width(l, face) <= limit);
    if fits && kept.len() <= broken.len() {
        kept
    } else {
        broken
    }
}

/// The lines, about equally long.
fn set(atoms: &[String], face: Face, limit: f64) -> Vec<String> {
    let lines = fill(atoms, face, limit);
    if lines.len() < 2 {
        return lines;
    }
    balance(atoms, face, limit, lines)
}

/// The narrowest setting with as many lines, so that no last line is a lone word.
fn balance(atoms: &[String], face: Face, limit: f64, mut best: Vec<String>) -> Vec<String> {
    let (mut low, mut high) = (limit / 2.0, limit);
    while high - low > face.size / 2.0 {
        let middle = f64::midpoint(low, high);
        let lines = fill(atoms, face, middle);
        if lines.len() == best.len() && lines.iter().all(|l| width(l, face) <= middle) {
            best = lines;
            high = middle;
        } else {
            low = middle;
        }
    }
    best
}

fn fill(atoms: &[String], face: Face, limit: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for atom in atoms {
        let fits = width(line.as_str(), face) + width(atom.trim_end(), face) <= limit;
        if !fits && !line.is_empty() {
            let full = std::mem::take(&mut line);
            lines.extend(Some(full.trim_end().to_owned()).filter(|l| !l.is_empty()));
        }
        line.push_str(atom);
    }
    let last = line.trim_end();
    if !last.is_empty() {
        lines.push(last.to_owned());
    }
    lines
}

/// The stretches between which a line may end.
fn atoms(pieces: &[Piece]) -> Vec<String> {
    let mut atoms: Vec<String> = Vec::new();
    for piece in pieces {
        if piece.keep {
            add(&mut atoms, piece.text.clone());
        } else {
            split(&piece.text)
                .into_iter()
                .for_each(|t| add(&mut atoms, t));
        }
    }
    atoms
}

/// Joins the stretch to the one before where no line may end between them.
fn add(atoms: &mut Vec<String>, next: String) {
    let (Some(first), Some(last)) = (
        next.chars().next(),
        atoms.last().and_then(|a| a.chars().last()),
    ) else {
        if !next.is_empty() {
            atoms.push(next);
        }
        return;
    };
    let glued = CLOSING.contains(first)
        || OPENING.contains(last)
        || first == ' '
        || !(last == ' '
            || is_wide(first)
            || is_wide(last)
            || CLOSING.contains(last) && !first.is_ascii());
    match atoms.last_mut() {
        Some(before) if glued => before.push_str(&next),
        _ => atoms.push(next),
    }
}

/// Hanzi one by one, other words whole with the space behind them.
fn split(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut open = false;
    for c in text.chars() {
        let joins = open && !is_wide(c);
        match parts.last_mut() {
            Some(part) if joins => part.push(c),
            _ => parts.push(c.to_string()),
        }
        open = !is_wide(c) && c != ' ';
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::{Face, Piece, wrap};

    #[test]
    fn no_line_begins_with_a_closing_mark() {
        let text = [Piece::flow(
            "温州每千人执业(助理)医师，居全省第八位，少一人",
        )];
        for limit in 30..200 {
            for line in wrap(&text, Face::regular(10.0), f64::from(limit)) {
                assert!(!line.starts_with(['，', ')']), "{line}");
                assert!(!line.ends_with('('), "{line}");
            }
        }
    }

    #[test]
    fn english_breaks_only_at_spaces() {
        let text = [
            Piece::flow("In 2023 "),
            Piece::keep("Wenzhou’s"),
            Piece::flow(" GDP per head stood at "),
            Piece::keep("¥89,440"),
            Piece::flow(", 8th of the 11 cities"),
        ];
        let lines = wrap(&text, Face::regular(10.0), 90.0);
        assert_eq!(
            lines.join(" "),
            "In 2023 Wenzhou’s GDP per head stood at ¥89,440, 8th of the 11 cities"
        );
    }

    #[test]
    fn a_name_stays_whole_where_that_costs_no_line() {
        let text = [
            Piece::keep("2023年"),
            Piece::keep("温州"),
            Piece::flow("每千人执业(助理)医师"),
            Piece::keep("3.80人"),
            Piece::flow("，居全省11市第8位"),
        ];
        let lines = wrap(&text, Face::bold(16.0), 296.0);
        assert!(
            lines.iter().any(|l| l.contains("每千人执业(助理)医师")),
            "{lines:?}"
        );
    }

    #[test]
    fn what_is_kept_is_not_broken() {
        let text = [
            Piece::flow("比"),
            Piece::keep("杭州"),
            Piece::keep("少1.21人"),
        ];
        assert_eq!(
            wrap(&text, Face::regular(10.0), 15.0),
            ["比", "杭州", "少1.21人"]
        );
    }
}
