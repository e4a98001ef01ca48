//! What waits in this word: signals that nobody took up, and what has a term in the cases that somebody leads.

use jiff::Timestamp;
use people::ask::{Ask, Reading};
use people::waits::{Found, Listed, Risk, Waiting as Item, Waits};
use uuid::Uuid;

use crate::model::{Case, Seat, State};
use crate::pages::{handling, of_state, own};
use crate::store::{cases, lists, parties};

/// What this word has waiting, for the list of everybody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Waiting;

impl Waits for Waiting {
    fn for_caller<'a>(
        &'a self,
        ask: &'a Ask<'_>,
        reading: &'a mut Reading,
        most: usize,
    ) -> Listed<'a, Found> {
        Box::pin(async move {
            let mut items = Vec::new();
            if handling(ask.caller, None).is_empty() {
                return Ok(Found::default());
            }
            let own = own(ask, reading).await?;
            let new = (State::Signal, Timestamp::MIN);
            let (signals, more) = of_state(ask, reading, &own, new).await?;
            items.extend(signals.iter().map(|case| signal(ask, case)));
            let seats = parties::seats_of(&mut reading.tx, ask.caller.person).await?;
            let ids: Vec<Uuid> = seats
                .into_iter()
                .filter(|(id, seat)| *seat != Seat::Reader && !own.contains(id))
                .map(|(id, _)| id)
                .collect();
            let mut beside = lists::beside(&mut reading.tx, &ids).await?;
            for id in ids {
                let Some((kind, at)) = beside.remove(&id).and_then(|one| one.due) else {
                    continue;
                };
                let case = cases::one(&mut reading.tx, id).await?;
                items.extend(case.map(|case| term(ask, &case, &kind, at)));
            }
            let cut = items.len().saturating_sub(most);
            items.sort_by_key(|one| (one.risk, one.since));
            items.truncate(most);
            let beyond = cut as u64 + u64::from(more.is_some());
            Ok(Found { items, beyond })
        })
    }
}

fn signal(ask: &Ask<'_>, case: &Case) -> Item {
    let words = crate::texts(ask.locale());
    let number = case.number.to_string();
    let way = words.t(&format!("way-{}", case.way.key())).to_owned();
    Item {
        what: words.f("waits-signal", &[("number", number.into())]),
        about: way,
        since: case.received_at,
        risk: if case.urgent { Risk::Now } else { Risk::Soon },
        address: case.address(),
        claim: Some(case.claim()),
    }
}

fn term(ask: &Ask<'_>, case: &Case, kind: &str, at: Timestamp) -> Item {
    let words = crate::texts(ask.locale());
    let number = case.number.to_string();
    let what = words.t(&format!("event-{kind}")).to_owned();
    let day = ask.frame().day(shell::clock::today(at));
    Item {
        what: words.f(
            "waits-term",
            &[("number", number.into()), ("what", what.into())],
        ),
        about: words.f("event-due", &[("day", day.into())]),
        since: case.received_at,
        risk: if at < ask.now { Risk::Now } else { Risk::Soon },
        address: case.address(),
        claim: None,
    }
}
