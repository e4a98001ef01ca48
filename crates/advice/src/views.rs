//! HTML. The views decide nothing.

pub(crate) mod ask;
pub(crate) mod precedent;
pub(crate) mod question;
pub(crate) mod settle;
#[cfg(test)]
mod snapshots;

use maud::Markup;
use people::Frame;
use ui::parts::{Tone, tag};
use ui::{Errors, Table};

use crate::model::Outcome;

/// An answer as a label.
pub(crate) fn outcome(words: &Table, outcome: Outcome) -> Markup {
    let tone = match outcome {
        Outcome::May => Tone::Yes,
        Outcome::MayNot => Tone::No,
        Outcome::Adjust => Tone::Doubt,
    };
    tag(tone, words.t(&format!("outcome-{}", outcome.key())))
}

/// A page, as one that came back where there are faults.
pub(crate) fn page(frame: &Frame<'_>, title: &str, errors: &Errors, content: Markup) -> Markup {
    if errors.is_empty() {
        frame.page(title, content)
    } else {
        frame.page_again(title, content)
    }
}
