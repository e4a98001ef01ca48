//! The page around every screen: head, skip link, header, main, footer.

use maud::{DOCTYPE, Markup, Render, html};
use words::Locale;

use crate::words_of;

/// Where the files of the layout are served: their names carry a hash of their content.
#[derive(Debug, Clone, Default)]
pub struct Links {
    /// `app.css`
    pub css: String,
    /// `app.js`
    pub js: String,
    /// `icon.svg`
    pub icon: String,
    /// `manifest.webmanifest`
    pub manifest: String,
}

/// A place in the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its address without language.
    pub address: String,
    /// Its name.
    pub label: String,
}

/// Who is signed in, and where they can go.
#[derive(Debug, Clone, Default)]
pub struct Account {
    /// The name of the person.
    pub name: String,
    /// As what they act: a role, in words.
    pub role: String,
    /// The menu.
    pub menu: Vec<Place>,
    /// Where the form that signs out is sent, without language.
    pub sign_out: String,
    /// The token that shows a form came from our own page.
    pub token: String,
}

/// One page: everything around its content.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    locale: Locale,
    title: &'a str,
    address: &'a str,
    school: Option<(&'a str, &'a str)>,
    keep: &'a [String],
    fault: bool,
    script: Option<&'a str>,
    account: Option<&'a Account>,
}

/// The address of a page in this language: Dutch has no prefix, English has `/en`.
#[must_use]
pub fn in_language(locale: Locale, address: &str) -> String {
    match (locale, address) {
        (Locale::Nl, _) => address.to_owned(),
        (Locale::En, "/") => "/en".to_owned(),
        (Locale::En, _) => format!("/en{address}"),
    }
}

fn other(locale: Locale) -> Locale {
    match locale {
        Locale::Nl => Locale::En,
        Locale::En => Locale::Nl,
    }
}

impl<'a> Page<'a> {
    /// A page with this title, at this address (path and query without language prefix).
    #[must_use]
    pub fn new(locale: Locale, title: &'a str, address: &'a str) -> Self {
        Self {
            locale,
            title,
            address,
            school: None,
            keep: &[],
            fault: false,
            script: None,
            account: None,
        }
    }

    /// The page belongs to a school: its address and its name stand in the header.
    #[must_use]
    pub fn of_school(mut self, address: &'a str, name: &'a str) -> Self {
        self.school = Some((address, name));
        self
    }

    /// Files that a browser may fetch after loading, to work offline later.
    #[must_use]
    pub fn keeping(mut self, files: &'a [String]) -> Self {
        self.keep = files;
        self
    }

    /// The page tells of a fault: its title says so.
    #[must_use]
    pub fn with_fault(mut self) -> Self {
        self.fault = true;
        self
    }

    /// A further script of our own, by its served address.
    #[must_use]
    pub fn with_script(mut self, script: &'a str) -> Self {
        self.script = Some(script);
        self
    }

    /// Somebody is signed in: the header says who and as what, with a menu and the way out.
    #[must_use]
    pub fn signed_in(mut self, account: &'a Account) -> Self {
        self.account = Some(account);
        self
    }

    /// The whole document.
    #[must_use]
    pub fn render(&self, links: &Links, content: impl Render) -> Markup {
        let words = words_of(self.locale);
        html! {
            (DOCTYPE)
            html lang=(self.locale.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title {
                        @if self.fault { (words.t("fault-title")) " " }
                        (self.title)
                        @if let Some((_, name)) = self.school { " – " (name) }
                        " – Pleinwacht"
                    }
                    meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffce54";
                    meta name="theme-color" media="(prefers-color-scheme: dark)" content="#211d2b";
                    meta name="color-scheme" content="light dark";
                    link rel="stylesheet" href=(links.css);
                    link rel="icon" href=(links.icon) type="image/svg+xml";
                    link rel="manifest" href=(links.manifest);
                    script src=(links.js) defer {}
                    @if let Some(script) = self.script { script src=(script) defer {} }
                }
                body data-keep=[(!self.keep.is_empty()).then(|| self.keep.join(" "))] {
                    a.skip href="#main" { (words.t("skip")) }
                    (self.header())
                    main #main tabindex="-1" { (content) }
                    (self.footer())
                }
            }
        }
    }

    fn header(&self) -> Markup {
        html! {
            @match self.account {
                None => header.top { (self.bar()) },
                // The menu belongs to the header too: a reader who skips the header skips both.
                Some(account) => header { div.top { (self.bar()) } (self.menu(account)) },
            }
        }
    }

    fn bar(&self) -> Markup {
        let words = words_of(self.locale);
        let switch = other(self.locale);
        html! {
            div.wide {
                a.brand href=(in_language(self.locale, "/")) { (mark()) span { "Pleinwacht" } }
                @if let Some((address, name)) = self.school {
                    a.school href=(in_language(self.locale, address)) { (name) }
                }
                a.language href=(in_language(switch, self.address)) hreflang=(switch.tag()) lang=(switch.tag()) {
                    (words.t("other-language"))
                }
            }
        }
    }

    /// Who is signed in, where they can go, and the way out.
    fn menu(&self, account: &Account) -> Markup {
        let words = words_of(self.locale);
        let path = self.address.split('?').next().unwrap_or_default();
        // The deepest place that holds this page is where we are.
        let here = account.menu.iter().map(|place| place.address.as_str());
        let here = here
            .filter(|place| holds(place, path))
            .max_by_key(|place| place.len());
        html! {
            section.account aria-label=(words.t("your-account")) {
                div.wide {
                    @if !account.menu.is_empty() {
                        nav aria-label=(words.t("main-menu")) { (self.places(&account.menu, here)) }
                    }
                    form method="post" action=(in_language(self.locale, &account.sign_out)) {
                        (crate::form::hidden("csrf", &account.token))
                        span { span.hidden { (words.t("signed-in-as")) " " } strong { (account.name) } " · " (account.role) }
                        button type="submit" { (words.t("sign-out")) }
                    }
                }
            }
        }
    }

    /// Where one can go. On a phone many places are folded, and the fold says where one is.
    fn places(&self, menu: &[Place], here: Option<&str>) -> Markup {
        let words = words_of(self.locale);
        let all = html! {
            div {
                @for place in menu {
                    a href=(in_language(self.locale, &place.address)) aria-current=[(here == Some(&place.address)).then_some("page")] { (place.label) }
                }
            }
        };
        if menu.len() <= FEW {
            return all;
        }
        let at = menu.iter().find(|place| here == Some(&place.address));
        html! {
            details.menu {
                summary { (words.t("main-menu")) @if let Some(place) = at { " · " (place.label) } }
                (all)
            }
        }
    }

    fn footer(&self) -> Markup {
        let words = words_of(self.locale);
        let said = if self.account.is_some() {
            "looking-is-logged"
        } else {
            "keeps-nothing"
        };
        html! {
            footer.bottom {
                div.wide {
                    p { (words.t(said)) }
                    p {
                        a href=(in_language(self.locale, "/")) { (words.t("all-schools")) }
                        " · "
                        a href=(in_language(self.locale, "/vergelijk")) { (words.t("compare")) }
                        @if self.account.is_none() {
                            " · "
                            a href=(in_language(self.locale, "/aanmelden")) { (words.t("sign-in")) }
                        }
                    }
                }
            }
        }
    }
}

/// More places than this are folded on a phone.
const FEW: usize = 6;

/// Whether a page lies at a place of the menu or below it.
fn holds(place: &str, path: &str) -> bool {
    path.strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The mark beside the name: a hopscotch, drawn in chalk on the playground.
fn mark() -> Markup {
    html! {
        svg viewBox="0 0 24 32" width="24" height="32" aria-hidden="true" focusable="false" {
            path d="M5 9a7 7 0 0 1 14 0z" class="mark-top" {}
            path d="M2.5 9.5h9.5v9H2.5zM12 9.5h9.5v9H12zM7.2 18.5h9.6v9.5H7.2z" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account() -> Account {
        let place = |address: &str, label: &str| Place {
            address: address.into(),
            label: label.into(),
        };
        Account {
            name: "Zoë van ’t Hof".into(),
            role: "directeur".into(),
            menu: vec![
                place("/mensen", "Mensen"),
                place("/mensen/nieuw", "Nieuw"),
                place("/groepen", "Groepen"),
            ],
            sign_out: "/uitloggen".into(),
            token: "t".into(),
        }
    }

    fn page(address: &str, account: Option<&Account>) -> String {
        let page = Page::new(Locale::Nl, "Mensen", address);
        let page = match account {
            Some(account) => page.signed_in(account),
            None => page,
        };
        page.render(&Links::default(), "").into_string()
    }

    #[test]
    fn a_signed_in_page_says_who_and_no_longer_that_nothing_is_kept() {
        let account = account();
        let html = page("/mensen/nieuw?x=1", Some(&account));
        assert!(
            html.contains("Zoë van ’t Hof") && html.contains("directeur"),
            "{html}"
        );
        assert!(!html.contains("bewaart niets"), "{html}");
        assert_eq!(html.matches("aria-current").count(), 1);
        assert!(
            html.contains(r#"<a href="/mensen/nieuw" aria-current="page">"#),
            "{html}"
        );
        assert!(html.contains(r#"action="/uitloggen""#), "{html}");
    }

    #[test]
    fn a_public_page_has_no_menu() {
        let html = page("/flex", None);
        assert!(
            html.contains("bewaart niets") && !html.contains("account"),
            "{html}"
        );
    }
}
