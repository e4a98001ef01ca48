//! The screens as HTML. They show what they are given and decide nothing.

pub(crate) mod asking;
pub(crate) mod campaigns;
pub(crate) mod exchange;
pub(crate) mod office;
pub(crate) mod own;
pub(crate) mod paper;
pub(crate) mod picture;
pub(crate) mod proof;
pub(crate) mod purposes;
pub(crate) mod takeover;
pub(crate) mod todo;
