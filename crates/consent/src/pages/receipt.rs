//! The letter that tells what was answered through a link: a link can be forwarded, the address that the school keeps cannot.

use std::collections::BTreeMap;

use people::ask::{Ask, Reading};
use uuid::Uuid;
use words::PersonId;

use super::own::Desk;
use crate::jobs::{Receipt, receipt};
use crate::model::{Answer, Cell};

/// What was sent, in words.
pub(super) fn of(
    ask: &Ask<'_>,
    desks: &[Desk],
    sent: &BTreeMap<PersonId, Vec<(Cell, Answer)>>,
    act: Uuid,
) -> Receipt {
    let words = ask.words();
    let mut answers = Vec::new();
    for desk in desks {
        for subject in &desk.subjects {
            let cells = sent.get(&subject.person).into_iter().flatten();
            let lines: Vec<String> = cells
                .filter_map(|(cell, answer)| {
                    let title = &desk.register.purpose(cell.purpose)?.notice.title;
                    let answer = words.t(super::answer_key(*answer));
                    let cell = super::cell_said(words, *cell);
                    Some(format!("{}: {cell} – {answer}", title.said(ask.locale())))
                })
                .collect();
            if !lines.is_empty() {
                answers.push((subject.name.clone(), lines));
            }
        }
    }
    Receipt {
        act,
        reader: ask.caller.person,
        locale: ask.locale(),
        answers,
    }
}

/// Queues it with the answers, where somebody came by a link and something changed.
pub(super) async fn post(
    ask: &Ask<'_>,
    reading: &mut Reading,
    told: &Receipt,
    changed: usize,
) -> anyhow::Result<()> {
    if !ask.caller.by_letter || changed == 0 {
        return Ok(());
    }
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    receipt(ask.us, tx, keys, told, ask.now).await
}
