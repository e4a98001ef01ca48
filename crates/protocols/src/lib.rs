//! The word *protocol*: what a school agreed on social media, to read and to ask.
//!
//! The rules of this slice:
//!
//! * A rule of a school stands in its protocol and nowhere here. These screens ask the protocol and show its answer with its articles.
//! * Who asks needs no account and leaves nothing behind. The whole state of *Mag dit?* is the query of the address: facts, never names.
//!   What somebody types in their own words is sent, read and forgotten; only the facts that it means go on into an address.
//! * A question is asked only while it can still change the answer, and "I do not know" is always an answer.
//!
//! [`app`] is the whole public part of the program, ready to serve.

pub mod address;
mod heard;
mod house;
mod judged;
mod links;
pub mod model;
mod pages;
mod phrase;
pub mod rules;
mod tell;
mod views;

use std::sync::Arc;

use axum::Router;
use words::Locale;

pub use house::House;
pub use judged::{Judged, judged, said};

ui::speaks!();

/// The public pages of all shipped protocols.
pub fn app() -> Router {
    pages::routes().with_state(Arc::new(House::shipped()))
}

/// A protocol as one HTML page that needs nothing else.
#[must_use]
pub fn standalone(protocol: &norms::Protocol, locale: Locale) -> String {
    views::standalone::page(protocol, locale).into_string()
}
