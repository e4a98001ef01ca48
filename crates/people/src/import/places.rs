//! The school itself, its groups, and who is in which.

use rosters::{Code, Location, Member, School};
use store::Tx;
use words::GroupId;

use super::engine::Engine;
use super::known::{Placed, State};
use super::report::What;
use super::steps::{PUPIL, STAFF};
use super::write::Step;
use crate::model::{Group, Kind, Membership, Part, Sector, Span};
use crate::store::schools;

impl Engine<'_> {
    /// Whether the file is of this school. Two files in one are for two imports.
    pub(super) fn school(&mut self, school: &School) -> Result<(), Code> {
        if self.school_key.is_some() {
            return Err(Code::SeveralSchools);
        }
        self.school_key = Some(school.key.clone());
        let ours = self
            .setting
            .school
            .brin
            .as_deref()
            .and_then(|brin| brin.get(..4));
        let theirs = school.brin.get(..4);
        match (ours, theirs) {
            (Some(ours), Some(theirs)) if !ours.eq_ignore_ascii_case(theirs) => {
                Err(Code::OtherSchool)
            }
            _ => Ok(()),
        }
    }

    pub(super) async fn location(&mut self, tx: &mut Tx, location: Location) -> anyhow::Result<()> {
        // OneRoster's school is no place of its own.
        if self.school_key.as_ref() == Some(&location.key) {
            return Ok(());
        }
        let there = schools::locations(tx, self.setting.school.id).await?;
        if there.iter().all(|one| one.name != location.name) {
            self.writer.step(Step::Location(self.id(), location.name));
        }
        Ok(())
    }

    /// A group: known by its key in this year, or by its name where the school made it itself.
    pub(super) fn group(&mut self, group: rosters::Group) {
        let year = self.school_year();
        let index = self
            .index(&format!("groep {}", year.number()), &group.key)
            .to_vec();
        let kind = if group.composite {
            Kind::Cluster
        } else {
            Kind::Class
        };
        let levels = levels(&group.year, &group.name, self.setting.school.sector);
        let mut made = Group {
            id: GroupId(self.id()),
            school: self.setting.school.id,
            year,
            name: group.name,
            kind,
            levels,
        };
        let lower = made.name.to_lowercase();
        let all = &mut self.known.groups;
        let by_key = all
            .iter()
            .position(|one| one.index.as_ref() == Some(&index));
        let by_name = || {
            all.iter()
                .position(|one| one.index.is_none() && one.name.to_lowercase() == lower)
        };
        let there = by_key.or_else(by_name).and_then(|at| all.get_mut(at));
        let Some(there) = there else {
            self.report.groups.new += 1;
            self.groups.insert(group.key, made.id);
            self.writer.step(Step::Group(made, index));
            return;
        };
        made.id = there.id;
        self.groups.insert(group.key, there.id);
        if there.index.is_none() {
            there.index = Some(index.clone());
            self.writer.step(Step::Adopt(there.id, index));
        }
        let new = (
            made.name.as_str(),
            made.kind.key(),
            (i64::from(levels.0), i64::from(levels.1)),
        );
        if new == (there.name.as_str(), there.kind.as_str(), there.levels) {
            self.report.groups.same += 1;
        } else {
            self.report.groups.changed += 1;
            self.writer.step(Step::ChangeGroup(made));
        }
    }

    pub(super) fn member(&mut self, member: &Member) {
        let (kind, part) = match member.part {
            rosters::Part::Pupil => (PUPIL, Part::Pupil),
            rosters::Part::Teacher => (STAFF, Part::Teacher),
            // Whoever helps in a group teaches it only when the school says so.
            rosters::Part::Support => return,
        };
        let index = self.index(kind, &member.person);
        let (Some(had), Some(group)) = (
            self.known.people.get(&index).copied(),
            self.groups.get(&member.group).copied(),
        ) else {
            return;
        };
        if had.state == State::Unseen || self.gone.contains_key(&had.id) {
            return;
        }
        self.placed.insert((had.id, part));
        let year = self.school_year();
        let mut span = Span {
            from: year.first_day(),
            until: Some(year.last_day()),
        };
        if let Some(placed) = self.known.placed.get_mut(&(had.id, group, part)) {
            // A file that says nothing of a pupil's own year leaves it.
            let same = part != Part::Pupil || had.level == 0 || placed.level == had.level;
            if std::mem::replace(&mut placed.seen, true) || same {
                return;
            }
            span.from = placed.from;
        } else if self.known.had_place.contains(&had.id) {
            span.from = self.setting.today.max(span.from);
        }
        let placed = Placed {
            level: had.level,
            from: span.from,
            seen: true,
        };
        self.known.placed.insert((had.id, group, part), placed);
        self.touch(had.id, What::Group);
        let level = if part == Part::Pupil { had.level } else { 0 };
        self.writer.step(Step::Place(Membership {
            person: had.id,
            group,
            part,
            level,
            span,
        }));
    }
}

/// A pupil's year out of EDEXML's code: 11 to 16 are the years of secondary school.
pub(super) fn level(code: &str, sector: Sector) -> u8 {
    let year = code.parse::<u8>().unwrap_or(0);
    let year = if (11..=16).contains(&year) {
        year - 10
    } else {
        year
    };
    if year <= sector.highest() { year } else { 0 }
}

/// The years of a group: its code says one, and where it says *several* the name often tells which.
fn levels(code: &str, name: &str, sector: Sector) -> (u8, u8) {
    let one = level(code, sector);
    if one > 0 || code != "C" {
        return (one, one);
    }
    let numbers = name.split(|c: char| !c.is_ascii_digit());
    let years: Vec<u8> = numbers
        .filter_map(|part| part.parse().ok())
        .filter(|year| (1..=sector.highest()).contains(year))
        .collect();
    match (years.iter().min(), years.iter().max()) {
        (Some(low), Some(high)) if low < high => (*low, *high),
        _ => (0, 0),
    }
}
