//! How each made-up school asked: once, at enrolment, or with a reminder each year.

use std::collections::HashSet;

use jiff::{SignedDuration, Timestamp};
use people::demo::Demo;
use people::directory::Directory;
use people::model::Guardianship;
use people::rules::{Standing, standing};
use people::year::turns;
use shell::{Chance, chance};
use store::Tx;
use words::{PersonId, Text};

use crate::campaign::{Asks, Kind, Plan, State, Way};
use crate::model::Event;
use crate::rules::OWN_SAY;
use crate::store::campaigns::{self, Asked, Campaign};

/// Writes down whom the school asked and who answered.
pub(super) async fn fill(
    tx: &mut Tx,
    source: &dyn Chance,
    demo: &Demo,
    (names, bonds): (&Directory, &[Guardianship]),
    answers: &[(PersonId, Vec<Event>)],
    (by, at): (PersonId, Timestamp),
) -> anyhow::Result<()> {
    let (kind, state, days) = match demo.slug.as_str() {
        "verkruisen" => (Kind::Current, State::Ready, 60),
        "spoenk" => (Kind::Current, State::Ready, 28),
        "pcc" => (Kind::Reminder, State::Ready, 40),
        _ => (Kind::Enrolment, State::Busy, 440),
    };
    let began = at
        .checked_sub(SignedDuration::from_hours(24 * days))
        .unwrap_or(at);
    let campaign = Campaign {
        id: chance::id(source, began),
        school: demo.school,
        kind,
        state,
        made_by: by,
        made_at: began,
        plan: plan(),
        looked: None,
    };
    campaigns::add(tx, &campaign).await?;
    let said: HashSet<(PersonId, PersonId)> = answers
        .iter()
        .flat_map(|(person, events)| events.iter().map(|event| (*person, event.said_by)))
        .collect();
    let today = shell::clock::today(at);
    let mut asked = Vec::new();
    for known in names.everybody().filter(|known| known.place.pupil) {
        let Some(born) = known.born else { continue };
        let around = bonds.iter().filter(|bond| bond.pupil == known.id);
        let mut speakers: Vec<PersonId> = around
            .filter(|bond| standing(bond, Some(born), today) == Standing::Represents)
            .map(|bond| bond.guardian)
            .collect();
        if today >= turns(born, OWN_SAY) {
            speakers = vec![known.id];
        }
        asked.extend(speakers.into_iter().map(|speaker| Asked {
            asked: speaker,
            about: known.id,
            group: known.place.groups.first().copied(),
            way: Way::Mail,
            at: began,
            reminded: 0,
            answered: said.contains(&(known.id, speaker)).then_some(at),
        }));
    }
    campaigns::ask(tx, campaign.id, &asked).await
}

fn plan() -> Plan {
    Plan {
        groups: Vec::new(),
        purposes: Vec::new(),
        asks: Asks {
            guardians: true,
            ..Asks::default()
        },
        subject: words_of("demo-subject"),
        text: words_of("demo-text"),
        // The letters of a made-up school went out long ago: nobody is reminded.
        remind: Vec::new(),
    }
}

fn words_of(key: &str) -> Text {
    let said = |locale| crate::texts(locale).t(key).to_owned();
    Text::new(said(words::Locale::Nl), said(words::Locale::En))
}
