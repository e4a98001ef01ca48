//! Somebody who is never shown: settled by whoever leads the school, with a reason that nobody else reads.

use identity::Action;
use people::ask::{Answer as Page, Ask, Reply};
use people::forms::line;
use people::model::Span;
use shell::Fault;

use super::office;
use crate::model::Cell;
use crate::store::publications;
use crate::store::shields::{self, Shield};

/// Begins or ends it.
pub(super) async fn change(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (known, _, role) = office::known(ask, &reading, Action::SetConsent)?;
    let outcome = if ask.form.one("einde") == "ja" {
        let last = ask.today.yesterday().unwrap_or(ask.today);
        let ended = shields::end(&mut reading.tx, known.id, last).await?;
        if ended == 0 {
            return Err(Fault::Missing);
        }
        "ended"
    } else {
        let reason: String = line(ask.form.one("reden")).chars().take(500).collect();
        let shield = Shield {
            person: known.id,
            span: Span {
                from: ask.today,
                until: None,
            },
            made_by: ask.caller.person,
            made_at: ask.now,
        };
        if !shields::put(&mut reading.tx, &reading.keys, &shield, &reason).await? {
            return Err(Fault::Missing);
        }
        // Whoever is protected from now on is asked back from everything that is public.
        let (tx, keys) = (&mut reading.tx, &reading.keys);
        let public = publications::with(tx, keys, known.id).await?;
        let cells: Vec<Cell> = public.into_iter().map(|(_, cell)| cell).collect();
        publications::take_down(tx, keys, known.id, &cells, ask.new_id(), ask.now).await?;
        "begun"
    };
    let entry = ask.entry("consent_shield", outcome, role).about(known.id);
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/toestemmingen/{}", known.id)))
}
