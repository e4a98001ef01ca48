//! The screens as HTML. They show what they are given and decide nothing.

pub(crate) mod findings;
#[cfg(test)]
mod snapshots;
pub(crate) mod text;
pub(crate) mod word;

use maud::Markup;
use people::Frame;

/// A page; one that came back with faults says so in its title.
fn page(frame: &Frame<'_>, title: &str, again: bool, content: Markup) -> Markup {
    if again {
        frame.page_again(title, content)
    } else {
        frame.page(title, content)
    }
}
