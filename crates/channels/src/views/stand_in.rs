//! The imitated website of the demo. Every page says that it is imitated.

use maud::{Markup, PreEscaped, html};
use shell::Visit;
use ui::{Links, Page, Table};

use crate::stand_in::Item;

fn notice(words: &Table, school: &str) -> Markup {
    html! {
        p { strong { (words.t("stand-in")) } br; (words.f("stand-in-text", &[("school", school.into())])) }
    }
}

/// The front page.
pub(crate) fn front(
    visit: &Visit,
    links: &Links,
    words: &Table,
    (slug, school): (&str, &str),
    posts: &[Item],
) -> Markup {
    let content = html! {
        (notice(words, school))
        h1 { (school) }
        @if posts.is_empty() { (ui::lists::empty(words.t("stand-in-none"))) }
        ul { @for post in posts { li { a href={ "/nagebootst/" (slug) "/" (post.slug) } { (post.title) } } } }
    };
    Page::new(visit.locale, school, visit.address()).render(links, content)
}

/// One post, as it came in: nobody but this program can send one.
pub(crate) fn page(
    visit: &Visit,
    links: &Links,
    words: &Table,
    (slug, school): (&str, &str),
    post: &Item,
) -> Markup {
    let content = html! {
        (notice(words, school))
        a.back href={ "/nagebootst/" (slug) } { "‹ " (school) }
        article { h1 { (post.title) } (PreEscaped(&post.content)) }
    };
    Page::new(visit.locale, &post.title, visit.address()).render(links, content)
}
