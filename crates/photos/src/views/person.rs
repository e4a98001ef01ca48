//! All photos with a person.

use maud::{Markup, html};
use people::Frame;
use ui::lists::empty;

use super::thumbnail;

/// A photo.
pub(crate) struct Item {
    pub(crate) id: String,
    /// Where it is worked on, for who may.
    pub(crate) address: Option<String>,
    pub(crate) size: Option<(u32, u32)>,
    pub(crate) film: bool,
    pub(crate) album: String,
    pub(crate) day: String,
}

/// The photos.
pub(crate) fn page(
    frame: &Frame<'_>,
    name: &str,
    items: &[Item],
    (back, label): (&str, &str),
) -> Markup {
    let words = frame.words();
    let title = words.f("person-title", &[("name", name.into())]);
    let content = html! {
        (frame.back(back, label))
        h1 { (title) }
        @if items.is_empty() { (empty(words.t("person-none"))) }
        ul.tasks {
            @for item in items {
                @let image = thumbnail(&item.id, item.size, &item.album);
                li {
                    @match &item.address {
                        Some(address) => a href=(frame.to(address)) { @if item.size.is_none() { (item.album) } (image) },
                        None => (image),
                    }
                    span { strong { (item.album) } small { (item.day) @if item.film { ", " (words.t("film")) } } }
                }
            }
        }
        p.soft { (words.t("person-covered")) }
    };
    frame.page(&title, content)
}
