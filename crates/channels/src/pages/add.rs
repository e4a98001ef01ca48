//! A new account: first which kind, then where it is.

use decisions::record;
use identity::Action;
use maud::Markup;
use people::ask::{Answer as Page, Reading, Reply};
use people::model::School;
use serde_json::json;
use shell::{Fault, chance};
use ui::Errors;
use words::{Channel, PersonId};

use super::ask::Ask;
use crate::jobs;
use crate::model::{Account, Answer, Kind, Looked, State, Why};
use crate::rules::typed::{self, Fields, Typed, is_entered};
use crate::store::accounts;
use crate::views::form as view;

/// The choice of a kind, or the form of the kind that was chosen.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let reading = ask.reading().await?;
    let school = ask.school_for(Action::RunChannels, &reading.schools)?;
    let page = match typed::way(ask.query("soort")) {
        Some(way) => form(ask, &reading, &school, way, &Errors::default()),
        None => view::choose(&ask.frame(), &school, &Errors::default()),
    };
    Ok(Reply::Page(page))
}

fn form(
    ask: &Ask<'_>,
    reading: &Reading,
    school: &School,
    way: (Kind, Channel),
    errors: &Errors,
) -> Markup {
    let shown = view::Fields {
        name: ask.form.one("naam"),
        address: match (ask.form.one("adres"), way.0) {
            ("", Kind::Bluesky) => "https://bsky.social",
            (typed, _) => typed,
        },
        user: ask.form.one("gebruiker"),
        owners: ask.owner_choices(reading, school.id, ask.caller.person),
        kind: way.0,
        keeps: false,
    };
    view::add(&ask.frame(), (school, way), &shown, errors)
}

/// Tries the account, and keeps it unless it can never work so.
pub(super) async fn keep(ask: &Ask<'_>) -> Page {
    let reading = ask.reading().await?;
    let school = ask.school_for(Action::RunChannels, &reading.schools)?;
    let Some(way) = typed::way(ask.form.one("soort")) else {
        let mut errors = Errors::default();
        errors.add("soort", ask.words().t("new-way-wrong"));
        return Ok(Reply::Again(view::choose(&ask.frame(), &school, &errors)));
    };
    let typed = match checked(ask, &reading, &school, way.0, None) {
        Ok(typed) => typed,
        Err(errors) => return Ok(Reply::Again(form(ask, &reading, &school, way, &errors))),
    };
    let account = made(ask, &school, way, &typed);
    let keys = reading.keys.clone();
    // Nothing is held while the other side is asked.
    drop(reading);
    match tried(ask, &keys, &account, typed.secret.clone()).await {
        Ok(looked) => added(ask, &account, &typed, looked).await,
        Err(errors) => {
            let reading = ask.reading().await?;
            Ok(Reply::Again(form(ask, &reading, &school, way, &errors)))
        }
    }
}

/// What was typed; an owner is one of those who can be.
pub(super) fn checked(
    ask: &Ask<'_>,
    reading: &Reading,
    school: &School,
    kind: Kind,
    known: Option<&Account>,
) -> Result<Typed, Errors> {
    let owner: Option<PersonId> = ask.form.one("eigenaar").parse().ok();
    let mut owners = ask.owners(reading, school.id);
    owners.extend(known.map(|known| known.owner));
    let fields = Fields {
        name: ask.form.one("naam"),
        address: ask.form.one("adres"),
        user: ask.form.one("gebruiker"),
        secret: ask.form.one("geheim"),
        owner: owner.filter(|owner| owners.contains(owner)),
    };
    typed::typed(fields, kind, known, ask.us.reach, ask.words())
}

fn made(
    ask: &Ask<'_>,
    school: &School,
    (kind, channel): (Kind, Channel),
    typed: &Typed,
) -> Account {
    let chance = &*ask.us.people.identity.parts.chance;
    Account {
        id: ask.new_id(),
        school: school.id,
        channel,
        kind,
        name: typed.name.clone(),
        address: typed.address.clone(),
        user: typed.user.clone(),
        has_secret: typed.secret.is_some(),
        owner: typed.owner,
        state: State::Used,
        looked: None,
        token: chance::hex(&chance::bytes::<8>(chance)),
    }
}

/// How it is; or, where it will never work like this, what to repair at which field.
pub(super) async fn tried(
    ask: &Ask<'_>,
    keys: &seal::BoardKeys,
    account: &Account,
    secret: Option<String>,
) -> Result<Option<Looked>, Errors> {
    if !is_entered(account.kind) {
        return Ok(None);
    }
    let outlet = ask
        .us
        .to_try(ask.caller.board, keys, account.clone(), secret);
    let answer = outlet.health().await;
    if let Answer::Refused { why } = answer {
        let mut errors = Errors::default();
        let said = ask.words().t(&format!("why-{}", why.key())).to_owned();
        errors.add(field(why), said);
        return Err(errors);
    }
    Ok(Some(jobs::looked(&answer, ask.us.people.identity.now())))
}

/// Where a cause is repaired.
fn field(why: Why) -> &'static str {
    match why {
        Why::Credentials | Why::NoSecret => "geheim",
        Why::Forbidden => "gebruiker",
        _ => "adres",
    }
}

async fn added(ask: &Ask<'_>, account: &Account, typed: &Typed, looked: Option<Looked>) -> Page {
    let mut reading = ask.writing().await?;
    let role = ask.must(Action::RunChannels, &ask.at(account.school))?;
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    accounts::add(tx, keys, account, typed.secret.as_deref(), ask.now).await?;
    if let Some(looked) = looked {
        accounts::looked(tx, account.id, &looked).await?;
    }
    let facts = json!({ "school": account.school, "kind": account.kind.key(), "channel": account.channel.key(), "owner": account.owner });
    let entry = ask
        .entry("channel", "added", role)
        .on(account.id.as_simple().to_string())
        .from_facts(facts);
    record(tx, &entry).await.map_err(Fault::from)?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/kanalen/{}", account.id.as_simple())))
}
