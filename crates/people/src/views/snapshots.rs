//! Every view, as HTML that a reviewer can read. Whom they show is made up here.

#![cfg(test)]

use jiff::Timestamp;
use maud::Markup;
use shell::Visit;
use ui::parts::Row;
use ui::{Account, Choice, Errors, Links};

use super::{Frame, Who, family, file, find, group, home, leave, merge, newcomer};
use crate::waits::{Done, Risk, Waiting};
use crate::work::Open;

/// Renders for a director at this address, the main part only, one tag a line.
pub(super) fn shown(address: &str, view: impl Fn(&Frame<'_>) -> Markup) -> String {
    let (visit, links) = (Visit::at(address), Links::default());
    let account = Account {
        token: "bewijs".into(),
        ..Account::default()
    };
    let html = view(&Frame {
        texts: crate::texts,
        links: &links,
        visit: &visit,
        account,
    })
    .into_string();
    let main = html.split_once("<main").map_or("", |(_, rest)| rest);
    let main = main.split_once("</main>").map_or(main, |(main, _)| main);
    format!("<main{main}").replace("><", ">\n<")
}

pub(super) fn who(name: &str) -> Who {
    Who {
        name: name.into(),
        address: Some("/mensen/0a".into()),
    }
}

pub(super) fn plain(name: &str) -> Who {
    Who {
        name: name.into(),
        address: None,
    }
}

pub(super) fn choices() -> Vec<Choice> {
    vec![
        Choice::new("een", "Het eerste", false).hint("met uitleg"),
        Choice::new("twee", "Het tweede", true),
    ]
}

pub(super) fn errors(field: &str) -> Errors {
    let mut errors = Errors::default();
    errors.add(field, "Kies iets");
    errors
}

#[test]
fn find_people() {
    let hit = |name| find::Hit {
        who: who(name),
        kind: "Leerling".into(),
        place: "5a".into(),
    };
    let found = |hits, more| find::Found {
        typed: "de <b>".into(),
        hits,
        more,
        may_add: more,
    };
    let two = || Some(vec![hit("Vries, Daan de"), hit("Çelik, Zoë")]);
    insta::assert_snapshot!(
        "find",
        shown("/mensen", |f| find::page(f, &found(two(), true)))
    );
    insta::assert_snapshot!(
        "find_nobody",
        shown("/mensen", |f| find::page(
            f,
            &found(Some(Vec::new()), false)
        ))
    );
    insta::assert_snapshot!(
        "find_begin",
        shown("/en/mensen", |f| find::page(f, &found(None, false)))
    );
}

fn bond(open: bool) -> file::Bond {
    file::Bond {
        who: if open {
            plain("Ömer Kaya")
        } else {
            who("Ayşe Kaya")
        },
        relation: "Ouder".into(),
        standing: "Heeft gezag".into(),
        open,
        confirm: open.then(|| "/mensen/0a/gezag/0b".to_owned()),
    }
}

#[test]
fn a_person() {
    let row = Row {
        key: "Geboren".into(),
        value: "4 maart 2016 (10 jaar)".into(),
        change: None,
    };
    let belongs = file::Belongs {
        group: "5a".into(),
        address: Some("/groepen/0c".into()),
        part: "Leerling".into(),
        year: "2026-2027".into(),
    };
    let whole = file::File {
        name: "Zeynep Kaya".into(),
        kind: "Leerling".into(),
        rows: vec![row],
        belongs: vec![belongs],
        guardians: Some(vec![bond(false), bond(true)]),
        warning: Some("Er is niemand bekend met gezag.".into()),
        children: vec![bond(false)],
        roles: vec!["directeur · De Waterlelie".into()],
        merged: 2,
        actions: vec![("/mensen/0a/gezien".into(), "Wie keek hiernaar".into())],
        back: Some(("/mensen".into(), "Mensen".into())),
    };
    insta::assert_snapshot!("file", shown("/mensen/0a", |f| file::page(f, &whole)));
    let bare = file::File {
        name: "Zeynep Kaya".into(),
        guardians: Some(Vec::new()),
        ..file::File::default()
    };
    insta::assert_snapshot!(
        "file_bare",
        shown("/en/mensen/0a", |f| file::page(f, &bare))
    );
}

#[test]
fn families() {
    let child = |open| family::Child {
        who: if open {
            plain("Sem Bos")
        } else {
            who("Evi Bos")
        },
        place: "5a".into(),
        standing: "U hebt gezag over dit kind.".into(),
        open,
        seen: (!open).then(|| "/mensen/0a/gezien".to_owned()),
    };
    insta::assert_snapshot!(
        "children",
        shown("/kinderen", |f| family::children(
            f,
            &[child(false), child(true)]
        ))
    );
    insta::assert_snapshot!(
        "children_none",
        shown("/en/kinderen", |f| family::children(f, &[]))
    );
    let question = family::Question {
        pupil: "Evi Bos".into(),
        guardian: "Jan Bos".into(),
        relation: "Ouder".into(),
        now: "Gezag nog niet vastgesteld".into(),
        choices: choices(),
        action: "/mensen/0a/gezag/0b".into(),
        back: "/mensen/0a".into(),
    };
    insta::assert_snapshot!(
        "authority",
        shown("/mensen/0a/gezag/0b", |f| family::authority(
            f,
            &question,
            &errors("gezag")
        ))
    );
    let typed = family::Guardian {
        pupil: "Evi Bos".into(),
        back: "/mensen/0a".into(),
        action: "/mensen/0a/ouder".into(),
        call: "Jan".into(),
        relations: choices(),
        authorities: choices(),
        ..family::Guardian::default()
    };
    insta::assert_snapshot!(
        "guardian",
        shown("/mensen/0a/ouder", |f| family::guardian(
            f,
            &typed,
            &errors("relatie")
        ))
    );
}

#[test]
fn groups() {
    let entry = group::Entry {
        name: "5a".into(),
        address: "/groepen/0c".into(),
        pupils: 28,
        mentors: vec!["Noor de Wit".into(), "Ali el Idrissi".into()],
    };
    let tab = |name: &str, here| (format!("/groepen?x={name}"), name.to_owned(), here);
    let list = group::List {
        school: "De Waterlelie".into(),
        schools: vec![tab("De Waterlelie", true), tab("De Eik", false)],
        years: vec![tab("2025-2026", false), tab("2026-2027", true)],
        groups: vec![entry],
        add: Some("/groepen/nieuw".into()),
    };
    insta::assert_snapshot!("groups", shown("/groepen", |f| group::list(f, &list)));
    let pupil = |name: &str| group::Pupil {
        who: who(name),
        level: Some(3),
    };
    let one = group::Group {
        name: "3/4".into(),
        about: "De Waterlelie · 2026-2027".into(),
        mentors: vec![who("Noor de Wit")],
        teachers: vec![plain("Ali el Idrissi")],
        pupils: vec![pupil("Bos, Evi"), pupil("Vries, Daan de")],
        combined: true,
        members: Some("/groepen/0c/leden".into()),
    };
    insta::assert_snapshot!("group", shown("/groepen/0c", |f| group::page(f, &one)));
    let new = group::New {
        school: "0d".into(),
        school_name: "De Waterlelie".into(),
        years: choices(),
        kinds: choices(),
        ..group::New::default()
    };
    insta::assert_snapshot!(
        "group_new",
        shown("/groepen/nieuw", |f| group::new(f, &new, &errors("naam")))
    );
    let members = |found| group::Members {
        group: "3/4".into(),
        address: "/groepen/0c".into(),
        there: vec![("leerling:0a".into(), "Bos, Evi".into(), "Leerling".into())],
        typed: "bo".into(),
        found,
        parts: choices(),
    };
    insta::assert_snapshot!(
        "members",
        shown("/groepen/0c/leden", |f| group::members(
            f,
            &members(choices()),
            &errors("wie")
        ))
    );
    insta::assert_snapshot!(
        "members_nobody",
        shown("/groepen/0c/leden", |f| group::members(
            f,
            &members(Vec::new()),
            &Errors::default()
        ))
    );
}

#[test]
fn what_waits() {
    let item = |risk, busy| home::Item {
        waiting: Waiting {
            what: "Haal weg: <Sportdag>".into(),
            about: "Website".into(),
            since: Timestamp::UNIX_EPOCH,
            risk,
            address: "/toestemmingen/wacht".into(),
            claim: Some("takedown-0a".into()),
        },
        since: "20 november 2026".into(),
        busy,
    };
    let busy = |who: Option<&str>| home::Busy {
        until: "12:00".into(),
        who: who.map(str::to_owned),
    };
    let home = home::Home {
        items: vec![
            item(Risk::Now, None),
            item(Risk::Soon, Some(busy(None))),
            item(Risk::Later, Some(busy(Some("Noor de Wit")))),
        ],
        beyond: 2,
        all: Some("/thuis?alles=ja".into()),
        done: vec![Done {
            what: "Gesprek gehad met Daan".into(),
            at: Timestamp::UNIX_EPOCH,
            address: "/toestemmingen/wacht#gedaan".into(),
        }],
    };
    insta::assert_snapshot!(
        "home",
        shown("/thuis", |f| home::page(f, &home, &Errors::default()))
    );
}

#[test]
fn leaving_and_merging() {
    let leaving = |open| leave::Leaving {
        name: "Noor de Wit".into(),
        address: "/mensen/0a".into(),
        open,
        day: "2026-12-31".into(),
    };
    let open = vec![Open {
        what: "Niemand anders is directeur".into(),
        address: "/rollen/0e/einde".into(),
    }];
    insta::assert_snapshot!(
        "leave_open",
        shown("/mensen/0a/vertrek", |f| leave::page(
            f,
            &leaving(open.clone()),
            &errors("")
        ))
    );
    insta::assert_snapshot!(
        "leave",
        shown("/mensen/0a/vertrek", |f| leave::page(
            f,
            &leaving(Vec::new()),
            &Errors::default()
        ))
    );
    let pair = |chosen| merge::Pair {
        name: "Noor de Wit".into(),
        address: "/mensen/0a".into(),
        typed: String::new(),
        found: choices(),
        chosen,
    };
    let row = ["Naam", "Noor de Wit", "Noor Wit"].map(str::to_owned);
    insta::assert_snapshot!(
        "merge_find",
        shown("/mensen/0a/samenvoegen", |f| merge::page(
            f,
            &pair(None),
            &Errors::default()
        ))
    );
    let chosen = Some(("0b".to_owned(), vec![row.clone()]));
    insta::assert_snapshot!(
        "merge",
        shown("/mensen/0a/samenvoegen", |f| merge::page(
            f,
            &pair(chosen.clone()),
            &Errors::default()
        ))
    );
}

#[test]
fn newcomers() {
    let typed = newcomer::Typed {
        call: "Zoë".into(),
        infix: "van ’t".into(),
        born: ["30", "2", "2016"].map(str::to_owned),
        version: "3".into(),
        kinds: choices(),
        schools: choices(),
        groups: choices(),
        with_birthday: true,
        ..newcomer::Typed::default()
    };
    insta::assert_snapshot!(
        "newcomer",
        shown("/mensen/nieuw", |f| newcomer::page(
            f,
            &typed,
            &errors("geboren")
        ))
    );
    insta::assert_snapshot!(
        "edit",
        shown("/mensen/0a/wijzig", |f| newcomer::edit(
            f,
            "/mensen/0a",
            "Zoë",
            &typed,
            &Errors::default()
        ))
    );
}
