//! The try-out page: paste a text, see what may be in it, and answer. The text is kept nowhere.

use decisions::record;
use identity::Action;
use people::model::School;
use personal_data::{Channel, Finding, TooLong};
use serde_json::json;
use shell::Fault;
use ui::{Choice, Errors};
use words::Role;

use super::ask::Ask;
use crate::check::{Checked, Draft};
use crate::model::{Length, Meaning, Word};
use crate::rules::{self, MOST_WORDS, Typed, Writer};
use crate::store as sql;
use crate::views::findings::{Answering, Shown};
use crate::views::text::{self as view, Asked};
use people::ask::{Answer, Reading, Reply};

/// Under which name the form of this page sends an answer.
const NAME: &str = "antwoord";

/// An empty form.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let reading = ask.writing().await?;
    let (school, _) = ask.school_for(Action::ScanText, &reading.schools)?;
    let asked = asked(ask, &reading, &school);
    reading.tx.commit().await?;
    let page = view::page(&ask.frame(), &asked, None, &Errors::default());
    Ok(Reply::Page(page))
}

/// Reads what was sent. A button of a finding answers it first.
pub(super) async fn read(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (school, role) = ask.school_for(Action::ScanText, &reading.schools)?;
    let mut asked = asked(ask, &reading, &school);
    let mut errors = Errors::default();
    if asked.text.trim().is_empty() {
        errors.add("tekst", ask.words().t("text-empty"));
    }
    let mut checked = match check(ask, &mut reading, &school, &asked).await? {
        Ok(checked) => checked,
        Err(refusal) => {
            errors.add("tekst", refusal.said(ask.visit.locale));
            Checked::default()
        }
    };
    if errors.is_empty() && ask.form.has(NAME) {
        let of = Of {
            school: &school,
            text: &asked.text,
            channel: asked.channel,
            name: NAME,
        };
        match answer(ask, &mut reading, of, &checked).await? {
            Ok(said) => {
                asked.done = Some(said);
                let again = check(ask, &mut reading, &school, &asked).await?;
                checked = again.unwrap_or_default();
            }
            Err(wrong) => errors = wrong,
        }
    }
    ask.looked_at(&mut reading, checked.people(), role, "text")
        .await?;
    let shown = shown(ask, &reading, &school, &checked);
    reading.tx.commit().await?;
    let unread = asked.text.trim().is_empty() || errors.of("tekst").is_some();
    let shown = (!unread).then_some(&shown);
    let page = view::page(&ask.frame(), &asked, shown, &errors);
    Ok(if errors.is_empty() {
        Reply::Page(page)
    } else {
        Reply::Again(page)
    })
}

async fn check(
    ask: &Ask<'_>,
    reading: &mut Reading,
    school: &School,
    asked: &Asked,
) -> Result<Result<Checked, TooLong>, Fault> {
    let draft = Draft {
        text: &asked.text,
        channel: asked.channel,
        at: None,
    };
    let known = (&reading.keys, &*reading.names);
    let checked = ask
        .us
        .check(&mut reading.tx, known, school, draft, ask.today);
    Ok(checked.await?)
}

/// The form as it was filled in.
fn asked(ask: &Ask<'_>, reading: &Reading, school: &School) -> Asked {
    let mine = ask.schools_for(Action::ScanText, &reading.schools);
    let schools = mine.iter().map(|one| {
        let chosen = one.id == school.id;
        Choice::new(one.id.to_string(), &one.name, chosen)
    });
    // A form sends each end of a line as two signs; places are counted in the text as it is shown.
    Asked {
        text: ask.form.raw("tekst").replace("\r\n", "\n"),
        channel: Channel::from_name(ask.form.one("kanaal")).unwrap_or_default(),
        schools: schools.collect(),
        done: None,
    }
}

/// What this visitor may see of what was found.
fn shown<'a>(ask: &Ask<'_>, reading: &Reading, school: &School, checked: &'a Checked) -> Shown<'a> {
    Shown {
        checked,
        people: ask.named(&reading.names, checked),
        answering: answering(ask, school, NAME),
    }
}

/// Whoever keeps the list of a school answers findings.
pub(super) fn answering(ask: &Ask<'_>, school: &School, name: &'static str) -> Option<Answering> {
    let edits = ask.role_for(Action::EditWords, &ask.at(school.id));
    edits.map(|_| Answering {
        until: Length::Year.until(ask.today),
        name,
    })
}

/// A text of which a finding is answered.
pub(super) struct Of<'a> {
    pub(super) school: &'a School,
    pub(super) text: &'a str,
    pub(super) channel: Channel,
    /// Under which name the answer comes.
    pub(super) name: &'a str,
}

/// Keeps what an editor answered; what was kept, in words.
pub(super) async fn answer(
    ask: &Ask<'_>,
    reading: &mut Reading,
    of: Of<'_>,
    checked: &Checked,
) -> Result<Result<String, Errors>, Fault> {
    let school = of.school;
    let role = ask
        .caller
        .must(Action::EditWords, &ask.at(school.id), ask.visit.address())?;
    let Some(answer) = rules::Answer::from_value(ask.form.one(of.name)) else {
        return Err(Fault::Missing);
    };
    let number = answer.mark.number;
    let findings: Vec<Finding> = [&checked.findings[..], &checked.hints[..]].concat();
    let typed = Typed {
        answer,
        text: of.text,
        findings: &findings,
        channel: of.channel,
        who: ask.form.one(&format!("wie-{number}")),
        length: ask.form.one(&format!("lang-{number}")),
    };
    let word = match rules::answered(&typed, writer(ask, school), ask.words()) {
        Ok(word) => word,
        Err(errors) => return Ok(Err(errors)),
    };
    match keep(ask, reading, &word, role).await? {
        Ok(()) => {
            let key = format!("kept-{}", word.meaning.key());
            let until = view::until_said(&ask.frame(), word.until);
            let said = [("words", word.words.into()), ("until", until.into())];
            Ok(Ok(ask.words().f(&key, &said)))
        }
        Err(errors) => Ok(Err(errors)),
    }
}

pub(super) fn writer(ask: &Ask<'_>, school: &School) -> Writer {
    Writer {
        id: ask.new_id(),
        school: school.id,
        by: ask.caller.person,
        at: ask.now,
        today: ask.today,
    }
}

/// Puts a word on the list and says so in the log: by ids and kinds, never by the words.
pub(super) async fn keep(
    ask: &Ask<'_>,
    reading: &mut Reading,
    word: &Word,
    role: Role,
) -> Result<Result<(), Errors>, Fault> {
    let list = sql::of_school(&mut reading.tx, &reading.keys, word.school).await?;
    if list.len() >= MOST_WORDS {
        let mut errors = Errors::default();
        errors.add("", ask.words().t("word-too-many"));
        return Ok(Err(errors));
    }
    let instead = list.iter().find(|one| one.repeats(word)).map(|one| one.id);
    sql::keep(&mut reading.tx, &reading.keys, word, instead, ask.today).await?;
    let facts = json!({
        "school": word.school,
        "meaning": word.meaning.key(),
        "category": word.category,
        "channel": word.channel,
        "until": word.until,
    });
    let mut entry = ask
        .entry("word_kept", word.meaning.key(), role)
        .on(word.id.as_simple().to_string())
        .from_facts(facts);
    if let Some(person) = word.person.filter(|_| word.meaning != Meaning::NotPersonal) {
        entry = entry.about(person);
    }
    record(&mut reading.tx, &entry).await?;
    Ok(Ok(()))
}
