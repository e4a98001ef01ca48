//! A dossier to hand over: for whom.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Form as Fields};

/// The form.
pub(crate) struct Form {
    pub(crate) back: String,
    pub(crate) number: String,
    /// Where the protocol says that it is filed.
    pub(crate) system: Option<String>,
    pub(crate) readers: Vec<Choice>,
}

/// The page.
pub(crate) fn page(frame: &Frame<'_>, form: &Form, errors: &Errors) -> Markup {
    let words = frame.words();
    let title = words.t("act-dossier");
    let fields = Fields::new(frame.locale(), frame.token(), errors);
    let back = words.f("case-number", &[("number", form.number.as_str().into())]);
    let inputs = fields.radios("voor", words.t("dossier-for"), "", &form.readers);
    let content = html! {
        (errors.summary(frame.locale()))
        (frame.back(&form.back, &back))
        h1 { (title) }
        p { (words.t("dossier-lead")) }
        @if let Some(system) = &form.system { p.card { (system) } }
        (fields.around(&frame.to(&format!("{}/dossier", form.back)), inputs, words.t("dossier-button")))
        p.soft { (words.t("dossier-read-first")) }
    };
    super::page(frame, title, errors, content)
}
