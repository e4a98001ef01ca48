//! As `snapshots`: roles, the school year, schools and the log.

#![cfg(test)]

use jiff::civil::date;
use ui::Errors;
use ui::parts::Row;

use super::snapshots::{choices, errors, plain, shown, who};
use super::{log, roles, roll, schools};

#[test]
fn who_has_which_role() {
    let filled = |for_whom: Option<&str>| roles::Filled {
        who: who("Noor de Wit"),
        place: "De Waterlelie".into(),
        days: "vanaf 1 augustus 2026".into(),
        for_whom: for_whom.map(str::to_owned),
        end: Some("/rollen/0e/einde".into()),
        substitute: for_whom
            .is_none()
            .then(|| "/rollen/geef?voor=0e".to_owned()),
    };
    let list = roles::List {
        roles: vec![roles::OfRole {
            role: "directeur".into(),
            filled: vec![filled(None), filled(Some("Jan Bos"))],
        }],
        nobody: vec!["bestuurder".into()],
        may_give: true,
    };
    insta::assert_snapshot!("roles", shown("/rollen", |f| roles::page(f, &list)));
    let giving = |for_whom| roles::Giving {
        for_whom,
        typed: "no".into(),
        found: choices(),
        roles: choices(),
        places: choices(),
        from: "2026-11-21".into(),
        until: String::new(),
    };
    insta::assert_snapshot!(
        "give",
        shown("/rollen/geef", |f| roles::give(
            f,
            &giving(None),
            &errors("rol")
        ))
    );
    let whom = Some((
        "Jan Bos".to_owned(),
        "directeur".to_owned(),
        "0e".to_owned(),
    ));
    insta::assert_snapshot!(
        "substitute",
        shown("/rollen/geef", |f| roles::give(
            f,
            &giving(whom.clone()),
            &Errors::default()
        ))
    );
    let ending = roles::Ending {
        name: "Noor de Wit".into(),
        role: "directeur · De Waterlelie".into(),
        address: "/rollen/0e/einde".into(),
        day: "2026-11-21".into(),
        alone: true,
    };
    insta::assert_snapshot!(
        "end",
        shown("/rollen/0e/einde", |f| roles::end(
            f,
            &ending,
            &Errors::default()
        ))
    );
}

#[test]
fn the_school_year() {
    let row = Row {
        key: "Vertrekt".into(),
        value: "25".into(),
        change: None,
    };
    let preview = |stop: Option<&str>| roll::Preview {
        school: "De Waterlelie".into(),
        school_id: "0d".into(),
        schools: Vec::new(),
        from: "2026-2027".into(),
        to: "2027-2028".into(),
        rows: vec![Row {
            key: row.key.clone(),
            value: row.value.clone(),
            change: None,
        }],
        classes: vec![roll::Class {
            name: "6".into(),
            address: "/schooljaar/0c".into(),
            pupils: 24,
            goes: "7a (23), kies zelf (1)".into(),
            unclear: 1,
        }],
        next: vec![("7a".into(), 23)],
        stop: stop.map(str::to_owned),
        seal: "gezien".into(),
    };
    insta::assert_snapshot!(
        "roll",
        shown("/schooljaar", |f| roll::page(
            f,
            &preview(None),
            &Errors::default()
        ))
    );
    insta::assert_snapshot!(
        "roll_stopped",
        shown("/schooljaar", |f| roll::page(
            f,
            &preview(Some("Kies eerst.")),
            &errors("")
        ))
    );
    let choosing = roll::Choosing {
        class: "6".into(),
        action: "/schooljaar/0c".into(),
        back: "/schooljaar".into(),
        to: "2027-2028".into(),
        pupils: vec![roll::Pupil {
            id: "0a".into(),
            name: "Bos, Evi".into(),
            choices: choices(),
        }],
    };
    insta::assert_snapshot!(
        "roll_class",
        shown("/schooljaar/0c", |f| roll::class(f, &choosing))
    );
}

#[test]
fn schools_of_a_board() {
    let entry = schools::Entry {
        name: "De Waterlelie".into(),
        address: "/scholen/0d".into(),
        brin: "99ZE00".into(),
        sector: "Basisonderwijs".into(),
        protocol: "De Mare".into(),
    };
    insta::assert_snapshot!(
        "schools",
        shown("/scholen", |f| schools::list(
            f,
            std::slice::from_ref(&entry),
            true
        ))
    );
    let typed = schools::Typed {
        address: "/scholen/0d".into(),
        title: "De Waterlelie".into(),
        name: "De Waterlelie".into(),
        sectors: choices(),
        protocols: choices(),
        locations: Some(vec!["Dorpsstraat".into()]),
        ..schools::Typed::default()
    };
    insta::assert_snapshot!(
        "school",
        shown("/scholen/0d", |f| schools::form(f, &typed, &errors("brin")))
    );
}

#[test]
fn the_log() {
    let line = |what: &str| log::Line {
        seq: 7,
        at: super::day_said(words::Locale::Nl, date(2026, 11, 21)),
        actor: who("Noor de Wit"),
        role: "directeur".into(),
        what: what.into(),
        subject: Some(plain("iemand die er niet meer is")),
    };
    let lines = [line("Bekeken: het dossier")];
    insta::assert_snapshot!(
        "seen",
        shown("/mensen/0a/gezien", |f| log::of_person(
            f,
            "Evi Bos",
            "/mensen/0a",
            &lines,
            Some("/mensen/0a/gezien?voor=7")
        ))
    );
    let search = log::Search {
        about: "Evi".into(),
        by: String::new(),
        from: "gisteren".into(),
        until: String::new(),
        kinds: choices(),
        lines: vec![line("Rol gegeven")],
        older: None,
    };
    insta::assert_snapshot!(
        "log",
        shown("/logboek", |f| log::search(f, &search, &errors("van")))
    );
}
