//! How every page looks and speaks. This crate holds the page layout and the parts that
//! every screen is made of: form, error summary, summary list, table, list and picture. It
//! knows how to show things, and nothing of what a school decides.
//!
//! Main types: [`Page`] (a whole page), [`Account`] (who is signed in, and where they can go), [`Form`] and [`Errors`]
//! (a form that comes back with what was typed), [`Texts`] (words per language), [`Tone`] (the four kinds of answer,
//! each with a colour, a sign and a shape).
//!
//! ```
//! use maud::html;
//! use words::Locale;
//! let page = ui::Page::new(Locale::Nl, "Mag dit?", "/flex/mag-dit");
//! let html = page.render(&ui::Links::default(), html! { p { "Hallo" } });
//! assert!(html.into_string().contains("Mag dit?"));
//! ```

mod errors;
pub mod form;
pub mod layout;
pub mod lists;
pub mod parts;
pub mod picture;
pub mod texts;

pub use errors::Errors;
pub use form::{Choice, Field, Form};
pub use layout::{Account, Links, Page, Place};
pub use parts::Tone;
pub use texts::{Table, Texts};

use std::sync::LazyLock;
use words::Locale;

static TEXTS: LazyLock<Texts> =
    LazyLock::new(|| Texts::new(include_str!("../nl.ftl"), include_str!("../en.ftl")));

/// The words of the layout itself.
#[must_use]
pub fn words_of(locale: Locale) -> &'static Table {
    TEXTS.of(locale)
}

/// The files that every page uses, by the name the layout asks for.
pub const FILES: &[(&str, &[u8])] = &[
    ("app.css", include_bytes!("../../../assets/app.css")),
    ("app.js", include_bytes!("../../../assets/app.js")),
    ("icon.svg", include_bytes!("../../../assets/icon.svg")),
    (
        "icon-192.png",
        include_bytes!("../../../assets/icon-192.png"),
    ),
    (
        "icon-512.png",
        include_bytes!("../../../assets/icon-512.png"),
    ),
];

/// What a telephone needs to put the program on its home screen, and among the programs that pictures can be shared with.
#[must_use]
pub fn manifest(path: impl Fn(&str) -> String) -> String {
    let (svg, small, large) = (path("icon.svg"), path("icon-192.png"), path("icon-512.png"));
    format!(
        r##"{{"name":"Pleinwacht","short_name":"Pleinwacht","lang":"nl","start_url":"/","scope":"/","share_target":{{"action":"/delen","method":"POST","enctype":"multipart/form-data","params":{{"files":[{{"name":"fotos","accept":["image/*","video/mp4","video/quicktime","video/webm"]}}]}}}},"display":"standalone","background_color":"#fdf6e9","theme_color":"#ffce54","icons":[{{"src":"{svg}","type":"image/svg+xml","sizes":"any"}},{{"src":"{small}","type":"image/png","sizes":"192x192","purpose":"any"}},{{"src":"{large}","type":"image/png","sizes":"512x512","purpose":"any maskable"}}]}}"##
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same_things() {
        let (nl, en) = (
            texts::keys(include_str!("../nl.ftl")),
            texts::keys(include_str!("../en.ftl")),
        );
        assert_eq!(nl, en, "the keys and their order");
        for key in nl {
            assert!(
                words_of(Locale::Nl).has(key) && words_of(Locale::En).has(key),
                "{key} does not parse"
            );
        }
    }
}
