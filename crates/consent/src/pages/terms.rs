//! What the school settled about asking.

use people::ask::{Answer as Page, Ask, Reply};
use people::model::School;
use serde_json::json;
use ui::Errors;
use ui::form::Choice;

use super::purposes::school;
use crate::model::Terms;
use crate::store::purposes as sql;
use crate::views::purposes as view;

/// What the school settled.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (school, _) = school(ask, &reading)?;
    let terms = sql::terms(&mut reading.tx, school.id).await?;
    let shown = settled(
        ask,
        &school,
        terms.both_guardians,
        &terms.grace_days.to_string(),
    );
    Ok(Reply::Page(view::terms(
        &ask.frame(),
        &shown,
        &Errors::default(),
    )))
}

fn settled(ask: &Ask<'_>, school: &School, both: bool, days: &str) -> view::Settled {
    let words = ask.words();
    view::Settled {
        school: school.id.to_string(),
        name: school.name.clone(),
        choices: vec![
            Choice::new("een", words.t("terms-one"), !both).hint(words.t("terms-one-hint")),
            Choice::new("beide", words.t("terms-both"), both).hint(words.t("terms-both-hint")),
        ],
        days: days.to_owned(),
    }
}

/// Settles it.
pub(super) async fn settle(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (school, role) = school(ask, &reading)?;
    let (who, days) = (ask.form.one("ouders"), ask.form.one("dagen"));
    let mut errors = Errors::default();
    if !matches!(who, "een" | "beide") {
        errors.add("ouders", ask.words().t("terms-choose"));
    }
    let grace = days.parse().ok().filter(|days: &u8| *days <= 60);
    if grace.is_none() {
        errors.add("dagen", ask.words().t("terms-days-wrong"));
    }
    let terms = match errors.or(Terms {
        both_guardians: who == "beide",
        grace_days: grace.unwrap_or_default(),
    }) {
        Ok(terms) => terms,
        Err(errors) => {
            let shown = settled(ask, &school, who == "beide", days);
            return Ok(Reply::Again(view::terms(&ask.frame(), &shown, &errors)));
        }
    };
    sql::settle(&mut reading.tx, school.id, terms).await?;
    let facts =
        json!({ "school": school.id, "both": terms.both_guardians, "grace": terms.grace_days });
    let entry = ask
        .entry("consent_terms", "settled", role)
        .from_facts(facts);
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!(
        "/toestemmingen/regels?school={}",
        school.id
    )))
}
