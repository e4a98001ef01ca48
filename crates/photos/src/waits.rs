//! What waits in this word: photos on which somebody has to look who is who.

use people::ask::{Ask, Reading};
use people::waits::{Found, Listed, Risk, Waiting as Item, Waits};

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
            let all = albums::many_to_look_at(tx, me).await?;
            if all == 0 {
                return Ok(Found::default());
            }
            let words = crate::texts(ask.locale());
            let rows = albums::to_look_at(tx, keys, me, i64::try_from(most)?).await?;
            let items = rows.into_iter().map(|(album, many, since)| Item {
                what: words.f("waits-look", &[("n", many.into())]),
                about: album.name,
                since,
                risk: Risk::Later,
                address: format!("/fotos/{}", album.id.as_simple()),
                claim: None,
            });
            Ok(Found::of(items.collect(), all))
        })
    }
}
