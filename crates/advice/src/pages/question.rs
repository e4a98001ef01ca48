//! One question: as its asker sees it, and as somebody sees it who may answer.

use identity::{Action, Scope};
use maud::Markup;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::School;
use people::store::claims;
use shell::Fault;
use ui::Errors;
use ui::form::Choice;
use words::{PersonId, Role};

use crate::desks;
use crate::model::{Answer, Outcome, Question, State};
use crate::store::{answers, questions};
use crate::views::question as view;

/// As what somebody sees a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Me {
    /// They asked it.
    Asker,
    /// They may answer, in this role.
    Answers(Role),
}

/// The question of the address, with its school, and as what somebody sees it. To anybody else it is not there.
pub(super) async fn of_address(
    ask: &Ask<'_>,
    reading: &mut Reading,
) -> Result<(Question, School, Me), Fault> {
    let id: PersonId = ask.id(1)?;
    let found = questions::one(&mut reading.tx, &reading.keys, id.0).await?;
    let question = found.ok_or(Fault::Missing)?;
    let mut schools = reading.schools.iter();
    let school = schools.find(|school| school.id == question.school);
    let school = school.cloned().ok_or(Fault::Missing)?;
    if question.asker == ask.caller.person {
        return Ok((question, school, Me::Asker));
    }
    let at = ask.own_groups().fold(ask.at(school.id), Scope::group);
    let by_policy = ask.role_for(Action::AnswerAdvice, &at);
    let by_policy = by_policy.ok_or(Fault::Missing)?;
    let lies = questions::desks(&mut reading.tx, question.id).await?;
    let mine = desks::of(&mut reading.tx, ask.caller, &reading.schools, ask.today).await?;
    let sits = lies.iter().find(|desk| mine.contains(desk));
    let handed = question.handed_to == Some(ask.caller.person);
    let role = match sits {
        Some(desk) => desk.role,
        None if handed => by_policy,
        None => return Err(Fault::Missing),
    };
    Ok((question, school, Me::Answers(role)))
}

/// The page.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (question, school, me) = of_address(ask, &mut reading).await?;
    looked(ask, &mut reading, &question, me).await?;
    let none = Errors::default();
    let page = shown(ask, &mut reading, (&question, &school, me), &none).await?;
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

/// A question about a pupil was read by somebody else.
pub(super) async fn looked(
    ask: &Ask<'_>,
    reading: &mut Reading,
    question: &Question,
    me: Me,
) -> Result<(), Fault> {
    if let (Some(about), Me::Answers(role)) = (question.about, me) {
        let by = ask.caller.person;
        decisions::looked(&mut reading.tx, ask.now, by, Some(role), about, "advice").await?;
    }
    Ok(())
}

pub(super) async fn shown(
    ask: &Ask<'_>,
    reading: &mut Reading,
    (question, school, me): (&Question, &School, Me),
    errors: &Errors,
) -> Result<Markup, Fault> {
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    let mut given = answers::of(tx, keys, question.id).await?;
    let caller = ask.caller.person;
    // Parents see their own answer; all of them only who asked.
    if question.is_among_parents() && me != Me::Asker {
        given.retain(|one| one.by == caller);
    }
    let answered = given.iter().any(|one| one.by == caller);
    let open = question.state == State::Open;
    let form = match me {
        Me::Answers(_) if open && !answered => {
            Some(answering(ask, reading, question, school).await?)
        }
        _ => None,
    };
    let names = &reading.names;
    let about = question.about.filter(|id| *id != question.asker);
    let mine = given.iter().find(|one| one.by == caller);
    let children = |one: &Answer| children_said(ask, reading, question, one);
    let shown = view::Question {
        address: address(question),
        asker: (me != Me::Asker).then(|| {
            let role = identity::role_said(question.asker_role, ask.locale());
            format!("{} ({role})", names.said(question.asker))
        }),
        about: about.map(|id| names.said(id)),
        text: question.asked.text.clone(),
        from: question.asked.from.clone(),
        article: question.article.clone(),
        asked: ask.frame().moment(question.asked_at),
        open,
        parents: question.is_among_parents(),
        lies: lies(ask, reading, question),
        binding: question.route.binding,
        answers: given
            .iter()
            .map(|one| view::Answer {
                by: answered_by(ask, reading, question, one),
                children: children(one),
                at: ask.frame().moment(one.at),
                outcome: one.outcome,
                article: one.article.clone(),
                text: one.said.text.clone(),
            })
            .collect(),
        acts: acts(ask, question, me, mine),
        form,
    };
    Ok(view::page(&ask.frame(), &shown, errors))
}

/// What else who looks can do: `mine` is what they answered.
fn acts(ask: &Ask<'_>, question: &Question, me: Me, mine: Option<&Answer>) -> Vec<view::Act> {
    let (open, parents) = (question.state == State::Open, question.is_among_parents());
    let asks = me == Me::Asker && open;
    let keeps = mine.is_some() && !parents && question.in_force.is_some();
    let fresh = mine.is_some_and(|one| super::act::is_fresh(ask, one));
    let all = [
        (keeps, view::Act::Keep),
        (fresh, view::Act::TakeBack),
        (asks && parents, view::Act::Close),
        (asks, view::Act::Withdraw),
    ];
    let can = all.into_iter().filter(|(can, _)| *can);
    can.map(|(_, act)| act).collect()
}

pub(super) fn address(question: &Question) -> String {
    format!("/twijfel/{}", question.id.as_simple())
}

fn answered_by(ask: &Ask<'_>, reading: &Reading, question: &Question, one: &Answer) -> String {
    if question.is_among_parents() {
        return ask.words().t("a-parent").to_owned();
    }
    let role = identity::role_said(one.role, ask.locale());
    format!("{} ({role})", reading.names.said(one.by))
}

/// The children for whom a parent answered: those of the groups in which it was asked. Only who asked reads it.
fn children_said(
    ask: &Ask<'_>,
    reading: &Reading,
    question: &Question,
    one: &Answer,
) -> Option<String> {
    if !question.is_among_parents() || question.asker != ask.caller.person {
        return None;
    }
    let names = one.said.children.iter().map(|id| reading.names.said(*id));
    Some(names.collect::<Vec<_>>().join(", "))
}

/// Where it lies, and what comes next.
fn lies(ask: &Ask<'_>, reading: &Reading, question: &Question) -> view::Lies {
    let said = |role: Role| identity::role_said(role, ask.locale()).to_owned();
    let next = question.route.steps.get(question.step + 1);
    view::Lies {
        at: match question.handed_to {
            Some(person) => reading.names.said(person),
            None => question.now_at().map(said).unwrap_or_default(),
        },
        article: question.route.article.clone(),
        due: ask.frame().moment(question.due_at),
        late: ask.now > question.due_at,
        next: next.copied().map(said),
    }
}

/// The form for who may answer.
async fn answering(
    ask: &Ask<'_>,
    reading: &mut Reading,
    question: &Question,
    school: &School,
) -> Result<view::Answering, Fault> {
    let (names, me) = (reading.names.clone(), ask.caller.person);
    let parents = question.is_among_parents();
    let others = if parents {
        Vec::new()
    } else {
        desks::others(&mut reading.tx, &names, question, ask.today).await?
    };
    let busy = claims::of(&mut reading.tx, &question.claim(), ask.now).await?;
    let typed = if ask.form.has("artikel") {
        ask.form.one("artikel")
    } else {
        question.article.as_deref().unwrap_or_default()
    };
    let outcome = ask.form.one("uitkomst");
    let outcomes = Outcome::ALL.iter().map(|one| {
        let key = if parents { "parent" } else { "outcome" };
        let label = ask.words().t(&format!("{key}-{}", one.key())).to_owned();
        Choice::new(one.key(), label, one.key() == outcome)
    });
    Ok(view::Answering {
        outcomes: outcomes.collect(),
        articles: if parents {
            Vec::new()
        } else {
            super::articles(ask, school, typed)
        },
        text: ask.form.raw("woorden").replace("\r\n", "\n"),
        others: names
            .sorted(others.into_iter().filter(|one| *one != me))
            .into_iter()
            .map(|known| Choice::new(known.id.to_string(), known.name.said(), false))
            .collect(),
        busy: busy
            .filter(|claim| claim.person != me)
            .map(|claim| (names.said(claim.person), ask.frame().clock(claim.until))),
    })
}
