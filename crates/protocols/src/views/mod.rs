//! The screens as HTML. They show what they are given and decide nothing.

pub(crate) mod compare;
pub(crate) mod home;
pub(crate) mod offline;
pub(crate) mod question;
pub(crate) mod read;
pub(crate) mod school;
#[cfg(test)]
mod snapshots;
pub(crate) mod standalone;
pub(crate) mod start;
pub(crate) mod verdict;

use maud::Markup;
use shell::{Site, Visit};
use ui::{Page, Table, layout::in_language};
use words::Locale;

/// A school as every screen of it shows it.
#[derive(Debug, Clone)]
pub(crate) struct Card {
    /// Its name in addresses.
    pub(crate) slug: String,
    /// Its name for people.
    pub(crate) name: String,
    /// Files to work offline, per language.
    pub(crate) keep: Keep,
}

/// Files that a browser keeps, to work without a connection.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keep {
    pub(crate) nl: Vec<String>,
    pub(crate) en: Vec<String>,
}

/// What stands around a screen.
pub(crate) struct Frame<'a> {
    pub(crate) site: &'a Site,
    pub(crate) visit: &'a Visit,
    pub(crate) school: Option<&'a Card>,
}

impl Frame<'_> {
    pub(crate) fn locale(&self) -> Locale {
        self.visit.locale
    }

    /// The words of these screens.
    pub(crate) fn words(&self) -> &'static Table {
        crate::texts(self.locale())
    }

    /// An address in the language of this visit.
    pub(crate) fn to(&self, address: &str) -> String {
        in_language(self.locale(), address)
    }

    /// An address of this school in the language of this visit.
    pub(crate) fn of(&self, rest: &str) -> String {
        let slug = self.school.map_or("", |school| school.slug.as_str());
        in_language(self.locale(), &format!("/{slug}{rest}"))
    }

    /// The page around this content.
    pub(crate) fn page(&self, title: &str, content: Markup) -> Markup {
        self.page_with(title, None, content)
    }

    /// The page around this content, with one more script.
    pub(crate) fn page_with(&self, title: &str, script: Option<&str>, content: Markup) -> Markup {
        let address = self.visit.address();
        let home = self.school.map(|school| format!("/{}", school.slug));
        let mut page = Page::new(self.locale(), title, address);
        if let Some(script) = script {
            page = page.with_script(script);
        }
        if let (Some(school), Some(home)) = (self.school, &home) {
            let keep = match self.locale() {
                Locale::Nl => &school.keep.nl,
                Locale::En => &school.keep.en,
            };
            page = page.of_school(home, &school.name).keeping(keep);
        }
        page.render(&self.site.links, content)
    }
}
