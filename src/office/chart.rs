//! The chart of a figure as office programs can draw it, from the cells of the table: no number is written twice.
//!
//! Home and peers have their colours. Across a break no line is drawn: a city has a series for each unbroken stretch.

use super::document::Laid;
use super::model::{
    DocAxis, DocCells, DocChart, DocDash, DocKind, DocLine, DocPoint, DocSeries, DocSide, DocWord,
};
use super::number::number;
use super::sides;
use crate::base::{Color, sort_by_key};
use crate::chart::{is_plain, role as in_picture};
use crate::compare::{Comparison, Member, Role, ends};
use crate::data::{Dataset, Period};
use crate::figure::Figure;
use crate::scene::{Theme, ThemeId};
use crate::tell::Row;
use crate::view::{ChartId, Form};

/// What an office program can draw of the chart; none where it has nothing like it.
pub(super) fn native(data: &Dataset, figure: &Figure, laid: &Laid) -> Option<DocChart> {
    let maker = Maker {
        data,
        c: &figure.comparison,
        laid,
        theme: Theme::named(ThemeId::Light),
    };
    let view = &figure.view;
    let form = view.form.unwrap_or_else(|| view.chart().form());
    match view.chart() {
        ChartId::RankBars => maker.ranked("value"),
        ChartId::GapBars => maker.ranked("gap"),
        ChartId::TrendLines | ChartId::IndexedLines => maker.lines(),
        ChartId::Slopes => maker.slopes(),
        ChartId::Scatter => maker.scatter(),
        ChartId::GroupedBars => maker.grouped(),
        ChartId::StackedBars => maker.stacked(form == Form::Absolute),
        _ => None,
    }
}

struct Maker<'a> {
    data: &'a Dataset,
    c: &'a Comparison,
    laid: &'a Laid,
    theme: &'a Theme,
}

/// Which part of the whole picture a number takes.
const NARROW: f64 = 0.04;

/// As many cities are all named in a scatter.
const FEW: usize = 30;

fn place(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX - 1)
}

/// The cells of a column, over these rows of the table.
fn down(column: u16, rows: (usize, usize)) -> DocCells {
    DocCells {
        top: Some(place(rows.0)),
        bottom: Some(place(rows.1)),
        left: column,
        right: column,
    }
}

/// The head of a column, and of those up to another.
fn head(left: u16, right: u16) -> DocCells {
    DocCells {
        top: None,
        bottom: None,
        left,
        right,
    }
}

/// A cell of a row, and those up to another column.
fn along(row: usize, left: u16, right: u16) -> DocCells {
    DocCells {
        top: Some(place(row)),
        bottom: Some(place(row)),
        left,
        right,
    }
}

fn hex(color: Color) -> String {
    format!("{:02X}{:02X}{:02X}", color.r, color.g, color.b)
}

fn cell(row: &Row, column: u16) -> Option<&crate::tell::Cell> {
    row.cells.get(usize::from(column))
}

fn value(row: &Row, column: u16) -> Option<f64> {
    number(cell(row, column)?).map(|n| n.value)
}

/// Whether a cell's figure is no plain observation.
fn doubtful(row: &Row, column: u16) -> bool {
    cell(row, column).is_some_and(|c| !c.mark.is_empty())
}

impl Maker<'_> {
    fn chart(&self, kind: DocKind, series: Vec<DocSeries>, legend: bool) -> DocChart {
        DocChart {
            kind,
            series,
            legend,
            x: DocAxis::default(),
            y: DocAxis::default(),
            grid: hex(self.theme.grid),
            ground: hex(self.theme.ground),
        }
    }

    fn series(&self, name: DocCells, categories: DocCells, values: DocCells) -> DocSeries {
        DocSeries {
            name,
            categories,
            values,
            color: self.color(Role::Rest, 0.0),
            line: None,
            dot: None,
            points: Vec::new(),
            word: None,
            labelled: false,
            listed: true,
        }
    }

    fn rows(&self) -> &[Row] {
        &self.laid.table.rows
    }

    fn last(&self) -> Option<usize> {
        self.rows().len().checked_sub(1)
    }

    fn member(&self, region: &str) -> Option<&Member> {
        let mut members = self.c.members.iter();
        members.find(|m| self.data.region(m.region).id == region)
    }

    fn role(&self, region: &str) -> Role {
        self.member(region).map_or(Role::Rest, |m| m.role)
    }

    /// Whether a city's figure is a plain observation.
    fn is_plain(&self, region: &str) -> bool {
        let reading = self.member(region).and_then(|m| m.reading.as_ref());
        reading.is_none_or(is_plain)
    }

    /// The colour of a city's areas, so much nearer to the ground.
    fn color(&self, role: Role, part: f64) -> String {
        let color = self.theme.color(in_picture(role));
        hex(color.mix(self.theme.ground, part))
    }

    fn line(&self, city: &str) -> DocLine {
        let role = self.role(city);
        DocLine {
            color: hex(self.theme.line(in_picture(role))),
            width: match role {
                Role::Home => 3.0,
                Role::Peer(_) => 2.25,
                Role::Rest => 1.0,
            },
            // as in our own pictures: colour alone does not tell peers apart
            dash: match role {
                Role::Peer(n) if n % 2 == 1 => DocDash::Dashes,
                _ => DocDash::Solid,
            },
        }
    }

    /// A bar a city in the order of the table, each in the colour of its role; hollow where the figure is no plain observation.
    fn ranked(&self, key: &str) -> Option<DocChart> {
        let (names, values) = (self.laid.column("city")?, self.laid.column(key)?);
        let rows = (0, self.last()?);
        let points = self.rows().iter().map(|row| DocPoint {
            color: self.color(self.role(&row.region), 0.0),
            hollow: !self.is_plain(&row.region),
            labelled: true,
        });
        let series = DocSeries {
            points: points.collect(),
            labelled: true,
            ..self.series(head(values, values), down(names, rows), down(values, rows))
        };
        let mut chart = self.chart(DocKind::Bars, vec![series], false);
        chart.y.hidden = true;
        Some(chart)
    }

    /// A line a city over the years: on an axis of numbers, where a series can begin late and a gap is as wide as it was long.
    fn lines(&self) -> Option<DocChart> {
        let years = self.laid.column("period").filter(|_| self.laid.years)?;
        let ends = [0, self.last()?].map(|i| self.laid.year(i));
        let mut all = Vec::new();
        for (column, city) in self.cities() {
            let pieces = self.stretches(city).into_iter();
            let pieces = pieces.flat_map(|rows| self.pieces(column, rows));
            for (n, (rows, sure)) in pieces.enumerate() {
                let mut line = self.line(city);
                if !sure {
                    line.dash = DocDash::Dots;
                }
                // a value by itself has no line, so it has a dot
                let lone = rows.0 == rows.1;
                all.push(DocSeries {
                    color: line.color.clone(),
                    line: Some(line),
                    dot: lone.then_some(6),
                    // greys look alike in a legend
                    listed: n == 0 && self.role(city) != Role::Rest,
                    ..self.series(head(column, column), down(years, rows), down(column, rows))
                });
            }
        }
        let mut chart = self.chart(DocKind::Lines, all, true);
        if let [Some(first), Some(last)] = ends {
            chart.x.min = Some(f64::from(first));
            chart.x.max = Some(f64::from(last));
            chart.x.step = Some(f64::from((last - first).div_euclid(10).max(1)));
        }
        Some(chart)
    }

    /// A column a city at each period.
    fn grouped(&self) -> Option<DocChart> {
        let periods = self.laid.column("period")?;
        let rows = (0, self.last()?);
        let cities = self.cities().into_iter().rev();
        let series = cities.map(|(column, city)| {
            let color = self.color(self.role(city), 0.0);
            let point = |row: &Row| DocPoint {
                color: color.clone(),
                hollow: doubtful(row, column),
                labelled: false,
            };
            let points: Vec<DocPoint> = self.rows().iter().map(point).collect();
            let alike = points.iter().all(|p| !p.hollow);
            DocSeries {
                points: if alike { Vec::new() } else { points },
                color: color.clone(),
                listed: self.role(city) != Role::Rest,
                ..self.series(
                    head(column, column),
                    down(periods, rows),
                    down(column, rows),
                )
            }
        });
        Some(self.chart(DocKind::Columns, series.collect(), true))
    }

    /// The columns that are about a city, home's last: it is drawn over the others.
    fn cities(&self) -> Vec<(u16, &str)> {
        let columns = (0..).zip(&self.laid.table.columns);
        let cities = columns.map(|(i, c)| (i, c.key.as_str()));
        let mut cities: Vec<(u16, &str)> = cities
            .filter(|(_, key)| self.data.region_named(key).is_some())
            .collect();
        cities.reverse();
        cities
    }

    /// The rows in which a city has one unbroken series, first and last of each.
    fn stretches(&self, city: &str) -> Vec<(usize, usize)> {
        let region = self.data.region_named(city);
        let Some(series) = region.and_then(|r| self.c.series_of(r)) else {
            return Vec::new();
        };
        let mut found: Vec<(usize, (usize, usize))> = Vec::new();
        for (i, row) in self.rows().iter().enumerate() {
            let period = row.period.parse::<Period>().ok();
            let Some(period) = period.filter(|p| series.at(*p).is_some()) else {
                continue;
            };
            let stretch = series.stretch(period);
            match found.last_mut() {
                Some((same, rows)) if *same == stretch => rows.1 = i,
                _ => found.push((stretch, (i, i))),
            }
        }
        found.into_iter().map(|(_, rows)| rows).collect()
    }

    /// A stretch in pieces that are sure or not: the way to and from a doubtful value is dotted, as in our own pictures.
    fn pieces(&self, column: u16, rows: (usize, usize)) -> Vec<((usize, usize), bool)> {
        let there: Vec<(usize, bool)> = (rows.0..=rows.1)
            .filter_map(|i| Some((i, cell(&self.rows()[i], column)?)))
            .filter(|(_, cell)| !cell.text.is_empty())
            .map(|(i, cell)| (i, cell.mark.is_empty()))
            .collect();
        if let [(alone, sure)] = there[..] {
            return vec![((alone, alone), sure)];
        }
        let mut pieces: Vec<((usize, usize), bool)> = Vec::new();
        for two in there.windows(2) {
            let sure = two[0].1 && two[1].1;
            match pieces.last_mut() {
                Some((rows, same)) if *same == sure => rows.1 = two[1].0,
                _ => pieces.push(((two[0].0, two[1].0), sure)),
            }
        }
        pieces
    }

    /// A line a city between two years; where nothing lies between them that can be compared, its two dots.
    fn slopes(&self) -> Option<DocChart> {
        let (from, to) = (self.laid.column("from")?, self.laid.column("to")?);
        let (name, change) = (self.laid.column("city")?, self.laid.column("change")?);
        let mut all = Vec::new();
        for (i, row) in self.rows().iter().enumerate().rev() {
            let mut line = self.line(&row.region);
            if !self.ends_plainly(&row.region) {
                line.dash = DocDash::Dots;
            }
            let joined = !cell(row, change)?.text.is_empty();
            all.push(DocSeries {
                color: line.color.clone(),
                line: joined.then_some(line),
                dot: Some(6),
                listed: self.role(&row.region) != Role::Rest,
                ..self.series(along(i, name, name), head(from, to), along(i, from, to))
            });
        }
        Some(self.chart(DocKind::Slopes, all, true))
    }

    /// Whether both ends of a city's slope are plain observations.
    fn ends_plainly(&self, region: &str) -> bool {
        let series = self.data.region_named(region);
        let series = series.and_then(|r| self.c.series_of(r));
        let (Some(series), Some((from, to))) = (series, ends(self.c)) else {
            return true;
        };
        let plain = |at: Period| series.at(at).is_none_or(is_plain);
        plain(from) && plain(to)
    }

    /// A dot a city with its name; in a crowd, home and peers alone are named.
    fn scatter(&self) -> Option<DocChart> {
        let (up, across) = (self.laid.column("value")?, self.laid.column("beside")?);
        let names = self.laid.column("city")?;
        let mut all = Vec::new();
        for (i, row) in self.rows().iter().enumerate() {
            let role = self.role(&row.region);
            let named = role != Role::Rest || self.rows().len() <= FEW;
            let hollow = doubtful(row, up) || doubtful(row, across);
            let color = self.color(role, 0.0);
            let point = DocPoint {
                color: color.clone(),
                hollow,
                labelled: false,
            };
            all.push(DocSeries {
                color,
                dot: Some(9),
                points: if hollow { vec![point] } else { Vec::new() },
                word: cell(row, names).filter(|_| named).map(|c| DocWord {
                    text: c.text.clone(),
                    side: DocSide::Above,
                }),
                ..self.series(
                    along(i, names, names),
                    down(across, (i, i)),
                    down(up, (i, i)),
                )
            });
        }
        self.turn(&mut all, (across, up));
        let mut chart = self.chart(DocKind::Scatter, all, false);
        let label = |column: u16| self.laid.table.columns[usize::from(column)].label.clone();
        let reach = |column| sides::axis(self.rows().iter().filter_map(move |r| value(r, column)));
        for (axis, column) in [(&mut chart.x, across), (&mut chart.y, up)] {
            axis.name = label(column);
            let reach = reach(column);
            (axis.min, axis.max) = (reach.map(|r| r.0), reach.map(|r| r.1));
        }
        Some(chart)
    }

    /// Puts each name on a side of its dot where it covers no other; home chooses first, then its peers.
    fn turn(&self, all: &mut [DocSeries], (across, up): (u16, u16)) {
        let number = |i: usize, column| value(&self.rows()[i], column).unwrap_or_default();
        let mut order: Vec<usize> = (0..all.len()).collect();
        sort_by_key(&mut order, |i| self.role(&self.rows()[*i].region));
        let dots: Vec<(f64, f64)> = order
            .iter()
            .map(|i| (number(*i, across), number(*i, up)))
            .collect();
        let names = order.iter().map(|i| all[*i].word.as_ref());
        let names: Vec<Option<&str>> = names.map(|w| w.map(|w| w.text.as_str())).collect();
        let sides = sides::sides(&dots, &names);
        for (i, side) in order.into_iter().zip(sides) {
            if let Some(word) = &mut all[i].word {
                word.side = side;
            }
        }
    }

    /// A bar a city, of its parts: shares that come to a hundred, or amounts.
    fn stacked(&self, amounts: bool) -> Option<DocChart> {
        let names = self.laid.column("city")?;
        let rows = (0, self.last()?);
        let columns = (0..).zip(&self.laid.table.columns);
        let parts: Vec<u16> = columns
            .filter(|(_, c)| match amounts {
                true => c.key == "amount",
                false => self.data.indicator_named(&c.key).is_some(),
            })
            .map(|(i, _)| i)
            .collect();
        if parts.is_empty() {
            return None;
        }
        let whole = |row: &Row| parts.iter().filter_map(|p| value(row, *p)).sum::<f64>();
        let widest = self.rows().iter().map(whole).fold(0.0, f64::max);
        let all = parts.len();
        let mut series = Vec::new();
        for (n, part) in parts.into_iter().enumerate() {
            // the later the paler
            let tint = |role| self.color(role, n as f64 / all as f64 * 0.9);
            let points = self.rows().iter().map(|row| DocPoint {
                color: tint(self.role(&row.region)),
                hollow: doubtful(row, part),
                // none where it is too narrow for its number
                labelled: value(row, part).is_some_and(|v| v >= widest * NARROW),
            });
            series.push(DocSeries {
                points: points.collect(),
                color: tint(Role::Rest),
                labelled: true,
                ..self.series(head(part, part), down(names, rows), down(part, rows))
            });
        }
        let mut chart = self.chart(DocKind::Stacked, series, true);
        if !amounts {
            chart.y.max = Some(100.0);
        }
        Some(chart)
    }
}
