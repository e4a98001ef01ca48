//! Stories of photos, on both databases.

mod house;
mod journey;
mod time;
