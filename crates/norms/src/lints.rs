//! Warnings about a protocol that works.
use crate::diagnostic::Diagnostic;
use crate::protocol::Protocol;

/// All warnings.
pub(crate) fn lints(_protocol: &Protocol) -> Vec<Diagnostic> { Vec::new() }
