//! For whom somebody may say no here and now: other words let them do more by the same rule.

use people::ask::{Ask, Reading};
use shell::Fault;
use words::PersonId;

use super::own::desks;
use crate::model::{Answer, Capacity};

/// Somebody for whom the visitor may say no: a child, or the visitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Who.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// As what the visitor speaks.
    pub capacity: Capacity,
}

/// Everybody for whom the visitor may say no, as age and authority give it on this day.
///
/// # Errors
///
/// When the database cannot be read.
pub async fn speaks_for(ask: &Ask<'_>, reading: &mut Reading) -> Result<Vec<Spoken>, Fault> {
    let mut all: Vec<Spoken> = Vec::new();
    for desk in desks(ask, reading).await? {
        for one in desk.subjects {
            let known = all.iter().any(|other| other.person == one.person);
            if known || !one.say.covers(Answer::No) {
                continue;
            }
            all.push(Spoken {
                person: one.person,
                name: one.name,
                capacity: one.capacity,
            });
        }
    }
    Ok(all)
}
