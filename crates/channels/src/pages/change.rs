//! Changing an account, and no longer using it.

use decisions::record;
use people::ask::{Answer as Page, Reading, Reply};
use people::model::School;
use serde_json::json;
use shell::Fault;
use ui::Errors;

use super::add::{checked, tried};
use super::ask::Ask;
use crate::model::{Account, State};
use crate::store::accounts;
use crate::views::form as view;

fn school_of(reading: &Reading, account: &Account) -> Result<School, Fault> {
    let found = reading
        .schools
        .iter()
        .find(|school| school.id == account.school);
    found.cloned().ok_or(Fault::Missing)
}

/// The form with what is there. The password is not.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (account, _) = ask.account(&mut reading).await?;
    let page = form(ask, &reading, &account, &Errors::default());
    Ok(Reply::Page(page))
}

fn form(ask: &Ask<'_>, reading: &Reading, account: &Account, errors: &Errors) -> maud::Markup {
    let said = |field: &str, now: &'_ str| {
        let typed = ask.form.one(field);
        if ask.form.has(field) {
            typed.to_owned()
        } else {
            now.to_owned()
        }
    };
    let (name, address, user) = (
        said("naam", &account.name),
        said("adres", &account.address),
        said("gebruiker", &account.user),
    );
    let shown = view::Fields {
        name: &name,
        address: &address,
        user: &user,
        owners: ask.owner_choices(reading, account.school, account.owner),
        kind: account.kind,
        keeps: account.has_secret,
    };
    view::change(&ask.frame(), account, &shown, errors)
}

/// Keeps what was typed, once it was tried.
pub(super) async fn keep(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (account, _) = ask.account(&mut reading).await?;
    let school = school_of(&reading, &account)?;
    let typed = match checked(ask, &reading, &school, account.kind, Some(&account)) {
        Ok(typed) => typed,
        Err(errors) => return Ok(Reply::Again(form(ask, &reading, &account, &errors))),
    };
    let (old, renewed) = (account.owner, typed.secret.is_some());
    let mut changed = account.clone();
    changed.name.clone_from(&typed.name);
    changed.owner = typed.owner;
    let enters = renewed || typed.address != account.address || typed.user != account.user;
    changed.address.clone_from(&typed.address);
    changed.user.clone_from(&typed.user);
    let mut looked = None;
    if enters {
        let secret = match &typed.secret {
            Some(secret) => Some(secret.clone()),
            None => accounts::secret(&mut reading.tx, &reading.keys, account.id).await?,
        };
        let keys = reading.keys.clone();
        drop(reading);
        looked = match tried(ask, &keys, &changed, secret).await {
            Ok(looked) => looked,
            Err(errors) => {
                let reading = ask.reading().await?;
                return Ok(Reply::Again(form(ask, &reading, &account, &errors)));
            }
        };
    } else {
        drop(reading);
    }
    let mut reading = ask.writing().await?;
    let (_, role) = ask.account(&mut reading).await?;
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    accounts::change(tx, keys, &changed, typed.secret.as_deref()).await?;
    if let Some(looked) = looked {
        accounts::looked(tx, account.id, &looked).await?;
        accounts::told(tx, account.id, None).await?;
    }
    let facts = json!({ "owner": { "old": old, "new": typed.owner }, "secret": renewed, "entered": enters });
    let entry = ask
        .entry("channel", "changed", role)
        .on(account.id.as_simple().to_string())
        .from_facts(facts);
    record(tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/kanalen/{}", account.id.as_simple())))
}

/// The question whether it is used no more, or again.
pub(super) async fn stop_page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (account, _) = ask.account(&mut reading).await?;
    Ok(Reply::Page(view::stop(&ask.frame(), &account)))
}

/// Says that it is used no more, or again, as the form asks: sent twice it changes nothing more.
pub(super) async fn stop(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (mut account, role) = ask.account(&mut reading).await?;
    let wanted = State::from_key(ask.form.one("staat")).ok_or(Fault::Missing)?;
    if account.state != wanted {
        account.state = wanted;
        let (tx, keys) = (&mut reading.tx, &reading.keys);
        accounts::change(tx, keys, &account, None).await?;
        let outcome = match wanted {
            State::Used => "started",
            State::Stopped => "stopped",
        };
        let entry = ask
            .entry("channel", outcome, role)
            .on(account.id.as_simple().to_string());
        record(tx, &entry).await?;
        reading.tx.commit().await?;
    }
    Ok(Reply::GoOn(format!("/kanalen/{}", account.id.as_simple())))
}
