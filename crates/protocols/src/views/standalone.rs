//! The document as one page that needs nothing else: to print, to mail, to hang on the wall.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use norms::Protocol;
use words::Locale;

use crate::tell::prose;

/// Enough style to read and print; no colours, no fonts of its own.
const STYLE: &str = "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 sans-serif}\
h2{margin-top:2rem;break-after:avoid}nav ol{list-style:none;padding:0}footer{margin-top:3rem;font-size:.8rem;overflow-wrap:anywhere}";

/// The page.
pub(crate) fn page(protocol: &Protocol, locale: Locale) -> Markup {
    let words = crate::texts(locale);
    let document = &protocol.document;
    let front = &document.front;
    let version = match front.vastgesteld {
        Some(day) => words.f(
            "version-adopted",
            &[
                ("version", front.versie.as_str().into()),
                ("date", day.to_string().into()),
            ],
        ),
        None => words.f("version-line", &[("version", front.versie.as_str().into())]),
    };
    html! {
        (DOCTYPE)
        // The document itself is Dutch, in whatever language somebody asks for it.
        html lang="nl" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (front.titel) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (front.titel) }
                p { (front.school) ". " (version) }
                nav aria-label=(words.t("contents")) {
                    ol {
                        @for article in &document.articles {
                            li { a href={ "#art-" (article.number) } { (article.number) " " (article.title) } }
                        }
                    }
                }
                main {
                    @for article in &document.articles {
                        section id={ "art-" (article.number) } {
                            h2 { (article.number) " " (article.title) }
                            (prose::html(&article.prose))
                        }
                    }
                }
                footer { "sha-256 " (protocol.sha256) }
            }
        }
    }
}
