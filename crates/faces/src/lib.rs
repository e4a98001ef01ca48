//! Photos of a school: found faces, covered faces, and nothing in the file but pixels.
mod net;
pub use net::{Spot, spots};
