//! The HTML of this crate: what a fault page says.

use maud::{Markup, html};
use words::Locale;

/// The content of a fault page: what is wrong sentence by sentence, what that means, and where to go on.
pub(crate) fn fault(
    locale: Locale,
    sentences: &[String],
    title: &str,
    text: &str,
    again: &str,
) -> Markup {
    let faults: Vec<(String, String)> = sentences
        .iter()
        .map(|sentence| (String::new(), sentence.clone()))
        .collect();
    let go_on = ui::layout::in_language(locale, again);
    html! {
        @if !faults.is_empty() {
            (ui::parts::error_summary(locale, &faults))
        }
        h1 { (title) }
        p { (text) }
        div.actions { (ui::parts::main_link(&go_on, ui::words_of(locale).t("again"))) }
    }
}
