//! One situation at every school, and two schools beside each other.

use maud::Markup;
use ui::layout::in_language;
use words::Locale;

use super::{Asked, tone, verdict, word};
use crate::house::{House, School};
use crate::links;
use crate::model::Answers;
use crate::phrase::{Speaker, upper};
use crate::views::compare::{Choice, Says};
use crate::views::{self, Frame};

/// So many examples to choose from.
const EXAMPLES: usize = 6;

/// The page with one situation at every school.
pub(crate) fn all(frame: &Frame<'_>, house: &House, answers: &Answers) -> Markup {
    let locale = frame.locale();
    let asked: Vec<Asked<'_>> = house
        .schools
        .iter()
        .map(|school| Asked::new(house, school, answers, locale))
        .collect();
    let situation =
        (!answers.is_empty()).then(|| asked.first().map(verdict::sentence).unwrap_or_default());
    let situation = situation.map(|situation| {
        frame
            .words()
            .f("situation-line", &[("situation", situation.into())])
    });
    let says: Vec<Says> = asked.iter().map(says).collect();
    views::compare::all(
        frame,
        situation.as_deref(),
        &says,
        &examples(house, locale),
        &pairs(house, locale),
    )
}

fn says(asked: &Asked<'_>) -> Says {
    let answer = &asked.answer;
    let speech = asked.vocabulary().words(asked.locale);
    let ask = answer.ask.as_ref().map(|ask| {
        let names: Vec<String> = std::iter::once(&ask.role)
            .chain(&ask.or)
            .map(|role| speech.function(role).to_owned())
            .collect();
        upper(
            &Speaker {
                vocabulary: asked.vocabulary(),
                locale: asked.locale,
            }
            .list(&names, "or"),
        )
    });
    Says {
        name: asked.school.card.name.clone(),
        tone: tone(answer.verdict),
        word: word(asked.house, asked.locale, answer.verdict),
        articles: if answer.articles.is_empty() {
            asked.texts().t("no-article").to_owned()
        } else {
            answer.articles.join(", ")
        },
        ask: ask.unwrap_or_else(|| asked.texts().t("nobody").to_owned()),
        address: asked.to(&links::ask(asked.slug(), asked.answers, asked.vocabulary())),
    }
}

fn examples(house: &House, locale: Locale) -> Vec<Choice> {
    let example = |start: &crate::heard::Start| Choice {
        label: start.text.said(locale).to_owned(),
        address: in_language(locale, &links::everywhere(&start.answers, house.vocabulary)),
    };
    house
        .ears
        .starts
        .iter()
        .take(EXAMPLES)
        .map(example)
        .collect()
}

fn pairs(house: &House, locale: Locale) -> Vec<Choice> {
    let words = crate::texts(locale);
    let choice = |a: &School, b: &School| Choice {
        label: words.f(
            "two-choice",
            &[
                ("a", a.card.name.as_str().into()),
                ("b", b.card.name.as_str().into()),
            ],
        ),
        address: in_language(
            locale,
            &format!("/vergelijk/{}/{}", a.card.slug, b.card.slug),
        ),
    };
    let schools = &house.schools;
    schools
        .iter()
        .enumerate()
        .flat_map(|(at, a)| schools.iter().skip(at + 1).map(move |b| choice(a, b)))
        .collect()
}
