//! Photos as phones make them, as they break, and as somebody makes them to hurt.

#![expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at the first surprise"
)]

mod broken;
mod colours;
mod covering;
mod crops;
mod files;
mod finding;
mod metadata;
mod mutations;
mod recall;
mod scenes;

use faces::{Limits, Photo, Refusal};

const ASTRONAUT: &[u8] = include_bytes!("../photos/astronaut.jpg");
const HOPPER: &[u8] = include_bytes!("../photos/hopper.jpg");
const JOCONDE: &[u8] = include_bytes!("../photos/joconde.jpg");

fn read(bytes: &[u8]) -> Result<Photo, Refusal> {
    Photo::read(bytes, &Limits::default())
}

fn refused(bytes: &[u8]) -> Refusal {
    read(bytes).expect_err("the file is refused")
}
