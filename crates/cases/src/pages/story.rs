//! What happened, in words: each event as a line of the story of its case.

use uuid::Uuid;

use super::acts::Doing;
use crate::model::{Event, Record};

/// An event in words.
pub(super) struct Said {
    /// What happened.
    pub(super) title: String,
    /// What was written.
    pub(super) text: String,
    /// Where it can be seen, as it was typed: nobody follows it by itself.
    pub(super) link: Option<String>,
}

/// Says it.
pub(super) fn of(doing: &Doing<'_>, event: &Event) -> Said {
    let words = doing.ask.words();
    let plain = |key: &str| words.t(key).to_owned();
    let who = |id: Uuid| {
        let party = doing.room.opened.party(id);
        party.map_or_else(String::new, |party| doing.called(party))
    };
    let all = |ids: &[Uuid]| {
        let names: Vec<String> = ids.iter().map(|id| who(*id)).collect();
        names.join(", ")
    };
    let with = |key: &str, name: String| words.f(key, &[("who", name.into())]);
    let day = |day| people::day_said(doing.ask.locale(), day);
    let kind = event.record.kind();
    let name = format!("event-{kind}");
    let (title, text) = match &event.record {
        Record::Note { text }
        | Record::Task { text }
        | Record::Done { text }
        | Record::Cancelled { text } => (plain(&name), text.clone()),
        Record::Evidence { text, file, .. } => (
            plain(&name),
            match file {
                Some(file) => format!("{text}\n{}\nSHA-256 {}", file.name, file.sha256),
                None => text.clone(),
            },
        ),
        Record::Message { text, ours } => {
            let key = if *ours {
                "event-message-ours"
            } else {
                "event-message-theirs"
            };
            (plain(key), text.clone())
        }
        Record::Aftercare { party, text } => {
            (with("event-aftercare-for", who(*party)), text.clone())
        }
        Record::Talk {
            with: whom,
            hearing,
            on,
            place,
            ..
        } => {
            let key = if *hearing {
                "event-hearing-with"
            } else {
                "event-talk-with"
            };
            let when = format!("{} {:02}:{:02}", day(on.date()), on.hour(), on.minute());
            (with(key, all(whom)), format!("{when}\n{place}"))
        }
        Record::Held {
            with: whom,
            on,
            text,
            agreed,
        } => {
            let key = if *agreed {
                "held-agreed"
            } else {
                "held-not-agreed"
            };
            let text = format!("{}\n{text}\n{}", day(*on), words.t(key));
            (with("event-held-with", all(whom)), text)
        }
        Record::Restore {
            party, what, text, ..
        } => {
            let asked = party.map_or_else(|| plain("restore-platform"), who);
            let what: Vec<&str> = what
                .iter()
                .map(|one| match one {
                    crate::model::Restore::Remove => words.t("restore-verwijderen"),
                    crate::model::Restore::Correct => words.t("restore-corrigeren"),
                    crate::model::Restore::Apologise => words.t("restore-excuses"),
                })
                .collect();
            (
                with("event-restore-of", asked),
                format!("{}\n{text}", what.join(", ")),
            )
        }
        Record::Restored { what, done, text } => {
            let key = if *done {
                "event-restored-yes"
            } else {
                "event-restored-no"
            };
            let what = format!("restore-{}", what.key());
            let values = [("what", words.t(&what).into())];
            (words.f(key, &values), text.clone())
        }
        Record::Measure {
            party,
            step,
            reason,
            from,
            until,
            ..
        } => {
            let values = [("who", who(*party).into()), ("step", step.as_str().into())];
            let span = from.map(|from| match until {
                Some(until) => format!("{} – {}", day(from), day(*until)),
                None => day(from),
            });
            let text = format!("{}\n{reason}", span.unwrap_or_default());
            (words.f("event-measure-for", &values), text)
        }
        Record::Legal { step, on, text, .. } => (
            plain(&format!("legal-{step}")),
            format!("{}\n{text}", day(*on)),
        ),
        Record::Imposed { on } => (plain(&name), day(*on)),
        Record::Dropped { reason }
        | Record::NotActing { reason }
        | Record::Mistaken { reason, .. } => (plain(&name), reason.clone()),
        Record::Objection { text, in_time, .. } => {
            let key = if *in_time {
                "event-objection"
            } else {
                "event-objection-late"
            };
            (plain(key), text.clone())
        }
        Record::Said { text, ours } => {
            let key = if *ours {
                "event-said-ours"
            } else {
                "event-said-theirs"
            };
            (plain(key), text.clone())
        }
        Record::Ruled { ruling, reason } => {
            (plain(&format!("ruled-{}", ruling.key())), reason.clone())
        }
        Record::Board {
            told,
            reason,
            decides,
        } => {
            let key = match (told, decides) {
                (true, true) => "event-board-decides",
                (true, false) => "event-board-told",
                (false, _) => "event-board-not-told",
            };
            (plain(key), reason.clone())
        }
        Record::Police { choice, reason, .. } => {
            (plain(&format!("police-{}", choice.key())), reason.clone())
        }
        Record::Fake {
            party,
            proven,
            reason,
        } => {
            let key = if *proven {
                "event-fake-proven"
            } else {
                "event-fake-not-proven"
            };
            (with(key, who(*party)), reason.clone())
        }
        Record::Judged {
            verdict, articles, ..
        } => {
            let (verdict, _) = protocols::said(*verdict, doing.ask.locale());
            let values = [("verdict", verdict.into())];
            let on = articles.join(", ");
            let text = words.f("event-judged-on", &[("articles", on.into())]);
            (
                words.f("event-judged", &values),
                if articles.is_empty() {
                    String::new()
                } else {
                    text
                },
            )
        }
        Record::Letter { subject, text, .. } => (subject.clone(), text.clone()),
        Record::Answer { text, silent } => {
            let key = if *silent {
                "event-answer-silent"
            } else {
                "event-answer"
            };
            (plain(key), text.clone())
        }
        Record::Turned { to, reason } => (plain(&format!("turned-{}", to.key())), reason.clone()),
        Record::Seated { person, seat } => {
            let key = format!(
                "event-seated-{}",
                seat.map_or("geen", crate::model::Seat::key)
            );
            (
                with(&key, doing.names.said((*person).into())),
                String::new(),
            )
        }
        Record::Joined { party } => (with("event-joined-who", who(*party)), String::new()),
        Record::Hold { until, reason } => {
            let values = [("day", day(*until).into())];
            (words.f("event-hold-until", &values), reason.clone())
        }
    };
    let link = match &event.record {
        Record::Evidence { link, .. } | Record::Restore { link, .. } => link.clone(),
        _ => None,
    };
    Said { title, text, link }
}
