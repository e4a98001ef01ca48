//! The lists of publications.

use maud::{Markup, html};
use people::Frame;
use ui::Tone;
use ui::form::hidden;
use ui::parts::tag;

use crate::post::model::Stage;

/// One line of a list.
pub(crate) struct Item {
    pub(crate) address: String,
    pub(crate) title: String,
    pub(crate) stage: Stage,
    /// Who wrote it, where that is somebody else.
    pub(crate) author: Option<String>,
    pub(crate) changed: String,
}

/// The page.
pub(crate) struct Desk {
    pub(crate) writes: bool,
    pub(crate) waiting: Vec<Item>,
    pub(crate) mine: Vec<Item>,
    pub(crate) others: Vec<Item>,
    pub(crate) settles: bool,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, desk: &Desk) -> Markup {
    let words = frame.words();
    let content = html! {
        h1 { (words.t("posts-title")) }
        @if desk.writes { (begin(frame, "", words.t("posts-new"))) }
        @if !desk.waiting.is_empty() { h2 { (words.t("posts-waiting")) } (list(frame, &desk.waiting)) }
        @if desk.writes {
            h2 { (words.t("posts-mine")) }
            @if desk.mine.is_empty() { p.card { (words.t("posts-none")) } } @else { (list(frame, &desk.mine)) }
        }
        @if !desk.others.is_empty() { h2 { (words.t("posts-others")) } (list(frame, &desk.others)) }
        @if desk.settles { p { a href=(frame.to("/berichten/regels")) { (words.t("posts-terms")) } } }
    };
    frame.page(words.t("posts-title"), content)
}

/// The button that begins a publication, with the photos of this album.
pub(crate) fn begin(frame: &Frame<'_>, album: &str, label: &str) -> Markup {
    html! {
        form method="post" action=(frame.to("/berichten")) {
            (hidden("csrf", frame.token()))
            @if !album.is_empty() { (hidden("album", album)) }
            div.actions { button.button type="submit" { (label) } }
        }
    }
}

/// The sign of a stage.
pub(crate) const fn tone(stage: Stage) -> Tone {
    match stage {
        Stage::Approved => Tone::Yes,
        Stage::Rejected | Stage::Dropped => Tone::No,
        Stage::Submitted | Stage::Held | Stage::Returned => Tone::Doubt,
        Stage::Draft => Tone::Outside,
    }
}

/// A stage with its sign.
pub(crate) fn stage(frame: &Frame<'_>, of: Stage) -> Markup {
    let key = format!("stage-{}", of.key());
    tag(tone(of), frame.words().t(&key))
}

fn list(frame: &Frame<'_>, items: &[Item]) -> Markup {
    let words = frame.words();
    html! {
        ul.tasks {
            @for item in items {
                li {
                    span {
                        a href=(frame.to(&item.address)) { (if item.title.trim().is_empty() { words.t("posts-untitled") } else { item.title.as_str() }) }
                        small.soft { @if let Some(author) = &item.author { (author) " · " } (item.changed) }
                    }
                    span { (stage(frame, item.stage)) }
                }
            }
        }
    }
}
