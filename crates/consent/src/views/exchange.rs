//! The register as a file.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Form, hidden};
use ui::layout::in_language;

/// The page with the files.
pub(crate) fn page(frame: &Frame<'_>, school: &str, name: &str, errors: &Errors) -> Markup {
    let words = frame.words();
    let file = |kind: &str| {
        frame.to(&format!(
            "/toestemmingen/uitvoer?als={kind}&school={school}"
        ))
    };
    let form = Form::new(frame.locale(), frame.token(), errors).with_files();
    let fields = html! {
        (hidden("school", school))
        (form.file("bestand", words.t("takeover-file"), words.t("takeover-file-hint"), ".csv,.txt"))
    };
    let title = words.t("exchange-title");
    let content = html! {
        (frame.back(&format!("/toestemmingen?school={school}"), words.t("menu-register")))
        (errors.summary(frame.locale()))
        h1 { (title) }
        p.lead { (name) }
        p { (words.t("exchange-hint")) }
        ul.contents {
            li { a href=(file("csv")) download { (words.t("exchange-csv")) } }
            li { a href=(file("json")) download { (words.t("exchange-json")) } }
        }
        h2 { (words.t("exchange-changes")) }
        form method="get" action=(frame.to("/toestemmingen/uitvoer")) {
            (hidden("school", school))
            (hidden("als", "csv"))
            div.asked {
                label.field for="sinds" { (words.t("exchange-since")) }
                input id="sinds" name="sinds" type="date" required;
            }
            div.actions { button.button { (words.t("exchange-take")) } }
        }
        h2 { (words.t("takeover-title")) }
        p { (words.t("takeover-hint")) }
        (form.around(&in_language(frame.locale(), "/toestemmingen/overnemen"), fields, words.t("takeover-send")))
    };
    if errors.is_empty() {
        frame.page(title, content)
    } else {
        frame.page_again(title, content)
    }
}
