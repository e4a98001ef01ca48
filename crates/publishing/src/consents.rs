//! Consent, as the check asks for it.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;

use consent::model::{Cell, Purpose};
use consent::rules::{Outcome, Reason, Shown};
use jiff::civil::Date;
use people::directory::Directory;
use personal_data::{Channel, Consent};
use store::Tx;
use words::{Medium, PersonId, SchoolId};

/// What is known of some people's consent. Who is not in it was never asked.
pub type Given = HashMap<PersonId, Consent>;

/// Whoever knows the consents: asked for the people whom a text names, once for each text.
pub trait Consents: Send + Sync {
    /// What these people of a school, or who decides for them, answered for this channel, as it holds on this day.
    fn of<'a>(
        &'a self,
        tx: &'a mut Tx,
        at: (&'a Directory, SchoolId),
        people: &'a [PersonId],
        channel: Channel,
        day: Date,
    ) -> Pin<Box<dyn Future<Output = anyhow::Result<Given>> + Send + 'a>>;
}

/// Nobody was asked yet: nobody agreed.
#[derive(Debug, Clone, Copy, Default)]
pub struct NobodyAsked;

impl Consents for NobodyAsked {
    fn of<'a>(
        &'a self,
        _: &'a mut Tx,
        _: (&'a Directory, SchoolId),
        _: &'a [PersonId],
        _: Channel,
        _: Date,
    ) -> Pin<Box<dyn Future<Output = anyhow::Result<Given>> + Send + 'a>> {
        Box::pin(async { Ok(Given::new()) })
    }
}

/// The register of consent: a name in a text goes by what was answered about the name.
#[derive(Debug, Clone, Copy, Default)]
pub struct Register;

impl Consents for Register {
    fn of<'a>(
        &'a self,
        tx: &'a mut Tx,
        (names, school): (&'a Directory, SchoolId),
        people: &'a [PersonId],
        channel: Channel,
        day: Date,
    ) -> Pin<Box<dyn Future<Output = anyhow::Result<Given>> + Send + 'a>> {
        Box::pin(async move {
            let register = consent::Register::of(tx, names, school, people, day).await?;
            let cells: Vec<Cell> = register
                .purposes
                .iter()
                .filter(|purpose| purpose.is_open(day))
                .flat_map(Purpose::cells)
                .filter(|cell| cell.medium == Medium::Naam && is_in(cell.channel, channel))
                .collect();
            let given = people.iter().map(|person| {
                let outcomes = cells.iter().map(|cell| register.decide(*person, *cell));
                let strictest = outcomes.map(answer).min();
                (*person, strictest.unwrap_or(Consent::Unknown))
            });
            Ok(given.collect())
        })
    }
}

/// The check knows four kinds of channel; the register knows each by itself.
fn is_in(one: words::Channel, kind: Channel) -> bool {
    use words::Channel as At;
    match kind {
        Channel::Website => matches!(one, At::Website),
        Channel::Newsletter => matches!(one, At::Nieuwsbrief | At::Drukwerk),
        Channel::Classapp => matches!(one, At::Portaal | At::Klassengroep),
        Channel::Social => matches!(
            one,
            At::Instagram | At::Facebook | At::LinkedIn | At::Mastodon | At::Bluesky | At::Video
        ),
    }
}

fn answer(outcome: Outcome) -> Consent {
    match (outcome.shown, outcome.reason) {
        (Shown::May, _) => Consent::Yes,
        (_, Reason::OwnNo | Reason::PupilNo | Reason::GuardianNo | Reason::Protected) => {
            Consent::No
        }
        (Shown::MayNot, _) => Consent::Unknown,
    }
}
