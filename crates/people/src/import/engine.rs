//! Compares what a file says with what the school has, record by record.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use rosters::{Code, Finding, Guardian, Kind, Record, Refusal, Summary};
use store::Tx;
use words::{GroupId, PersonId};

use super::feed::Item;
use super::known::{Index, Known, State};
use super::report::{Line, Report, What, keep};
use super::write::{Step, Writer};
use super::{Mode, Setting};
use crate::SchoolYear;
use crate::model::Part;
use crate::store::persons;

/// Where a record stands in the file.
#[derive(Debug, Clone)]
pub(super) struct Spot {
    pub(super) file: String,
    pub(super) line: u64,
}

/// The comparison.
pub struct Engine<'a> {
    pub(super) setting: Setting<'a>,
    pub(super) known: Known,
    pub(super) report: Report,
    pub(super) writer: Writer,
    pub(super) year: Option<SchoolYear>,
    pub(super) school_key: Option<String>,
    pub(super) groups: HashMap<String, GroupId>,
    /// Guardians who are not yet somebody's.
    pub(super) waiting: HashMap<String, (Spot, Guardian)>,
    pub(super) guardians: HashMap<String, PersonId>,
    /// Who left, and when.
    pub(super) gone: HashMap<PersonId, Date>,
    /// Who has a place by this file, as what.
    pub(super) placed: HashSet<(PersonId, Part)>,
    /// Where the line of a changed person is shown.
    shown: HashMap<PersonId, usize>,
}

impl<'a> Engine<'a> {
    /// Looks up what the school has.
    pub async fn new(tx: &mut Tx, setting: &Setting<'a>, mode: Mode) -> anyhow::Result<Self> {
        Ok(Self {
            setting: *setting,
            known: Known::load(tx, setting).await?,
            report: Report::default(),
            writer: Writer::new(mode),
            year: None,
            school_key: None,
            groups: HashMap::new(),
            waiting: HashMap::new(),
            guardians: HashMap::new(),
            gone: HashMap::new(),
            placed: HashSet::new(),
            shown: HashMap::new(),
        })
    }

    /// Takes one item. A refusal ends the import: the file is not for this school.
    pub async fn take(&mut self, tx: &mut Tx, item: Item) -> anyhow::Result<Result<(), Refusal>> {
        let (spot, record) = match item {
            Item::Finding(finding) => {
                self.report.find(finding);
                return Ok(Ok(()));
            }
            Item::Record(file, line, record) => (
                Spot {
                    file: file.into_owned(),
                    line,
                },
                record,
            ),
        };
        if let Record::School(school) = &record {
            if let Err(code) = self.school(school) {
                return Ok(Err(Refusal {
                    faults: vec![fault(&spot, "brincode", code)],
                }));
            }
            let year = school
                .year
                .and_then(|year| SchoolYear::beginning(year.into()));
            self.begin_year(tx, year).await?;
        }
        if self.year.is_none() {
            self.begin_year(tx, None).await?;
        }
        match record {
            Record::School(_) => {}
            Record::Location(location) => self.location(tx, location).await?,
            Record::Group(group) => self.group(group),
            Record::Pupil(pupil) => self.pupil(&spot, pupil),
            Record::Staff(staff) => self.staff(&spot, staff),
            Record::Guardian(guardian) => self.guardian(spot, guardian),
            Record::Member(member) => self.member(&member),
            Record::Tie(tie) => self.tie(tx, &spot, &tie).await?,
        }
        self.writer.keep_up(tx, &self.setting).await?;
        Ok(Ok(()))
    }

    async fn begin_year(&mut self, tx: &mut Tx, year: Option<SchoolYear>) -> anyhow::Result<()> {
        let year = year.unwrap_or_else(|| SchoolYear::of(self.setting.today));
        if self.year != Some(year) {
            self.year = Some(year);
            self.report.year = year.number();
            self.known.year(tx, &self.setting, year).await?;
        }
        Ok(())
    }

    /// What is left when the file is at its end.
    pub async fn finish(mut self, tx: &mut Tx, summary: &Summary) -> anyhow::Result<Report> {
        self.end_places();
        self.report.skipped += self.waiting.len() as u64;
        self.not_delivered();
        self.writer.flush(tx, &self.setting).await?;
        self.report.refused_count += summary.refused;
        self.report.repaired_count = summary.repaired;
        self.report.dropped_count = summary.dropped;
        self.names(tx).await?;
        Ok(self.report)
    }

    /// Who is in another group now is no longer in the one before. Groups that no source knows, and mentors, are the school's own.
    fn end_places(&mut self) {
        let yesterday = self.setting.today.yesterday().unwrap_or(self.setting.today);
        let sourced: HashSet<GroupId> = self
            .known
            .groups
            .iter()
            .filter(|group| group.index.is_some())
            .map(|group| group.id)
            .collect();
        let mut ended = Vec::new();
        for ((person, group, part), placed) in &self.known.placed {
            let left = self.gone.get(person);
            let moved = self.placed.contains(&(*person, *part));
            if !placed.seen
                && *part != Part::Mentor
                && sourced.contains(group)
                && (moved || left.is_some())
            {
                ended.push((
                    *person,
                    *group,
                    *part,
                    left.copied().unwrap_or(yesterday).min(yesterday),
                ));
            }
        }
        ended.sort_unstable_by_key(|(person, group, ..)| (*person, *group));
        for (person, group, part, last) in ended {
            self.touch(person, What::Group);
            self.writer.step(Step::EndPlace(person, group, part, last));
        }
    }

    /// Pupils of the school whom a file with pupils does not name.
    fn not_delivered(&mut self) {
        let pupils = self.report.pupils;
        if pupils.new + pupils.changed + pupils.same == 0 {
            return;
        }
        let unseen = |person: &PersonId| {
            let index = self.known.index_of.get(person)?;
            let had = self.known.people.get(index)?;
            (had.state == State::Unseen).then_some(had.id)
        };
        let mut missing: Vec<PersonId> = self.known.enrolled.keys().filter_map(unseen).collect();
        missing.sort_unstable();
        self.report.not_delivered = missing.len() as u64;
        for person in missing {
            let line = Line {
                file: String::new(),
                line: 0,
                name: String::new(),
                person: Some(person),
                what: Vec::new(),
            };
            keep(&mut self.report.missing, line);
        }
    }

    /// The names of lines that were made without the record at hand.
    async fn names(&mut self, tx: &mut Tx) -> anyhow::Result<()> {
        let report = &mut self.report;
        for line in report.changed.iter_mut().chain(&mut report.missing) {
            if let (true, Some(id)) = (line.name.is_empty(), line.person)
                && let Some(person) = persons::person(tx, self.setting.keys, id).await?
            {
                line.name = person
                    .details
                    .map(|details| details.name.listed())
                    .unwrap_or_default();
            }
        }
        Ok(())
    }

    /// The source's key as it is stored.
    pub(super) fn index(&self, kind: &str, key: &str) -> Index {
        let hidden = persons::source_index(self.setting.keys, self.setting.school.id, kind, key);
        let mut index = Index::default();
        for (to, from) in index.iter_mut().zip(hidden) {
            *to = from;
        }
        index
    }

    pub(super) fn refused(&mut self, spot: &Spot, field: &'static str, code: Code) {
        self.report.refused_count += 1;
        self.report.find(fault(spot, field, code));
    }

    /// Something of somebody who was here differs: counted once, shown with all that differs.
    pub(super) fn changed(&mut self, spot: &Spot, person: PersonId, name: String, what: Vec<What>) {
        self.shown.insert(person, self.report.changed.len());
        let line = Line {
            file: spot.file.clone(),
            line: spot.line,
            name,
            person: Some(person),
            what,
        };
        keep(&mut self.report.changed, line);
    }

    /// Of somebody who was here something differs that shows only after the person went by.
    pub(super) fn touch(&mut self, person: PersonId, what: What) {
        let Some(had) = self
            .known
            .index_of
            .get(&person)
            .and_then(|index| self.known.people.get_mut(index))
        else {
            return;
        };
        match had.state {
            State::New | State::Unseen => {}
            State::Changed => {
                let line = self
                    .shown
                    .get(&person)
                    .and_then(|at| self.report.changed.get_mut(*at));
                if let Some(line) = line.filter(|line| !line.what.contains(&what)) {
                    line.what.push(what);
                }
            }
            State::Same => {
                had.state = State::Changed;
                let tally = if had.pupil {
                    &mut self.report.pupils
                } else {
                    &mut self.report.staff
                };
                tally.same = tally.same.saturating_sub(1);
                tally.changed += 1;
                let spot = Spot {
                    file: String::new(),
                    line: had.line,
                };
                self.changed(&spot, person, String::new(), vec![what]);
            }
        }
    }
}

fn fault(spot: &Spot, field: &'static str, code: Code) -> Finding {
    Finding {
        file: spot.file.clone().into(),
        line: spot.line,
        field: field.into(),
        kind: Kind::Refused,
        code,
    }
}
