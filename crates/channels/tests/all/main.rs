//! The stories of this word.

mod desk;
mod faults;
mod feed;
mod health;
mod house;
mod letters;
mod peers;
mod posts;
mod proxy;
mod stub;
mod truth;
