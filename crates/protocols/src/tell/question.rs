//! A question page, and the answers so far in words.

use norms::vocabulary::{Fact, FactId, Kind};
use ui::parts::Row;

use super::Asked;
use crate::address::Manner;
use crate::links;
use crate::model::{Answers, PERSONS, Persons, Said, Topic};
use crate::phrase::upper;
use crate::rules::{self, Page, Unit};
use crate::views::question::{Chip, Choice, Question, Rare, Ways};

pub(crate) fn question(asked: &Asked<'_>, page: &Page, manner: &Manner) -> Question {
    let unit = &page.unit;
    let vocabulary = asked.vocabulary();
    let before = rules::without(asked.answers, page);
    let (text, why) = words(asked, unit);
    let left = rules::count_left(asked.answers, &asked.open, vocabulary).max(1);
    let back = match rules::last(&before, vocabulary) {
        Some(last) => links::question(asked.slug(), &before, &last, vocabulary),
        None => links::ask(asked.slug(), &Answers::default(), vocabulary),
    };
    let so_far = links::answer(asked.slug(), asked.answers, vocabulary);
    Question {
        text,
        why,
        progress: asked.texts().f("progress", &[("left", left.into())]),
        back: asked.to(&back),
        carried: before.pairs(vocabulary),
        ways: ways(asked, page),
        chips: if manner.understood {
            chips(asked)
        } else {
            Vec::new()
        },
        rows: rows(asked),
        so_far: (!asked.answers.is_empty()).then(|| asked.to(&so_far)),
    }
}

/// The question of a unit and why it is asked.
pub(crate) fn words(asked: &Asked<'_>, unit: &Unit) -> (String, String) {
    let speech = asked.vocabulary().words(asked.locale);
    let found = match unit {
        Unit::Persons => {
            let texts = asked.texts();
            return (
                texts.t("persons-question").to_owned(),
                texts.t("persons-why").to_owned(),
            );
        }
        Unit::Group(name) => speech
            .group(name)
            .map(|said| (said.question.clone(), said.why.clone())),
        Unit::Fact(_) => speech
            .fact(unit.key(asked.vocabulary()))
            .map(|said| (said.question.clone(), said.why.clone())),
    };
    found.unwrap_or_else(|| (unit.key(asked.vocabulary()).to_owned(), String::new()))
}

fn ways(asked: &Asked<'_>, page: &Page) -> Ways {
    let unit = &page.unit;
    let texts = asked.texts();
    let key = unit.key(asked.vocabulary());
    let choice = |topic: Topic, said: Said, value: &str, label: &str| Choice {
        name: key.to_owned(),
        value: value.to_owned(),
        label: label.to_owned(),
        now: asked.answers.get(topic) == Some(said),
    };
    match unit {
        Unit::Persons => {
            let persons = Persons::FORM.map(|persons| {
                let label = texts.t(label_of(persons));
                choice(Topic::Persons, Said::Persons(persons), persons.key(), label)
            });
            Ways::Tap {
                choices: persons.into(),
                unknown: choice(Topic::Persons, Said::Unknown, "?", texts.t("unknown")),
            }
        }
        Unit::Group(name) => several(asked, page, name),
        Unit::Fact(id) => {
            let topic = Topic::Fact(*id);
            let facts = asked.vocabulary().facts.get(*id);
            let choices = facts
                .map(|fact| values(asked, *id, fact))
                .unwrap_or_default();
            let choices = choices
                .into_iter()
                .map(|(said, value, label)| choice(topic, said, &value, &label))
                .collect();
            Ways::Tap {
                choices,
                unknown: choice(topic, Said::Unknown, "?", texts.t("unknown")),
            }
        }
    }
}

fn label_of(persons: Persons) -> &'static str {
    match persons {
        Persons::Nobody => "persons-niemand",
        Persons::Me => "persons-ik",
        Persons::Written => "persons-schriftelijk",
        Persons::Spoken => "persons-mondeling",
        Persons::Missing => "persons-deels",
        Persons::Others => "persons-anderen",
    }
}

/// The answers to a fact: what is said, the word in an address, the label.
fn values(asked: &Asked<'_>, id: FactId, fact: &Fact) -> Vec<(Said, String, String)> {
    let texts = asked.texts();
    let value = |(at, value): (usize, &String)| {
        let said = match fact.kind {
            Kind::Roles | Kind::OtherRoles => Said::Roles(1 << at),
            _ => Said::Choice(at),
        };
        (said, value.clone(), label(asked, &fact.key, value))
    };
    let mut values: Vec<_> = match fact.kind {
        Kind::YesNo => {
            let yes_no = [(true, "ja", "yes"), (false, "nee", "no")];
            yes_no
                .map(|(is, value, key)| (Said::Is(is), value.to_owned(), texts.t(key).to_owned()))
                .into()
        }
        _ => fact.values.iter().enumerate().map(value).collect(),
    };
    let bit = |role: &str| {
        fact.values
            .iter()
            .position(|known| known == role)
            .map(|at| 1_u32 << at)
    };
    if let (Kind::Roles, Some(parent), Some(staff)) = (&fact.kind, bit("ouder"), bit("medewerker"))
    {
        values.push((
            Said::Roles(parent | staff),
            "ouder,medewerker".to_owned(),
            texts.t("role-both").to_owned(),
        ));
    }
    debug_assert!(id < asked.vocabulary().facts.len());
    values
}

fn label(asked: &Asked<'_>, key: &str, value: &str) -> String {
    let speech = asked.vocabulary().words(asked.locale);
    let said = if key == "actie" {
        speech.action(value)
    } else {
        speech.value(key, value)
    };
    said.map_or_else(|| value.to_owned(), |said| said.label.clone())
}

fn several(asked: &Asked<'_>, page: &Page, name: &str) -> Ways {
    let speech = asked.vocabulary().words(asked.locale);
    let item = |id: &FactId| {
        let key = &asked.vocabulary().facts.get(*id)?.key;
        let words = speech.fact(key)?;
        Some(Rare {
            key: key.clone(),
            question: words.question.clone(),
            why: words.why.clone(),
            now: match asked.answers.get(Topic::Fact(*id)) {
                Some(Said::Is(true)) => Some(true),
                Some(Said::Unknown) => Some(false),
                _ => None,
            },
        })
    };
    let none = speech.group(name).map_or_else(
        || asked.texts().t("no").to_owned(),
        |said| said.none.clone(),
    );
    Ways::Several {
        items: page.members.iter().filter_map(item).collect(),
        none,
    }
}

/// One answer in a word or two.
pub(crate) fn said(asked: &Asked<'_>, topic: Topic, said: Said) -> String {
    let texts = asked.texts();
    let fact = match topic {
        Topic::Fact(id) => asked.vocabulary().facts.get(id),
        Topic::Persons => None,
    };
    let value = |at: usize| {
        fact.and_then(|fact| Some((fact, fact.values.get(at)?)))
            .map(|(fact, value)| label(asked, &fact.key, value))
    };
    match said {
        Said::Unknown => texts.t("unknown").to_owned(),
        Said::Is(is) => texts.t(if is { "yes" } else { "no" }).to_owned(),
        Said::Choice(at) => value(at).unwrap_or_default(),
        Said::Roles(bits) => (0..32)
            .filter(|at| bits >> at & 1 == 1)
            .filter_map(value)
            .collect::<Vec<_>>()
            .join(", "),
        Said::Persons(persons) => texts.t(label_of(persons)).to_owned(),
    }
}

fn short(asked: &Asked<'_>, topic: Topic) -> String {
    let speech = asked.vocabulary().words(asked.locale);
    match topic {
        Topic::Persons => asked.texts().t("persons-short").to_owned(),
        Topic::Fact(id) => {
            let key = asked
                .vocabulary()
                .facts
                .get(id)
                .map_or(PERSONS, |fact| &fact.key);
            speech
                .fact(key)
                .map_or_else(|| key.to_owned(), |said| said.short.clone())
        }
    }
}

/// The answers so far, each with a link to change it. What was no is one row, and so is what is not known.
pub(crate) fn rows(asked: &Asked<'_>) -> Vec<Row> {
    let vocabulary = asked.vocabulary();
    let change = |topic: Topic| {
        let unit = Unit::of_topic(topic, vocabulary);
        Some(asked.to(&links::question(
            asked.slug(),
            asked.answers,
            &unit,
            vocabulary,
        )))
    };
    let mut rows = Vec::new();
    let mut groups: Vec<(Unit, Said, Vec<String>, Topic)> = Vec::new();
    for (topic, what) in asked.answers.iter() {
        let unit = Unit::of_topic(topic, vocabulary);
        if matches!(unit, Unit::Group(_)) && matches!(what, Said::Is(false) | Said::Unknown) {
            match groups
                .iter_mut()
                .find(|(known, same, ..)| *known == unit && *same == what)
            {
                Some((_, _, list, _)) => list.push(short(asked, topic)),
                None => groups.push((unit, what, vec![short(asked, topic)], topic)),
            }
        } else {
            rows.push(Row {
                key: upper(&short(asked, topic)),
                value: said(asked, topic, what),
                change: change(topic),
            });
        }
    }
    for (_, what, list, topic) in groups {
        let value = said(asked, topic, what);
        rows.push(Row {
            key: upper(&list.join(", ")),
            value,
            change: change(topic),
        });
    }
    rows
}

fn chips(asked: &Asked<'_>) -> Vec<Chip> {
    let chip = |(topic, what): (Topic, Said)| {
        let label = match what {
            Said::Is(_) => format!(
                "{}: {}",
                short(asked, topic),
                said(asked, topic, what).to_lowercase()
            ),
            _ => said(asked, topic, what),
        };
        let mut without = asked.answers.clone();
        without.forget(topic);
        let mut address = links::ask(asked.slug(), &without, asked.vocabulary());
        if !without.is_empty() {
            address = links::with(&address, "begrepen=1");
        }
        Chip {
            label,
            without: asked.to(&address),
        }
    };
    asked.answers.iter().map(chip).collect()
}
