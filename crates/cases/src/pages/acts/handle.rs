//! The everyday: notes, messages, tasks, who handles it, articles; and a signal that becomes no case.

use jiff::Timestamp;
use people::ask::{Ask, Reading};
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use words::PersonId;

use super::super::handle::{at, id_of};
use super::super::protocol_of;
use super::super::room::{self, Room};
use super::{Change, Doing, Forget};
use crate::letters::News;
use crate::model::{Case, Number, Record, Seat, State};
use crate::rules::end_of;
use crate::store::lists;
use crate::views::act::Input;

/// One text.
pub(super) fn text(doing: &Doing<'_>) -> Vec<Input> {
    vec![Input::area("tekst", doing.raw("tekst"))]
}

pub(super) fn read_note(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let text = doing.text("tekst", errors);
    Change::with("case_noted", Record::Note { text })
}

pub(super) fn read_message(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let text = doing.text("tekst", errors);
    let mut change = Change::with("case_wrote", Record::Message { text, ours: true });
    let case = &doing.room.opened.case;
    if case.reporter.is_none() && !case.has_code {
        errors.add("tekst", doing.ask.words().t("nobody-to-write"));
    }
    change
        .news
        .push((News::Answered, case.reporter.into_iter().collect()));
    change
}

/// Whether it cannot wait, and why.
pub(super) fn urgent(doing: &Doing<'_>) -> Vec<Input> {
    let (words, typed) = (doing.ask.words(), doing.ask.form.one("spoed"));
    let ways = [("ja", "urgent-yes"), ("nee", "urgent-no")];
    let ways = ways.map(|(value, key)| Choice::new(value, words.t(key), typed == value));
    vec![
        Input::radios("spoed", ways.into()),
        Input::area("reden", doing.raw("reden")),
    ]
}

pub(super) fn read_urgent(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let words = doing.ask.words();
    let typed = doing.ask.form.one("spoed");
    if !matches!(typed, "ja" | "nee") {
        errors.add("spoed", words.t("choose-one"));
    }
    let is = typed == "ja";
    let said = words.t(if is { "urgent-yes" } else { "urgent-no" });
    let text = format!("{said}\n{}", doing.text("reden", errors));
    let mut change = Change::new("case_urgent", if is { "urgent" } else { "can-wait" });
    change.add(Record::Note { text });
    change.case.urgent = Some(is);
    if is {
        change.news.push((News::Derails, doing.at_once.clone()));
    }
    change
}

/// A text and a day.
pub(super) fn task(doing: &Doing<'_>) -> Vec<Input> {
    vec![
        Input::area("tekst", doing.raw("tekst")),
        Input::day("dag", due(doing)),
    ]
}

/// What was typed, or a week from now.
fn due(doing: &Doing<'_>) -> String {
    let typed = doing.ask.form.one("dag");
    if typed.is_empty() {
        shell::clock::today(at(doing.ask.now, 7)).to_string()
    } else {
        typed.to_owned()
    }
}

/// The end of a day that was typed and is not over.
pub(super) fn ends(doing: &Doing<'_>, field: &str, errors: &mut Errors) -> Option<Timestamp> {
    let day = doing.day(field, errors)?;
    if day < doing.ask.today {
        errors.add(field, doing.ask.words().t("day-past"));
    }
    end_of(day)
}

pub(super) fn read_task(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let text = doing.text("tekst", errors);
    let due = ends(doing, "dag", errors);
    let mut change = Change::new("case_planned", "task");
    change.plan(due, Record::Task { text });
    change
}

/// Something to do for somebody.
pub(super) fn aftercare(doing: &Doing<'_>) -> Vec<Input> {
    let mut inputs = vec![Input::radios("voor", doing.parties("voor"))];
    inputs.extend(task(doing));
    inputs
}

pub(super) fn read_aftercare(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let text = doing.text("tekst", errors);
    let due = ends(doing, "dag", errors);
    let mut change = Change::new("case_planned", "aftercare");
    match doing.chosen("voor").first() {
        Some(party) => {
            let party = party.id;
            change.plan(due, Record::Aftercare { party, text });
        }
        None => errors.add("voor", doing.ask.words().t("party-missing")),
    }
    change
}

/// How it went.
pub(super) fn done(doing: &Doing<'_>) -> Result<Vec<Input>, Fault> {
    let task = doing.about().ok_or(Fault::Missing)?;
    let said = super::super::story::of(doing, task);
    Ok(vec![
        Input::said(said.title),
        Input::area("tekst", doing.raw("tekst")),
    ])
}

pub(super) fn read_done(doing: &Doing<'_>, errors: &mut Errors) -> Result<Change, Fault> {
    let task = doing.about().filter(|one| one.is_open());
    let task = task.ok_or_else(|| doing.overtaken())?;
    let text = doing.text("tekst", errors);
    let record = match task.record {
        Record::Talk { .. } => Record::Cancelled { text },
        _ => Record::Done { text },
    };
    let mut change = Change::new("case_done", record.kind());
    change.then(task.id, record);
    change.done.push(task.id);
    Ok(change)
}

/// Who, and which seat.
pub(super) fn seat(doing: &Doing<'_>) -> Vec<Input> {
    let form = &doing.ask.form;
    let words = doing.ask.words();
    let people = doing.names.sorted(doing.handlers.iter().copied());
    let who = people.into_iter().map(|known| {
        let value = known.id.to_string();
        let chosen = form.one("wie") == value;
        Choice::new(value, known.name.said(), chosen)
    });
    let typed = form.one("plek");
    let mut seats: Vec<Choice> = Seat::ALL
        .iter()
        .map(|one| {
            let label = words.t(&format!("seat-{}", one.key())).to_owned();
            Choice::new(one.key(), label, one.key() == typed)
        })
        .collect();
    seats.push(Choice::new("geen", words.t("seat-none"), typed == "geen"));
    vec![
        Input::select("wie", who.collect()),
        Input::radios("plek", seats),
    ]
}

pub(super) fn read_seat(doing: &Doing<'_>, errors: &mut Errors) -> Option<Change> {
    let (form, words) = (&doing.ask.form, doing.ask.words());
    let person = id_of(form.one("wie")).map(PersonId::from);
    let person = person.filter(|one| doing.handlers.contains(one));
    if person.is_none() {
        errors.add("wie", words.t("seat-who"));
    }
    let within = doing.room.opened.parties.iter();
    if within
        .filter_map(|one| one.person)
        .any(|one| Some(one) == person)
    {
        errors.add("wie", words.t("seat-conflict"));
    }
    let seat = Seat::from_key(form.one("plek"));
    if seat.is_none() && form.one("plek") != "geen" {
        errors.add("plek", words.t("seat-which"));
    }
    let was = doing.room.opened.seated(Seat::Lead);
    if was.is_some() && was == person && seat != Some(Seat::Lead) {
        errors.add("plek", words.t("seat-lead-left"));
    }
    let person = person?;
    let mut change = Change::new("case_seated", seat.map_or("none", Seat::key));
    change.seat(person, seat);
    if seat.is_some() {
        change.news.push((News::Seated, vec![person]));
    }
    Some(change)
}

/// The articles of the school's protocol.
pub(super) fn articles(doing: &Doing<'_>) -> Vec<Input> {
    let in_play = &doing.room.opened.case.articles;
    let protocol = protocol_of(&doing.room.school);
    let all = protocol.map_or(&[][..], |one| &one.document.articles);
    let choices = all.iter().map(|one| {
        let label = format!("{} {}", one.number, one.title);
        Choice::new(one.number.clone(), label, in_play.contains(&one.number))
    });
    let title = doing.room.opened.account.title.clone();
    let typed = [doing.ask.form.one("oordeel"), doing.ask.query("oordeel")];
    let typed = typed.into_iter().find(|text| !text.is_empty());
    let before = doing.room.opened.account.verdict.as_deref();
    let verdict = typed.or(before).unwrap_or_default();
    vec![
        Input::line("titel", title).optional(),
        Input::checks("artikel", choices.collect()),
        Input::line("oordeel", verdict).optional(),
    ]
}

pub(super) fn read_articles(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let form = &doing.ask.form;
    let protocol = protocol_of(&doing.room.school);
    let all = protocol.map_or(&[][..], |one| &one.document.articles);
    let mut chosen: Vec<&str> = form.all("artikel").collect();
    let typed = people::forms::line(form.one("oordeel"));
    let name = doing.room.school.protocol.as_deref();
    let judged = name.and_then(|name| protocols::judged(name, &typed));
    if judged.is_none() && !typed.is_empty() {
        errors.add("oordeel", doing.ask.words().t("verdict-wrong"));
    }
    // What the verdict rests on is in play.
    chosen.extend(
        judged
            .iter()
            .flat_map(|one| &one.articles)
            .map(String::as_str),
    );
    let numbers = all.iter().map(|one| one.number.clone());
    let numbers: Vec<String> = numbers
        .filter(|one| chosen.contains(&one.as_str()))
        .collect();
    let title = people::forms::line(form.one("titel"));
    let mut change = Change::new("case_articles", numbers.len().to_string());
    change.articles.clone_from(&numbers);
    change.case.articles = Some(numbers);
    let verdict = judged.as_ref().map(|one| one.address.clone());
    if let Some(judged) = judged.filter(|one| is_new(doing, &one.address)) {
        change.receipt = Some(judged.for_the_log());
        change.add(Record::Judged {
            verdict: judged.verdict,
            articles: judged.articles,
            version: judged.version,
            address: judged.address,
        });
    }
    change.named = Some((title.chars().take(120).collect(), verdict));
    change
}

/// The verdict was not written down before.
fn is_new(doing: &Doing<'_>, verdict: &str) -> bool {
    let mut before = doing.room.opened.events.iter().rev();
    let last = before.find_map(|event| match &event.record {
        Record::Judged { address, .. } => Some(address.as_str()),
        _ => None,
    });
    last != Some(verdict)
}

/// The case of this school that the form names by its number, if who asks sees it.
pub(super) async fn same(
    ask: &Ask<'_>,
    reading: &mut Reading,
    room: &Room,
) -> Result<Option<Case>, Fault> {
    let typed = people::forms::line(ask.form.one("nummer"));
    let Ok(number) = typed.parse::<Number>() else {
        return Ok(None);
    };
    let Some(id) = lists::of_number(&mut reading.tx, number).await? else {
        return Ok(None);
    };
    match room::of(ask, reading, id).await {
        Ok((case, ..)) => Ok(Some(case)
            .filter(|case| case.id != room.opened.case.id && case.school == room.school.id)),
        Err(Fault::Missing) => Ok(None),
        Err(other) => Err(other),
    }
}

/// What a signal becomes when it is no case, and what who signalled is told.
pub(super) fn turn(doing: &Doing<'_>) -> Vec<Input> {
    let words = doing.ask.words();
    let typed = doing.ask.form.one("wordt");
    let ways = [State::Advice, State::NotOurs, State::Double].map(|one| {
        let label = words.t(&format!("turn-{}", one.key())).to_owned();
        Choice::new(one.key(), label, one.key() == typed)
    });
    let mut inputs = vec![
        Input::radios("wordt", ways.into()),
        Input::line("nummer", doing.ask.form.one("nummer")).optional(),
        Input::area("reden", doing.raw("reden")),
    ];
    inputs.extend(super::decide::answer(doing));
    inputs
}

pub(super) fn read_turn(doing: &Doing<'_>, errors: &mut Errors) -> Change {
    let words = doing.ask.words();
    let to = State::from_key(doing.ask.form.one("wordt"));
    let to = to.filter(|one| matches!(one, State::Advice | State::NotOurs | State::Double));
    if to.is_none() {
        errors.add("wordt", words.t("turn-missing"));
    }
    let mut reason = doing.text("reden", errors);
    let to = to.unwrap_or(State::NotOurs);
    let mut change = Change::new("case_turned", to.key());
    if to == State::Double {
        match &doing.same {
            Some(same) => {
                let said = |number: Number| {
                    words.f("turned-same", &[("number", number.to_string().into())])
                };
                reason = format!("{}\n{reason}", said(same.number));
                let text = said(doing.room.opened.case.number);
                change.elsewhere = Some((same.id, Record::Note { text }));
            }
            None => errors.add("nummer", words.t("turn-number")),
        }
    }
    change.add(Record::Turned { to, reason });
    super::decide::read_answer(doing, &mut change, errors);
    change.case.state = Some(to);
    change.case.forget = Some(Forget::At(at(doing.ask.now, 366)));
    change
}
