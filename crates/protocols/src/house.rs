//! Everything that the screens need and that does not change while the program runs.

use std::sync::OnceLock;

use norms::{Comparison, Protocol, Vocabulary, shipped};
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
    /// Comparisons by their two schools, each made when somebody first asks for it.
    comparisons: Vec<OnceLock<Option<Comparison>>>,
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
        let pairs = schools.len() * schools.len();
        Self {
            comparisons: (0..pairs).map(|_| OnceLock::new()).collect(),
            site: Site::new(files),
            schools,
            ears: Ears::shipped(vocabulary),
            vocabulary,
        }
    }

    /// What differs between two schools; `None` if that cannot be worked out within bounds.
    pub(crate) fn comparison(&self, a: &School, b: &School) -> Option<&Comparison> {
        let at = |school: &School| {
            self.schools
                .iter()
                .position(|known| known.card.slug == school.card.slug)
        };
        let cell = self.comparisons.get(at(a)? * self.schools.len() + at(b)?)?;
        cell.get_or_init(|| norms::compare(a.protocol, b.protocol))
            .as_ref()
    }

    /// The school with this name in addresses.
    pub(crate) fn school(&self, slug: &str) -> Option<&School> {
        self.schools.iter().find(|school| school.card.slug == slug)
    }
}
