//! Choose a school.

use maud::{Markup, html};

use super::Frame;

/// One school to choose.
pub(crate) struct Entry {
    pub(crate) slug: String,
    pub(crate) name: String,
    /// Kind of school and version of its protocol.
    pub(crate) about: String,
}

/// The first page of all.
pub(crate) fn page(frame: &Frame<'_>, schools: &[Entry]) -> Markup {
    let words = frame.words();
    let content = html! {
        div.hero {
            h1 { (words.t("home-title")) }
            p.lead { (words.t("home-one")) " " (words.t("home-two")) " " (words.t("home-three")) }
        }
        h2 { (words.t("choose-school")) }
        ul.schools {
            @for school in schools {
                li { a href=(frame.to(&format!("/{}", school.slug))) { strong { (school.name) } span.soft { (school.about) } } }
            }
        }
        p { a href=(frame.to("/vergelijk")) { (words.t("compare-link")) } }
    };
    frame.page(words.t("home-title"), content)
}
