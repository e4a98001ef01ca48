//! Letters as HTML: no pictures, nothing from elsewhere.

use maud::{DOCTYPE, Markup, html};

use super::remote::paragraphs;
use crate::model::Post;

/// A post as a letter.
pub(crate) fn newsletter(
    intro: Option<&str>,
    post: &Post,
    (link, address): (&str, &str),
    foot: &str,
) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(post.locale.tag()) {
            head { meta charset="utf-8"; title { (post.title) } }
            body {
                @if let Some(intro) = intro { p { (intro) } }
                h1 { (post.title) }
                (paragraphs(&post.text))
                p { a href=(address) { (link) } }
                p { small { (foot) } }
            }
        }
    }
}
