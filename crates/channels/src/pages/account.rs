//! One account: what it can, whether it works, and trying it now.

use people::ask::{Answer, Reply};

use super::ask::Ask;
use crate::jobs;
use crate::model::{Kind, State};
use crate::store::accounts;
use crate::views::account as view;

/// The account.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let (account, _) = ask.account(&mut reading).await?;
    let public = match account.kind {
        Kind::Feed => Some(ask.us.address(ask.caller.board, &account).await?),
        _ => None,
    };
    let shown = view::Shown {
        owner: reading.names.said(account.owner),
        public,
        tried: ask.query("geprobeerd") == "ja",
        account,
    };
    Ok(Reply::Page(view::page(&ask.frame(), &shown)))
}

/// Tries whether it works, now. Nothing is held while the other side is asked.
pub(super) async fn look(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let (account, _) = ask.account(&mut reading).await?;
    if account.kind != Kind::ByHand && account.state == State::Used {
        let (tx, keys) = (&mut reading.tx, &reading.keys);
        let secret = accounts::secret(tx, keys, account.id).await?;
        drop(reading);
        let keys = ask.us.people.keys(ask.caller.board).await?;
        let outlet = ask
            .us
            .to_try(ask.caller.board, &keys, account.clone(), secret);
        let looked = jobs::looked(&outlet.health().await, ask.us.people.identity.now());
        let mut reading = ask.writing().await?;
        accounts::looked(&mut reading.tx, account.id, &looked).await?;
        if looked.why.is_none() {
            accounts::told(&mut reading.tx, account.id, None).await?;
        }
        reading.tx.commit().await?;
    }
    let id = account.id.as_simple();
    Ok(Reply::GoOn(format!("/kanalen/{id}?geprobeerd=ja")))
}
