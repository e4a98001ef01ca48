//! Whom the school can write to about a case, in which words, and how far what was mailed is.

use std::collections::BTreeMap;

use people::ask::{Ask, Reading};
use people::directory::Directory;
use people::rules::{Standing, standing};
use people::store::guardians;
use shell::Fault;
use store::jobs::Progress;
use uuid::Uuid;
use words::{Locale, PersonId, Role};

use super::super::acts::{Change, Doing};
use super::super::room::Room;
use super::raw;
use crate::model::{Part, Party, Record, Template, Written};
use crate::rules::letter::fill;
use crate::store::letters as sql;

/// An adult around a pupil who is in the case.
struct Bond {
    pupil: Uuid,
    guardian: PersonId,
    standing: Standing,
}

/// What writing letters takes.
pub(in crate::pages) struct Mailroom {
    bonds: Vec<Bond>,
    own: Vec<(Template, Locale, Written)>,
    posted: BTreeMap<Uuid, Progress>,
}

/// Somebody to write to.
pub(in crate::pages) struct Addressee {
    /// How a form names them.
    pub(in crate::pages) key: String,
    pub(in crate::pages) name: String,
    pub(in crate::pages) hint: String,
    /// As which party; none for who signalled.
    party: Option<Uuid>,
    /// A parent who is in the case from this letter on.
    new: Option<Party>,
}

/// By which key a letter of this event is mailed.
pub(crate) fn effect(case: Uuid, event: Uuid) -> String {
    format!("case-{}-brief-{}", case.as_simple(), event.as_simple())
}

impl Mailroom {
    /// Reads it.
    pub(in crate::pages) async fn of(
        ask: &Ask<'_>,
        reading: &mut Reading,
        room: &Room,
    ) -> Result<Self, Fault> {
        let names = reading.names.clone();
        let tx = &mut reading.tx;
        let mut bonds = Vec::new();
        for party in &room.opened.parties {
            let known = party.person.and_then(|person| names.get(person));
            let Some(pupil) = known.filter(|known| known.place.pupil) else {
                continue;
            };
            for bond in guardians::of_pupil(tx, pupil.id).await? {
                bonds.push(Bond {
                    pupil: party.id,
                    guardian: bond.guardian,
                    standing: standing(&bond, pupil.born, ask.today),
                });
            }
        }
        let mut posted = BTreeMap::new();
        for event in &room.opened.events {
            if matches!(event.record, Record::Letter { mailed: true, .. }) {
                let key = effect(room.opened.case.id, event.id);
                posted.insert(event.id, identity::jobs::progress(tx, &key).await?);
            }
        }
        Ok(Self {
            bonds,
            own: sql::of_school(tx, &reading.keys, room.school.id).await?,
            posted,
        })
    }

    /// The text of the school, or the usual one.
    pub(in crate::pages) fn text(&self, template: Template, locale: Locale) -> Written {
        let mut own = self.own.iter();
        let own = own.find(|(kind, language, _)| (*kind, *language) == (template, locale));
        own.map_or_else(
            || raw::usual(template, locale),
            |(.., written)| written.clone(),
        )
    }

    /// How far a mailed letter is: the name of its text. Nothing is called sent before the mail server took it.
    pub(in crate::pages) fn far(&self, event: Uuid) -> &'static str {
        match self.posted.get(&event) {
            Some(far) if far.dead > 0 => "letter-failed",
            Some(far) if far.waiting > 0 => "letter-queued",
            _ => "letter-sent",
        }
    }

    /// How an adult stands to a pupil who is in the case as this party.
    pub(in crate::pages) fn standing(&self, pupil: Uuid, guardian: PersonId) -> Option<Standing> {
        let mut bonds = self.bonds.iter();
        let bond = bonds.find(|one| one.pupil == pupil && one.guardian == guardian);
        bond.map(|one| one.standing)
    }

    /// Every adult around the pupils who are in it: the pupil's party, who, and how they stand.
    pub(in crate::pages) fn adults(&self) -> impl Iterator<Item = (Uuid, PersonId, Standing)> {
        let all = self.bonds.iter();
        all.map(|one| (one.pupil, one.guardian, one.standing))
    }

    /// Somebody who is in it.
    pub(in crate::pages) fn party(doing: &Doing<'_>, party: &Party) -> Addressee {
        Addressee {
            key: party.id.as_simple().to_string(),
            name: doing.called(party),
            hint: doing
                .ask
                .words()
                .t(&format!("part-{}", party.part.key()))
                .to_owned(),
            party: Some(party.id),
            new: None,
        }
    }

    /// Who represents a pupil who is in it. A parent without authority is not among them.
    pub(in crate::pages) fn guardians(&self, doing: &Doing<'_>, pupil: Uuid) -> Vec<Addressee> {
        let of = doing.room.opened.party(pupil);
        let of = of.map_or_else(String::new, |party| doing.called(party));
        let bonds = self.bonds.iter();
        let mine = bonds.filter(|one| one.pupil == pupil && one.standing == Standing::Represents);
        let write = |bond: &Bond| {
            let values = [("who", of.as_str().into())];
            let there = doing.room.opened.parties.iter().find(|one| {
                one.person == Some(bond.guardian)
                    && one.part == Part::Guardian
                    && one.parent_of == Some(pupil)
            });
            let new = Party {
                id: doing.ask.new_id(),
                person: Some(bond.guardian),
                name: String::new(),
                part: Part::Guardian,
                parent_of: Some(pupil),
                cleared_at: None,
            };
            let id = pupil.as_simple();
            Addressee {
                key: format!("ouder-{id}-{}", bond.guardian.0.as_simple()),
                name: doing.names.said(bond.guardian),
                hint: doing.ask.words().f("parent-of", &values),
                party: Some(there.map_or(new.id, |one| one.id)),
                new: there.is_none().then_some(new),
            }
        };
        mine.map(write).collect()
    }

    /// Everybody to write to.
    pub(in crate::pages) fn all(&self, doing: &Doing<'_>) -> Vec<Addressee> {
        let parties = &doing.room.opened.parties;
        let mut all = Vec::new();
        for party in parties {
            let own_line = party.part == Part::Guardian
                && party
                    .parent_of
                    .zip(party.person)
                    .is_some_and(|(pupil, person)| self.standing(pupil, person).is_some());
            if !own_line {
                all.push(Self::party(doing, party));
            }
            all.extend(self.guardians(doing, party.id));
        }
        if let Some(reporter) = doing.room.opened.case.reporter {
            all.push(Addressee {
                key: "melder".to_owned(),
                name: doing.names.said(reporter),
                hint: doing.ask.words().t("letter-reporter").to_owned(),
                party: None,
                new: None,
            });
        }
        all
    }

    /// Those who get no letter as a parent, each with why: the name, and the name of the sentence.
    pub(in crate::pages) fn without(&self, doing: &Doing<'_>) -> Vec<(String, &'static str)> {
        let bonds = self.bonds.iter();
        let mut all: Vec<(String, &'static str)> = bonds
            .filter_map(|one| Some((doing.names.said(one.guardian), why(one.standing)?)))
            .collect();
        all.sort();
        all.dedup();
        all
    }
}

/// Why a parent does not represent a pupil; none for who does.
pub(in crate::pages) const fn why(standing: Standing) -> Option<&'static str> {
    match standing {
        Standing::Represents => None,
        Standing::ToConfirm => Some("guardian-to-confirm"),
        Standing::WithoutAuthority => Some("guardian-without"),
        Standing::OfAge => Some("guardian-of-age"),
        Standing::NotNow => Some("guardian-not-now"),
    }
}

impl Addressee {
    /// The letter to them.
    pub(in crate::pages) fn letter(
        &self,
        (subject, text): (&str, &str),
        mailed: bool,
        language: Locale,
    ) -> Record {
        let to = [("to", self.name.clone())];
        Record::Letter {
            subject: fill(subject, &to),
            text: fill(text, &to),
            party: self.party,
            mailed,
            language: Some(language),
        }
    }

    /// A parent to whom the school writes is in the case from then on.
    pub(in crate::pages) fn joins(&self, change: &mut Change) {
        let Some(new) = &self.new else { return };
        let before = change
            .joins
            .iter()
            .any(|one| one.person == new.person && one.parent_of == new.parent_of);
        if before {
            return;
        }
        change.add(Record::Joined { party: new.id });
        change.joins.push(new.clone());
    }
}

impl Doing<'_> {
    /// What every letter can be filled in with.
    pub(in crate::pages) fn usual(&self, locale: Locale) -> Vec<(&'static str, String)> {
        vec![
            ("school", self.room.school.name.clone()),
            ("number", self.room.opened.case.number.to_string()),
            ("today", people::day_said(locale, self.ask.today)),
        ]
    }

    /// When and where the talk is that a letter invites to, and which post it is about; between brackets where nobody knows yet.
    pub(in crate::pages) fn talk_of(
        &self,
        template: Template,
        locale: Locale,
        to: &[Addressee],
    ) -> Vec<(&'static str, String)> {
        let words = crate::texts(locale);
        let whom: Vec<Uuid> = to.iter().filter_map(|one| one.party).collect();
        let talk = self
            .room
            .opened
            .events
            .iter()
            .rev()
            .find_map(|event| match &event.record {
                Record::Talk {
                    with,
                    hearing,
                    on,
                    place,
                    ..
                } if event.is_open()
                    && *hearing == (template == Template::Hearing)
                    && (whom.iter().any(|one| with.contains(one))
                        || to.iter().any(|one| one.new.is_some())) =>
                {
                    Some((*on, place.clone()))
                }
                _ => None,
            });
        let (when, place) = match talk {
            Some((on, place)) => {
                let day = people::day_said(locale, on.date());
                let when = format!("{day} {:02}:{:02}", on.hour(), on.minute());
                let place = if place.is_empty() {
                    words.t("letter-blank-place").to_owned()
                } else {
                    place
                };
                (when, place)
            }
            None => (
                words.t("letter-blank-when").to_owned(),
                words.t("letter-blank-place").to_owned(),
            ),
        };
        let account = &self.room.opened.account;
        let link = account.link.clone();
        let link = link.unwrap_or_else(|| words.t("letter-blank-link").to_owned());
        vec![("when", when), ("place", place), ("link", link)]
    }

    /// What somebody who is in it is at school.
    pub(in crate::pages) fn kind_of(&self, party: &Party) -> Option<Role> {
        kind_of(&self.names, party)
    }
}

/// What somebody who is in it is at school: the role by which protocols know them.
pub(in crate::pages) fn kind_of(names: &Directory, party: &Party) -> Option<Role> {
    let known = party.person.and_then(|id| names.get(id))?;
    if known.place.pupil {
        Some(Role::Leerling)
    } else if known.place.staff {
        Some(Role::Medewerker)
    } else {
        known.place.guardian.then_some(Role::Ouder)
    }
}
