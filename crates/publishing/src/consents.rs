//! Consent, as the check asks for it.

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;

use consent::Register;
use consent::model::{Cell, Purpose};
use consent::rules::{Outcome, Reason, Shown};
use jiff::civil::Date;
use people::directory::Directory;
use personal_data::{Channel, Consent};
use store::Tx;
use words::{Medium, PersonId, SchoolId};

/// What is known of some people's consent. Who is not in it was never asked.
pub type Given = HashMap<PersonId, Consent>;

/// What a consent is asked about.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The names of the board.
    pub names: &'a Directory,
    /// The school whose text it is.
    pub school: SchoolId,
    /// Whom the text may name.
    pub people: &'a [PersonId],
    /// Where the text will be.
    pub channel: Channel,
    /// The very place, where that is known.
    pub at: Option<Cell>,
    /// Today.
    pub day: Date,
}

/// What whoever knows the consents answers, after it asked the database.
pub type Answer<'a> = Pin<Box<dyn Future<Output = anyhow::Result<Given>> + Send + 'a>>;

/// Whoever knows the consents: asked once for each text.
pub trait Consents: Send + Sync {
    /// What these people, or who decides for them, answered about their name at this place, as it holds on this day.
    fn of<'a>(&'a self, tx: &'a mut Tx, asked: Asked<'a>) -> Answer<'a>;
}

/// The register of the school. A name may stand there when every purpose and every channel of the place allows it.
#[derive(Debug, Clone, Copy, Default)]
pub struct ByRegister;

impl Consents for ByRegister {
    fn of<'a>(&'a self, tx: &'a mut Tx, asked: Asked<'a>) -> Answer<'a> {
        Box::pin(async move {
            if asked.people.is_empty() {
                return Ok(Given::new());
            }
            let (school, people) = (asked.school, asked.people);
            let register = Register::of(tx, asked.names, school, people, asked.day).await?;
            let cells = match asked.at {
                Some(cell) => vec![cell],
                None => cells(&register.purposes, asked.channel),
            };
            let consent = |person: &PersonId| {
                let outcome = register.decide_all(*person, &cells)?;
                Some((*person, consent_of(&outcome)))
            };
            Ok(people.iter().filter_map(consent).collect())
        })
    }
}

/// What the check calls a channel of the register.
pub(crate) const fn kind_of(channel: words::Channel) -> Channel {
    use words::Channel as C;
    match channel {
        C::Website | C::Drukwerk | C::Pers => Channel::Website,
        C::Nieuwsbrief => Channel::Newsletter,
        C::Portaal | C::Klassengroep | C::Intern => Channel::Classapp,
        C::Instagram | C::Facebook | C::LinkedIn | C::Mastodon | C::Bluesky | C::Video => {
            Channel::Social
        }
    }
}

/// What the check calls one place is several channels of the register.
const fn channels(channel: Channel) -> &'static [words::Channel] {
    use words::Channel as C;
    match channel {
        Channel::Website => &[C::Website],
        Channel::Newsletter => &[C::Nieuwsbrief],
        Channel::Social => &[
            C::Instagram,
            C::Facebook,
            C::LinkedIn,
            C::Mastodon,
            C::Bluesky,
            C::Video,
        ],
        Channel::Classapp => &[C::Klassengroep, C::Portaal],
    }
}

/// The cells about a name at this place.
fn cells(purposes: &[Purpose], channel: Channel) -> Vec<Cell> {
    let here =
        |cell: &Cell| cell.medium == Medium::Naam && channels(channel).contains(&cell.channel);
    purposes
        .iter()
        .flat_map(Purpose::cells)
        .filter(here)
        .collect()
}

/// Nobody answered is no refusal, but no yes either.
fn consent_of(outcome: &Outcome) -> Consent {
    match (outcome.shown, outcome.reason) {
        (Shown::May, _) => Consent::Yes,
        (Shown::MayNot, Reason::Unanswered) => Consent::Unknown,
        (Shown::MayNot, _) => Consent::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_place_asks_about_names_there_and_nothing_else() {
        let school = SchoolId(Uuid::from_u128(2));
        let purpose = consent::usual::example(school);
        for channel in Channel::ALL {
            let found = cells(std::slice::from_ref(&purpose), channel);
            let fits = |cell: &Cell| {
                cell.medium == Medium::Naam && channels(channel).contains(&cell.channel)
            };
            assert!(found.iter().all(fits), "{channel:?}");
            assert_eq!(found.len(), purpose.cells().filter(fits).count());
        }
    }
}
