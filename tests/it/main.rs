//! The integration tests, in one binary: each module holds one promise of the program.
//!
//! What they hold, and how to run one of them, is in `tests/README.md`.

#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test says by failing what is wrong"
)]

mod architecture;
mod audit;
mod bad_data;
mod bad_figures;
mod batch;
mod boundaries;
mod chart_bullet;
mod chart_bump;
mod chart_fact_card;
mod chart_grouped_bars;
mod chart_indexed_lines;
mod chart_many;
mod chart_map;
mod chart_profile;
mod chart_pyramid;
mod chart_scatter;
mod chart_slopes;
mod chart_small_multiples;
mod chart_stacked_bars;
mod chart_tile_grid;
mod chart_tree;
mod chart_trend_lines;
mod choice;
mod cities;
mod claims;
mod cli;
mod colours;
mod compare;
mod crowd;
mod data;
mod embed;
mod fixture;
mod flawless;
mod matrix;
mod numbers;
mod office;
mod over_time;
mod pages;
mod pdf;
mod pictures;
mod properties;
mod report;
mod robust;
mod site;
mod survey;
mod survey_charts;
mod survey_real;
mod table;
mod throng;
mod words;
