//! A publication on its road: what it is, who may take which step, and what still stands in its way. Pure.

pub mod model;
pub mod panel;
pub mod release;
pub mod releasers;
pub mod signed;
pub mod steps;

#[cfg(test)]
mod story;
