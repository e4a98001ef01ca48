//! The stories of this word.
