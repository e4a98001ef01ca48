//! Typing in what somebody answered on paper or in a talk, with the scan of the form.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use decisions::looked;
use identity::{Action, Caller};
use jiff::civil::Date;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::directory::Known;
use people::forms::day;
use people::model::Guardianship;
use people::store::guardians;
use shell::upload::Sent;
use shell::{Fault, Visit};
use ui::Errors;
use ui::form::Choice;
use words::{Locale, PersonId};

use super::answers::field_of;
use super::office;
use crate::desk;
use crate::model::{Answer, Capacity, Cell, How};
use crate::register::Register;
use crate::rules::{self, Say};
use crate::store::events::{self, Said};
use crate::views::paper as view;
use crate::{Consent, texts};

/// The largest scan that is taken: a form of a few pages.
pub(super) const CAP: u64 = 5 << 20;

/// The form to type in.
pub(super) async fn form(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (known, school, _) = office::known(ask, &reading, Action::TypeConsent)?;
    let here = [known.id];
    let (tx, names) = (&mut reading.tx, &reading.names);
    let register = Register::of(tx, names, school.id, &here, ask.today).await?;
    let bonds = guardians::of_pupil(&mut reading.tx, known.id).await?;
    let typed = typed(ask, &reading, &known, &register, &bonds);
    Ok(Reply::Page(view::page(
        &ask.frame(),
        &typed,
        &Errors::default(),
    )))
}

fn typed(
    ask: &Ask<'_>,
    reading: &Reading,
    known: &Known,
    register: &Register,
    bonds: &[Guardianship],
) -> view::Paper {
    let words = ask.words();
    let form = &ask.form;
    let speakers = speakers(known, bonds, ask.today);
    let chosen = form.one("wie");
    let who = speakers.iter().map(|(person, _)| {
        let value = person.to_string();
        let is_chosen = value == chosen || speakers.len() == 1;
        Choice::new(value, reading.names.said(*person), is_chosen)
    });
    let how = [How::Paper, How::Talk].map(|how| {
        let is_chosen = form.one("hoe") == how.key();
        Choice::new(how.key(), words.t(office::how_key(how)), is_chosen)
    });
    let on = form.one("dag");
    let purposes = register.purposes.iter().map(|purpose| view::Purpose {
        title: purpose.notice.title.said(ask.locale()).to_owned(),
        questions: asked(register, known.id, purpose)
            .map(|cell| {
                let field = field_of(known.id, cell);
                view::Question {
                    label: super::cell_said(words, cell),
                    chosen: Answer::from_key(form.one(&field)),
                    field,
                }
            })
            .collect(),
    });
    view::Paper {
        name: known.name.said(),
        address: format!("/toestemmingen/{}", known.id),
        who: who.collect(),
        how: how.into(),
        day: if on.is_empty() {
            ask.today.to_string()
        } else {
            on.to_owned()
        },
        purposes: purposes
            .filter(|purpose: &view::Purpose| !purpose.questions.is_empty())
            .collect(),
    }
}

/// What a purpose asks about a person.
fn asked<'a>(
    register: &'a Register,
    person: PersonId,
    purpose: &'a crate::model::Purpose,
) -> impl Iterator<Item = Cell> + 'a {
    let facts = register.facts(person);
    let is_for = facts.is_some_and(|facts| rules::is_asked(&facts.subject(person), purpose));
    let open = is_for && purpose.is_open(register.day);
    purpose.cells().filter(move |_| open)
}

/// Who could have answered on a day. An answer of somebody whose authority the school still has to see to is kept: a no
/// blocks at once, and a yes counts when they have seen to it.
fn speakers(known: &Known, bonds: &[Guardianship], on: Date) -> Vec<(PersonId, Capacity)> {
    let pupil = known.place.pupil;
    let around = bonds.iter().map(|bond| bond.guardian);
    let all = around.chain([known.id]).filter_map(|person| {
        let (say, capacity) = rules::say(person, known.id, pupil, known.born, bonds, on);
        matches!(say, Say::Decide | Say::Withdraw | Say::ToConfirm).then_some((person, capacity))
    });
    all.collect()
}

/// What was typed, checked.
struct Valid {
    by: (PersonId, Capacity),
    on: Date,
    how: How,
    answers: Vec<(Cell, i64, Answer)>,
    scan: Option<(&'static str, Vec<u8>)>,
}

fn check(
    ask: &Ask<'_>,
    known: &Known,
    register: &Register,
    bonds: &[Guardianship],
    file: Option<&Sent>,
) -> Result<Valid, Errors> {
    let (words, form) = (ask.words(), &ask.form);
    let mut errors = Errors::default();
    let oldest = ask.today.year() - 10;
    let on = day(form, "dag").filter(|on| *on <= ask.today && on.year() >= oldest);
    if on.is_none() {
        errors.add("dag", words.t("paper-day"));
    }
    let on = on.unwrap_or(ask.today);
    let how = How::from_key(form.one("hoe")).filter(|how| matches!(how, How::Paper | How::Talk));
    if how.is_none() {
        errors.add("hoe", words.t("paper-how"));
    }
    let who: Option<PersonId> = form.one("wie").parse().ok();
    let by = speakers(known, bonds, on)
        .into_iter()
        .find(|(person, _)| Some(*person) == who);
    if by.is_none() {
        errors.add("wie", words.t("paper-who"));
    }
    let mut answers = Vec::new();
    for purpose in &register.purposes {
        for cell in asked(register, known.id, purpose) {
            let typed = form.one(&field_of(known.id, cell));
            let answer = Answer::from_key(typed).filter(|answer| *answer != Answer::Undone);
            answers.extend(answer.map(|answer| (cell, purpose.version, answer)));
        }
    }
    if answers.is_empty() {
        errors.add("antwoorden", words.t("paper-nothing"));
    }
    let scan = match file.map(scan_of) {
        None => None,
        Some(Some(scan)) => Some(scan),
        Some(None) => {
            errors.add("bestand", words.t("paper-scan-wrong"));
            None
        }
    };
    errors.or(Valid {
        by: by.unwrap_or((known.id, Capacity::Own)),
        on,
        how: how.unwrap_or(How::Paper),
        answers,
        scan,
    })
}

/// The scan, if it is of a kind that forms come in. Nothing of it is opened here.
fn scan_of(file: &Sent) -> Option<(&'static str, Vec<u8>)> {
    let bytes = std::fs::read(file.file.path()).ok()?;
    let kinds: [(&[u8], &str); 3] = [
        (b"%PDF-", "application/pdf"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"\x89PNG\r\n", "image/png"),
    ];
    let kind = kinds.iter().find(|(magic, _)| bytes.starts_with(magic))?.1;
    Some((kind, bytes))
}

/// Takes the form with its scan.
pub(super) async fn send(ask: &Ask<'_>, file: Option<Sent>) -> Page {
    let mut reading = ask.writing().await?;
    let (known, school, role) = office::known(ask, &reading, Action::TypeConsent)?;
    let here = [known.id];
    let (tx, names) = (&mut reading.tx, &reading.names);
    let mut register = Register::of(tx, names, school.id, &here, ask.today).await?;
    let bonds = guardians::of_pupil(tx, known.id).await?;
    let valid = match check(ask, &known, &register, &bonds, file.as_ref()) {
        Ok(valid) => valid,
        Err(errors) => {
            let typed = typed(ask, &reading, &known, &register, &bonds);
            return Ok(Reply::Again(view::page(&ask.frame(), &typed, &errors)));
        }
    };
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let evidence = match &valid.scan {
        None => None,
        Some((kind, content)) => {
            let id = ask.new_id();
            events::keep_evidence(tx, keys, (id, known.id), kind, content, ask.now).await?;
            Some(id)
        }
    };
    let said = Said {
        by: valid.by,
        typed_by: Some(ask.caller.person),
        at: ask.now,
        on: valid.on,
        how: valid.how,
        language: Locale::Nl,
        act: ask.new_id(),
        evidence,
        rule: rules::LAW,
        answers: valid.answers,
    };
    desk::take(tx, keys, &mut register, known.id, said, Some(role)).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/toestemmingen/{}", known.id)))
}

/// The scan of a form, to save: a page of ours never shows it.
pub(super) async fn evidence(State(us): State<Consent>, visit: Visit, caller: Caller) -> Response {
    let form = shell::Form::default();
    let ask = Ask::with_words(&us.people, &visit, &caller, form, texts);
    match scan(&ask).await {
        Ok((kind, content)) => {
            let mut response = shell::headers::file(content, kind);
            let headers = response.headers_mut();
            let attachment = HeaderValue::from_static("attachment; filename=formulier");
            headers.insert(header::CONTENT_DISPOSITION, attachment);
            response
        }
        Err(fault) => ask.reply(Err(fault)),
    }
}

async fn scan(ask: &Ask<'_>) -> Result<(&'static str, Vec<u8>), Fault> {
    let mut reading = ask.writing().await?;
    let id: PersonId = ask.id(2)?;
    let found = events::evidence(&mut reading.tx, &reading.keys, id.0).await?;
    let (person, kind, content) = found.ok_or(Fault::Missing)?;
    let known = reading.names.get(person).cloned().ok_or(Fault::Missing)?;
    let schools = known.place.schools.iter();
    let mut roles =
        schools.filter_map(|school| ask.role_for(Action::TypeConsent, &ask.at(*school)));
    let role = roles.next().ok_or(Fault::Missing)?;
    let me = ask.caller.person;
    looked(
        &mut reading.tx,
        ask.now,
        me,
        Some(role),
        person,
        "consent_form",
    )
    .await?;
    reading.tx.commit().await?;
    let kind = match kind.as_str() {
        "application/pdf" => "application/pdf",
        "image/jpeg" => "image/jpeg",
        _ => "image/png",
    };
    Ok((kind, content))
}
