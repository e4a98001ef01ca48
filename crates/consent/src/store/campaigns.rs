//! Asking many people at once: the campaign, and whom it asked about whom.
