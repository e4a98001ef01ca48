//! What a school settles about keeping photos.

use identity::Action;
use people::ask::{Answer as Page, Ask, Reply};
use serde_json::json;
use ui::Errors;

use crate::store::terms::{self, Terms};
use crate::views::settle as view;

/// From so many days to so many.
const DAYS: std::ops::RangeInclusive<i64> = 1..=730;
/// The same of photos as they are shown: at most twenty years.
const SHOWN: std::ops::RangeInclusive<i64> = 1..=7300;

/// The form.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let school = ask.school_for(Action::SetConsent, &reading.schools)?;
    let terms = terms::of_school(&mut reading.tx, school.id).await?;
    let id = school.id.to_string();
    let typed = view::Typed {
        originals: terms.originals.to_string(),
        shown: terms.shown.map(|days| days.to_string()).unwrap_or_default(),
    };
    Ok(Reply::Page(view::page(
        &ask.frame(),
        (&school.name, &id),
        &typed,
        &Errors::default(),
    )))
}

/// What was typed.
fn check(ask: &Ask<'_>, typed: &view::Typed) -> Result<Terms, Errors> {
    let mut errors = Errors::default();
    let originals = typed.originals.parse().ok();
    let originals = originals.filter(|days| DAYS.contains(days));
    if originals.is_none() {
        errors.add("dagen", ask.words().t("settle-wrong"));
    }
    let shown = typed.shown.parse().ok().filter(|days| SHOWN.contains(days));
    if shown.is_none() && !typed.shown.is_empty() {
        errors.add("getoond", ask.words().t("settle-shown-wrong"));
    }
    errors.or(Terms {
        originals: originals.unwrap_or_default(),
        shown,
    })
}

/// Keeps it.
pub(super) async fn keep(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let school = ask.school_for(Action::SetConsent, &reading.schools)?;
    let role = ask.must(Action::SetConsent, &ask.at(school.id))?;
    let typed = view::Typed {
        originals: ask.form.one("dagen").to_owned(),
        shown: ask.form.one("getoond").to_owned(),
    };
    let terms = match check(ask, &typed) {
        Ok(terms) => terms,
        Err(errors) => {
            let id = school.id.to_string();
            let page = view::page(&ask.frame(), (&school.name, &id), &typed, &errors);
            return Ok(Reply::Again(page));
        }
    };
    terms::settle(&mut reading.tx, school.id, terms).await?;
    let entry = ask
        .entry("photo_terms", "settled", role)
        .on(school.id.to_string())
        .from_facts(json!({ "days": terms.originals, "shown": terms.shown }));
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn("/fotos".to_owned()))
}
