//! Birthdays that change who has a say: told in time, to the pupil and to those who represent it.

use std::collections::HashMap;

use jiff::ToSpan;
use jiff::civil::Date;
use mail::Letter;
use people::directory::Directory;
use people::rules::{Standing, standing};
use people::store::guardians;
use people::year::turns;
use store::Db;
use words::{BoardId, PersonId, SchoolId};

use super::letters::{self, Reader};
use crate::Consent;
use crate::model::{Audience, Ground};
use crate::rules::{OWN_NO, OWN_SAY};
use crate::store::purposes;

/// What a birthday brings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// The pupil may say no.
    Twelve,
    /// In thirty days the pupil decides alone.
    Soon,
    /// The pupil decides alone.
    Sixteen,
    /// Nobody represents the pupil any more.
    Eighteen,
}

/// Days in which it is still told, should the program not have run.
const LATE: i64 = 7;
/// Pupils in one transaction.
const PUPILS: usize = 100;

impl Step {
    const ALL: [Self; 4] = [Self::Twelve, Self::Soon, Self::Sixteen, Self::Eighteen];

    /// The day for somebody born then.
    fn day(self, born: Date) -> Date {
        match self {
            Self::Twelve => turns(born, OWN_NO),
            Self::Soon => turns(born, OWN_SAY).saturating_sub(30.days()),
            Self::Sixteen => turns(born, OWN_SAY),
            Self::Eighteen => turns(born, 18),
        }
    }

    /// The birthday that the letter names.
    fn birthday(self, born: Date) -> Date {
        match self {
            Self::Soon => turns(born, OWN_SAY),
            _ => self.day(born),
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Twelve => "life-12",
            Self::Soon => "life-soon",
            Self::Sixteen => "life-16",
            Self::Eighteen => "life-18",
        }
    }

    /// The letter to the pupil asks something: it has a link.
    const fn asks(self) -> bool {
        matches!(self, Self::Twelve | Self::Sixteen)
    }
}

/// What is told on this day of somebody who was born then.
pub(crate) fn steps(born: Date, today: Date) -> impl Iterator<Item = Step> {
    Step::ALL.into_iter().filter(move |step| {
        let day = step.day(born);
        day <= today && today < day.saturating_add(LATE.days())
    })
}

/// Tells what the birthdays of these days bring. A letter has a key of its own, so a second time tells nobody twice.
pub(super) async fn day(us: &Consent, db: &Db, board: BoardId) -> anyhow::Result<()> {
    let keys = us.people.keys(board).await?;
    let today = shell::clock::today(us.people.identity.now());
    let mut tx = db.begin(board).await?;
    let names = us.people.directories.of(&mut tx, &keys, today).await?;
    let purposes = purposes::all(&mut tx).await?;
    drop(tx);
    let mut schools: Vec<SchoolId> = purposes
        .iter()
        .filter(|one| {
            one.is_open(today)
                && one.notice.ground == Ground::Consent
                && one.notice.audience != Audience::Staff
        })
        .map(|one| one.school)
        .collect();
    schools.sort_unstable();
    schools.dedup();
    for school in schools {
        let due = due(&names, school, today);
        for some in due.chunks(PUPILS) {
            stretch(us, db, board, (school, &names), some).await?;
        }
    }
    Ok(())
}

fn due(names: &Directory, school: SchoolId, today: Date) -> Vec<(PersonId, Date, Step)> {
    let pupils = names
        .everybody()
        .filter(|known| known.place.pupil && known.place.schools.contains(&school));
    pupils
        .filter_map(|known| Some((known.id, known.born?)))
        .flat_map(|(pupil, born)| steps(born, today).map(move |step| (pupil, born, step)))
        .collect()
}

async fn stretch(
    us: &Consent,
    db: &Db,
    board: BoardId,
    (school, names): (SchoolId, &Directory),
    due: &[(PersonId, Date, Step)],
) -> anyhow::Result<()> {
    let keys = us.people.keys(board).await?;
    let now = us.people.identity.now();
    let today = shell::clock::today(now);
    let mut tx = db.begin(board).await?;
    let grace = purposes::terms(&mut tx, school).await?.grace_days;
    let grace = i64::from(grace.min(60)).days();
    let pupils: Vec<PersonId> = due.iter().map(|(pupil, ..)| *pupil).collect();
    // On the eighteenth birthday those are told who represented the pupil until the day before.
    let mut bonds: HashMap<PersonId, Vec<PersonId>> = HashMap::new();
    for bond in guardians::of_pupils(&mut tx, &pupils).await? {
        if standing(&bond, None, today) == Standing::Represents {
            bonds.entry(bond.pupil).or_default().push(bond.guardian);
        }
    }
    let mut all: Vec<PersonId> = bonds.values().flatten().copied().collect();
    all.extend(&pupils);
    all.sort_unstable();
    all.dedup();
    let readers = letters::readers(&mut tx, &keys, &all).await?;
    let writer = letters::Writer::at(us, &mut tx, &keys, names, school).await?;
    let mut post: Vec<(String, Letter)> = Vec::new();
    let mut links = Vec::new();
    for (pupil, born, step) in due {
        let told = bonds.get(pupil).into_iter().flatten().chain([pupil]);
        for reader in told.filter_map(|one| readers.get(one)) {
            let own = reader.person == *pupil;
            let key = letter_key(*step, *pupil, reader);
            let text = format!("{}-{}", step.key(), if own { "pupil" } else { "guardian" });
            let birthday = step.birthday(*born);
            let about = (*pupil, birthday, birthday.saturating_add(grace));
            if let Some((letter, link)) = writer.about_birthday(&key, &text, reader, about, now) {
                post.push((key, letter));
                links.extend((own && step.asks()).then_some(link));
            }
        }
    }
    identity::invite::keep(&mut tx, &links).await?;
    identity::jobs::post_all(&mut tx, &keys, &post, now).await?;
    tx.commit().await
}

fn letter_key(step: Step, pupil: PersonId, reader: &Reader) -> String {
    format!("{}/{pupil}/{}", step.key(), reader.person)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn each_birthday_is_told_in_its_week_and_no_other() {
        let born = date(2010, 12, 21);
        let on = |day: Date| steps(born, day).collect::<Vec<_>>();
        assert_eq!(on(date(2022, 12, 21)), [Step::Twelve]);
        assert_eq!(on(date(2026, 11, 20)), []);
        assert_eq!(on(date(2026, 11, 21)), [Step::Soon]);
        assert_eq!(on(date(2026, 12, 27)), [Step::Sixteen]);
        assert_eq!(on(date(2026, 12, 28)), []);
        assert_eq!(on(date(2028, 12, 21)), [Step::Eighteen]);
        let leap = date(2012, 2, 29);
        assert_eq!(steps(leap, date(2030, 2, 28)).count(), 0);
        assert_eq!(
            steps(leap, date(2030, 3, 1)).collect::<Vec<_>>(),
            [Step::Eighteen]
        );
    }
}
