//! What waits for who signed in: the page where everybody begins.

use std::collections::HashMap;

use jiff::SignedDuration;
use shell::Fault;
use ui::Errors;

use super::HOME;
use super::ask::{Answer, Ask, Reading, Reply};
use crate::store::claims;
use crate::views::home::{self as view, Busy, Home, Item};
use crate::waits::{self, Claim, Found, Waiting};

/// How many a page shows at first, and when somebody asks for more.
const SHOWN: [usize; 2] = [25, 300];
/// So long after it was done something is shown as just done.
const JUST: SignedDuration = SignedDuration::from_hours(24);

/// What every word has waiting, put together.
async fn gather(ask: &Ask<'_>, reading: &mut Reading, most: usize) -> Result<Found, Fault> {
    let mut found = Vec::with_capacity(ask.us.waits.len());
    for word in &ask.us.waits {
        found.push(word.for_caller(ask, reading, most).await?);
    }
    Ok(waits::together(found, most))
}

/// The list.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let page = shown(ask, &mut reading, &Errors::default()).await?;
    Ok(Reply::Page(page))
}

async fn shown(
    ask: &Ask<'_>,
    reading: &mut Reading,
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    let [few, many] = SHOWN;
    let all = ask.query("alles") == "ja";
    let found = gather(ask, reading, if all { many } else { few }).await?;
    let claims = claims::current(&mut reading.tx, ask.now).await?;
    let items = found
        .items
        .into_iter()
        .map(|one| item(ask, reading, &claims, one));
    let items = items.collect();
    let since = ask.now.saturating_sub(JUST).map_err(anyhow::Error::from)?;
    let mut done = Vec::new();
    for word in &ask.us.waits {
        done.extend(word.done(ask, reading, since).await?);
    }
    done.sort_by_key(|one| std::cmp::Reverse(one.at));
    done.truncate(few);
    let home = Home {
        items,
        beyond: found.beyond,
        all: (!all).then(|| format!("{HOME}?alles=ja")),
        done,
    };
    Ok(view::page(&ask.frame(), &home, errors))
}

fn item(ask: &Ask<'_>, reading: &Reading, claims: &HashMap<String, Claim>, one: Waiting) -> Item {
    let claim = one.claim.as_ref().and_then(|key| claims.get(key));
    let busy = claim.map(|claim| Busy {
        until: ask.frame().clock(claim.until),
        who: (claim.person != ask.caller.person).then(|| reading.names.said(claim.person)),
    });
    Item {
        since: ask.frame().day(shell::clock::today(one.since)),
        waiting: one,
        busy,
    }
}

/// Somebody takes something that waits, takes it over or gives it back. What does not wait for them any more is not there to be taken.
pub(super) async fn claim(ask: &Ask<'_>) -> Answer {
    let wanted = ["pak", "over", "geef"].into_iter().find_map(|how| {
        let key = ask.form.one(how);
        (!key.is_empty()).then_some((how, key))
    });
    let Some((how, key)) = wanted else {
        return Ok(Reply::GoOn(HOME.to_owned()));
    };
    let mut reading = ask.writing().await?;
    let person = ask.caller.person;
    if how == "geef" {
        claims::give_back(&mut reading.tx, key, person).await?;
        reading.tx.commit().await?;
        return Ok(Reply::GoOn(HOME.to_owned()));
    }
    let [_, many] = SHOWN;
    let mine = gather(ask, &mut reading, many).await?.items;
    let item = mine
        .into_iter()
        .find(|one| one.claim.as_deref() == Some(key));
    let Some(item) = item else {
        return Ok(Reply::GoOn(HOME.to_owned()));
    };
    if claims::take(&mut reading.tx, key, person, how == "over", ask.now).await? {
        reading.tx.commit().await?;
        return Ok(Reply::GoOn(item.address));
    }
    let other = claims::of(&mut reading.tx, key, ask.now).await?;
    let who = other.map(|claim| reading.names.said(claim.person));
    let mut errors = Errors::default();
    let who = who.unwrap_or_default();
    errors.add("lijst", ask.words().f("home-busy", &[("who", who.into())]));
    let page = shown(ask, &mut reading, &errors).await?;
    Ok(Reply::Again(page))
}
