//! The screens as HTML. They show what they are given and decide nothing.

pub(crate) mod findings;
#[cfg(test)]
mod snapshots;
pub(crate) mod text;
pub(crate) mod word;

use jiff::civil::Date;
use maud::{Markup, html};
use shell::Visit;
use ui::layout::in_language;
use ui::{Account, Links, Page, Table};
use words::Locale;

/// What stands around a screen.
pub(crate) struct Frame<'a> {
    pub(crate) links: &'a Links,
    pub(crate) visit: &'a Visit,
    pub(crate) account: Account,
}

impl Frame<'_> {
    pub(crate) fn locale(&self) -> Locale {
        self.visit.locale
    }

    pub(crate) fn words(&self) -> &'static Table {
        crate::texts(self.visit.locale)
    }

    /// An address in the language of this visit.
    pub(crate) fn to(&self, address: &str) -> String {
        in_language(self.visit.locale, address)
    }

    /// The token that forms carry.
    pub(crate) fn token(&self) -> &str {
        &self.account.token
    }

    /// A page; one that came back with faults says so in its title.
    pub(crate) fn page(&self, title: &str, again: bool, content: Markup) -> Markup {
        let page = Page::new(self.locale(), title, self.visit.address());
        let page = if again { page.with_fault() } else { page };
        page.signed_in(&self.account).render(self.links, content)
    }

    /// A day in words.
    pub(crate) fn day(&self, day: Date) -> String {
        people::day_said(self.locale(), day)
    }

    /// The way back, above the heading.
    pub(crate) fn back(&self, address: &str, label: &str) -> Markup {
        html! { a.back href=(self.to(address)) { "‹ " (label) } }
    }
}
