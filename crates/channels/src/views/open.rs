//! What everybody may read: the page of a feed, of one post, and of one that is gone.

use maud::{Markup, html};
use people::day_said;
use shell::Visit;
use ui::{Links, Page};

use super::feed::Feed;
use super::remote::paragraphs;
use crate::store::posts::{Content, Shown};
use crate::texts;

/// The newest posts of a feed.
pub(crate) fn list(visit: &Visit, links: &Links, feed: &Feed) -> Markup {
    let words = texts(visit.locale);
    let content = html! {
        h1 { (feed.school) }
        p.lead { (feed.name) }
        @if feed.posts.is_empty() { (ui::lists::empty(words.t("feed-none"))) }
        @for (post, content) in feed.shown() {
            h2 { a href={ (feed.base) "/" (post.token) } { (content.title) } }
            p.soft { (day(visit, post.published)) }
        }
        h2 { (words.t("feed-follow")) }
        ul {
            li { a href={ (feed.base) "/atom.xml" } { (words.t("channel-atom")) } }
            li { a href={ (feed.base) "/feed.json" } { (words.t("channel-json")) } }
        }
    };
    Page::new(visit.locale, &feed.school, visit.address()).render(links, content)
}

fn day(visit: &Visit, at: jiff::Timestamp) -> String {
    day_said(visit.locale, shell::clock::today(at))
}

/// One post. Its text stands in its own language.
pub(crate) fn post(
    visit: &Visit,
    links: &Links,
    (school, base, listed): (&str, &str, bool),
    shown: &Shown,
    content: &Content,
) -> Markup {
    let words = texts(visit.locale);
    let inside = html! {
        @if listed { a.back href=(base) { "‹ " (words.t("feed-back")) } }
        article lang=(content.locale.tag()) {
            h1 { (content.title) }
            p.soft { (school) ", " (day(visit, shown.published)) }
            @if shown.changed > shown.published { p.soft { (words.f("feed-changed", &[("day", day(visit, shown.changed).into())])) } }
            (paragraphs(&content.text))
            @for (number, image) in content.images.iter().enumerate() {
                figure {
                    img src={ (base) "/" (shown.token) "/" (number) ".jpg" } alt=(image.alt) width=(image.width) height=(image.height);
                }
            }
        }
    };
    Page::new(visit.locale, &content.title, visit.address()).render(links, inside)
}

/// What was here was taken away.
pub(crate) fn gone(visit: &Visit, links: &Links) -> Markup {
    let words = texts(visit.locale);
    let content = html! {
        h1 { (words.t("gone-title")) }
        p { (words.t("gone-text")) }
    };
    Page::new(visit.locale, words.t("gone-title"), visit.address()).render(links, content)
}
