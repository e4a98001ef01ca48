//! The sentences to start from.

use ui::layout::in_language;
use words::Locale;

use crate::house::{House, School};
use crate::links;
use crate::views::start::Opening;

pub(crate) fn openings(house: &House, school: &School, locale: Locale) -> Vec<Opening> {
    let opening = |start: &crate::heard::Start| Opening {
        sentence: start.text.said(locale).to_owned(),
        address: in_language(
            locale,
            &links::ask(&school.card.slug, &start.answers, house.vocabulary),
        ),
    };
    house.ears.starts.iter().map(opening).collect()
}
