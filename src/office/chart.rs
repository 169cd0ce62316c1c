//! The chart of a figure as an office program draws it, from the cells of the table: no number is written twice.
//!
//! Home and peers have their colours. Across a break no line is drawn: a city has a series for each unbroken stretch.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartDataLabel, ChartDataLabelPosition, ChartFormat,
    ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartPoint,
    ChartSolidFill, ChartType, Color,
};

use super::number::number;
use super::sheet::{HEAD, Laid};
use crate::chart::role as in_picture;
use crate::compare::{Comparison, Role};
use crate::data::{Dataset, Period};
use crate::figure::Figure;
use crate::scene::{Theme, ThemeId};
use crate::tell::Row;
use crate::view::{ChartId, Form};

/// How wide and high a chart is on its sheet, in pixels.
pub(super) const SIZE: (u32, u32) = (960, 540);

/// What an office program can draw of the chart; none where it has nothing like it.
pub(super) fn native(data: &Dataset, figure: &Figure, laid: &Laid) -> Option<Chart> {
    let maker = Maker {
        data,
        c: &figure.comparison,
        laid,
        theme: Theme::named(ThemeId::Light),
    };
    let form = figure
        .view
        .form
        .unwrap_or_else(|| figure.view.chart().form());
    let mut chart = match figure.view.chart() {
        ChartId::RankBars => maker.ranked("value")?,
        ChartId::GapBars => maker.ranked("gap")?,
        ChartId::TrendLines | ChartId::IndexedLines => maker.lines()?,
        ChartId::Slopes => maker.slopes()?,
        ChartId::Scatter => maker.scatter()?,
        ChartId::GroupedBars => maker.grouped()?,
        ChartId::StackedBars => maker.stacked(form == Form::Absolute)?,
        _ => return None,
    };
    chart.set_width(SIZE.0).set_height(SIZE.1);
    // the finding stands over it in the sheet, where it is not cut
    chart.title().set_hidden();
    Some(chart)
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

const ABOVE: ChartDataLabelPosition = ChartDataLabelPosition::Above;

type Cells<'a> = (&'a str, u32, u16, u32, u16);

impl Maker<'_> {
    fn role(&self, region: &str) -> Role {
        let found = self
            .c
            .members
            .iter()
            .find(|m| self.data.region(m.region).id == region);
        found.map_or(Role::Rest, |m| m.role)
    }

    fn fill(&self, role: Role) -> ChartFormat {
        self.paler(role, 0.0)
    }

    /// The colour of a city's areas, so much nearer to the ground.
    fn paler(&self, role: Role, part: f64) -> ChartFormat {
        let color = self.theme.color(in_picture(role));
        let color = rgb(color.mix(self.theme.ground, part));
        let mut format = ChartFormat::new();
        format.set_solid_fill(ChartSolidFill::new().set_color(color));
        format
    }

    fn dot(&self, role: Role, size: u8) -> ChartMarker {
        let mut marker = ChartMarker::new();
        marker.set_type(ChartMarkerType::Circle).set_size(size);
        marker.set_format(&mut self.fill(role));
        marker
    }

    /// The cells of a column, over these rows of the table.
    fn down(&self, column: u16, rows: (usize, usize)) -> Cells<'_> {
        let (from, to) = (self.laid.row(rows.0), self.laid.row(rows.1));
        (self.laid.name, from, column, to, column)
    }

    fn last(&self) -> Option<usize> {
        self.laid.table.rows.len().checked_sub(1)
    }

    /// A bar a city in the order of the table, each in the colour of its role.
    fn ranked(&self, key: &str) -> Option<Chart> {
        let (names, values) = (self.laid.column("city")?, self.laid.column(key)?);
        let rows = (0, self.last()?);
        let mut chart = Chart::new(ChartType::Bar);
        let points: Vec<ChartPoint> = self
            .laid
            .table
            .rows
            .iter()
            .map(|row| ChartPoint::new().set_format(&mut self.fill(self.role(&row.region))))
            .collect();
        chart
            .add_series()
            .set_name((self.laid.name, HEAD, values))
            .set_categories(self.down(names, rows))
            .set_values(self.down(values, rows))
            .set_points(&points)
            .set_gap(40)
            .set_data_label(ChartDataLabel::new().show_value());
        chart.legend().set_hidden();
        // the cities stand upright, and would begin at the bottom
        let upright = chart.y_axis().set_reverse();
        // names clear of bars that go the other way
        upright.set_label_position(ChartAxisLabelPosition::Low);
        chart.x_axis().set_major_gridlines(false).set_hidden(true);
        Some(chart)
    }

    /// A line a city over the years: on an axis of numbers, where a series can begin late and a gap is as wide as it was long.
    fn lines(&self) -> Option<Chart> {
        let years = self.laid.column("period").filter(|_| self.laid.years)?;
        let ends = [0, self.last()?].map(|i| self.laid.year(i));
        let mut chart = Chart::new(ChartType::ScatterStraight);
        let (mut entries, mut again) = (0, Vec::new());
        for (column, city) in self.cities() {
            let pieces = self.stretches(city).into_iter();
            let pieces = pieces.flat_map(|rows| self.pieces(column, rows));
            for (n, (rows, sure)) in pieces.enumerate() {
                let mut line = self.stroke(city);
                if !sure {
                    line.set_dash_type(ChartLineDashType::RoundDot);
                }
                chart
                    .add_series()
                    .set_name((self.laid.name, HEAD, column))
                    .set_categories(self.down(years, rows))
                    .set_values(self.down(column, rows))
                    .set_format(ChartFormat::new().set_line(&line))
                    .set_marker(&self.lone(city, rows));
                if n > 0 {
                    again.push(entries);
                }
                entries += 1;
            }
        }
        let legend = chart.legend().set_position(ChartLegendPosition::Right);
        legend.delete_entries(&again);
        chart.y_axis().set_major_gridlines_line(&self.grid());
        let axis = chart.x_axis();
        axis.set_major_gridlines(false).set_num_format("0");
        if let [Some(first), Some(last)] = ends {
            axis.set_min(first).set_max(last);
            axis.set_major_unit((last - first).div_euclid(10).max(1));
        }
        Some(chart)
    }

    /// A column a city at each period.
    fn grouped(&self) -> Option<Chart> {
        let periods = self.laid.column("period")?;
        let rows = (0, self.last()?);
        let mut chart = Chart::new(ChartType::Column);
        for (column, city) in self.cities().into_iter().rev() {
            chart
                .add_series()
                .set_name((self.laid.name, HEAD, column))
                .set_categories(self.down(periods, rows))
                .set_values(self.down(column, rows))
                .set_format(&mut self.fill(self.role(city)));
        }
        chart.legend().set_position(ChartLegendPosition::Right);
        chart.y_axis().set_major_gridlines_line(&self.grid());
        Some(chart)
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
        for (i, row) in self.laid.table.rows.iter().enumerate() {
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
        let cell = |i: usize| self.laid.table.rows[i].cells.get(usize::from(column));
        let there: Vec<(usize, bool)> = (rows.0..=rows.1)
            .filter_map(|i| Some((i, cell(i)?)))
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

    fn stroke(&self, city: &str) -> ChartLine {
        let role = self.role(city);
        let mut line = ChartLine::new();
        line.set_color(rgb(self.theme.line(in_picture(role))))
            .set_width(match role {
                Role::Home => 3.0,
                Role::Peer(_) => 2.25,
                Role::Rest => 1.0,
            });
        // as in our own pictures: colour alone does not tell peers apart
        if matches!(role, Role::Peer(n) if n % 2 == 1) {
            line.set_dash_type(ChartLineDashType::Dash);
        }
        line
    }

    /// A value by itself has no line, so it has a dot.
    fn lone(&self, city: &str, rows: (usize, usize)) -> ChartMarker {
        if rows.0 == rows.1 {
            return self.dot(self.role(city), 6);
        }
        let mut none = ChartMarker::new();
        none.set_none();
        none
    }

    /// A line a city between two years; where nothing lies between them that can be compared, its two dots.
    fn slopes(&self) -> Option<Chart> {
        let columns = (self.laid.column("from")?, self.laid.column("to")?);
        let (name, change) = (self.laid.column("city")?, self.laid.column("change")?);
        let mut chart = Chart::new(ChartType::Line);
        for (i, row) in self.laid.table.rows.iter().enumerate().rev() {
            let at = self.laid.row(i);
            let mut line = self.stroke(&row.region);
            if row.cells.get(usize::from(change))?.text.is_empty() {
                line.set_hidden(true);
            }
            chart
                .add_series()
                .set_name((self.laid.name, at, name))
                .set_categories((self.laid.name, HEAD, columns.0, HEAD, columns.1))
                .set_values((self.laid.name, at, columns.0, at, columns.1))
                .set_format(ChartFormat::new().set_line(&line))
                .set_marker(&self.dot(self.role(&row.region), 6));
        }
        chart.legend().set_position(ChartLegendPosition::Right);
        chart.y_axis().set_major_gridlines_line(&self.grid());
        Some(chart)
    }

    /// A dot a city with its name; in a crowd, home and peers alone are named.
    fn scatter(&self) -> Option<Chart> {
        let (up, across) = (self.laid.column("value")?, self.laid.column("beside")?);
        let names = self.laid.column("city")?;
        let table = &self.laid.table;
        let mut chart = Chart::new(ChartType::Scatter);
        for (i, row) in table.rows.iter().enumerate() {
            let role = self.role(&row.region);
            let series = chart
                .add_series()
                .set_name((self.laid.name, self.laid.row(i), names))
                .set_categories(self.down(across, (i, i)))
                .set_values(self.down(up, (i, i)))
                .set_marker(&self.dot(role, 9));
            if role != Role::Rest || table.rows.len() <= FEW {
                let name = row.cells.get(usize::from(names))?.text.as_str();
                let mut label = ChartDataLabel::new();
                series.set_data_label(label.show_value().set_position(ABOVE));
                // words of its own: not every program shows a series' name without its value
                let named = ChartDataLabel::new().set_value(name).clone();
                series.set_custom_data_labels(&[named]);
            }
        }
        chart.legend().set_hidden();
        let head = |column: u16| table.columns[usize::from(column)].label.as_str();
        chart
            .x_axis()
            .set_name(head(across))
            .set_major_gridlines(false);
        let upright = chart.y_axis().set_name(head(up));
        upright.set_major_gridlines_line(&self.grid());
        Some(chart)
    }

    /// A bar a city, of its parts: shares that come to a hundred, or amounts.
    fn stacked(&self, amounts: bool) -> Option<Chart> {
        let names = self.laid.column("city")?;
        let rows = (0, self.last()?);
        let columns = || (0..).zip(&self.laid.table.columns);
        let parts: Vec<u16> = columns()
            .filter(|(_, c)| match amounts {
                true => c.key == "amount",
                false => self.data.indicator_named(&c.key).is_some(),
            })
            .map(|(i, _)| i)
            .collect();
        if parts.is_empty() {
            return None;
        }
        let mut chart = Chart::new(ChartType::BarStacked);
        let all = parts.len();
        let wholes = self.laid.table.rows.iter().map(|row| {
            let own = parts.iter().filter_map(|part| value(row, *part));
            own.sum::<f64>()
        });
        let widest = wholes.fold(0.0, f64::max);
        for (n, part) in parts.into_iter().enumerate() {
            // the later the paler
            let tint = |role| self.paler(role, n as f64 / all as f64 * 0.9);
            let roles = self.laid.table.rows.iter().map(|r| self.role(&r.region));
            let points = roles.map(|role| ChartPoint::new().set_format(&mut tint(role)));
            chart
                .add_series()
                .set_name((self.laid.name, HEAD, part))
                .set_categories(self.down(names, rows))
                .set_values(self.down(part, rows))
                .set_format(&mut tint(Role::Rest))
                .set_points(&points.collect::<Vec<_>>())
                .set_gap(40)
                .set_data_label(ChartDataLabel::new().show_value())
                .set_custom_data_labels(&self.labels(part, widest));
        }
        chart.legend().set_position(ChartLegendPosition::Top);
        chart.y_axis().set_reverse();
        chart.x_axis().set_major_gridlines(false);
        if !amounts {
            chart.x_axis().set_max(100);
        }
        Some(chart)
    }

    /// The labels of a part: none where it is too narrow for its number.
    fn labels(&self, part: u16, widest: f64) -> Vec<ChartDataLabel> {
        let label = |row: &Row| match value(row, part) {
            Some(v) if v >= widest * NARROW => ChartDataLabel::new(),
            _ => ChartDataLabel::new().set_hidden().clone(),
        };
        self.laid.table.rows.iter().map(label).collect()
    }

    fn grid(&self) -> ChartLine {
        let mut line = ChartLine::new();
        line.set_color(rgb(self.theme.grid));
        line
    }
}

fn value(row: &Row, column: u16) -> Option<f64> {
    let cell = row.cells.get(usize::from(column))?;
    number(cell).map(|n| n.value)
}

fn rgb(color: crate::base::Color) -> Color {
    let [r, g, b] = [color.r, color.g, color.b].map(u32::from);
    Color::RGB(r << 16 | g << 8 | b)
}
