//! The stories of this word.

mod peers;
mod posts;
mod proxy;
mod truth;
