//! The places where pupils may be shown, as somebody chooses from them: each purpose with each of its channels.

use ui::form::Choice;
use words::{Channel, Locale, Medium};

use crate::model::{Audience, Cell, Ground};
use crate::register::Register;
use crate::texts;

/// A channel in words.
pub fn channel_said(locale: Locale, channel: Channel) -> String {
    texts(locale)
        .t(&format!("channel-{}", channel.key()))
        .to_owned()
}

/// What a school asks pupils about, to choose from, and the cells of what was chosen: the first place where nothing was.
pub fn asked(
    register: &Register,
    chosen: &[String],
    medium: Medium,
    locale: Locale,
) -> (Vec<Choice>, Vec<Cell>) {
    let mut wheres = Vec::new();
    let mut cells = Vec::new();
    for purpose in &register.purposes {
        let asks = purpose.notice.ground == Ground::Consent && purpose.is_open(register.day);
        if !asks || purpose.notice.audience == Audience::Staff {
            continue;
        }
        let mut channels: Vec<_> = purpose.cells().map(|cell| cell.channel).collect();
        channels.dedup();
        for channel in channels {
            let value = format!("{}-{}", purpose.id, channel.key());
            let is_chosen = if chosen.is_empty() {
                wheres.is_empty()
            } else {
                chosen.contains(&value)
            };
            let label = channel_said(locale, channel);
            let title = purpose.notice.title.said(locale);
            wheres.push(Choice::new(value, label, is_chosen).hint(title));
            if is_chosen {
                cells.push(Cell {
                    purpose: purpose.id,
                    channel,
                    medium,
                });
            }
        }
    }
    (wheres, cells)
}
