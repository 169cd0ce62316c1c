//! What a reader must be told about a comparison although nothing failed.
//!
//! Only facts are gathered here; the sentences are [`crate::tell`]'s.

use super::comparison::{Comparison, Member, Role};
use super::reading::Reading;
use crate::base::sort_by_key;
use crate::data::{Bound, Dataset, Kind, NoteId, Observation, Period, Price, Status};
use crate::error::{Notice, NoticeKind};

/// The notices of a comparison, the gravest first.
pub(super) fn of(data: &Dataset, c: &Comparison) -> Vec<Notice> {
    let mut notices = Vec::new();
    presence(data, c, &mut notices);
    if data.indicator(c.question.indicator).formula.is_some() {
        notices.push(Notice::new(NoticeKind::Derived));
    }
    reported(data, c, &mut notices);
    if c.kind == Kind::Target {
        notices.push(Notice::new(NoticeKind::Targets));
    }
    other_scopes(data, c, &mut notices);
    tolerance(data, c, &mut notices);
    reliability(data, c, &mut notices);
    breaks(data, c, &mut notices);
    if data.indicator(c.question.indicator).price == Some(Price::Current) {
        notices.push(Notice::new(NoticeKind::Nominal));
    }
    notes(data, c, &mut notices);
    notices
}

fn names<'a>(data: &Dataset, members: impl IntoIterator<Item = &'a Member>) -> Vec<String> {
    members
        .into_iter()
        .map(|m| data.region(m.region).id.clone())
        .collect()
}

fn presence(data: &Dataset, c: &Comparison, notices: &mut Vec<Notice>) {
    if let (Some(asked), Some(shown)) = (c.question.period, c.period)
        && asked != shown
    {
        notices.push(
            Notice::new(NoticeKind::PeriodReplaced)
                .at(asked.to_string())
                .nearest(shown.to_string()),
        );
    }
    if c.home().reading.is_none() {
        notices.push(Notice::new(NoticeKind::HomeMissing).about(names(data, [c.home()])));
    }
    let absent: Vec<_> = c
        .peers()
        .into_iter()
        .filter(|m| m.reading.is_none())
        .collect();
    if !absent.is_empty() {
        notices.push(Notice::new(NoticeKind::PeersMissing).about(names(data, absent)));
    }
    if c.ranked < 2 {
        notices.push(Notice::new(NoticeKind::NotRanked).count(c.ranked, c.group_size));
    } else if c.ranked < c.group_size {
        let absent = c.members.iter().filter(|m| m.in_group && m.rank.is_none());
        notices.push(
            Notice::new(NoticeKind::Incomplete)
                .count(c.ranked, c.group_size)
                .about(names(data, absent)),
        );
    }
}

/// What sources themselves say of home's standing: never mixed with our own ranks.
fn reported(data: &Dataset, c: &Comparison, notices: &mut Vec<Notice>) {
    let id = c.question.indicator;
    let all = data.observations(id);
    for i in data.range_of(id, c.question.home) {
        let o = &all[i];
        if o.reported.is_some() {
            notices.push(
                Notice::new(NoticeKind::Reported)
                    .about(names(data, [c.home()]))
                    .at(o.period.to_string())
                    .nearest(data.indicator(id).id.clone())
                    .detail(i.to_string()),
            );
        }
    }
}

/// Values of the same indicator that count something else.
fn other_scopes(data: &Dataset, c: &Comparison, notices: &mut Vec<Notice>) {
    if data.indicator(c.question.indicator).formula.is_some() {
        return;
    }
    let scoped = !data.indicator(c.question.indicator).scopes.is_empty();
    let other = |m: &&Member| {
        m.reading.is_some_and(|r| r.status == Status::D)
            || scoped
                && data
                    .of(c.question.indicator, m.region)
                    .iter()
                    .any(|o| o.value.is_some() && o.scope != c.scope)
    };
    let found: Vec<_> = c.members.iter().filter(other).collect();
    if !found.is_empty() {
        notices.push(Notice::new(NoticeKind::OtherScope).about(names(data, found)));
    }
}

fn tolerance(data: &Dataset, c: &Comparison, notices: &mut Vec<Notice>) {
    for member in &c.members {
        if let Some(reading) = member.reading
            && Some(reading.period) != c.period
        {
            notices.push(
                Notice::new(NoticeKind::Tolerance)
                    .about(names(data, [member]))
                    .at(reading.period.to_string()),
            );
        }
    }
}

fn reliability(data: &Dataset, c: &Comparison, notices: &mut Vec<Notice>) {
    let plain = |r: Reading| r.status == Status::A && r.bound == Bound::Exact;
    if c.members.iter().all(|m| m.reading.is_none_or(plain)) {
        return;
    }
    let is = |status: Status| move |r: &Reading| r.status == status;
    let stated = |bound: Bound| move |r: &Reading| r.bound == bound;
    let mut tell = |kind: NoticeKind, matches: &dyn Fn(&Reading) -> bool| {
        let found: Vec<_> = c
            .members
            .iter()
            .filter(|m| m.reading.as_ref().is_some_and(matches))
            .collect();
        if !found.is_empty() {
            notices.push(Notice::new(kind).about(names(data, found)));
        }
    };
    tell(NoticeKind::LowReliability, &is(Status::U));
    tell(NoticeKind::Estimated, &is(Status::E));
    tell(NoticeKind::Provisional, &is(Status::P));
    tell(NoticeKind::AtLeast, &stated(Bound::AtLeast));
    tell(NoticeKind::AtMost, &stated(Bound::AtMost));
    tell(NoticeKind::About, &stated(Bound::About));
}

/// One notice for each change of meaning inside the range: with its reason for home and peers, by period for the others.
fn breaks(data: &Dataset, c: &Comparison, notices: &mut Vec<Notice>) {
    let Some((from, to)) = c.range() else {
        return;
    };
    // (whether it is only context, period, note, region)
    let mut found: Vec<(bool, Period, Option<NoteId>, String)> = Vec::new();
    for (member, series) in c.members.iter().zip(&c.series) {
        let rest = member.role == Role::Rest;
        for b in series
            .breaks
            .iter()
            .filter(|b| b.from > from && b.from <= to)
        {
            let region = data.region(series.region).id.clone();
            found.push((rest, b.from, (!rest).then_some(b.note), region));
        }
    }
    sort_by_key(&mut found, |(rest, period, note, _)| {
        (*rest, *period, *note)
    });
    for same in found.chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2)) {
        let mut regions: Vec<String> = same.iter().map(|f| f.3.clone()).collect();
        regions.dedup();
        let notice = Notice::new(NoticeKind::Break)
            .about(regions)
            .at(same[0].1.to_string());
        notices.push(match same[0].2 {
            Some(note) => notice.detail(note.0.to_string()),
            None => notice,
        });
    }
}

/// Notes on the shown values of home and peers, and whether several sources answer; the same words about several cities once.
fn notes(data: &Dataset, c: &Comparison, notices: &mut Vec<Notice>) {
    let mut found: Vec<(NoticeKind, NoteId, Vec<String>)> = Vec::new();
    let mut shown: Vec<&Member> = c.members.iter().filter(|m| m.role != Role::Rest).collect();
    sort_by_key(&mut shown, |m| m.role);
    for member in shown {
        let Some(reading) = member.reading else {
            continue;
        };
        for o in reading.observations(data) {
            let own = o.note.filter(|_| !is_common(data, c, o));
            let told = [
                (NoticeKind::Note, own),
                (NoticeKind::SeveralSources, o.preferred),
            ];
            for (kind, note) in told {
                let Some(note) = note else {
                    continue;
                };
                let region = data.region(member.region).id.clone();
                let same = |f: &&mut (NoticeKind, NoteId, Vec<String>)| {
                    f.0 == kind && data.note(f.1) == data.note(note)
                };
                match found.iter_mut().find(same) {
                    Some((_, _, regions)) if regions.contains(&region) => {}
                    Some((_, _, regions)) => regions.push(region),
                    None => found.push((kind, note, vec![region])),
                }
            }
        }
    }
    notices.extend(
        found.into_iter().map(|(kind, note, regions)| {
            Notice::new(kind).about(regions).detail(note.0.to_string())
        }),
    );
}

/// Whether a note is the whole table's, not this value's own: then every member has the very same note.
fn is_common(data: &Dataset, c: &Comparison, o: &Observation) -> bool {
    let shares = |m: &&Member| {
        m.reading
            .is_some_and(|r| r.observations(data).any(|other| other.note == o.note))
    };
    c.members.len() > 2 && c.members.iter().filter(shares).count() > c.members.len() / 2
}
