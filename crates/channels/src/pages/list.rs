//! The accounts of a school, and how they are.

use identity::Action;
use people::ask::{Answer, Reply};

use super::ask::Ask;
use crate::store::accounts;
use crate::views::list as view;

/// The list.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let school = ask.school_for(Action::RunChannels, &reading.schools)?;
    let all = accounts::of(&mut reading.tx, &reading.keys, school.id).await?;
    let lines = all.into_iter().map(|account| view::Line {
        owner: reading.names.said(account.owner),
        account,
    });
    let shown = view::List {
        lines: lines.collect(),
        schools: ask.schools_for(Action::RunChannels, &reading.schools),
        school,
    };
    Ok(Reply::Page(view::list(&ask.frame(), &shown)))
}
