//! A role ends.

use ::store::Tx;
use identity::Action;
use identity::store::roles::{self as held, RoleRow};
use serde_json::json;
use shell::Fault;
use ui::Errors;
use words::{PersonId, Role};

use super::ask::{Answer, Ask, Reading, Reply};
use super::roles::{place, said, scope};
use crate::forms;
use crate::store;
use crate::views::roles::{self as view, Ending};

/// The role of the address, which the visitor may end.
async fn ends(ask: &Ask<'_>, tx: &mut Tx) -> Result<(RoleRow, Role), Fault> {
    let id: PersonId = ask.id(1)?;
    let row = held::one(tx, id.0).await?.ok_or(Fault::Missing)?;
    let role = ask.must(Action::GiveRoles, &scope(ask, &row.held))?;
    Ok((row, role))
}

async fn ending_of(ask: &Ask<'_>, reading: &mut Reading, row: &RoleRow) -> Result<Ending, Fault> {
    let all = held::all(&mut reading.tx, ask.today).await?;
    let typed = ask.form.one("dag");
    Ok(Ending {
        name: reading.names.said(row.person),
        role: format!(
            "{} · {}",
            said(ask, row.held.role),
            place(ask, reading, &row.held)
        ),
        address: format!("/rollen/{}/einde", row.id.as_simple()),
        day: if typed.is_empty() {
            ask.today.to_string()
        } else {
            typed.to_owned()
        },
        alone: crate::work::is_alone(&all, row, ask.today),
    })
}

/// The form that ends a role.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let (row, _) = ends(ask, &mut reading.tx).await?;
    let ending = ending_of(ask, &mut reading, &row).await?;
    Ok(Reply::Page(view::end(
        &ask.frame(),
        &ending,
        &Errors::default(),
    )))
}

/// Ends a role.
pub(super) async fn end(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (row, role) = ends(ask, &mut reading.tx).await?;
    let Some(day) = forms::day(&ask.form, "dag") else {
        let mut errors = Errors::default();
        errors.add("dag", ask.words().t("fill-in-last-day"));
        let ending = ending_of(ask, &mut reading, &row).await?;
        return Ok(Reply::Again(view::end(&ask.frame(), &ending, &errors)));
    };
    held::end(&mut reading.tx, row.id, day, ask.now).await?;
    let facts =
        json!({ "role": row.held.role.key(), "school": row.held.school, "until": day.to_string() });
    decisions::record(
        &mut reading.tx,
        &ask.entry("role_ended", "ended", role)
            .about(row.person)
            .from_facts(facts),
    )
    .await?;
    store::mark(&mut reading.tx).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn("/rollen".to_owned()))
}
