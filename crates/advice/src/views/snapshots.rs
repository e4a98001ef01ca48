//! Every view, as HTML that a reviewer can read. Whom they show is made up here.

#![cfg(test)]

use maud::Markup;
use people::Frame;
use shell::Visit;
use ui::{Account, Choice, Errors, Links};

use super::{ask, precedent, question, settle};
use crate::model::Outcome;

fn shown(view: impl Fn(&Frame<'_>) -> Markup) -> String {
    let (visit, links) = (Visit::at("/twijfel"), Links::default());
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

fn choices() -> Vec<Choice> {
    vec![
        Choice::new("een", "Het eerste", false),
        Choice::new("twee", "Het tweede", true),
    ]
}

fn errors(field: &str) -> Errors {
    let mut errors = Errors::default();
    if !field.is_empty() {
        errors.add(field, "Kies iets");
    }
    errors
}

fn precedent() -> precedent::Line {
    precedent::Line {
        id: "0a".into(),
        article: "4".into(),
        outcome: Outcome::Adjust,
        question: "Mag een <filmpje>?".into(),
        answer: "Ja, zonder de klas.".into(),
        at: "20 november 2026".into(),
        version: "1.0".into(),
    }
}

fn form() -> ask::Form {
    ask::Form {
        text: "Mag dit \"zo\"?".into(),
        from: Some("/flex/mag-dit?klaar=1".into()),
        articles: choices(),
        schools: choices(),
        school: "0b".into(),
        roles: choices(),
        children: choices(),
        to: "Volgens artikel 1 antwoordt: mentor.".into(),
        before: vec![precedent()],
        seen: "4".into(),
        own: vec![ask::Line {
            address: "/twijfel/0a".into(),
            text: "Mag dit?".into(),
            state: "Beantwoord".into(),
            on: "20 november 2026".into(),
        }],
        settles: true,
    }
}

fn one(open: bool, parents: bool) -> question::Question {
    let answer = question::Answer {
        by: "Noor de Wit (mentor)".into(),
        children: parents.then(|| "Daan".into()),
        at: "21 november 2026 10:00".into(),
        outcome: Outcome::MayNot,
        article: Some("4".into()),
        text: "Nee.\nLiever niet.".into(),
    };
    question::Question {
        address: "/twijfel/0a".into(),
        asker: open.then(|| "Daan (leerling)".into()),
        about: parents.then(|| "Daan".into()),
        text: "Mag dit?\n\nEn <dit>?".into(),
        from: Some("/flex/mag-dit?klaar=1".into()),
        article: Some("4".into()),
        asked: "20 november 2026 10:00".into(),
        open,
        parents,
        lies: question::Lies {
            at: "mentor".into(),
            article: Some("1".into()),
            due: "24 november 2026 17:00".into(),
            late: parents,
            next: Some("directeur".into()),
        },
        binding: false,
        answers: if open && !parents {
            Vec::new()
        } else {
            vec![answer]
        },
        acts: match (open, parents) {
            (_, true) => vec![question::Act::Close, question::Act::Withdraw],
            (false, false) => vec![question::Act::Keep, question::Act::TakeBack],
            (true, false) => Vec::new(),
        },
        form: open.then(|| question::Answering {
            outcomes: choices(),
            articles: choices(),
            text: String::new(),
            others: choices(),
            busy: Some(("Noor de Wit".into(), "12:00".into())),
        }),
    }
}

#[test]
fn asking() {
    let errors = errors("vraag");
    insta::assert_snapshot!("ask", shown(|f| ask::page(f, &form(), &errors)));
}

#[test]
fn a_question() {
    let none = errors("");
    insta::assert_snapshot!(
        "open",
        shown(|f| question::page(f, &one(true, false), &none))
    );
    insta::assert_snapshot!(
        "answered",
        shown(|f| question::page(f, &one(false, false), &none))
    );
    insta::assert_snapshot!(
        "parents",
        shown(|f| question::page(f, &one(true, true), &none))
    );
}

#[test]
fn precedents() {
    let list = precedent::List {
        school: "0b".into(),
        lines: vec![(Some("4 Beeld".into()), precedent()), (None, precedent())],
        removes: true,
    };
    insta::assert_snapshot!("precedents", shown(|f| precedent::list(f, &list)));
    let keeping = precedent::Keeping {
        address: "/twijfel/0a".into(),
        asked: "Mag Daan erop?".into(),
        answered: "Nee.".into(),
        question: "Mag een leerling erop?".into(),
        answer: String::new(),
        articles: choices(),
        sure: false,
    };
    let errors = errors("antwoord");
    insta::assert_snapshot!("keep", shown(|f| precedent::form(f, &keeping, &errors)));
}

#[test]
fn settling() {
    let settled = settle::Settled {
        school: "0b".into(),
        name: "Esdoorn College".into(),
        rows: vec![
            settle::Row {
                field: "wie-leraar".into(),
                asker: "leraren".into(),
                choice: settle::Who::Named {
                    who: "teamleider".into(),
                    article: "5.2.e".into(),
                },
            },
            settle::Row {
                field: "wie-leerling".into(),
                asker: "leerlingen".into(),
                choice: settle::Who::Chosen(choices()),
            },
        ],
        days: "2".into(),
        free: vec![(
            "2026-12-21".into(),
            "21 december 2026 – 3 januari 2027".into(),
        )],
        from: String::new(),
        until: String::new(),
    };
    let errors = errors("dagen");
    insta::assert_snapshot!("settle", shown(|f| settle::page(f, &settled, &errors)));
}
