//! Every view, as HTML that a reviewer can read. Whom they show is made up here.

#![cfg(test)]

use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::date;
use maud::Markup;
use personal_data::{Category, Channel, Purpose, Roster, Scanner, School};
use shell::Visit;
use ui::{Account, Choice, Errors, Links};
use uuid::Uuid;
use words::{PersonId, SchoolId};

use super::findings::{Answering, Person, Shown};
use super::{text, word};
use crate::check::Checked;
use crate::model::{Meaning, Word};
use people::Frame;

/// Renders for an editor at this address, the main part only, one tag a line.
fn shown(address: &str, view: impl Fn(&Frame<'_>) -> Markup) -> String {
    let (visit, links) = (Visit::at(address), Links::default());
    let account = Account {
        token: "bewijs".into(),
        ..Account::default()
    };
    let frame = Frame {
        texts: crate::texts,
        links: &links,
        visit: &visit,
        account,
    };
    let html = view(&frame).into_string();
    let main = html.split_once("<main").map_or("", |(_, rest)| rest);
    let main = main.split_once("</main>").map_or(main, |(main, _)| main);
    format!("<main{main}").replace("><", ">\n<")
}

const PUPIL: &str = "0000000000000000000000000000000a";

fn checked(text: &str) -> Checked {
    let people = format!(
        "person_id,role,call_name,infix,surname,group\n{PUPIL},pupil,Daan,de,Vries,7a\n\
         0000000000000000000000000000000b,pupil,Daan,,Bos,3\n"
    );
    let roster = Roster::from_csv(&people).unwrap();
    let scanner = Scanner::new(&roster, School::default());
    scanner.scan(text, Purpose::default()).unwrap().into()
}

fn asked(text: &str) -> text::Asked {
    text::Asked {
        text: text.into(),
        channel: Channel::Newsletter,
        schools: vec![
            Choice::new("0a", "De Linde", true),
            Choice::new("0b", "De Eik", false),
        ],
        done: None,
    }
}

#[test]
fn a_text_with_findings() {
    let text =
        "Daan won!\nMorgen om 9 uur gaat groep 3 naar het zwembad met Daan. Bel 06-12345678.";
    let checked = checked(text);
    let person = Person {
        name: "Daan de Vries".into(),
        group: "7a".into(),
    };
    insta::assert_snapshot!(shown("/tekst", |frame| {
        let shown = Shown {
            checked: &checked,
            people: HashMap::from([(PUPIL.to_owned(), person.clone())]),
            answering: Some(Answering {
                until: Some(date(2027, 7, 31)),
                name: "antwoord",
            }),
        };
        text::page(frame, &asked(text), Some(&shown), &Errors::default())
    }));
}

#[test]
fn a_text_in_english_without_findings_for_who_keeps_no_list() {
    let checked = Checked {
        answered: 2,
        ..Checked::default()
    };
    insta::assert_snapshot!(shown("/en/tekst", |frame| {
        let shown = Shown {
            checked: &checked,
            people: HashMap::new(),
            answering: None,
        };
        let asked = text::Asked {
            schools: vec![Choice::new("0a", "De Linde", true)],
            ..asked("The sun shone.")
        };
        text::page(frame, &asked, Some(&shown), &Errors::default())
    }));
}

fn line() -> word::Line {
    word::Line {
        word: Word {
            id: Uuid::from_u128(7),
            school: SchoolId(Uuid::from_u128(10)),
            meaning: Meaning::Agreed,
            words: "Daan <de> Vries".into(),
            category: Some(Category::PersonRoster),
            person: Some(PersonId(Uuid::from_u128(10))),
            channel: Some(Channel::Website),
            until: Some(date(2027, 7, 31)),
            by: PersonId(Uuid::from_u128(11)),
            at: Timestamp::UNIX_EPOCH,
        },
        person: Some("Daan de Vries".into()),
        by: "Anna Bakker".into(),
    }
}

#[test]
fn the_list_of_words() {
    let list = word::List {
        schools: vec![Choice::new("0a", "De Linde", true)],
        lines: vec![line()],
        typed: "x".into(),
        kinds: vec![Choice::new("bekend", "Een bekende naam", true)],
    };
    let mut errors = Errors::default();
    errors.add("woord", "Vul een woord in");
    insta::assert_snapshot!(shown("/woorden", |frame| word::list(frame, &list, &errors)));
}

#[test]
fn a_word() {
    insta::assert_snapshot!(shown("/woorden/7", |frame| word::page(frame, &line())));
}
