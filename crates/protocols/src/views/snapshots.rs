//! Every state of every view, as HTML that a reviewer can read. What they show is made up here, so that a change of a
//! protocol changes nothing below.

#![cfg(test)]

use maud::{Markup, PreEscaped};
use shell::{Files, Site, Visit};
use ui::parts::Row;
use ui::{Links, Tone};

use super::{Card, Frame, compare, home, question, read, school, start, verdict};

/// Renders within a school's page at this address, one tag a line.
fn shown(address: &'static str, view: impl Fn(&Frame<'_>) -> Markup) -> String {
    let mut site = Site::new(Files::default());
    // Names of files change with their content; here they do not matter.
    site.links = Links::default();
    let visit = Visit::new(
        axum::http::Uri::from_static(address),
        &axum::http::HeaderMap::new(),
    );
    let card = Card {
        slug: "flex".into(),
        name: "De Esdoorn".into(),
        keep: super::Keep::default(),
    };
    let frame = Frame {
        site: &site,
        visit: &visit,
        school: Some(&card),
    };
    let html = view(&frame).into_string();
    let main = html.split_once("<main").map_or("", |(_, rest)| rest);
    let main = main.split_once("</main>").map_or(main, |(main, _)| main);
    format!("<main{main}").replace("><", ">\n<")
}

fn row(key: &str, value: &str) -> Row {
    Row {
        key: key.into(),
        value: value.into(),
        change: Some("/flex/mag-dit?vraag=kanaal".into()),
    }
}

fn question(ways: question::Ways) -> question::Question {
    question::Question {
        text: "Waar gebeurt het?".into(),
        why: "Op elke plek gelden andere regels.".into(),
        progress: "Nog hooguit 3 vragen.".into(),
        back: "/flex/mag-dit".into(),
        carried: vec![("actie".into(), "plaatsen".into())],
        ways,
        chips: Vec::new(),
        rows: vec![row("Wat je doet", "Iets plaatsen")],
        so_far: Some("/flex/mag-dit?actie=plaatsen&klaar=1".into()),
    }
}

fn choice(value: &str, label: &str, now: bool) -> question::Choice {
    question::Choice {
        name: "kanaal".into(),
        value: value.into(),
        label: label.into(),
        now,
    }
}

fn cited(text: &str) -> verdict::Cited {
    verdict::Cited {
        text: text.into(),
        dutch: true,
        number: "4.a".into(),
        address: "/flex/protocol#4.a".into(),
    }
}

fn verdict(tone: Tone) -> verdict::Verdict {
    verdict::Verdict {
        tone,
        word: "Dit mag niet".into(),
        line: "Dit mag niet volgens het protocol van deze school.".into(),
        situation: "Je vraag: een leraar die dit plaatst.".into(),
        silence: None,
        reasons: vec![verdict::Reason {
            number: "4.a".into(),
            title: "De groepsapp".into(),
            text: PreEscaped("<p>Alleen met toestemming.</p>".into()),
            address: "/flex/protocol#4.a".into(),
            tone,
        }],
        possible: Vec::new(),
        open: Vec::new(),
        duties: vec![cited("Vertel dat je hier werkt")],
        ways_out: vec![verdict::WayOut {
            text: "Als niemand herkenbaar is".into(),
            who: Some("Dit kun je zelf".into()),
            address: "/flex/mag-dit?personen=niemand".into(),
        }],
        ask: Some(cited("Vraag het aan de mentor")),
        measures: vec![cited("Waarschuwing, schorsing")],
        also_permitted_by: vec![cited("Kennis delen")],
        rows: vec![row("Wat je doet", "Iets plaatsen")],
        receipt: vec![("Protocol".into(), "flex".into())],
        in_doubt: "/twijfel?over=%2Fflex".into(),
        happened: "/melden?over=%2Fflex".into(),
        elsewhere: "/vergelijk?actie=plaatsen".into(),
    }
}

#[test]
fn choose_a_school() {
    let entry = home::Entry {
        slug: "flex".into(),
        name: "De Esdoorn".into(),
        about: "voortgezet onderwijs · versie 2".into(),
    };
    insta::assert_snapshot!(shown("/", |frame| home::page(
        frame,
        std::slice::from_ref(&entry)
    )));
}

#[test]
fn start_and_not_understood() {
    let opening = || start::Opening {
        sentence: "Een foto in de klassenapp".into(),
        address: "/flex/mag-dit?actie=plaatsen".into(),
    };
    let part = || start::Part {
        title: "i-am-pupil",
        openings: vec![opening()],
        other: "/flex/mag-dit?vraag=actie".into(),
    };
    insta::assert_snapshot!(
        "start",
        shown("/flex/mag-dit", |frame| start::page(
            frame,
            &[part()],
            false
        ))
    );
    insta::assert_snapshot!(
        "start_not_understood",
        shown("/en/flex/mag-dit", |frame| start::page(
            frame,
            &[part()],
            true
        ))
    );
}

#[test]
fn one_question() {
    let ways = || question::Ways::Tap {
        choices: vec![
            choice("schoolgroep", "In een groepsapp", true),
            choice("pers", "In de krant", false),
        ],
        unknown: choice("?", "Weet ik niet", false),
    };
    insta::assert_snapshot!(
        "question",
        shown("/flex/mag-dit?actie=plaatsen", |frame| question::page(
            frame,
            &question(ways())
        ))
    );
    let chip = || question::Chip {
        label: "Iets plaatsen".into(),
        without: "/flex/mag-dit".into(),
    };
    insta::assert_snapshot!(
        "question_understood",
        shown("/flex/mag-dit?actie=plaatsen&begrepen=1", |frame| {
            question::page(
                frame,
                &question::Question {
                    chips: vec![chip()],
                    ..question(ways())
                },
            )
        })
    );
}

#[test]
fn a_group_of_rare_facts() {
    let rare = |key: &str, now| question::Rare {
        key: key.into(),
        question: "Is het zo?".into(),
        why: "Daarom.".into(),
        now,
    };
    let ways = || question::Ways::Several {
        items: vec![
            rare("schadelijk", Some(true)),
            rare("vertrouwelijk", Some(false)),
            rare("citeert", None),
        ],
        none: "Nee, niets hiervan".into(),
    };
    insta::assert_snapshot!(shown("/flex/mag-dit?actie=plaatsen", |frame| {
        question::page(frame, &question(ways()))
    }));
}

#[test]
fn every_verdict() {
    for tone in Tone::ALL {
        let page = shown("/flex/mag-dit?actie=plaatsen", |frame| {
            verdict::page(frame, &verdict(tone))
        });
        insta::assert_snapshot!(format!("verdict_{}", tone.class()), page);
    }
}

#[test]
fn a_verdict_with_something_open_and_nobody_to_ask() {
    let open = || verdict::Open {
        question: "Is er iemand te herkennen?".into(),
        address: "/flex/mag-dit?vraag=personen".into(),
    };
    let page = shown("/en/flex/mag-dit?actie=plaatsen", |frame| {
        verdict::page(
            frame,
            &verdict::Verdict {
                silence: Some(cited("Er is nog te weinig bekend.")),
                reasons: Vec::new(),
                possible: vec![
                    (Tone::Yes, "Dit mag".into()),
                    (Tone::No, "Dit mag niet".into()),
                ],
                open: vec![open()],
                ask: None,
                ..verdict(Tone::Doubt)
            },
        )
    });
    insta::assert_snapshot!(page);
}

#[test]
fn a_school() {
    let done = |text: &str| school::Done {
        text: text.into(),
        dutch: true,
        detail: "Wie: de mentor.".into(),
        number: "2".into(),
    };
    let shown_school = || school::School {
        title: "Protocol sociale media".into(),
        version: "Versie 2".into(),
        advice: vec![
            school::Advice {
                who: "Leerling".into(),
                ask: Some(("De mentor".into(), "1".into())),
            },
            school::Advice {
                who: "Ouder".into(),
                ask: None,
            },
        ],
        parts: vec![school::Part {
            title: "part-procedures",
            rows: vec![done("Toestemmingen bewaren")],
        }],
        related: vec![("Leerlingenstatuut".into(), "3".into())],
    };
    insta::assert_snapshot!(shown("/flex", |frame| school::page(frame, &shown_school())));
}

fn protocol() -> read::Protocol {
    let scenario = read::Scenario {
        title: "De groepsfoto".into(),
        lines: vec!["Gegeven een leraar".into(), "Dan verboden".into()],
        verdict: (Tone::No, "Dit mag niet".into()),
        address: "/flex/mag-dit?actie=plaatsen&klaar=1".into(),
    };
    read::Protocol {
        title: "Protocol sociale media".into(),
        version: "Versie 2".into(),
        preamble: PreEscaped("<p>Vooraf.</p>".into()),
        workings: true,
        articles: vec![read::Article {
            number: "4.a".into(),
            title: "De groepsapp".into(),
            prose: PreEscaped("<p>Alleen met toestemming.</p>".into()),
            children: Some(PreEscaped("<p>Vraag het eerst.</p>".into())),
            carried: "Hier staat één regel.".into(),
            norms: vec![
                (Some(Tone::No), "Mag niet: altijd".into()),
                (None, "Moet erbij: vermelden".into()),
            ],
            procedures: vec!["Toestemmingen bewaren".into()],
            scenarios: vec![scenario],
        }],
    }
}

#[test]
fn reading() {
    insta::assert_snapshot!(
        "read",
        shown("/flex/protocol", |frame| read::page(frame, &protocol()))
    );
    let light = || read::Protocol {
        workings: false,
        ..protocol()
    };
    insta::assert_snapshot!(
        "read_light",
        shown("/flex/protocol", |frame| read::page(frame, &light()))
    );
    insta::assert_snapshot!(
        "read_children",
        shown("/en/flex/protocol/kinderen", |frame| read::children(
            frame,
            &protocol()
        ))
    );
    let silent = || read::Protocol {
        articles: Vec::new(),
        ..protocol()
    };
    insta::assert_snapshot!(
        "read_children_none",
        shown("/flex/protocol/kinderen", |frame| read::children(
            frame,
            &silent()
        ))
    );
}

fn example() -> compare::Choice {
    compare::Choice {
        label: "Een foto in de klassenapp".into(),
        address: "/vergelijk?actie=plaatsen".into(),
    }
}

#[test]
fn one_situation_everywhere() {
    let says = |tone| compare::Says {
        name: "De Esdoorn".into(),
        tone,
        word: "Dit mag".into(),
        articles: "4.a, 5".into(),
        ask: "De mentor".into(),
        address: "/flex/mag-dit?actie=plaatsen".into(),
    };
    let all = [says(Tone::Yes), says(Tone::No), says(Tone::Doubt)];
    let page = |situation| {
        shown("/vergelijk", |frame| {
            compare::all(frame, situation, &all, &[example()], &[example()])
        })
    };
    insta::assert_snapshot!(
        "compare",
        page(Some("Je vraag: een leraar die dit plaatst."))
    );
    insta::assert_snapshot!("compare_without_situation", page(None));
}

#[test]
fn two_schools() {
    let class = || compare::Class {
        what: "Iets plaatsen".into(),
        from: (Tone::Yes, "Dit mag".into()),
        to: (Tone::No, "Dit mag niet".into()),
        articles: ("art. 1".into(), "art. 2".into()),
        count: "soorten situaties: 12".into(),
        example: "Bijvoorbeeld: een leerling die dit plaatst.".into(),
        address: "/vergelijk?actie=plaatsen".into(),
        rules: vec!["tijdens de les".into()],
    };
    let pair = |same| compare::Pair {
        names: ("De Esdoorn".into(), "De Linde".into()),
        same_verdicts: same,
        summary: "Van elke 100 soorten situaties krijgen er 8 een ander antwoord.".into(),
        note: "Vergeleken: 150 soorten situaties.".into(),
        shares: vec![(Tone::Yes, Tone::No, 1.0, "12".into())],
        classes: vec![class()],
        left_out: Some("En nog één kleiner verschil.".into()),
        turned: "/vergelijk/linde/esdoorn".into(),
    };
    for (name, same) in [("two", false), ("two_the_same", true)] {
        let page = shown("/vergelijk/esdoorn/linde", |frame| {
            compare::two(frame, &pair(same))
        });
        insta::assert_snapshot!(name, page);
    }
}
