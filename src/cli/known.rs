//! Whether a view names only what the data have.
//!
//! On a page an unknown name is told and replaced; a script must not get another chart than it asked for.

use duibiao::data::{Dataset, nearest};
use duibiao::error::{Error, NoticeKind, Problem};
use duibiao::view::{View, resolve};

/// Refuses a view that names what the data do not have; `place` says where a field of the view stands.
pub(crate) fn check(
    data: &Dataset,
    view: &View,
    place: &dyn Fn(&str) -> String,
) -> Result<(), Error> {
    let unknown: Vec<Problem> = resolve(data, view)
        .notices
        .iter()
        .filter(|n| n.kind == NoticeKind::UnknownId)
        .map(|n| unknown_in(data, view, n.detail.as_deref().unwrap_or_default(), place))
        .collect();
    Error::of(unknown).map_or(Ok(()), Err)
}

/// The field that an unknown id came from.
fn field(view: &View, id: &str) -> &'static str {
    let is = |field: &Option<String>| field.as_deref() == Some(id);
    if is(&view.indicator) {
        "indicator"
    } else if is(&view.home) {
        "home"
    } else if is(&view.group) {
        "group"
    } else if is(&view.period) {
        "period"
    } else if is(&view.range) {
        "range"
    } else if is(&view.scope) {
        "scope"
    } else if is(&view.base) {
        "base"
    } else if is(&view.focus) {
        "focus"
    } else if view.beside.iter().flatten().any(|b| b == id) {
        "beside"
    } else {
        "peers"
    }
}

/// What is wrong with a field, and what was probably meant.
fn unknown_in(data: &Dataset, view: &View, id: &str, place: &dyn Fn(&str) -> String) -> Problem {
    let field = field(view, id);
    let problem = Problem::new(place(field), format!("unknown \"{id}\""));
    let near = match field {
        "period" | "base" => {
            return Problem::new(place(field), format!("\"{id}\" is not a period"))
                .help("write 2023, 2018-H1, 2024-Q1, 2024-08 or 2016/2023");
        }
        "range" => {
            return Problem::new(place(field), format!("\"{id}\" is not a stretch of time"))
                .help("write the earlier period first: 2012..2023");
        }
        "indicator" | "beside" => nearest(id, data.indicators().map(|(_, i)| i.id.as_str())),
        "group" => nearest(id, data.groups().map(|(_, g)| g.id.as_str())),
        "scope" => None,
        _ => nearest(id, data.regions().map(|(_, r)| r.id.as_str())),
    };
    match near {
        Some(near) => problem.help(format!("did you mean \"{near}\"?")),
        None => problem.help("the ids stand in the JSON files of the data folder"),
    }
}
