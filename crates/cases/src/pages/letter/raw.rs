//! The text of a letter before it is filled in.

use ui::{Errors, Table};
use words::Locale;

use crate::model::{Template, Written};
use crate::rules::letter::unknown;

/// The text that comes with the program, with the names as they are typed.
pub(in crate::pages) fn usual(template: Template, locale: Locale) -> Written {
    let words = crate::texts(locale);
    let names = template.variables();
    let values: Vec<_> = names
        .iter()
        .map(|name| (*name, format!("{{ ${name} }}").into()))
        .collect();
    Written {
        subject: words.f(&format!("template-{}-subject", template.key()), &values),
        text: words.f(&format!("template-{}-text", template.key()), &values),
    }
}

/// One fault for each name that is none.
pub(in crate::pages) fn check(
    words: &Table,
    (field, text): (&str, &str),
    known: &[&str],
    errors: &mut Errors,
) {
    let all: Vec<String> = known.iter().map(|name| format!("{{ ${name} }}")).collect();
    let all = all.join(", ");
    for name in unknown(text, known) {
        let name = format!("{{ ${name} }}");
        let values = [("name", name.into()), ("known", all.as_str().into())];
        errors.add(field, words.f("letter-unknown", &values));
    }
}

/// Something between square brackets still waits to be filled in.
pub(in crate::pages) fn is_unfinished(text: &str) -> bool {
    let after = text.split('[').skip(1);
    let mut inner = after.filter_map(|rest| rest.split_once(']'));
    inner.any(|(inner, _)| !inner.trim().is_empty())
}
