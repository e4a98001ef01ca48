//! Letters: chosen, written, looked at once more, kept. Each has a paper to print, and can be mailed to whom the school has an address of.

mod mailroom;
pub(super) mod raw;

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use identity::Caller;
use people::ask::{Answer as Page, Ask, Reply};
use shell::{Fault, Visit};
use ui::Errors;
use ui::form::Choice;
use words::{Locale, PersonId};

use super::acts::{Change, Doing};
use super::handle::carry_out;
use super::room;
use crate::model::{Record, Template};
use crate::rules::letter::fill;
use crate::views::letter as view;
use crate::{Cases, paper};

pub(crate) use mailroom::effect;
pub(super) use mailroom::{Addressee, Mailroom, kind_of, why};

/// A letter is no longer than this.
const LONGEST: usize = 6_000;
/// Nor what stands above it.
const LINE: usize = 120;

/// Which letter, in which language, to whom.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let room = room::decided(ask, &mut reading).await?;
    let doing = Doing::of(ask, &mut reading, &room).await?;
    let page = choosing(&doing, &Errors::default());
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

/// What was chosen and typed so far.
struct Typed {
    template: Template,
    locale: Locale,
    to: Vec<Addressee>,
    subject: String,
    text: String,
    mail: bool,
}

/// The next step: the text, the letters as they will be, or kept.
pub(super) async fn step(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let room = room::decided(ask, &mut reading).await?;
    let doing = Doing::of(ask, &mut reading, &room).await?;
    let mut errors = Errors::default();
    let Some(mut typed) = typed(&doing, &mut errors) else {
        let page = choosing(&doing, &errors);
        reading.tx.commit().await?;
        return Ok(Reply::Again(page));
    };
    let stage = ask.form.one("stap");
    if matches!(stage, "" | "kies") {
        prefill(&doing, &mut typed);
    } else {
        check(&doing, &typed, &mut errors);
    }
    if !errors.is_empty() {
        let page = writing(&doing, &typed, &errors);
        reading.tx.commit().await?;
        return Ok(Reply::Again(page));
    }
    let page = match stage {
        "bewaar" => {
            let change = letters(&typed);
            let address = room.opened.case.address();
            carry_out(ask, &mut reading, room, change).await?;
            reading.tx.commit().await?;
            return Ok(Reply::GoOn(address));
        }
        "bekijk" => looking(&doing, &typed),
        _ => writing(&doing, &typed, &errors),
    };
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

fn typed(doing: &Doing<'_>, errors: &mut Errors) -> Option<Typed> {
    let (form, words) = (&doing.ask.form, doing.ask.words());
    let template = Template::from_key(form.one("sjabloon"));
    let template = template.filter(|one| Template::FREE.contains(one));
    if template.is_none() {
        errors.add("sjabloon", words.t("choose-one"));
    }
    let locale = Locale::from_tag(form.one("taal"));
    if locale.is_none() {
        errors.add("taal", words.t("choose-one"));
    }
    let chosen: Vec<&str> = form.all("aan").collect();
    let mut to = doing.mailroom.all(doing);
    to.retain(|one| chosen.contains(&one.key.as_str()));
    if to.is_empty() {
        errors.add("aan", words.t("letter-to-nobody"));
        return None;
    }
    Some(Typed {
        template: template?,
        locale: locale?,
        to,
        subject: people::forms::line(form.one("onderwerp")),
        text: doing.raw("tekst"),
        mail: form.has("mailen"),
    })
}

/// The text of the school, with all that is known filled in; to whom it goes stays open where it goes to more than one.
fn prefill(doing: &Doing<'_>, typed: &mut Typed) {
    let written = doing.mailroom.text(typed.template, typed.locale);
    let mut values = doing.usual(typed.locale);
    values.extend(doing.talk_of(typed.template, typed.locale, &typed.to));
    if let [only] = typed.to.as_slice() {
        values.push(("to", only.name.clone()));
    }
    typed.subject = fill(&written.subject, &values);
    typed.text = fill(&written.text, &values);
}

fn check(doing: &Doing<'_>, typed: &Typed, errors: &mut Errors) {
    let words = doing.ask.words();
    for (field, text, most) in [
        ("onderwerp", &typed.subject, LINE),
        ("tekst", &typed.text, LONGEST),
    ] {
        let signs = text.chars().count();
        if signs < 3 {
            errors.add(field, words.t("text-short"));
        } else if signs > most {
            errors.add(field, words.t("text-long"));
        }
        raw::check(words, (field, text), &["to"], errors);
        if raw::is_unfinished(text) {
            errors.add(field, words.t("letter-unfilled"));
        }
    }
}

fn letters(typed: &Typed) -> Change {
    let mut change = Change::new("case_letter", typed.template.key());
    for to in &typed.to {
        let letter = to.letter((&typed.subject, &typed.text), typed.mail, typed.locale);
        change.add(letter);
        to.joins(&mut change);
    }
    change
}

fn choosing(doing: &Doing<'_>, errors: &Errors) -> maud::Markup {
    let (form, words) = (&doing.ask.form, doing.ask.words());
    let chosen = form.one("sjabloon");
    let templates = Template::FREE.map(|one| {
        let label = words.t(&format!("template-{}", one.key())).to_owned();
        Choice::new(one.key(), label, chosen == one.key())
    });
    let tag = match form.one("taal") {
        "" => doing.ask.locale().tag(),
        typed => typed,
    };
    let languages = Locale::ALL.map(|one| {
        let label = words.t(&format!("letter-in-{}", one.tag())).to_owned();
        Choice::new(one.tag(), label, tag == one.tag())
    });
    let all: Vec<&str> = form.all("aan").collect();
    let to = doing.mailroom.all(doing).into_iter().map(|one| {
        let chosen = all.contains(&one.key.as_str());
        Choice::new(one.key, one.name, chosen).hint(one.hint)
    });
    let choosing = view::Choosing {
        case: about(doing),
        templates: templates.into(),
        languages: languages.into(),
        to: to.collect(),
        without: doing.mailroom.without(doing),
    };
    view::choosing(&doing.ask.frame(), &choosing, errors)
}

fn about(doing: &Doing<'_>) -> view::About {
    let case = &doing.room.opened.case;
    view::About {
        address: case.address(),
        number: case.number.to_string(),
    }
}

fn carried(typed: &Typed) -> view::Carried {
    view::Carried {
        template: typed.template.key(),
        language: typed.locale.tag(),
        to: typed.to.iter().map(|one| one.key.clone()).collect(),
        subject: typed.subject.clone(),
        text: typed.text.clone(),
        mail: typed.mail,
    }
}

fn writing(doing: &Doing<'_>, typed: &Typed, errors: &Errors) -> maud::Markup {
    let names: Vec<&str> = typed.to.iter().map(|one| one.name.as_str()).collect();
    let names = names.join(", ");
    let many = typed.to.len() > 1;
    view::writing(
        &doing.ask.frame(),
        &about(doing),
        &carried(typed),
        (&names, many),
        errors,
    )
}

fn looking(doing: &Doing<'_>, typed: &Typed) -> maud::Markup {
    let all = typed.to.iter().filter_map(|to| {
        let Record::Letter { subject, text, .. } =
            to.letter((&typed.subject, &typed.text), typed.mail, typed.locale)
        else {
            return None;
        };
        Some(view::Looked {
            to: to.name.clone(),
            subject,
            text,
            language: typed.locale,
        })
    });
    let all: Vec<view::Looked> = all.collect();
    view::looking(&doing.ask.frame(), &about(doing), &carried(typed), &all)
}

/// A letter on paper.
pub(super) async fn paper(State(us): State<Cases>, visit: Visit, caller: Caller) -> Response {
    let ask = super::asked(&us, &visit, &caller, shell::Form::default());
    match printed(&ask).await {
        Ok(response) => response,
        Err(fault) => ask.reply(Err(fault)),
    }
}

async fn printed(ask: &Ask<'_>) -> Result<Response, Fault> {
    let mut reading = ask.writing().await?;
    let room = room::enter(ask, &mut reading).await?;
    if !room.sight.decides() {
        return Err(Fault::Missing);
    }
    let id: PersonId = ask.id(3)?;
    let event = room.opened.event(id.0).ok_or(Fault::Missing)?;
    let Record::Letter {
        subject,
        text,
        party,
        language,
        ..
    } = &event.record
    else {
        return Err(Fault::Missing);
    };
    let doing = Doing::of(ask, &mut reading, &room).await?;
    let to = match party.and_then(|id| room.opened.party(id)) {
        Some(party) => doing.called(party),
        None => room
            .opened
            .case
            .reporter
            .map(|id| doing.names.said(id))
            .unwrap_or_default(),
    };
    let language = language.unwrap_or(Locale::Nl);
    let day = people::day_said(language, shell::clock::today(event.at));
    let made = paper::letter(language, &room.school.name, (&to, &day), (subject, text));
    let bytes = made.map_err(anyhow::Error::from)?;
    let object = room.opened.case.id.as_simple().to_string();
    let entry = ask.entry("case_letter", "printed", room.role).on(object);
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    let mut response = shell::headers::file(bytes, "application/pdf");
    let name = format!("inline; filename=\"brief-{}.pdf\"", room.opened.case.number);
    let name = HeaderValue::try_from(name).map_err(anyhow::Error::from)?;
    response
        .headers_mut()
        .insert(header::CONTENT_DISPOSITION, name);
    Ok(response)
}
