//! The schools to choose from.

use norms::front::Sector;
use words::Locale;

use crate::house::House;
use crate::views::home::Entry;

pub(crate) fn schools(house: &House, locale: Locale) -> Vec<Entry> {
    let words = crate::texts(locale);
    let entry = |school: &crate::house::School| {
        let front = &school.protocol.document.front;
        let sector = words.t(match front.sector {
            Sector::Po => "sector-po",
            Sector::Vo => "sector-vo",
            Sector::PoVo => "sector-po-vo",
        });
        let about = words.f(
            "school-about",
            &[
                ("sector", sector.into()),
                ("version", front.versie.as_str().into()),
            ],
        );
        Entry {
            slug: school.card.slug.clone(),
            name: school.card.name.clone(),
            about,
        }
    };
    house.schools.iter().map(entry).collect()
}
