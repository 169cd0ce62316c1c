//! The chart of a document as Excel has it: each series points at its cells on the sheet with the figures.

use rust_xlsxwriter::{
    Chart, ChartAxis, ChartAxisLabelPosition, ChartDataLabel, ChartDataLabelPosition, ChartFormat,
    ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartPoint,
    ChartSeries, ChartSolidFill, ChartType, Color,
};

use super::excel::{Entry, HEAD, SIZE, row};
use super::model::{
    DocAxis, DocCells, DocChart, DocDash, DocKind, DocLine, DocPoint, DocSeries, DocSide,
};

/// The chart of a document; none where it goes in as a picture.
pub(super) fn chart(entry: &Entry<'_>) -> Option<Chart> {
    let own = entry.document.chart.as_ref()?;
    let mut chart = Chart::new(kind(own.kind));
    let hand = Hand {
        sheet: entry.figures(),
        own,
    };
    for series in &own.series {
        hand.series(chart.add_series(), series);
    }
    hand.legend(&mut chart);
    hand.axes(&mut chart);
    chart.set_width(SIZE.0).set_height(SIZE.1);
    // the finding stands over it in the sheet, where it is not cut
    chart.title().set_hidden();
    Some(chart)
}

fn kind(kind: DocKind) -> ChartType {
    match kind {
        DocKind::Bars => ChartType::Bar,
        DocKind::Columns => ChartType::Column,
        DocKind::Stacked => ChartType::BarStacked,
        DocKind::Lines => ChartType::ScatterStraight,
        DocKind::Slopes => ChartType::Line,
        DocKind::Scatter => ChartType::Scatter,
    }
}

struct Hand<'a> {
    sheet: String,
    own: &'a DocChart,
}

impl Hand<'_> {
    fn cells(&self, cells: DocCells) -> (&str, u32, u16, u32, u16) {
        let line = |at: Option<u32>| at.map_or(HEAD, |i| row(i as usize));
        let (top, bottom) = (line(cells.top), line(cells.bottom));
        (&self.sheet, top, cells.left, bottom, cells.right)
    }

    fn series(&self, to: &mut ChartSeries, own: &DocSeries) {
        let name = self.cells(own.name);
        to.set_name((name.0, name.1, name.2))
            .set_categories(self.cells(own.categories))
            .set_values(self.cells(own.values));
        if self.is_filled() {
            to.set_format(&mut fill(&own.color)).set_gap(40);
        } else if self.own.kind != DocKind::Scatter {
            let mut format = ChartFormat::new();
            match &own.line {
                Some(look) => format.set_line(&line(look)),
                None => format.set_line(ChartLine::new().set_hidden(true)),
            };
            to.set_format(&mut format);
        }
        to.set_marker(&self.marker(own));
        if self.is_filled() && !own.points.is_empty() {
            let points = own.points.iter().map(|p| self.point(p));
            to.set_points(&points.collect::<Vec<_>>());
        }
        self.labels(to, own);
    }

    fn labels(&self, to: &mut ChartSeries, own: &DocSeries) {
        let mut label = ChartDataLabel::new();
        label.show_value();
        if let Some(word) = &own.word {
            to.set_data_label(label.set_position(match word.side {
                DocSide::Above => ChartDataLabelPosition::Above,
                DocSide::Right => ChartDataLabelPosition::Right,
                DocSide::Below => ChartDataLabelPosition::Below,
                DocSide::Left => ChartDataLabelPosition::Left,
            }));
            // words of its own: not every program shows a series' name without its value
            let named = ChartDataLabel::new().set_value(word.text.as_str()).clone();
            to.set_custom_data_labels(&[named]);
        } else if own.labelled {
            to.set_data_label(&label);
            if own.points.iter().any(|p| !p.labelled) {
                let each = own.points.iter().map(|p| match p.labelled {
                    true => ChartDataLabel::new(),
                    false => ChartDataLabel::new().set_hidden().clone(),
                });
                to.set_custom_data_labels(&each.collect::<Vec<_>>());
            }
        }
    }

    /// Whether its marks are areas.
    fn is_filled(&self) -> bool {
        matches!(
            self.own.kind,
            DocKind::Bars | DocKind::Columns | DocKind::Stacked
        )
    }

    fn marker(&self, own: &DocSeries) -> ChartMarker {
        let mut marker = ChartMarker::new();
        let Some(size) = own.dot else {
            marker.set_none();
            return marker;
        };
        let hollow = own.points.iter().any(|p| p.hollow);
        let mut format = if hollow {
            self.outline(&own.color)
        } else {
            fill(&own.color)
        };
        marker.set_type(ChartMarkerType::Circle).set_size(size);
        marker.set_format(&mut format);
        marker
    }

    fn point(&self, point: &DocPoint) -> ChartPoint {
        let mut format = match point.hollow {
            true => self.outline(&point.color),
            false => fill(&point.color),
        };
        ChartPoint::new().set_format(&mut format)
    }

    /// An area that is not filled: the value is not an observation, or in doubt.
    fn outline(&self, color: &str) -> ChartFormat {
        let mut format = fill(&self.own.ground);
        let mut line = ChartLine::new();
        line.set_color(rgb(color)).set_width(1.5);
        format.set_line(line.set_dash_type(ChartLineDashType::SquareDot));
        format
    }

    fn legend(&self, chart: &mut Chart) {
        if !self.own.legend {
            chart.legend().set_hidden();
            return;
        }
        let place = match self.own.kind {
            DocKind::Stacked => ChartLegendPosition::Top,
            _ => ChartLegendPosition::Right,
        };
        let series = self.own.series.iter().enumerate();
        let again: Vec<usize> = series.filter(|(_, s)| !s.listed).map(|(i, _)| i).collect();
        let legend = chart.legend().set_position(place);
        if !again.is_empty() {
            legend.delete_entries(&again);
        }
    }

    fn axes(&self, chart: &mut Chart) {
        let mut grid = ChartLine::new();
        grid.set_color(rgb(&self.own.grid));
        match self.own.kind {
            // bars lie: their categories stand upright, and would begin at the bottom
            DocKind::Bars | DocKind::Stacked => {
                let upright = chart.y_axis().set_reverse();
                if self.own.kind == DocKind::Bars {
                    // names clear of bars that go the other way
                    upright.set_label_position(ChartAxisLabelPosition::Low);
                }
                let along = chart.x_axis().set_major_gridlines(false);
                along.set_hidden(self.own.y.hidden);
                bounds(along, &self.own.y);
            }
            _ => {
                let upright = chart.y_axis().set_major_gridlines_line(&grid);
                bounds(upright, &self.own.y);
                let along = chart.x_axis().set_major_gridlines(false);
                if self.own.kind == DocKind::Lines {
                    along.set_num_format("0");
                }
                bounds(along, &self.own.x);
            }
        }
    }
}

fn bounds(axis: &mut ChartAxis, own: &DocAxis) {
    if !own.name.is_empty() {
        axis.set_name(own.name.as_str());
    }
    if let Some(min) = own.min {
        axis.set_min(min);
    }
    if let Some(max) = own.max {
        axis.set_max(max);
    }
    if let Some(step) = own.step {
        axis.set_major_unit(step);
    }
}

fn fill(color: &str) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(rgb(color)));
    format
}

fn line(own: &DocLine) -> ChartLine {
    let mut line = ChartLine::new();
    line.set_color(rgb(&own.color)).set_width(own.width);
    match own.dash {
        DocDash::Solid => {}
        DocDash::Dashes => {
            line.set_dash_type(ChartLineDashType::Dash);
        }
        DocDash::Dots => {
            line.set_dash_type(ChartLineDashType::RoundDot);
        }
    }
    line
}

/// A colour as `RRGGBB`; black where it is written otherwise.
fn rgb(color: &str) -> Color {
    Color::RGB(u32::from_str_radix(color, 16).unwrap_or_default())
}
