//! HTML: what this word shows, and what it hands to others to show. It decides nothing.

pub(crate) mod remote;
