//! One situation at every school, and two schools beside each other.

use maud::Markup;
use norms::Comparison;
use ui::Tone;
use ui::layout::in_language;
use words::{Locale, Verdict};

use super::{Asked, tone, verdict, word};
use crate::house::{House, School};
use crate::links;
use crate::model::Answers;
use crate::phrase::{Speaker, lower, upper};
use crate::views::compare::{Choice, Class, Pair, Says};
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
        word: word(asked.house.vocabulary, asked.locale, answer.verdict),
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

/// So many classes are shown; the rest is counted.
const CLASSES: usize = 30;

/// Two schools beside each other.
pub(crate) fn pair(
    house: &House,
    a: &School,
    b: &School,
    comparison: &Comparison,
    locale: Locale,
) -> Pair {
    let words = crate::texts(locale);
    let names = (a.card.name.clone(), b.card.name.clone());
    let key = match (comparison.only_text, comparison.procedures_changed) {
        (false, _) => "summary-differ",
        (true, true) => "summary-procedures",
        (true, false) => "summary-same",
    };
    let (shown, whole) = (
        figure(comparison.changed, locale),
        figure(comparison.space, locale),
    );
    let note = [("shown", shown.into()), ("whole", whole.into())];
    let share = match (comparison.changed * 100 + comparison.space / 2) / comparison.space.max(1) {
        0 => words.t("less-than-one").to_owned(),
        share => share.to_string(),
    };
    let left_out = comparison.classes.len().saturating_sub(CLASSES);
    let turned = format!("/vergelijk/{}/{}", b.card.slug, a.card.slug);
    Pair {
        names,
        same_verdicts: comparison.only_text,
        summary: words.f(key, &[("share", share.into())]),
        note: words.f("kinds-note", &note),
        shares: shares(comparison, locale),
        classes: comparison
            .classes
            .iter()
            .take(CLASSES)
            .map(|row| class(house, row, locale))
            .collect(),
        left_out: (left_out > 0).then(|| words.f("left-out", &[("count", left_out.into())])),
        turned: in_language(locale, &turned),
    }
}

fn shares(comparison: &Comparison, locale: Locale) -> Vec<(Tone, Tone, f64, String)> {
    let mut shares = Vec::new();
    for (from, before) in Verdict::ALL.into_iter().enumerate() {
        for (to, after) in Verdict::ALL.into_iter().enumerate() {
            let cells = comparison
                .table
                .iter()
                .filter_map(|row| row.counts.get(from)?.get(to));
            let count: u128 = cells.sum();
            if before != after && count > 0 {
                let share = ratio(count, comparison.changed);
                shares.push((tone(before), tone(after), share, figure(count, locale)));
            }
        }
    }
    shares.sort_by(|a, b| b.2.total_cmp(&a.2));
    shares
}

#[expect(
    clippy::cast_precision_loss,
    reason = "it only sizes a dot in a picture"
)]
fn ratio(part: u128, whole: u128) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn class(house: &House, class: &norms::compare::Class, locale: Locale) -> Class {
    let words = crate::texts(locale);
    let speech = house.vocabulary.words(locale);
    let label = |key: &String| {
        speech
            .action(key)
            .map_or_else(|| key.clone(), |said| lower(&said.label))
    };
    let labels: Vec<String> = class.actions.iter().map(label).collect();
    let speaker = Speaker {
        vocabulary: house.vocabulary,
        locale,
    };
    let described = &class.described;
    let situation = described.sentence.said(locale);
    let answers = Answers::of(
        &house.vocabulary.situation_from(&described.example),
        house.vocabulary,
    );
    let article = |number: &str| match number {
        "" => words.t("no-article").to_owned(),
        number => format!("art. {number}"),
    };
    Class {
        what: upper(&speaker.list(&labels, "or")),
        from: (tone(class.from), word(house.vocabulary, locale, class.from)),
        to: (tone(class.to), word(house.vocabulary, locale, class.to)),
        articles: (article(&class.from_article), article(&class.to_article)),
        count: words.f(
            "kinds-count",
            &[("shown", figure(described.count, locale).into())],
        ),
        example: words.f("example-line", &[("situation", situation.into())]),
        address: in_language(locale, &links::everywhere(&answers, house.vocabulary)),
        rules: described
            .rules
            .iter()
            .map(|rule| rule.said(locale).to_owned())
            .collect(),
    }
}

/// A large number that can be read: 350.720 in Dutch, 350,720 in English.
fn figure(number: u128, locale: Locale) -> String {
    let digits = number.to_string();
    let sign = if locale == Locale::Nl { '.' } else { ',' };
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(sign);
        }
        text.push(digit);
    }
    text
}
