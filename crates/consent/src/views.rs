//! The screens as HTML. They show what they are given and decide nothing.

pub(crate) mod own;
