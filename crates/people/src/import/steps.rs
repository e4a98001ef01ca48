//! What one record means for what the school has.

use identity::HeldRole;
use identity::store::roles::RoleRow;
use jiff::civil::Date;
use rosters::{Guardian, Pupil, Staff, Work};
use shell::chance;
use words::{PersonId, Role};

use super::engine::{Engine, Spot};
use super::known::{Had, State, print};
use super::places::level;
use super::report::{Line, Tally, What, keep};
use super::write::Step;
use crate::SchoolYear;
use crate::model::{Details, Span};
use crate::store::persons::{Enrolment, NewPerson};

/// The kinds of keys of a source: a pupil and a teacher may have the same one.
pub(super) const PUPIL: &str = "leerling";
pub(super) const STAFF: &str = "medewerker";
pub(super) const GUARDIAN: &str = "ouder";

impl Engine<'_> {
    pub(super) fn id(&self) -> uuid::Uuid {
        chance::id(self.setting.chance, self.setting.at)
    }

    pub(super) fn school_year(&self) -> SchoolYear {
        self.year
            .unwrap_or_else(|| SchoolYear::of(self.setting.today))
    }

    pub(super) fn pupil(&mut self, spot: &Spot, pupil: Pupil) {
        let index = self.index(PUPIL, &pupil.key);
        let details = Details {
            name: pupil.name,
            born: pupil.born,
            email: pupil.email,
        };
        let gone = pupil.until.filter(|last| *last < self.setting.today);
        let level = level(&pupil.year, self.setting.school.sector);
        let first = self.school_year().first_day();
        let Some(had) = self.known.people.get_mut(&index) else {
            if gone.is_some() {
                self.report.skipped += 1;
                return;
            }
            let id = self.add(spot, index, details, (true, level));
            self.report.pupils.new += 1;
            let span = Span {
                from: pupil.from.unwrap_or(first),
                until: pupil.until,
            };
            self.writer.step(Step::Enrol(Enrolment {
                pupil: id,
                school: self.setting.school.id,
                span,
            }));
            return;
        };
        (had.pupil, had.level, had.line) = (true, level, spot.line);
        let (id, left_on) = (had.id, had.left_on);
        let mut what = differences(had, &details);
        if !what.is_empty() {
            self.writer.step(Step::Details(id, details.clone()));
        }
        let enrolled = self.known.enrolled.get(&id).copied();
        match (enrolled, pupil.until) {
            (Some(span), Some(last)) if span.until != Some(last) => {
                self.report.left += 1;
                what.push(What::Leaves);
                self.writer.step(Step::LastDay(id, Some(last)));
            }
            (None, _) if gone.is_none() => {
                what.push(What::Back);
                let span = Span {
                    from: self.back_from(pupil.from, left_on),
                    until: pupil.until,
                };
                self.writer.step(Step::Enrol(Enrolment {
                    pupil: id,
                    school: self.setting.school.id,
                    span,
                }));
            }
            _ => {}
        }
        self.leaves(id, left_on, gone, &mut what);
        self.met(spot, index, &details, what, |report| &mut report.pupils);
    }

    /// Somebody who came back is here from the day that the file gives, if that is after they left, and else from today.
    fn back_from(&self, given: Option<Date>, left_on: Option<Date>) -> Date {
        given
            .filter(|day| left_on.is_none_or(|left| *day > left))
            .unwrap_or(self.setting.today)
    }

    /// Sets or takes back that somebody left.
    fn leaves(
        &mut self,
        id: PersonId,
        left_on: Option<Date>,
        gone: Option<Date>,
        what: &mut Vec<What>,
    ) {
        if let Some(last) = gone {
            self.gone.insert(id, last);
        }
        if left_on == gone {
            return;
        }
        self.writer.step(Step::Left(id, gone));
        let why = if gone.is_some() {
            What::Leaves
        } else {
            What::Back
        };
        if !what.contains(&why) {
            what.push(why);
        }
    }

    /// Counts somebody who was here already.
    pub(super) fn met(
        &mut self,
        spot: &Spot,
        index: [u8; 16],
        details: &Details,
        what: Vec<What>,
        tally: impl Fn(&mut super::Report) -> &mut Tally,
    ) {
        let Some(had) = self.known.people.get_mut(&index) else {
            return;
        };
        let id = had.id;
        if what.is_empty() {
            had.state = State::Same;
            tally(&mut self.report).same += 1;
        } else {
            had.state = State::Changed;
            tally(&mut self.report).changed += 1;
            self.changed(spot, id, details.name.listed(), what);
        }
    }

    /// Somebody new.
    pub(super) fn add(
        &mut self,
        spot: &Spot,
        index: [u8; 16],
        details: Details,
        (pupil, level): (bool, u8),
    ) -> PersonId {
        let id = PersonId(self.id());
        let mut had = Had::of(id, &details);
        (had.state, had.pupil, had.level) = (State::New, pupil, level);
        self.known.people.insert(index, had);
        self.known.index_of.insert(id, index);
        if self.report.new.len() < super::report::SHOWN {
            let (file, name) = (spot.file.clone(), details.name.listed());
            keep(
                &mut self.report.new,
                Line {
                    file,
                    line: spot.line,
                    name,
                    person: None,
                    what: Vec::new(),
                },
            );
        }
        self.writer.step(Step::Person(NewPerson {
            id,
            details,
            source: Some(index.to_vec()),
        }));
        id
    }

    pub(super) fn staff(&mut self, spot: &Spot, staff: Staff) {
        let index = self.index(STAFF, &staff.key);
        let details = Details {
            name: staff.name,
            born: None,
            email: staff.email,
        };
        let gone = staff.until.filter(|last| *last < self.setting.today);
        let Some(had) = self.known.people.get_mut(&index) else {
            if gone.is_some() {
                self.report.skipped += 1;
            } else {
                let person = self.add(spot, index, details, (false, 0));
                self.report.staff.new += 1;
                if let Some(role) = role(&staff.work) {
                    let from = staff.from.unwrap_or(self.setting.today);
                    let held = HeldRole::at(role, self.setting.school.id);
                    let id = self.id();
                    let row = RoleRow {
                        id,
                        person,
                        held,
                        from,
                        until: staff.until,
                    };
                    self.writer.step(Step::Role(row));
                }
            }
            return;
        };
        had.line = spot.line;
        let (id, left_on) = (had.id, had.left_on);
        let mut what = differences(had, &details);
        if !what.is_empty() {
            self.writer.step(Step::Details(id, details.clone()));
        }
        // A file without a last day says nothing of somebody who left by hand.
        if gone.is_some() {
            self.leaves(id, left_on, gone, &mut what);
        }
        self.met(spot, index, &details, what, |report| &mut report.staff);
    }

    /// A guardian comes in with the first pupil of the school that they belong to.
    pub(super) fn guardian(&mut self, spot: Spot, guardian: Guardian) {
        self.waiting.insert(guardian.key.clone(), (spot, guardian));
    }
}

/// The role in which new staff come in. A file tells of heads too, but makes nobody one; whoever only helps has no role yet.
fn role(work: &[Work]) -> Option<Role> {
    if work.contains(&Work::Teacher) {
        Some(Role::Leraar)
    } else if work.contains(&Work::Intern) {
        Some(Role::Stagiair)
    } else if work == [Work::Volunteer] {
        None
    } else {
        Some(Role::Medewerker)
    }
}

/// What a file says otherwise. What it leaves out does not differ.
pub(super) fn differences(had: &Had, new: &Details) -> Vec<What> {
    let mut what = Vec::new();
    if had.name != print(&new.name) {
        what.push(What::Name);
    }
    if new.born.is_some() && new.born != had.born {
        what.push(What::Born);
    }
    if new.email.is_some() && new.email.as_ref().map(print) != had.email {
        what.push(What::Email);
    }
    what
}
