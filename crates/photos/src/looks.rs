//! A look at a photo, as the log tells it: of each person who is named on it, and where nobody is, of the photo itself.

use ::store::Tx;
use decisions::Entry;
use decisions::store::LOOKED;
use jiff::Timestamp;
use uuid::Uuid;
use words::{PersonId, Role};

use crate::store::marks;

/// Writes in the log that somebody saw a photo, in this role.
pub async fn looked_at(
    tx: &mut Tx,
    photo: Uuid,
    by: (PersonId, Role),
    at: Timestamp,
) -> anyhow::Result<()> {
    for person in whose(tx, photo).await? {
        one(tx, photo, person, by, at).await?;
    }
    Ok(())
}

/// Whose look the log is told of: everybody who is named, or nobody in particular.
pub(crate) async fn whose(tx: &mut Tx, photo: Uuid) -> anyhow::Result<Vec<Option<PersonId>>> {
    let faces = marks::of_photo(tx, photo).await?;
    let mut named: Vec<PersonId> = faces.iter().filter_map(|face| face.mark.person()).collect();
    named.sort_unstable();
    named.dedup();
    let all: Vec<Option<PersonId>> = named.into_iter().map(Some).collect();
    Ok(if all.is_empty() { vec![None] } else { all })
}

/// Writes one of these looks.
pub(crate) async fn one(
    tx: &mut Tx,
    photo: Uuid,
    person: Option<PersonId>,
    (who, role): (PersonId, Role),
    at: Timestamp,
) -> anyhow::Result<()> {
    if let Some(person) = person {
        return decisions::looked(tx, at, who, Some(role), person, "photo")
            .await
            .map(drop);
    }
    let entry = Entry::new(at, LOOKED, "shown").by(who, Some(role));
    let entry = entry.on(format!("photo {}", photo.as_simple()));
    decisions::record(tx, &entry).await.map(drop)
}
