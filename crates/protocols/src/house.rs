//! Everything that the screens need and that does not change while the program runs.

use std::sync::OnceLock;

use norms::{Comparison, Protocol, Vocabulary, shipped};
use shell::{Files, Site, Visit};
use ui::layout::in_language;
use words::Locale;

use crate::heard::Ears;
use crate::views::{Card, Frame, Keep};
use crate::{tell, views};

const SERVICE_WORKER: &str = include_str!("../../../assets/sw.js");
const SCRIPT: &str = include_str!("../../../assets/mag-dit.js");

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
        files.add_at("/sw.js", SERVICE_WORKER);
        files.add("mag-dit.js", SCRIPT);
        let schools = shipped::NAMES.iter().filter_map(|name| {
            let protocol = shipped::protocol(name)?;
            let card = Card {
                slug: (*name).to_owned(),
                name: protocol.document.front.school.clone(),
                keep: Keep::default(),
            };
            Some(School { card, protocol })
        });
        let schools: Vec<School> = schools.collect();
        let vocabulary = Vocabulary::shipped();
        let pairs = schools.len() * schools.len();
        let mut house = Self {
            comparisons: (0..pairs).map(|_| OnceLock::new()).collect(),
            site: Site::new(files),
            schools,
            ears: Ears::shipped(vocabulary),
            vocabulary,
        };
        for locale in Locale::ALL {
            house.keep(locale);
        }
        house
    }

    /// Adds the files by which each school works without a connection, in one language.
    fn keep(&mut self, locale: Locale) {
        let Some(words) = tell::offline::words(self, locale) else {
            return;
        };
        let words = self
            .site
            .files
            .add(&format!("mag-dit-{}.json", locale.tag()), words);
        for at in 0..self.schools.len() {
            let kept = self.keep_school(at, locale, &words);
            if let (Some(school), Some(kept)) = (self.schools.get_mut(at), kept) {
                match locale {
                    Locale::Nl => school.card.keep.nl = kept,
                    Locale::En => school.card.keep.en = kept,
                }
            }
        }
    }

    /// The files of one school: its data, its protocol, and the page that asks; with what those need.
    fn keep_school(&mut self, at: usize, locale: Locale, words: &str) -> Option<Vec<String>> {
        let school = self.schools.get(at)?;
        let slug = school.card.slug.clone();
        let data = tell::offline::school(school)?;
        let visit = |rest: &str| Visit::at(&in_language(locale, &format!("/{slug}{rest}")));
        let (reading, asking) = (visit("/protocol"), visit("/mag-dit"));
        let told = visit("/protocol/kinderen");
        let frame = |visit| Frame {
            site: &self.site,
            visit,
            school: Some(&school.card),
        };
        let mut text = tell::read::protocol(self, school, locale);
        text.workings = false;
        let read = views::read::page(&frame(&reading), &text).into_string();
        let children = views::read::children(&frame(&told), &text).into_string();
        let tag = locale.tag();
        let data = self.site.files.add(&format!("{slug}.json"), data);
        let protocol = self
            .site
            .files
            .add(&format!("{slug}-protocol-{tag}.html"), read);
        let children = self
            .site
            .files
            .add(&format!("{slug}-kinderen-{tag}.html"), children);
        let script = self.site.files.path("mag-dit.js").to_owned();
        let kept = views::offline::Kept {
            school: &data,
            words,
            protocol: &protocol,
            script: &script,
        };
        let school = self.schools.get(at)?;
        let frame = Frame {
            site: &self.site,
            visit: &asking,
            school: Some(&school.card),
        };
        let page = views::offline::page(&frame, &kept).into_string();
        let page = self
            .site
            .files
            .add(&format!("{slug}-mag-dit-{tag}.html"), page);
        let ui::Links { css, js, icon, .. } = self.site.links.clone();
        Some(vec![
            page,
            protocol,
            children,
            data,
            words.to_owned(),
            script,
            css,
            js,
            icon,
        ])
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
