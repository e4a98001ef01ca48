//! HTML. The views decide nothing.

pub(crate) mod act;
pub(crate) mod case;
pub(crate) mod dossier;
pub(crate) mod evidence;
pub(crate) mod figures;
pub(crate) mod letter;
pub(crate) mod list;
pub(crate) mod mailbox;
pub(crate) mod pupil;
pub(crate) mod received;
pub(crate) mod signal;
pub(crate) mod template;
pub(crate) mod thread;
pub(crate) mod watch;

use maud::{Markup, html};
use people::Frame;
use ui::{Errors, Table};

/// A page, as one that came back where there are faults.
pub(crate) fn page(frame: &Frame<'_>, title: &str, errors: &Errors, content: Markup) -> Markup {
    if errors.is_empty() {
        frame.page(title, content)
    } else {
        frame.page_again(title, content)
    }
}

/// What somebody wrote, paragraph by paragraph.
pub(crate) fn written(text: &str) -> Markup {
    html! { @for part in text.split('\n').filter(|part| !part.trim().is_empty()) { p { (part) } } }
}

/// Where to go with a sexual image, which is taken in nowhere.
pub(crate) fn image_route(words: &Table) -> Markup {
    html! {
        section.card {
            h2 { (words.t("image-title")) }
            p { (words.t("image-text")) }
            ul {
                li { (words.t("image-police")) }
                li { (words.t("image-help")) }
            }
        }
    }
}

/// The road of the law where somebody of the staff is suspected.
pub(crate) fn staff_route(words: &Table) -> Markup {
    html! {
        section.card {
            h2 { (words.t("staff-title")) }
            p { (words.t("staff-text")) }
            ol {
                li { (words.t("staff-board")) }
                li { (words.t("staff-inspector")) }
                li { (words.t("staff-police")) }
            }
        }
    }
}
