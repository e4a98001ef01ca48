//! The sentences to start from, for each kind of asker.

use norms::vocabulary::FactId;
use ui::layout::in_language;
use words::Locale;

use crate::heard::Start;
use crate::house::{House, School};
use crate::links;
use crate::model::{Answers, Said, Topic};
use crate::rules::Unit;
use crate::views::start::{Opening, Part};

/// Pupils and parents are one role, so picking a sentence there says the role as well.
const ONE_ROLE: [(&str, &str); 2] = [("i-am-pupil", "leerling"), ("i-am-parent", "ouder")];

pub(crate) fn parts(house: &House, school: &School, locale: Locale) -> Vec<Part> {
    let staff = |start: &Start| {
        let others = start
            .roles
            .iter()
            .any(|role| ONE_ROLE.iter().all(|(_, one)| role != one));
        others || start.roles.is_empty()
    };
    let mut parts = Vec::new();
    for (title, role) in ONE_ROLE {
        let says =
            |start: &Start| start.roles.is_empty() || start.roles.iter().any(|known| known == role);
        parts.push(part(house, school, locale, title, Some(role), &says));
    }
    parts.push(part(house, school, locale, "i-am-staff", None, &staff));
    parts
}

fn part(
    house: &House,
    school: &School,
    locale: Locale,
    title: &'static str,
    role: Option<&str>,
    says: &dyn Fn(&Start) -> bool,
) -> Part {
    let slug = &school.card.slug;
    let said = role.and_then(|role| role_of(house, role));
    let with_role = |answers: &Answers| {
        let mut answers = answers.clone();
        if let Some((fact, said)) = said {
            answers.say(Topic::Fact(fact), said);
        }
        answers
    };
    let opening = |start: &Start| {
        let address = links::ask(slug, &with_role(&start.answers), house.vocabulary);
        Opening {
            sentence: start.text.said(locale).to_owned(),
            address: in_language(locale, &address),
        }
    };
    let nothing = with_role(&Answers::default());
    let other = links::question(slug, &nothing, &Unit::Fact(0), house.vocabulary);
    Part {
        title,
        openings: house
            .ears
            .starts
            .iter()
            .filter(|start| says(start))
            .map(opening)
            .collect(),
        other: in_language(locale, &other),
    }
}

fn role_of(house: &House, role: &str) -> Option<(FactId, Said)> {
    let fact = house.vocabulary.fact_id("rollen")?;
    let bit = house.vocabulary.role_id(role)?;
    Some((fact, Said::Roles(1 << bit)))
}
