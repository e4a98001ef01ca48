//! The photos of a child, for who speaks for it: of each one head.

use faces::Region;
use maud::{Markup, html};
use people::Frame;
use ui::lists::empty;
use uuid::Uuid;

/// A photo or film.
pub(crate) struct Item {
    pub(crate) photo: String,
    /// The address of the one head, and its size on the page; none of a film, or of a photo that is at work.
    pub(crate) picture: Option<(String, (u32, u32))>,
    pub(crate) film: bool,
    pub(crate) album: String,
    pub(crate) day: String,
}

/// What was asked before.
#[derive(PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) photo: Uuid,
    pub(crate) album: String,
    pub(crate) day: String,
    pub(crate) at: String,
    pub(crate) state: &'static str,
}

/// Somebody for whom the visitor speaks.
pub(crate) struct Person {
    pub(crate) name: String,
    /// The visitor.
    pub(crate) own: bool,
    /// Where covering is asked.
    pub(crate) address: String,
    pub(crate) items: Vec<Item>,
    /// How many more there are that could be shown.
    pub(crate) beyond: usize,
    /// How many the school is still at work on.
    pub(crate) not_yet: usize,
    pub(crate) asked: Vec<Asked>,
}

impl Person {
    /// There is something to see or to ask.
    pub(crate) const fn any(&self) -> bool {
        !self.items.is_empty() || self.not_yet > 0 || !self.asked.is_empty()
    }
}

/// The size of a head on the page.
pub(crate) fn small(head: Region) -> (u32, u32) {
    let longest = head.w.max(head.h).max(1);
    let side = |side: u32| (side * 112 / longest).max(1);
    (side(head.w), side(head.h))
}

/// A text that is said to a parent about a child, or to somebody about themselves.
pub(super) fn key(own: bool, child: &'static str, oneself: &'static str) -> &'static str {
    if own { oneself } else { child }
}

/// The page; `child` where the visitor speaks for a child.
pub(crate) fn page(frame: &Frame<'_>, child: bool, people: &[Person]) -> Markup {
    let words = frame.words();
    let title = words.t(key(!child, "own-title-child", "own-title-self"));
    let content = html! {
        h1 { (title) }
        p.lead { (words.t(key(!child, "own-lead-child", "own-lead-self"))) }
        @if people.is_empty() { (empty(words.t("own-nobody"))) }
        @for one in people { (person(frame, one)) }
        p { (words.t("own-new")) " " a href=(frame.to("/toestemming")) { (words.t("own-consent")) } }
    };
    frame.page(title, content)
}

fn person(frame: &Frame<'_>, one: &Person) -> Markup {
    let words = frame.words();
    let name = || [("name", one.name.as_str().into())];
    html! {
        h2 { (one.name) }
        @if !one.any() { p { (words.f("own-none", &name())) } }
        ul.tasks { @for item in &one.items { li {
            (head(frame, item, &one.name))
            span {
                strong { (item.album) }
                small { (item.day) @if item.film { ", " (words.t("film")) } }
                a.button.quiet href=(frame.to(&format!("{}?foto={}", one.address, item.photo))) {
                    (words.t(key(one.own, "own-cover-child", "own-cover-self")))
                    span.hidden { ": " (item.album) ", " (item.day) }
                }
            }
        } } }
        @if one.beyond > 0 { p { (words.f("own-beyond", &[("n", one.beyond.into())])) } }
        @if one.not_yet > 0 { p { (words.f("own-not-yet", &[("n", one.not_yet.into())])) } }
        @if one.items.len() + one.not_yet > 1 || one.items.is_empty() && one.not_yet > 0 {
            p { a.button href=(frame.to(&one.address)) { (words.f("own-cover-all", &name())) } }
        }
        @if !one.asked.is_empty() {
            h3 { (words.t("own-asked")) }
            ul { @for was in &one.asked { li { (was.album) ", " (was.day) ": " strong { (words.t(was.state)) } " " span.soft { (words.f("own-asked-at", &[("day", was.at.as_str().into())])) } } } }
        }
    }
}

/// The one head.
pub(super) fn head(frame: &Frame<'_>, item: &Item, name: &str) -> Markup {
    let alt = frame.words().f("own-alt", &[("name", name.into())]);
    html! {
        @if let Some((address, (width, height))) = &item.picture {
            img src=(address) width=(width) height=(height) alt=(alt) loading="lazy";
        }
    }
}
