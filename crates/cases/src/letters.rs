//! Letters to who handles a case and to who signalled: that something waits, with where. Never what or about whom.

use identity::store::roles;
use jiff::Timestamp;
use jiff::civil::Date;
use mail::Letter;
use people::letters::in_both;
use people::model::Part;
use people::store::{groups, persons};
use people::{People, SchoolYear};
use seal::BoardKeys;
use store::Tx;
use uuid::Uuid;
use words::{GroupId, Locale, PersonId, Role, SchoolId};

use crate::model::{Case, Event, Opened, Party, Record};

/// What a letter tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum News {
    /// A signal came in.
    Signal,
    /// Something threatens to derail.
    Derails,
    /// A signal waits too long.
    Waits,
    /// The reader got a seat.
    Seated,
    /// Something has a term that comes near or is over.
    Due,
    /// Somebody must look whether it is still to be kept.
    Review,
    /// The board handles it from now on.
    Board,
    /// The law's own road begins.
    Mandatory,
    /// Who signalled wrote something.
    Wrote,
    /// The school wrote to who signalled.
    Answered,
}

impl News {
    const fn key(self) -> &'static str {
        match self {
            Self::Signal => "letter-signal",
            Self::Derails => "letter-derails",
            Self::Waits => "letter-waits",
            Self::Seated => "letter-seated",
            Self::Due => "letter-due",
            Self::Review => "letter-review",
            Self::Board => "letter-board",
            Self::Mandatory => "letter-mandatory",
            Self::Wrote => "letter-wrote",
            Self::Answered => "letter-answered",
        }
    }

    const fn goes_to(self) -> &'static str {
        match self {
            Self::Answered => "/melden/mijn/",
            _ => "/zaken/",
        }
    }
}

/// Who fills one of these roles at a school today: it was given to them, or they teach or mentor a group there. Somebody of the board fills it at
/// all its schools.
pub(crate) async fn filling(
    tx: &mut Tx,
    wanted: &[Role],
    school: SchoolId,
    today: Date,
) -> anyhow::Result<Vec<PersonId>> {
    let held = roles::all(tx, today).await?;
    let fits = held.into_iter().filter(|row| {
        wanted.contains(&row.held.role)
            && row.from <= today
            && row.held.school.is_none_or(|only| only == school)
    });
    let mut people: Vec<PersonId> = fits.map(|row| row.person).collect();
    let part = |part| match part {
        Part::Mentor => wanted.contains(&Role::Mentor),
        Part::Teacher => wanted.contains(&Role::Leraar),
        Part::Pupil => false,
    };
    if wanted
        .iter()
        .any(|role| matches!(role, Role::Mentor | Role::Leraar))
    {
        let year = SchoolYear::of(today);
        let here: Vec<GroupId> = groups::groups(tx, school, year)
            .await?
            .into_iter()
            .map(|group| group.id)
            .collect();
        let all = groups::all_memberships(tx, today).await?;
        let members = all
            .into_iter()
            .filter(|one| part(one.part) && here.contains(&one.group));
        people.extend(members.map(|one| one.person));
    }
    people.sort_unstable();
    people.dedup();
    Ok(people)
}

/// Queues a letter to each of these people of whom the school has an address. `round` tells one time from another.
pub(crate) async fn tell(
    us: &People,
    (tx, keys): (&mut Tx, &BoardKeys),
    case: &Case,
    (news, round): (News, &str),
    people: &[PersonId],
    now: Timestamp,
) -> anyhow::Result<()> {
    let origin = us.identity.parts.origins.first();
    let (id, number) = (case.id.as_simple(), case.number.to_string());
    let said = |locale: Locale, part: &str| {
        let path = format!("{}{id}", news.goes_to());
        let link = format!("{origin}{}", ui::layout::in_language(locale, &path));
        let values = [("number", number.as_str().into()), ("link", link.into())];
        crate::texts(locale).f(&format!("{}-{part}", news.key()), &values)
    };
    let key = format!("case-{id}-{}-{round}", news.key());
    let both = Locale::ALL.map(|locale| said(locale, "text"));
    let letter = (said(Locale::Nl, "subject"), both);
    in_both((tx, keys), people, &key, letter, now).await
}

/// Queues the letters among these events that are to be mailed, each to whom it is addressed. What stands above the mail names nobody.
pub(crate) async fn deliver(
    (tx, keys): (&mut Tx, &BoardKeys),
    whose: (&Opened, &[Party]),
    school: &str,
    events: &[Event],
    now: Timestamp,
) -> anyhow::Result<()> {
    for event in events {
        let Record::Letter {
            text,
            party,
            mailed: true,
            language,
            ..
        } = &event.record
        else {
            continue;
        };
        let Some(to) = address(tx, keys, whose, *party).await? else {
            continue;
        };
        let language = language.unwrap_or(Locale::Nl);
        let subject = crate::texts(language).f("letter-mail-subject", &[("school", school.into())]);
        let letter = Letter {
            to,
            subject,
            text: format!("{text}\n"),
            html: None,
            language: language.tag().to_owned(),
        };
        let key = crate::pages::effect(whose.0.case.id, event.id);
        identity::jobs::post(tx, keys, key, &letter, now).await?;
    }
    Ok(())
}

/// The address of a party, or of who signalled where there is none; if the school has one.
pub(crate) async fn address(
    tx: &mut Tx,
    keys: &BoardKeys,
    (opened, joins): (&Opened, &[Party]),
    party: Option<Uuid>,
) -> anyhow::Result<Option<String>> {
    let person = match party {
        None => opened.case.reporter,
        Some(id) => {
            let all = opened.parties.iter().chain(joins);
            all.into_iter()
                .find(|one| one.id == id)
                .and_then(|one| one.person)
        }
    };
    let Some(person) = person else {
        return Ok(None);
    };
    let found = persons::person(tx, keys, person).await?;
    Ok(found
        .and_then(|person| person.details)
        .and_then(|details| details.email))
}
