//! Into which album what was shared goes.

use maud::{Markup, html};
use people::Frame;
use ui::Errors;
use ui::form::{Choice, Form};

/// The question.
pub(crate) fn page(frame: &Frame<'_>, albums: &[Choice], errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors);
    let fields = form.radios("album", words.t("share-album"), "", albums);
    let buttons = html! {
        // Sending at once needs script; without it the album asks for the files.
        button.button type="submit" name="eigen" value="ja" { (words.t("share-own")) }
        button.button.quiet type="submit" { (words.t("share-button")) }
    };
    let content = html! {
        (errors.summary(frame.locale()))
        h1 { (words.t("share-title")) }
        // Told by script, when something was shared.
        p.card data-shared=(words.f("share-there", &[("n", "{n}".into())])) hidden {}
        p { (words.t("share-hint")) }
        (form.around_with(&frame.to("/fotos/stuur"), fields, buttons))
    };
    if errors.is_empty() {
        frame.page(words.t("share-title"), content)
    } else {
        frame.page_again(words.t("share-title"), content)
    }
}
