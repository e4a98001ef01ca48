//! What somebody does with a question: answer it, hand it over, take it or an answer back, close it.

use jiff::SignedDuration;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::{Part, School};
use people::store::{claims, groups};
use serde_json::json;
use shell::Fault;
use ui::Errors;
use words::{PersonId, Role};

use super::question::{Me, address, of_address, shown};
use crate::desks;
use crate::jobs;
use crate::letters::{News, tell};
use crate::model::{Answer, Outcome, Question, Said, State};
use crate::store::{answers, questions};

/// The longest answer.
const LONGEST: usize = 4_000;
/// So long who answered can take it back.
const FRESH: SignedDuration = SignedDuration::from_hours(24);

/// An answer that its giver can still take back.
pub(super) fn is_fresh(ask: &Ask<'_>, one: &Answer) -> bool {
    one.at
        .saturating_add(FRESH)
        .is_ok_and(|until| ask.now < until)
}

/// One of them; which, the form says.
pub(super) async fn act(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (question, school, me) = of_address(ask, &mut reading).await?;
    let open = question.state == State::Open;
    match (ask.form.one("wat"), me) {
        ("antwoord", Me::Answers(role)) => answer(ask, reading, (&question, &school, role)).await,
        ("geef", Me::Answers(role)) if open && !question.is_among_parents() => {
            hand(ask, reading, (&question, &school, role)).await
        }
        ("terug", Me::Answers(role)) => take_back(ask, reading, &question, role).await,
        ("intrekken", Me::Asker) if open => {
            let role = question.asker_role;
            questions::forget(&mut reading.tx, question.id).await?;
            claims::end(&mut reading.tx, &question.claim()).await?;
            let entry = super::entry(ask, ("advice_asked", "withdrawn"), role, &question, None);
            decisions::record(&mut reading.tx, &entry).await?;
            reading.tx.commit().await?;
            Ok(Reply::GoOn("/twijfel".to_owned()))
        }
        ("klaar", Me::Asker) if open && question.is_among_parents() => {
            let role = question.asker_role;
            close(&mut reading, ask, &question).await?;
            let entry = super::entry(ask, ("advice_asked", "closed"), role, &question, None);
            decisions::record(&mut reading.tx, &entry).await?;
            reading.tx.commit().await?;
            Ok(Reply::GoOn(address(&question)))
        }
        // It went otherwise in the meantime: the page says how.
        ("geef" | "intrekken" | "klaar", _) => Ok(Reply::GoOn(address(&question))),
        _ => Err(Fault::Missing),
    }
}

/// It is answered; in a year it goes. False if somebody was first.
async fn close(reading: &mut Reading, ask: &Ask<'_>, question: &Question) -> Result<bool, Fault> {
    let tx = &mut reading.tx;
    let closed = questions::turn(tx, question.id, State::Answered, Some(ask.now)).await?;
    if closed {
        jobs::forget_later(tx, question.id, ask.now).await?;
    }
    claims::end(tx, &question.claim()).await?;
    Ok(closed)
}

async fn answer(
    ask: &Ask<'_>,
    mut reading: Reading,
    (question, school, role): (&Question, &School, Role),
) -> Page {
    let (words, parents) = (ask.words(), question.is_among_parents());
    let mut errors = Errors::default();
    if question.state == State::Answered {
        errors.add("", words.t("answered-already"));
    }
    let claim = claims::of(&mut reading.tx, &question.claim(), ask.now).await?;
    if let Some(other) = claim.filter(|one| one.person != ask.caller.person) {
        let who = reading.names.said(other.person);
        errors.add("", words.f("busy-answer", &[("who", who.into())]));
    }
    let text = ask.form.raw("woorden").replace("\r\n", "\n");
    let text = text.trim().to_owned();
    let signs = text.chars().count();
    if signs > LONGEST {
        errors.add("woorden", words.t("answer-long"));
    } else if signs < 3 && !parents {
        errors.add("woorden", words.t("answer-short"));
    }
    let outcome = Outcome::from_key(ask.form.one("uitkomst"));
    if outcome.is_none() {
        errors.add("uitkomst", words.t("outcome-missing"));
    }
    let (Some(outcome), true) = (outcome, errors.is_empty()) else {
        let me = Me::Answers(role);
        let page = shown(ask, &mut reading, (question, school, me), &errors).await?;
        return Ok(Reply::Again(page));
    };
    let children = if parents {
        children(ask, &mut reading, question).await?
    } else {
        Vec::new()
    };
    let new = Answer {
        by: ask.caller.person,
        role,
        at: ask.now,
        outcome,
        article: super::article(school, ask.form.one("artikel")),
        said: Said { text, children },
    };
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    if answers::add(tx, keys, question.id, &new).await? {
        if !parents {
            close(&mut reading, ask, question).await?;
        }
        let article = new.article.as_deref();
        let kind = ("advice_answered", outcome.key());
        let facts = json!({ "binding": question.route.binding, "step": question.step });
        let entry = super::entry(ask, kind, role, question, article).from_facts(facts);
        decisions::record(&mut reading.tx, &entry).await?;
        let round = ask.now.as_second().to_string();
        let news = (News::Answered, round.as_str());
        let what = (question.id, question.school);
        let (tx, keys) = (&mut reading.tx, &reading.keys);
        tell(ask.us, (tx, keys), what, news, &[question.asker], ask.now).await?;
    }
    reading.tx.commit().await?;
    Ok(Reply::GoOn(address(question)))
}

/// The children for whom a parent answers: their own, in the groups in which it was asked.
async fn children(
    ask: &Ask<'_>,
    reading: &mut Reading,
    question: &Question,
) -> Result<Vec<PersonId>, Fault> {
    let lies = questions::desks(&mut reading.tx, question.id).await?;
    let mut found = Vec::new();
    for child in &ask.caller.ties.children {
        let all = groups::of_person(&mut reading.tx, *child).await?;
        let here = all.iter().any(|(member, group)| {
            member.part == Part::Pupil
                && member.span.holds_on(ask.today)
                && lies.iter().any(|desk| desk.group == Some(group.id))
        });
        if here {
            found.push(*child);
        }
    }
    Ok(found)
}

async fn hand(
    ask: &Ask<'_>,
    mut reading: Reading,
    (question, school, role): (&Question, &School, Role),
) -> Page {
    let names = reading.names.clone();
    let others = desks::others(&mut reading.tx, &names, question, ask.today).await?;
    let to: Option<PersonId> = ask.form.one("aan").parse().ok();
    let to = to.filter(|id| others.contains(id) && *id != ask.caller.person);
    let Some(to) = to else {
        let mut errors = Errors::default();
        errors.add("aan", ask.words().t("hand-nobody"));
        let me = Me::Answers(role);
        let page = shown(ask, &mut reading, (question, school, me), &errors).await?;
        return Ok(Reply::Again(page));
    };
    if questions::hand(&mut reading.tx, question.id, to).await? {
        claims::end(&mut reading.tx, &question.claim()).await?;
        let kind = ("advice_handed", "handed");
        let facts = json!({ "to": to });
        let entry = super::entry(ask, kind, role, question, None).from_facts(facts);
        decisions::record(&mut reading.tx, &entry).await?;
        let round = ask.now.as_second().to_string();
        let news = (News::Handed, round.as_str());
        let what = (question.id, question.school);
        let (tx, keys) = (&mut reading.tx, &reading.keys);
        tell(ask.us, (tx, keys), what, news, &[to], ask.now).await?;
    }
    reading.tx.commit().await?;
    Ok(Reply::GoOn(people::HOME.to_owned()))
}

/// Who answered a short while ago takes it back: the question is open again, with the term that it had.
async fn take_back(ask: &Ask<'_>, mut reading: Reading, question: &Question, role: Role) -> Page {
    let me = ask.caller.person;
    let given = answers::of(&mut reading.tx, &reading.keys, question.id).await?;
    let mine = given.iter().find(|one| one.by == me);
    let mine = mine.filter(|one| is_fresh(ask, one));
    let mine = mine.ok_or(Fault::Missing)?;
    let tx = &mut reading.tx;
    answers::remove(tx, question.id, me).await?;
    if !question.is_among_parents() {
        questions::turn(tx, question.id, State::Open, None).await?;
    }
    let kind = ("advice_answered", "undone");
    let entry = super::entry(ask, kind, role, question, mine.article.as_deref());
    decisions::record(tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(address(question)))
}
