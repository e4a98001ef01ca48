//! What an import does or would do: figures for all of it, lines for the first of each kind.

use rosters::{Finding, Kind};
use serde::{Deserialize, Serialize};
use words::PersonId;

/// Lines of each kind that are kept to be shown.
pub(super) const SHOWN: usize = 200;

/// Of one kind of thing: how many are new, how many changed, how many stay as they are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// New.
    pub new: u64,
    /// Changed.
    pub changed: u64,
    /// The same.
    pub same: u64,
}

/// What changes of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum What {
    /// The name.
    Name,
    /// The birth date.
    Born,
    /// The e-mail address.
    Email,
    /// The group or groups.
    Group,
    /// The last day.
    Leaves,
    /// Back after having left.
    Back,
}

impl What {
    /// The word in formats and in the names of texts.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Born => "born",
            Self::Email => "email",
            Self::Group => "group",
            Self::Leaves => "leaves",
            Self::Back => "back",
        }
    }
}

/// A person of a list that is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The file inside a zip.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// The line in the file; 0 for who is not in it.
    pub line: u64,
    /// What they are called.
    pub name: String,
    /// Who it is, if they were here before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// What changes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub what: Vec<What>,
}

/// What an import does or would do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The school year of the file, by the calendar year in which it begins.
    pub year: i64,
    /// Pupils.
    pub pupils: Tally,
    /// Staff.
    pub staff: Tally,
    /// Guardians.
    pub guardians: Tally,
    /// Groups.
    pub groups: Tally,
    /// Bonds between guardians and pupils.
    pub bonds: Tally,
    /// Pupils whose last day the file gives for the first time.
    pub left: u64,
    /// Pupils of the school whom the file does not name.
    pub not_delivered: u64,
    /// Records skipped since they are about nobody here: who left before, guardians of nobody.
    pub skipped: u64,
    /// Records refused.
    pub refused_count: u64,
    /// Repairs.
    pub repaired_count: u64,
    /// Fields dropped.
    pub dropped_count: u64,
    /// New people.
    pub new: Vec<Line>,
    /// Changed people.
    pub changed: Vec<Line>,
    /// Pupils whom the file does not name.
    pub missing: Vec<Line>,
    /// What was refused.
    pub refused: Vec<Finding>,
    /// What was repaired.
    pub repaired: Vec<Finding>,
    /// What was dropped, and what is worth a note.
    pub dropped: Vec<Finding>,
}

impl Report {
    /// Nothing would be different afterwards.
    pub fn changes_nothing(&self) -> bool {
        let tallies = [
            self.pupils,
            self.staff,
            self.guardians,
            self.groups,
            self.bonds,
        ];
        tallies
            .iter()
            .all(|tally| tally.new == 0 && tally.changed == 0)
            && self.left == 0
    }

    /// Keeps a finding, if there is room for it.
    pub(super) fn find(&mut self, finding: Finding) {
        let list = match finding.kind {
            Kind::Refused => &mut self.refused,
            Kind::Repaired => &mut self.repaired,
            Kind::Dropped | Kind::Noted => &mut self.dropped,
        };
        keep(list, finding);
    }
}

/// Adds to a list that is shown, up to its length.
pub(super) fn keep<T>(list: &mut Vec<T>, one: T) {
    if list.len() < SHOWN {
        list.push(one);
    }
}
