//! The page that a browser keeps for when there is no connection. `mag-dit.js` fills it.

use maud::{Markup, html};
use ui::Tone;

use super::Frame;

/// Where the page finds what it needs.
pub(crate) struct Kept<'a> {
    pub(crate) school: &'a str,
    pub(crate) words: &'a str,
    pub(crate) protocol: &'a str,
    pub(crate) script: &'a str,
}

/// The page to keep.
pub(crate) fn page(frame: &Frame<'_>, kept: &Kept<'_>) -> Markup {
    let words = frame.words();
    let content = html! {
        div.card role="status" { p { strong { (words.t("offline-title")) } " " (words.t("offline-note")) } }
        div #offline data-school=(kept.school) data-words=(kept.words) data-protocol=(kept.protocol) {}
        @for tone in Tone::ALL { template id={ "sign-" (tone.class()) } { (tone.icon()) } }
    };
    frame.page_with(words.t("may-i"), Some(kept.script), content)
}
