//! The check of a text: the scan with the school's people, and the consent of those whom it may mean.

use std::sync::Arc;

use consent::model::Cell;
use jiff::civil::Date;
use people::directory::Directory;
use people::model::School;
use personal_data::{Channel, Consent, Finding, Purpose, Report, Scanner, Tier, TooLong};
use seal::BoardKeys;
use store::Tx;
use words::PersonId;

use crate::consents::Asked;
use crate::model::taught;
use crate::scanners::{own, roster};
use crate::{Publishing, store as sql};

/// A text that somebody wants to make public. It is borrowed: nothing here keeps it.
#[derive(Debug, Clone, Copy)]
pub struct Draft<'a> {
    /// The text.
    pub text: &'a str,
    /// Where it will be shown.
    pub channel: Channel,
    /// The very place, where that is known: then the consent for it counts, and otherwise that for every place of the kind.
    pub at: Option<Cell>,
}

/// What the check found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Checked {
    /// The findings that count, in the order of the text.
    pub findings: Vec<Finding>,
    /// What may be something, and probably is not.
    pub hints: Vec<Finding>,
    /// How many more findings an earlier answer covers.
    pub answered: usize,
}

impl Checked {
    /// Everybody whom a finding or a hint may mean, each once.
    pub fn people(&self) -> Vec<PersonId> {
        let all = self.findings.iter().chain(&self.hints);
        people_of(all.flat_map(|finding| &finding.candidates))
    }

    /// Publishing should wait for something.
    pub fn holds(&self) -> bool {
        self.findings.iter().any(|finding| finding.holds)
    }
}

fn people_of<'a>(candidates: impl Iterator<Item = &'a personal_data::Candidate>) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = candidates
        .filter_map(|candidate| candidate.person_id.parse().ok())
        .collect();
    people.sort_unstable();
    people.dedup();
    people
}

impl From<Report> for Checked {
    fn from(report: Report) -> Self {
        let counts = |finding: &Finding| finding.tier >= Tier::Probable;
        let (findings, hints) = report.findings.into_iter().partition(counts);
        Self {
            findings,
            hints,
            answered: report.answered.len(),
        }
    }
}

impl Publishing {
    /// Reads a draft as this school does on this day.
    ///
    /// The inner answer is a refusal: the text is too long to be read.
    pub async fn check(
        &self,
        tx: &mut Tx,
        (keys, names): (&BoardKeys, &Directory),
        school: &School,
        draft: Draft<'_>,
        today: Date,
    ) -> anyhow::Result<Result<Checked, TooLong>> {
        let scanner = self.scanner(tx, keys, names, school).await?;
        let day = today.to_string();
        let purpose = Purpose {
            channel: draft.channel,
            today: Some(&day),
        };
        let report = match scanner.scan(draft.text, purpose) {
            Ok(report) => report,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let all = report.findings.iter().chain(&report.answered);
        let people = people_of(all.flat_map(|finding| &finding.candidates));
        let asked = Asked {
            names,
            school: school.id,
            people: &people,
            channel: draft.channel,
            at: draft.at,
            day: today,
        };
        let given = self.consents.of(tx, asked).await?;
        let consent = |id: &str| {
            let known = id.parse().ok().and_then(|id: PersonId| given.get(&id));
            known.copied().unwrap_or(Consent::Unknown)
        };
        Ok(Ok(report.with_consents(consent).into()))
    }

    async fn scanner(
        &self,
        tx: &mut Tx,
        keys: &BoardKeys,
        names: &Directory,
        school: &School,
    ) -> anyhow::Result<Arc<Scanner>> {
        let of = (tx.board(), school.id);
        let (version, day) = names.stamp();
        let stamp = (version, day, sql::version(tx, school.id).await?);
        if let Some(held) = self.scanners.held(of, stamp) {
            return Ok(held);
        }
        let list = sql::of_school(tx, keys, school.id).await?;
        let (roster, school) = (roster(names, school.id), taught(&list, own(school)));
        let people = roster.people.len();
        // Up to a fifth of a second for the largest boards: not on a thread that answers others.
        let made = tokio::task::spawn_blocking(move || Scanner::new(&roster, school)).await?;
        let scanner = Arc::new(made);
        self.scanners.keep(of, stamp, people, Arc::clone(&scanner));
        Ok(scanner)
    }
}
