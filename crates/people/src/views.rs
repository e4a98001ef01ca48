//! The screens as HTML. They show what they are given and decide nothing.

pub(crate) mod family;
pub(crate) mod file;
pub(crate) mod find;
pub(crate) mod group;
pub(crate) mod home;
pub(crate) mod import;
pub(crate) mod jobs;
pub(crate) mod leave;
pub(crate) mod log;
pub(crate) mod merge;
pub(crate) mod newcomer;
pub(crate) mod roles;
pub(crate) mod roll;
pub(crate) mod schools;
#[cfg(test)]
mod snapshots;
#[cfg(test)]
mod snapshots_of_school;

use jiff::Timestamp;
use jiff::civil::Date;
use maud::{Markup, html};
use shell::Visit;
use ui::layout::in_language;
use ui::{Account, Links, Page, Table};
use words::Locale;

/// What stands around a screen.
pub struct Frame<'a> {
    /// Where files and fixed addresses are.
    pub links: &'a Links,
    /// The address and its language.
    pub visit: &'a Visit,
    /// Who is signed in.
    pub account: Account,
    /// The words of the slice.
    pub texts: fn(Locale) -> &'static Table,
}

impl Frame<'_> {
    /// The language.
    pub fn locale(&self) -> Locale {
        self.visit.locale
    }

    /// The words of the slice.
    pub fn words(&self) -> &'static Table {
        (self.texts)(self.visit.locale)
    }

    /// An address in the language of this visit.
    pub fn to(&self, address: &str) -> String {
        in_language(self.visit.locale, address)
    }

    /// The token that forms carry.
    pub fn token(&self) -> &str {
        &self.account.token
    }

    /// A whole page.
    pub fn page(&self, title: &str, content: Markup) -> Markup {
        self.page_of(
            Page::new(self.locale(), title, self.visit.address()),
            content,
        )
    }

    /// The page of a form that came back with faults.
    pub fn page_again(&self, title: &str, content: Markup) -> Markup {
        self.page_of(
            Page::new(self.locale(), title, self.visit.address()).with_fault(),
            content,
        )
    }

    fn page_of(&self, page: Page<'_>, content: Markup) -> Markup {
        page.signed_in(&self.account).render(self.links, content)
    }

    /// A day in words.
    pub fn day(&self, day: Date) -> String {
        day_said(self.locale(), day)
    }

    /// A moment in words, by the clock on the wall.
    pub fn moment(&self, at: Timestamp) -> String {
        let wall = shell::clock::on_the_wall(at);
        format!("{} {}", self.day(wall.date()), self.clock(at))
    }

    /// What the clock on the wall says: *14:05*.
    pub fn clock(&self, at: Timestamp) -> String {
        let wall = shell::clock::on_the_wall(at);
        format!("{:02}:{:02}", wall.hour(), wall.minute())
    }

    /// The way back, above the heading.
    pub fn back(&self, address: &str, label: &str) -> Markup {
        html! { a.back href=(self.to(address)) { "‹ " (label) } }
    }
}

/// A day in words: *21 november 2026*.
pub fn day_said(locale: Locale, day: Date) -> String {
    let words = crate::texts(locale);
    let month = words.t(MONTHS
        .get(usize::from(day.month().unsigned_abs()) - 1)
        .copied()
        .unwrap_or_default());
    format!("{} {month} {}", day.day(), day.year())
}

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
    "month-9", "month-10", "month-11", "month-12",
];

/// A person as lists link to them.
#[derive(Debug, Clone, Default)]
pub struct Who {
    /// The name.
    pub name: String,
    /// Where their page is; nothing where it may not be opened.
    pub address: Option<String>,
}

impl Frame<'_> {
    /// A name, as a link where there is a page to open.
    pub fn who(&self, who: &Who) -> Markup {
        html! {
            @match &who.address {
                Some(address) => a href=(self.to(address)) { (who.name) },
                None => (who.name),
            }
        }
    }
}
