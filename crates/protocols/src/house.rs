//! Everything that the screens need and that does not change while the program runs.

use norms::{Protocol, Vocabulary, shipped};
use shell::{Files, Site};

use crate::heard::Ears;
use crate::views::Card;

/// A school with its protocol.
pub(crate) struct School {
    pub(crate) card: Card,
    pub(crate) protocol: &'static Protocol,
}

/// The schools, the site and the ears.
pub struct House {
    pub(crate) site: Site,
    pub(crate) schools: Vec<School>,
    pub(crate) ears: Ears,
    pub(crate) vocabulary: &'static Vocabulary,
}

impl House {
    /// The schools whose protocols ship with the program.
    #[must_use]
    pub fn shipped() -> Self {
        let mut files = Files::default();
        files.add_at("/robots.txt", "User-agent: *\nDisallow: /*?\n");
        let schools = shipped::NAMES.iter().filter_map(|name| {
            let protocol = shipped::protocol(name)?;
            let card = Card {
                slug: (*name).to_owned(),
                name: protocol.document.front.school.clone(),
                keep: [Vec::new(), Vec::new()],
            };
            Some(School { card, protocol })
        });
        let schools: Vec<School> = schools.collect();
        let vocabulary = Vocabulary::shipped();
        Self {
            site: Site::new(files),
            schools,
            ears: Ears::shipped(vocabulary),
            vocabulary,
        }
    }

    /// The school with this name in addresses.
    pub(crate) fn school(&self, slug: &str) -> Option<&School> {
        self.schools.iter().find(|school| school.card.slug == slug)
    }
}
