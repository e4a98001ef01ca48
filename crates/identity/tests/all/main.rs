//! Signing in, over HTTP.
