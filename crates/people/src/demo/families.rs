//! Drawing children, their families and the staff.

use jiff::civil::{Date, date};
use jiff::{Span as Length, Timestamp};
use shell::{Chance, chance};
use words::{PersonId, Role, SchoolId};

use super::draw::{Origin, Urn, named};
use super::{Draft, Plan};
use crate::SchoolYear;
use crate::model::{Authority, Group, Guardianship, Part, Relation, Sector, Span};
use crate::names::fold;
use crate::store::persons::Enrolment;

/// Parents who may have another child at the school.
#[derive(Clone)]
struct Parents {
    origin: Option<&'static Origin>,
    family: (String, String),
    bonds: Vec<(PersonId, Relation, Authority, bool)>,
}

/// Draws people and remembers what the next ones need.
pub(super) struct Hand<'a> {
    urn: Urn<'a>,
    at: Timestamp,
    year: SchoolYear,
    domain: &'static str,
    parents: Vec<Parents>,
    /// Who sees to authority at the school: the director.
    office: PersonId,
}

/// Staff by role, and how many of each.
const STAFF: [(Role, usize); 10] = [
    (Role::Medewerker, 3),
    (Role::Stagiair, 1),
    (Role::Pr, 1),
    (Role::Teamleider, 2),
    (Role::Directeur, 1),
    (Role::Antipest, 1),
    (Role::Mr, 2),
    (Role::Bestuur, 1),
    (Role::Fg, 1),
    (Role::Beheerder, 1),
];

impl<'a> Hand<'a> {
    pub(super) fn new(source: &'a dyn Chance, at: Timestamp, year: SchoolYear) -> Self {
        Self {
            urn: Urn(source),
            at,
            year,
            domain: "school.example",
            parents: Vec::new(),
            office: PersonId(chance::id(source, at)),
        }
    }

    fn id(&self) -> PersonId {
        PersonId(chance::id(self.urn.0, self.at))
    }

    /// A class with its pupils, their guardians, its mentor and its teacher.
    pub(super) fn class(
        &mut self,
        draft: &mut Draft,
        plan: &Plan,
        group: &Group,
        size: usize,
        span: Span,
    ) {
        self.domain = plan.domain;
        for at in 0..size {
            let (lowest, highest) = group.levels;
            // A combined class has as many of each year.
            let level = if at % 2 == 0 { lowest } else { highest };
            let pupil = self.pupil(draft, plan, level);
            draft.place(pupil, group.id, Part::Pupil, level, span);
            draft.cast(pupil, Role::Leerling, Some(group.school));
            let enrolled = Span {
                from: self.enrolled(level),
                until: None,
            };
            draft.enrolments.push(Enrolment {
                pupil,
                school: group.school,
                span: enrolled,
            });
        }
        let (mentor, teacher) = (self.adult(draft), self.adult(draft));
        draft.place(mentor, group.id, Part::Mentor, 0, span);
        draft.place(teacher, group.id, Part::Teacher, 0, span);
        draft.cast(mentor, Role::Mentor, Some(group.school));
        draft.cast(teacher, Role::Leraar, Some(group.school));
    }

    fn enrolled(&self, level: u8) -> Date {
        let years = i64::from(level.saturating_sub(1));
        SchoolYear::beginning(self.year.number() - years)
            .unwrap_or(self.year)
            .first_day()
    }

    fn pupil(&mut self, draft: &mut Draft, plan: &Plan, level: u8) -> PersonId {
        let parents = self.parents_of_next(draft);
        let girl = self.urn.percent(50);
        let call = self.urn.call(parents.origin, girl);
        let mut name = named(call, &parents.family);
        // Some have one name only, as their papers say.
        if self.urn.percent(1) {
            name.family.clear();
            name.infix.clear();
        }
        let id = self.id();
        let login =
            (plan.sector == Sector::Vo).then(|| self.address(&name.said(), draft.people.len()));
        draft.add(id, name, Some(self.birthday(plan.sector, level)), login);
        for (guardian, relation, authority, confirmed) in &parents.bonds {
            draft.bonds.push(Guardianship {
                pupil: id,
                guardian: *guardian,
                relation: *relation,
                authority: *authority,
                confirmed: confirmed.then_some((self.office, self.at)),
                span: Span {
                    from: self.enrolled(level),
                    until: None,
                },
            });
        }
        id
    }

    /// Children of a year turn their age between one 1 October and the next; a few did a year again.
    fn birthday(&self, sector: Sector, level: u8) -> Date {
        let above = if sector == Sector::Vo { 8 } else { 0 };
        let again = i64::from(self.urn.percent(8));
        let years = i64::from(level) + above + 4 + again;
        let first = i16::try_from(self.year.number() - years).unwrap_or(2015);
        let days = i64::try_from(self.urn.below(365)).unwrap_or_default();
        date(first, 10, 1).saturating_add(Length::new().days(days))
    }

    /// Parents of a child that is here already, or new ones.
    fn parents_of_next(&mut self, draft: &mut Draft) -> Parents {
        if self.urn.percent(22)
            && let Some(known) = self.urn.one(&self.parents)
        {
            return known.clone();
        }
        let origin = self.urn.origin();
        let mut family = self.urn.family(origin);
        let mut other = self.urn.family(origin);
        if self.urn.percent(12) {
            other = self.urn.family(self.urn.origin());
        }
        let (one, two) = (
            self.guardian(draft, origin, &family, true),
            |hand: &Self, draft: &mut Draft| {
                hand.guardian(draft, origin, &other, hand.urn.percent(6))
            },
        );
        let parent = |who, authority, confirmed| (who, Relation::Parent, authority, confirmed);
        let bonds = match self.urn.below(100) {
            // Two parents with authority, together or apart: that says nothing here.
            0..70 => vec![
                parent(one, Authority::Yes, true),
                parent(two(self, draft), Authority::Yes, true),
            ],
            70..80 => vec![parent(one, Authority::Yes, true)],
            80..86 => vec![
                parent(one, Authority::Yes, true),
                parent(two(self, draft), Authority::No, true),
            ],
            86..93 => vec![
                parent(one, Authority::Yes, true),
                parent(two(self, draft), Authority::Unknown, false),
            ],
            93..96 => vec![
                parent(one, Authority::Yes, false),
                parent(two(self, draft), Authority::Yes, false),
            ],
            96..98 => vec![(one, Relation::Voogd, Authority::Yes, true)],
            _ => vec![
                parent(one, Authority::Yes, true),
                (two(self, draft), Relation::Carer, Authority::No, true),
            ],
        };
        // Some children bear both names.
        if self.urn.percent(4) && family.1 != other.1 {
            let second = [other.0.as_str(), other.1.as_str()].join(" ");
            family.1 = format!("{}-{}", family.1, second.trim());
        } else if self.urn.percent(50) && bonds.len() == 2 {
            family = other.clone();
        }
        let parents = Parents {
            origin,
            family,
            bonds,
        };
        self.parents.push(parents.clone());
        parents
    }

    fn guardian(
        &self,
        draft: &mut Draft,
        origin: Option<&'static Origin>,
        family: &(String, String),
        woman: bool,
    ) -> PersonId {
        let name = named(self.urn.call(origin, woman), family);
        let id = self.id();
        let email = format!(
            "{}{}@mail.example",
            fold(&name.said()).replace(' ', "."),
            draft.people.len()
        );
        // A few gave no address, and get paper.
        let email = (!self.urn.percent(4)).then_some(email);
        draft.add(id, name, None, email);
        draft.cast(id, Role::Ouder, None);
        id
    }

    fn adult(&self, draft: &mut Draft) -> PersonId {
        let id = self.id();
        self.named_adult(draft, id);
        id
    }

    fn named_adult(&self, draft: &mut Draft, id: PersonId) {
        let origin = self.urn.origin();
        let call = self.urn.call(origin, self.urn.percent(60));
        let mut family = self.urn.family(origin);
        // Who married may bear both names.
        if self.urn.percent(10) {
            let (infix, own) = self.urn.family(self.urn.origin());
            family.1 = format!(
                "{}-{}",
                family.1,
                [infix.as_str(), own.as_str()].join(" ").trim()
            );
        }
        let name = named(call, &family);
        let address = self.address(&name.said(), draft.people.len());
        draft.add(id, name, None, Some(address));
    }

    fn address(&self, name: &str, number: usize) -> String {
        format!("{}{number}@{}", fold(name).replace(' ', "."), self.domain)
    }

    /// Everybody who works for the school and does not stand before a class, and the school's part of the council.
    pub(super) fn staff(&mut self, draft: &mut Draft, school: SchoolId) {
        for (role, count) in STAFF {
            let of_board = matches!(role, Role::Bestuur | Role::Fg | Role::Beheerder);
            for _ in 0..count {
                let person = if role == Role::Directeur {
                    self.office
                } else {
                    self.id()
                };
                self.named_adult(draft, person);
                draft.cast(person, role, (!of_board).then_some(school));
                if role == Role::Stagiair
                    && let Some(cast) = draft.cast.last_mut()
                {
                    // An intern sees one group, and not as its teacher.
                    cast.group = draft.groups.first().map(|group| group.id);
                }
            }
        }
        // Council members are staff or parents besides; of the two here one is each.
        let council: Vec<PersonId> = draft
            .cast
            .iter()
            .filter(|cast| cast.role == Role::Mr)
            .map(|cast| cast.person)
            .collect();
        if let Some(first) = council.first() {
            draft.cast(*first, Role::Leraar, Some(school));
        }
    }
}
