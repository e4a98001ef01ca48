//! A post as HTML for another system: its own style, nothing of ours.

use maud::{Markup, html};

/// An image that is there already.
pub(crate) struct Shown<'a> {
    /// Its number there.
    pub(crate) id: &'a str,
    /// Where its file is.
    pub(crate) source: &'a str,
    /// What is on it.
    pub(crate) alt: &'a str,
}

/// The paragraphs of a text: empty lines stand between them.
pub(crate) fn paragraphs(text: &str) -> Markup {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    let paragraphs = lines
        .split(|line| line.is_empty())
        .filter(|lines| !lines.is_empty());
    html! {
        @for paragraph in paragraphs {
            p { @for (at, line) in paragraph.iter().enumerate() { @if at > 0 { br; } (line) } }
        }
    }
}

/// For `WordPress`, which makes a picture fit the screen by the class of its number.
pub(crate) fn wordpress(text: &str, images: &[Shown<'_>]) -> Markup {
    html! {
        (paragraphs(text))
        @for image in images {
            figure class="wp-block-image size-large" { img src=(image.source) alt=(image.alt) class={ "wp-image-" (image.id) }; }
        }
    }
}
