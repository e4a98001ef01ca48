//! What a school settles about keeping photos.

use identity::Action;
use people::ask::{Answer as Page, Ask, Reply};
use serde_json::json;
use ui::Errors;

use crate::store::terms;
use crate::views::settle as view;

/// From so many days to so many.
const DAYS: std::ops::RangeInclusive<i64> = 1..=730;

/// The form.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let school = ask.school_for(Action::SetConsent, &reading.schools)?;
    let days = terms::originals(&mut reading.tx, school.id).await?;
    let id = school.id.to_string();
    Ok(Reply::Page(view::page(
        &ask.frame(),
        (&school.name, &id),
        &days.to_string(),
        &Errors::default(),
    )))
}

/// Keeps it.
pub(super) async fn keep(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let school = ask.school_for(Action::SetConsent, &reading.schools)?;
    let role = ask.must(Action::SetConsent, &ask.at(school.id))?;
    let typed = ask.form.one("dagen");
    let Some(days) = typed.parse().ok().filter(|days| DAYS.contains(days)) else {
        let mut errors = Errors::default();
        errors.add("dagen", ask.words().t("settle-wrong"));
        let id = school.id.to_string();
        let page = view::page(&ask.frame(), (&school.name, &id), typed, &errors);
        return Ok(Reply::Again(page));
    };
    terms::settle(&mut reading.tx, school.id, days).await?;
    let entry = ask
        .entry("photo_terms", "settled", role)
        .on(school.id.to_string())
        .from_facts(json!({ "days": days }));
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn("/fotos".to_owned()))
}
