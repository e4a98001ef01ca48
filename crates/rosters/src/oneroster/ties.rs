//! Users, read for the third time: who belongs to whom.

use std::io::{Read, Seek};

use super::archive::{Archive, File, Pass};
use super::people::{ADULT, AGENTS, GUARDIAN, PARENT, PUPIL, People, TOLD};
use super::plans::{self, ID_AT};
use crate::out::Out;
use crate::seen::Seen;
use crate::{Authority, Code, Record, Refusal, Relation, Tie};

/// Which guardian belongs to which pupil. Files say it from either side, or from both, and also of teachers.
pub(super) fn read<R: Read + Seek>(
    archive: &mut Archive<R>,
    out: &mut Out,
    people: &People,
) -> Result<(), Refusal> {
    let mut pairs = Seen::default();
    archive.rows(
        out,
        File::Users,
        &plans::USERS,
        Pass::Again,
        |out, columns, row| {
            let one = crate::clean::clean(columns.cell(row, ID_AT)).0.into_owned();
            let agents = columns.cell(row, AGENTS).split(',').map(str::trim);
            for other in agents.filter(|agent| !agent.is_empty()) {
                let (mine, theirs) = (people.parts(&one), people.parts(other));
                if mine & TOLD == 0 {
                    continue;
                }
                if theirs & TOLD == 0 {
                    out.dropped(row.line, "agentSourcedIds", Code::UnknownPerson);
                    continue;
                }
                let (pupil, adult, what) = match (mine & PUPIL > 0, theirs & PUPIL > 0) {
                    (true, false) if theirs & ADULT > 0 => (one.as_str(), other, theirs),
                    (false, true) if mine & ADULT > 0 => (other, one.as_str(), mine),
                    _ => continue,
                };
                if pairs.insert(&format!("{pupil}\0{adult}")) {
                    out.record(row.line, Record::Tie(tie(pupil, adult, what)))?;
                }
            }
            Ok(())
        },
    )
}

fn tie(pupil: &str, adult: &str, what: u16) -> Tie {
    let relation = if what & PARENT > 0 {
        Relation::Parent
    } else if what & GUARDIAN > 0 {
        Relation::Ward
    } else {
        Relation::Other
    };
    Tie {
        guardian: adult.to_owned(),
        pupil: pupil.to_owned(),
        relation,
        // OneRoster knows nothing of authority: the school confirms it.
        authority: Authority::Unknown,
        contact: relation != Relation::Other,
    }
}
