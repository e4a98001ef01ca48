//! The screens as HTML. They show what they are given and decide nothing.

pub(crate) mod desk;
pub(crate) mod draft;
pub(crate) mod findings;
pub(crate) mod outside;
pub(crate) mod panel;
pub(crate) mod post;
pub(crate) mod release;
#[cfg(test)]
mod snapshots;
pub(crate) mod submit;
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
