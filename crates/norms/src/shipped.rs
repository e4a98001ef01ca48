//! The five protocols that ship with the program.

use crate::protocol::Protocol;
use std::sync::OnceLock;

/// Their names, in the order in which they are shown.
pub const NAMES: [&str; 5] = ["spoenk", "pcc", "flex", "verkruisen", "demare"];

/// The text of a shipped protocol.
pub fn source(name: &str) -> Option<&'static str> {
    match name {
        "spoenk" => Some(include_str!("../../../protocols/spoenk.md")),
        "pcc" => Some(include_str!("../../../protocols/pcc.md")),
        "flex" => Some(include_str!("../../../protocols/flex.md")),
        "verkruisen" => Some(include_str!("../../../protocols/verkruisen.md")),
        "demare" => Some(include_str!("../../../protocols/demare.md")),
        _ => None,
    }
}

/// A shipped protocol, compiled once. `None` for an unknown name.
pub fn protocol(name: &str) -> Option<&'static Protocol> {
    static LOADED: [OnceLock<Option<Protocol>>; 5] = [const { OnceLock::new() }; 5];
    let index = NAMES.iter().position(|known| *known == name)?;
    LOADED
        .get(index)?
        .get_or_init(|| source(name).and_then(|text| Protocol::load(text.as_bytes()).protocol))
        .as_ref()
}
