//! Labelled posts, and how well the scan finds what their labels say. The counting is that of the sample's own scorer.

pub(crate) mod posts;
