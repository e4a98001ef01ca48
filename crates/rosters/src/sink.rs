//! Whoever takes what a reader reads.

use std::collections::BTreeMap;
use std::io::{Read, Seek};
use std::ops::ControlFlow;

use crate::{
    Finding, Group, Guardian, Location, Member, Options, Pupil, Record, Refusal, School, Staff, Tie,
};

/// Takes records and findings as they are read. When the reader answers with a [`Refusal`], all of it is void.
pub trait Sink {
    /// One record, with its file inside the zip (empty without zip) and its line. `Break` stops the reading.
    fn record(&mut self, file: &'static str, line: u64, record: Record) -> ControlFlow<()>;
    /// One finding.
    fn finding(&mut self, finding: Finding);
}

/// What a reader did, in numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Records handed on.
    pub records: u64,
    /// Records refused.
    pub refused: u64,
    /// Repairs.
    pub repaired: u64,
    /// Fields dropped because something was wrong with them.
    pub dropped: u64,
    /// Fields that were never read since we do not need them, by name.
    pub not_needed: BTreeMap<&'static str, u64>,
}

/// A whole file in memory, each record with its line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Roster {
    /// The schools.
    pub schools: Vec<(u64, School)>,
    /// The locations.
    pub locations: Vec<(u64, Location)>,
    /// The groups.
    pub groups: Vec<(u64, Group)>,
    /// The pupils.
    pub pupils: Vec<(u64, Pupil)>,
    /// The staff.
    pub staff: Vec<(u64, Staff)>,
    /// The guardians.
    pub guardians: Vec<(u64, Guardian)>,
    /// Who is in which group.
    pub members: Vec<(u64, Member)>,
    /// Which guardian belongs to which pupil.
    pub ties: Vec<(u64, Tie)>,
    /// What there is to say.
    pub findings: Vec<Finding>,
    /// In numbers.
    pub summary: Summary,
}

impl Roster {
    /// Reads a whole file.
    ///
    /// # Errors
    /// Why the file is refused; then there is no roster at all.
    pub fn read(input: impl Read + Seek, options: &Options) -> Result<Self, Refusal> {
        let mut roster = Self::default();
        roster.summary = crate::read(input, options, &mut roster)?;
        Ok(roster)
    }
}

impl Sink for Roster {
    fn record(&mut self, _file: &'static str, line: u64, record: Record) -> ControlFlow<()> {
        match record {
            Record::School(one) => self.schools.push((line, one)),
            Record::Location(one) => self.locations.push((line, one)),
            Record::Group(one) => self.groups.push((line, one)),
            Record::Pupil(one) => self.pupils.push((line, one)),
            Record::Staff(one) => self.staff.push((line, one)),
            Record::Guardian(one) => self.guardians.push((line, one)),
            Record::Member(one) => self.members.push((line, one)),
            Record::Tie(one) => self.ties.push((line, one)),
        }
        ControlFlow::Continue(())
    }

    fn finding(&mut self, finding: Finding) {
        self.findings.push(finding);
    }
}
