//! What waits in this word: photos on which somebody has to look who is who.

use jiff::Timestamp;
use people::ask::{Ask, Reading};
use people::waits::{Found, Listed, Risk, Waiting as Item, Waits};

use crate::model::Album;
use crate::store::albums;

/// The photos of one's own albums that somebody still has to look at, for the list of everybody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Waiting;

impl Waits for Waiting {
    fn for_caller<'a>(
        &'a self,
        ask: &'a Ask<'_>,
        reading: &'a mut Reading,
        most: usize,
    ) -> Listed<'a, Found> {
        Box::pin(async move {
            let (tx, keys, me) = (&mut reading.tx, &reading.keys, ask.caller.person);
            let words = crate::texts(ask.locale());
            let most = i64::try_from(most)?;
            let item = |key, risk| {
                move |(album, many, since): (Album, i64, Timestamp)| Item {
                    what: words.f(key, &[("n", many.into())]),
                    about: album.name,
                    since,
                    risk,
                    address: format!("/fotos/{}", album.id.as_simple()),
                    claim: None,
                }
            };
            let asked = albums::asked(tx, keys, me, most).await?;
            let asked = asked.into_iter().map(item("waits-asked", Risk::Soon));
            let mut found = Found::of(asked.collect(), 0);
            let all = albums::many_to_look_at(tx, me).await?;
            if all > 0 {
                let rows = albums::to_look_at(tx, keys, me, most).await?;
                let items = rows.into_iter().map(item("waits-look", Risk::Later));
                let look = Found::of(items.collect(), all);
                found.items.extend(look.items);
                found.beyond += look.beyond;
            }
            Ok(found)
        })
    }
}
