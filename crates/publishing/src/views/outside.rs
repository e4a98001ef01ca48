//! What somebody outside the school sees who is asked to release one publication.

use maud::{Markup, html};
use shell::Visit;
use ui::form::{Field, Form, hidden};
use ui::{Errors, Links, Page};

use super::post::paragraphs;
use crate::texts;

/// The page of a link.
pub(crate) struct Outside {
    pub(crate) address: String,
    pub(crate) token: String,
    pub(crate) name: String,
    pub(crate) school: String,
    pub(crate) title: String,
    /// Where it will be, and the text there.
    pub(crate) places: Vec<(String, String)>,
    /// What is on each photo.
    pub(crate) alts: Vec<String>,
    /// It can be released; otherwise it can only go back.
    pub(crate) releases: bool,
}

/// The page.
pub(crate) fn page(links: &Links, visit: &Visit, shown: &Outside, errors: &Errors) -> Markup {
    let words = texts(visit.locale);
    let form = Form::new(visit.locale, &shown.token, errors);
    let content = html! {
        (errors.summary(visit.locale))
        h1 { (shown.title) }
        p { (words.f("outside-asked", &[("name", shown.name.as_str().into()), ("school", shown.school.as_str().into())])) }
        @for (name, text) in &shown.places { section.card { h2 { (name) } (paragraphs(text)) } }
        @for (n, alt) in (1_usize..).zip(&shown.alts) {
            figure {
                img src={ (shown.address) "/beeld/" (n) } alt=(alt) width="1080";
                figcaption { (words.f("post-alt", &[("alt", alt.as_str().into())])) }
            }
        }
        @if !shown.releases { p.card { (words.t("outside-not-ready")) } }
        form method="post" action=(shown.address) novalidate {
            (hidden("csrf", &shown.token))
            (form.field(&Field::text("opmerking", words.t("post-comment")).kind("area").hint(words.t("outside-comment-hint"))))
            div.actions {
                @if shown.releases { button.button type="submit" name="stap" value="akkoord" { (words.t("step-akkoord")) } }
                button.button.quiet type="submit" name="stap" value="terug" { (words.t("step-terug")) }
            }
        }
    };
    open(links, visit, &shown.title, content)
}

/// The link was used, is too old, or the publication changed.
pub(crate) fn stale(links: &Links, visit: &Visit) -> Markup {
    let words = texts(visit.locale);
    let content = html! {
        h1 { (words.t("outside-stale")) }
        p { (words.t("outside-stale-text")) }
    };
    open(links, visit, words.t("outside-stale"), content)
}

/// It is done.
pub(crate) fn done(links: &Links, visit: &Visit, released: bool) -> Markup {
    let words = texts(visit.locale);
    let key = if released {
        "outside-released"
    } else {
        "outside-returned"
    };
    let content = ui::lists::confirmation(
        words.t(key),
        None,
        html! { p { (words.t("outside-close")) } },
    );
    open(links, visit, words.t(key), content)
}

fn open(links: &Links, visit: &Visit, title: &str, content: Markup) -> Markup {
    Page::new(visit.locale, title, visit.address()).render(links, content)
}
