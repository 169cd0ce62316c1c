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
mod chart_profile;
mod chart_small_multiples;
mod choice;
mod cities;
mod claims;
mod cli;
mod colours;
mod compare;
mod data;
mod fixture;
mod flawless;
mod numbers;
mod over_time;
mod pages;
mod pictures;
mod properties;
mod robust;
mod site;
mod survey;
mod survey_real;
mod table;
mod words;
