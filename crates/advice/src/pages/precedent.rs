//! What others learn from an answer: written anew without anybody in it, under its article.

use identity::Action;
use maud::Markup;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::forms::line as plain;
use people::model::School;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use words::{PersonId, Role};

use super::question::{Me, address, looked, of_address};
use crate::model::{Answer, Precedent, Question, Told};
use crate::store::{answers, precedents};
use crate::views::precedent as view;

/// The longest text of a precedent.
const LONGEST: usize = 1_000;

/// A precedent for the page.
pub(super) fn line(ask: &Ask<'_>, one: &Precedent) -> view::Line {
    view::Line {
        id: one.id.as_simple().to_string(),
        article: one.article.clone(),
        outcome: one.outcome,
        question: one.told.question.clone(),
        answer: one.told.answer.clone(),
        at: ask.frame().day(shell::clock::today(one.at)),
        version: one.in_force.version.clone(),
    }
}

/// The question of the address with the answer of who looks: only who answered writes the precedent.
async fn own(
    ask: &Ask<'_>,
    reading: &mut Reading,
) -> Result<(Question, School, Role, Answer), Fault> {
    let (question, school, me) = of_address(ask, reading).await?;
    let Me::Answers(role) = me else {
        return Err(Fault::Missing);
    };
    if question.is_among_parents() || question.in_force.is_none() {
        return Err(Fault::Missing);
    }
    let given = answers::of(&mut reading.tx, &reading.keys, question.id).await?;
    let mine = given.into_iter().find(|one| one.by == ask.caller.person);
    Ok((question, school, role, mine.ok_or(Fault::Missing)?))
}

fn form_of(
    ask: &Ask<'_>,
    (question, school, answer): (&Question, &School, &Answer),
    errors: &Errors,
) -> Markup {
    let known = answer.article.as_deref().or(question.article.as_deref());
    let typed = if ask.form.has("artikel") {
        ask.form.one("artikel")
    } else {
        known.unwrap_or_default()
    };
    let shown = view::Keeping {
        address: address(question),
        asked: question.asked.text.clone(),
        answered: answer.said.text.clone(),
        question: ask.form.one("vraag").to_owned(),
        answer: ask.form.one("antwoord").to_owned(),
        articles: super::articles(ask, school, typed),
        sure: ask.form.has("anoniem"),
    };
    view::form(&ask.frame(), &shown, errors)
}

/// The form.
pub(super) async fn form(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (question, school, role, answer) = own(ask, &mut reading).await?;
    looked(ask, &mut reading, &question, Me::Answers(role)).await?;
    reading.tx.commit().await?;
    let page = form_of(ask, (&question, &school, &answer), &Errors::default());
    Ok(Reply::Page(page))
}

/// Keeps it.
pub(super) async fn keep(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (question, school, role, answer) = own(ask, &mut reading).await?;
    let words = ask.words();
    let mut errors = Errors::default();
    let mut text = |field: &'static str| {
        let text = plain(ask.form.one(field));
        if text.chars().count() < 10 || text.chars().count() > LONGEST {
            errors.add(field, words.t("precedent-length"));
        }
        text
    };
    let told = Told {
        question: text("vraag"),
        answer: text("antwoord"),
    };
    let article = super::article(&school, ask.form.one("artikel"));
    if article.is_none() {
        errors.add("artikel", words.t("precedent-article"));
    }
    // Names of the people in this question are the likeliest slip; for everything else somebody has to look.
    let people = [Some(question.asker), question.about, Some(answer.by)];
    let slips = people
        .into_iter()
        .flatten()
        .filter_map(|id| reading.names.get(id));
    for known in slips {
        let parts = [&known.name.call, &known.name.family];
        let said = format!("{} {}", told.question, told.answer).to_lowercase();
        let slip = parts.into_iter().find(|part| {
            let part = part.to_lowercase();
            let mut words = said.split(|sign: char| !sign.is_alphanumeric());
            part.chars().count() > 2 && words.any(|word| word == part)
        });
        if let Some(name) = slip {
            errors.add(
                "vraag",
                words.f("precedent-name", &[("name", name.as_str().into())]),
            );
            break;
        }
    }
    if !ask.form.has("anoniem") {
        errors.add("anoniem", words.t("precedent-sure"));
    }
    let (Some(article), Some(in_force), true) =
        (article, question.in_force.clone(), errors.is_empty())
    else {
        let page = form_of(ask, (&question, &school, &answer), &errors);
        return Ok(Reply::Again(page));
    };
    let precedent = Precedent {
        id: ask.new_id(),
        school: question.school,
        in_force,
        article,
        outcome: answer.outcome,
        by: ask.caller.person,
        at: ask.now,
        told,
    };
    precedents::add(&mut reading.tx, &reading.keys, &precedent).await?;
    let article = precedent.article.as_str();
    let kind = ("advice_precedent", "kept");
    let mut entry = super::entry(ask, kind, role, &question, Some(article));
    // The precedent is about nobody, and so is its line.
    entry.subject = None;
    let entry = entry.on(precedent.id.as_simple().to_string());
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!(
        "/twijfel/eerder?school={}",
        question.school
    )))
}

/// The school whose list somebody reads: everybody who can ask there.
fn school(ask: &Ask<'_>, reading: &Reading) -> Result<School, Fault> {
    let named = [ask.form.one("school"), ask.query("school")];
    let named = named.into_iter().find(|text| !text.is_empty());
    let known = reading.names.get(ask.caller.person);
    let here = |school: &&School| {
        let at = ask
            .own_groups()
            .fold(ask.at(school.id), identity::Scope::group);
        let is_here = known.is_some_and(|known| known.place.schools.contains(&school.id));
        let held = ask.caller.roles.iter().any(|held| match held.school {
            Some(only) => only == school.id,
            None => held.role != Role::Ouder || is_here,
        });
        held && ask.role_for(Action::AskAdvice, &at).is_some()
    };
    let mut mine = reading.schools.iter().filter(here);
    let found = match named {
        Some(id) => mine.find(|school| school.id.to_string() == id),
        None => mine.next(),
    };
    found.cloned().ok_or(Fault::Missing)
}

/// Everything that was kept at a school.
pub(super) async fn list(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let school = school(ask, &reading)?;
    let all = precedents::of_school(&mut reading.tx, &reading.keys, school.id).await?;
    let removes = ask
        .role_for(Action::SetAdvice, &ask.at(school.id))
        .is_some();
    let titles = super::articles(ask, &school, "");
    let mut last = "";
    let mut lines = Vec::with_capacity(all.len());
    for one in &all {
        let first = last != one.article;
        last = &one.article;
        let mut titles = titles.iter();
        let title = titles.find(|title: &&Choice| title.value == one.article);
        let title = title.map_or(&one.article, |title| &title.label);
        lines.push((first.then(|| title.clone()), line(ask, one)));
    }
    let shown = view::List {
        school: school.id.to_string(),
        lines,
        removes,
    };
    Ok(Reply::Page(view::list(&ask.frame(), &shown)))
}

/// Takes one away: the text changed, or somebody can be known by it after all.
pub(super) async fn remove(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let school = school(ask, &reading)?;
    let role = ask.must(Action::SetAdvice, &ask.at(school.id))?;
    let id: PersonId = ask.form.one("weg").parse().map_err(|_| Fault::Missing)?;
    if !precedents::remove(&mut reading.tx, school.id, id.0).await? {
        return Err(Fault::Missing);
    }
    let entry = ask.entry("advice_precedent", "removed", role);
    decisions::record(&mut reading.tx, &entry.on(id.to_string())).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/twijfel/eerder?school={}", school.id)))
}
