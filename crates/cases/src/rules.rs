//! Decisions: who sees a case, what its protocol asks, and when it can be closed. Pure.

pub mod access;
pub mod closing;
pub mod code;
pub mod feed;
pub mod measure;
pub mod script;
