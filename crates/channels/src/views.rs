//! HTML: what this word shows, and what it hands to others to show. It decides nothing.

pub(crate) mod account;
pub(crate) mod feed;
pub(crate) mod form;
pub(crate) mod letter;
pub(crate) mod list;
pub(crate) mod open;
pub(crate) mod remote;
#[cfg(test)]
mod snapshots;
pub(crate) mod stand_in;

use maud::{Markup, html};
use people::Frame;
use ui::parts::{Tone, tag};
use words::Channel;

use crate::model::{Account, Kind, State, Why};

/// What a channel is called.
pub(crate) fn channel_said(frame: &Frame<'_>, channel: Channel) -> String {
    frame.words().t(&format!("at-{}", channel.key())).to_owned()
}

/// How an account is reached, in words.
pub(crate) fn way_said(frame: &Frame<'_>, (kind, channel): (Kind, Channel)) -> String {
    let words = frame.words();
    match kind {
        Kind::ByHand => words.f(
            "by-hand",
            &[("channel", channel_said(frame, channel).into())],
        ),
        kind => words.t(&format!("kind-{}", kind.key())).to_owned(),
    }
}

/// Why something does not work, and what to do.
pub(crate) fn why_said(frame: &Frame<'_>, why: Why) -> String {
    frame.words().t(&format!("why-{}", why.key())).to_owned()
}

/// Whether an account works: a sign with its word.
pub(crate) fn health(frame: &Frame<'_>, account: &Account) -> Markup {
    let (tone, key) = match (account.state, account.kind, &account.looked) {
        (State::Stopped, ..) => (Tone::Outside, "health-stopped"),
        (_, Kind::ByHand, _) => (Tone::Outside, "health-hand"),
        (_, _, None) => (Tone::Doubt, "health-never"),
        (_, _, Some(looked)) => match (looked.why, looked.remark) {
            (Some(_), _) => (Tone::No, "health-not"),
            (None, Some(_)) => (Tone::Doubt, "health-works"),
            (None, None) => (Tone::Yes, "health-works"),
        },
    };
    html! { (tag(tone, frame.words().t(key))) }
}
