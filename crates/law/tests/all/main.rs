//! The law as it is written, held to calendars, examples and properties.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod feasts;
mod measures;
mod objections;
mod police;
mod retention;
mod terms;

use jiff::civil::{Date, date};
use proptest::prelude::*;

/// Any day of half a century.
fn days() -> impl Strategy<Value = Date> {
    (0_i64..18_262).prop_map(|days| date(2014, 1, 1).saturating_add(jiff::ToSpan::days(days)))
}
