//! Where *Mag dit?* begins: say it in your own words, or pick what comes close.

use maud::{Markup, html};

use super::Frame;

/// An everyday sentence to start from.
pub(crate) struct Opening {
    /// What people say.
    pub(crate) sentence: String,
    /// Where it leads.
    pub(crate) address: String,
}

/// The sentences of one kind of asker.
pub(crate) struct Part {
    /// Who they are.
    pub(crate) title: &'static str,
    pub(crate) openings: Vec<Opening>,
    /// Where something else is asked.
    pub(crate) other: String,
}

/// The field for one's own words. It is sent and not linked: what somebody types never stays in an address.
pub(crate) fn field(frame: &Frame<'_>) -> Markup {
    let words = frame.words();
    html! {
        form method="post" action=(frame.of("/mag-dit")) {
            label.field for="wat" { (words.t("what-label")) }
            div.ask {
                input #wat type="text" name="wat" maxlength="300" autocomplete="off" placeholder=(words.t("what-example"));
                button.button type="submit" { (words.t("what-button")) }
            }
        }
    }
}

/// The first page of *Mag dit?*.
pub(crate) fn page(frame: &Frame<'_>, parts: &[Part], not_understood: bool) -> Markup {
    let words = frame.words();
    let content = html! {
        @if not_understood {
            div.card role="status" { p { strong { (words.t("not-understood")) } " " (words.t("not-understood-hint")) } }
        }
        h1 { (words.t("may-i")) }
        (field(frame))
        p.small.soft { (words.t("no-names")) }
        h2 { (words.t("or-pick")) }
        @for part in parts {
            details.pick name="wie" {
                summary { (words.t(part.title)) }
                ul.choices {
                    @for opening in &part.openings {
                        li { a.choice href=(opening.address) { (opening.sentence) } }
                    }
                    li { a.choice.unknown href=(part.other) { (words.t("something-else")) } }
                }
            }
        }
        ul.choices { li { a.choice.unknown href=(frame.of("/mag-dit?vraag=actie")) { (words.t("something-else")) } } }
    };
    frame.page(words.t("may-i"), content)
}
