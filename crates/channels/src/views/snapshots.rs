//! Every view, as HTML that a reviewer can read. Whom they show is made up here.

#![cfg(test)]

use jiff::Timestamp;
use maud::Markup;
use people::Frame;
use people::model::{School, Sector};
use shell::Visit;
use ui::{Account as Who, Choice, Errors, Links};
use uuid::Uuid;
use words::{Channel, Locale, PersonId, SchoolId};

use super::feed::{Feed, atom, json};
use super::{account, form, list, open, remote};
use crate::model::{Account, Kind, Looked, Remark, State, Why};
use crate::store::posts::{Content, Picture, Shown};

/// Renders for somebody at this address, the main part only, one tag a line.
fn shown(address: &str, view: impl Fn(&Frame<'_>) -> Markup) -> String {
    let (visit, links) = (Visit::at(address), Links::default());
    let frame = Frame {
        texts: crate::texts,
        links: &links,
        visit: &visit,
        account: Who {
            token: "bewijs".into(),
            ..Who::default()
        },
    };
    main(&view(&frame).into_string())
}

fn main(html: &str) -> String {
    let main = html.split_once("<main").map_or("", |(_, rest)| rest);
    let main = main.split_once("</main>").map_or(main, |(main, _)| main);
    format!("<main{main}").replace("><", ">\n<")
}

fn at() -> Timestamp {
    "2026-11-22T07:00:00Z".parse().unwrap()
}

fn school() -> School {
    School {
        id: SchoolId(Uuid::from_u128(1)),
        name: "De Linde".into(),
        brin: None,
        protocol: None,
        sector: Sector::Po,
    }
}

fn account(kind: Kind, channel: Channel, why: Option<Why>, remark: Option<Remark>) -> Account {
    let web = kind == Kind::WordPress;
    Account {
        id: Uuid::from_u128(2),
        school: school().id,
        channel,
        kind,
        name: "Ons <kanaal>".into(),
        address: if web {
            "https://linde.example".into()
        } else {
            String::new()
        },
        user: if web { "auteur".into() } else { String::new() },
        has_secret: web,
        owner: PersonId(Uuid::from_u128(3)),
        state: State::Used,
        looked: (kind != Kind::ByHand).then_some(Looked {
            at: at(),
            why,
            remark,
        }),
        token: "abcd".into(),
    }
}

#[test]
fn the_list() {
    let line = |account| list::Line {
        account,
        owner: "Ruben Veenstra".into(),
    };
    let shown_list = list::List {
        school: school(),
        schools: vec![school()],
        lines: vec![
            line(account(
                Kind::WordPress,
                Channel::Website,
                Some(Why::Credentials),
                None,
            )),
            line(account(
                Kind::Newsletter,
                Channel::Nieuwsbrief,
                None,
                Some(Remark::Nobody),
            )),
            line(Account {
                state: State::Stopped,
                ..account(Kind::ByHand, Channel::Instagram, None, None)
            }),
        ],
    };
    insta::assert_snapshot!(shown("/kanalen", |frame| list::list(frame, &shown_list)));
}

#[test]
fn an_account_that_does_not_work_and_a_feed() {
    let page = |account, public, address| {
        let one = account::Shown {
            account,
            owner: "Ruben Veenstra".into(),
            public,
            tried: true,
        };
        shown(address, |frame| account::page(frame, &one))
    };
    let broken = account(
        Kind::WordPress,
        Channel::Website,
        Some(Why::NotSecure),
        None,
    );
    insta::assert_snapshot!(page(broken, None, "/kanalen/2"));
    let feed = account(Kind::Feed, Channel::Website, None, None);
    let public = Some("https://plein.example/berichten/linde/abcd".to_owned());
    insta::assert_snapshot!(page(feed, public, "/en/kanalen/2"));
}

#[test]
fn the_forms() {
    let mut errors = Errors::default();
    errors.add("geheim", "Vul het wachtwoord in");
    let fields = form::Fields {
        name: "Website",
        address: "https://linde.example",
        user: "auteur",
        owners: vec![Choice::new("3", "Ruben Veenstra", true)],
        kind: Kind::WordPress,
        keeps: true,
    };
    let none = Errors::default();
    insta::assert_snapshot!(shown("/kanalen/nieuw", |frame| form::choose(
        frame,
        &school(),
        &none
    )));
    let way = (Kind::WordPress, Channel::Website);
    insta::assert_snapshot!(shown("/kanalen/nieuw", |frame| form::add(
        frame,
        (&school(), way),
        &fields,
        &errors
    )));
    let known = account(Kind::WordPress, Channel::Website, None, None);
    insta::assert_snapshot!(shown("/en/kanalen/2/wijzig", |frame| form::change(
        frame, &known, &fields, &none
    )));
    insta::assert_snapshot!(shown("/kanalen/2/stop", |frame| form::stop(frame, &known)));
}

fn feed() -> Feed {
    Feed {
        id: Uuid::from_u128(2),
        name: "Nieuws".into(),
        school: "De Linde".into(),
        base: "https://plein.example/berichten/linde/abcd".into(),
        posts: vec![post()],
    }
}

fn post() -> Shown {
    Shown {
        id: Uuid::from_u128(4),
        token: "sportdag-1".into(),
        content: Some(content()),
        published: at(),
        changed: "2026-11-23T07:00:00Z".parse().unwrap(),
    }
}

fn content() -> Content {
    Content {
        title: "Sportdag & <meer>".into(),
        text: "Eerste regel\ntweede regel\n\nNieuwe alinea".into(),
        locale: Locale::Nl,
        images: vec![Picture {
            alt: "Een \"bal\"".into(),
            width: 4,
            height: 3,
            bytes: 120,
        }],
    }
}

#[test]
fn what_everybody_may_read() {
    let (visit, links, feed) = (Visit::at("/berichten/linde/abcd"), Links::default(), feed());
    insta::assert_snapshot!(main(&open::list(&visit, &links, &feed).into_string()));
    let around = ("De Linde", feed.base.as_str(), true);
    insta::assert_snapshot!(main(
        &open::post(&visit, &links, around, &post(), &content()).into_string()
    ));
    insta::assert_snapshot!(main(&open::gone(&visit, &links).into_string()));
    insta::assert_snapshot!(atom(&feed).replace("><", ">\n<"));
    insta::assert_snapshot!(serde_json::to_string_pretty(&json(&feed)).unwrap());
}

#[test]
fn for_another_system() {
    let images = [remote::Shown {
        id: "7",
        source: "https://linde.example/bal.jpg",
        alt: "Een \"bal\"",
    }];
    insta::assert_snapshot!(
        remote::wordpress("Een\ntwee\n\n\nDrie <b>", &images)
            .into_string()
            .replace("><", ">\n<")
    );
}
