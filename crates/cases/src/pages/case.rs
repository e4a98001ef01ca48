//! The page of a case.

use norms::front::Handling;
use people::ask::{Answer as Page, Ask, Reply};
use uuid::Uuid;

use super::acts::{Act, Doing};
use super::{protocol_of, room, story};
use crate::model::{Event, Record, Seat, State};
use crate::rules::closing::{Standing, standing};
use crate::views::case as view;

/// The page.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let room = room::enter(ask, &mut reading).await?;
    let doing = Doing::of(ask, &mut reading, &room).await?;
    let page = shown(&doing);
    reading.tx.commit().await?;
    Ok(Reply::Page(page))
}

fn shown(doing: &Doing<'_>) -> maud::Markup {
    let (ask, room) = (doing.ask, doing.room);
    let (frame, words, case) = (ask.frame(), ask.words(), &room.opened.case);
    let way = words.t(&format!("way-{}", case.way.key())).to_owned();
    let from = match case.reporter {
        Some(person) => doing.names.said(person),
        None => words.t("unknown-reporter").to_owned(),
    };
    let arrived = format!("{way}, {}, {from}", frame.moment(case.received_at));
    let lead = room.opened.seated(Seat::Lead);
    let seats = room.opened.seats.iter().map(|one| {
        let seat = words.t(&format!("seat-{}", one.seat.key())).to_owned();
        format!("{}: {}", seat, doing.names.said(one.person))
    });
    let shown = view::Case {
        address: case.address(),
        number: case.number.to_string(),
        title: room.opened.account.title.clone(),
        state: case.state,
        urgent: case.urgent,
        to_board: case.to_board,
        mandatory: case.state == State::Mandatory,
        came: arrived,
        lead: lead.map(|person| doing.names.said(person)),
        articles: articles(doing),
        verdict: verdict(doing),
        ask: room
            .school
            .protocol
            .as_ref()
            .map(|name| format!("/{name}/mag-dit")),
        text: room.opened.account.text.clone(),
        link: room.opened.account.link.clone(),
        steps: if case.state == State::Open || case.state == State::Closed {
            steps(doing)
        } else {
            Vec::new()
        },
        parties: parties(doing),
        seats: seats.collect(),
        acts: acts(doing),
        events: room
            .opened
            .events
            .iter()
            .map(|one| event(doing, one))
            .collect(),
        goes: case.forget_at.map(|at| frame.day(shell::clock::today(at))),
    };
    let number = words.f("case-number", &[("number", shown.number.as_str().into())]);
    frame.page(&number, view::page(&frame, &shown))
}

fn parties(doing: &Doing<'_>) -> Vec<view::Party> {
    let words = doing.ask.words();
    let all = doing.room.opened.parties.iter().map(|party| view::Party {
        name: doing.called(party),
        part: words.t(&format!("part-{}", party.part.key())).to_owned(),
        parent_of: party
            .parent_of
            .and_then(|id| doing.room.opened.party(id))
            .map(|of| doing.called(of)),
        cleared: party.cleared_at.is_some(),
    });
    all.collect()
}

fn articles(doing: &Doing<'_>) -> Vec<view::Link> {
    let Some(protocol) = protocol_of(&doing.room.school) else {
        return Vec::new();
    };
    let name: &str = protocol.document.front.protocol.as_ref();
    let words = doing.ask.words();
    let all = doing
        .room
        .opened
        .case
        .articles
        .iter()
        .map(|number| view::Link {
            address: doing
                .ask
                .frame()
                .to(&format!("/protocol/{name}#artikel-{number}")),
            label: words.f("article", &[("number", number.as_str().into())]),
        });
    all.collect()
}

/// What the protocol says of what was done, where somebody asked it: the look, the word, why.
fn verdict(doing: &Doing<'_>) -> Option<(ui::Tone, String, String)> {
    let name = doing.room.school.protocol.as_deref()?;
    let address = doing.room.opened.account.verdict.as_deref()?;
    let judged = protocols::judged(name, address)?;
    let (word, tone) = protocols::said(judged.verdict, doing.ask.locale());
    Some((tone, word, judged.address))
}

/// The road of this protocol, and how far it is.
fn steps(doing: &Doing<'_>) -> Vec<view::Step> {
    let (room, words) = (doing.room, doing.ask.words());
    let opened = &room.opened;
    let has = |is: fn(&Record) -> bool| opened.events.iter().any(|one| is(&one.record));
    let decided = opened.events.iter().any(|one| {
        matches!(one.record, Record::NotActing { .. })
            || matches!(one.record, Record::Measure { .. })
                && standing(opened, one.id) != Standing::Prepared
    });
    let restored = opened
        .events
        .iter()
        .any(|one| matches!(one.record, Record::Restore { .. }) && one.done_at.is_some());
    let script = &room.script;
    let mut all = vec![
        ("join", Act::Join, None, !opened.parties.is_empty()),
        (
            "articles",
            Act::Articles,
            None,
            !opened.case.articles.is_empty(),
        ),
        (
            "talk",
            Act::Talk,
            script.article(Handling::Gesprek),
            has(|one| matches!(one, Record::Held { .. })),
        ),
        (
            "restore",
            Act::Restore,
            script.article(Handling::Herstel),
            restored,
        ),
        ("decide", Act::Measure, ladder(doing), decided),
    ];
    if let Some(police) = script.police() {
        let article: &str = police.artikel.as_ref();
        let done = has(|one| matches!(one, Record::Police { .. }));
        all.push(("police", Act::Police, Some(article), done));
    }
    if script.asks_board() {
        let done = has(|one| matches!(one, Record::Board { .. }));
        let article = script.article(Handling::Bestuur);
        all.push(("board", Act::Board, article, done));
    }
    all.push((
        "aftercare",
        Act::Aftercare,
        None,
        has(|one| matches!(one, Record::Aftercare { .. })),
    ));
    let over = opened.case.state.is_over();
    all.push(("close", Act::Close, None, over));
    let address = opened.case.address();
    let step = |(key, act, article, done): (&str, Act, Option<&str>, bool)| view::Step {
        label: words.t(&format!("step-{key}")).to_owned(),
        hint: article.map_or_else(String::new, |number| {
            words.f("article", &[("number", number.into())])
        }),
        address: (!over).then(|| format!("{address}/{}", act.key())),
        done,
    };
    all.into_iter().map(step).collect()
}

/// The article of the first ladder for anybody in it.
fn ladder<'a>(doing: &Doing<'a>) -> Option<&'a str> {
    let norms = ["leerling", "medewerker", "ouder"];
    let ladders = norms
        .iter()
        .flat_map(|role| doing.room.script.ladders(role));
    let mut articles = ladders.map(|one| one.artikel.as_ref().as_str());
    articles.next()
}

/// What can be done now, beside the steps of the road.
fn acts(doing: &Doing<'_>) -> Vec<view::Link> {
    let (room, words) = (doing.room, doing.ask.words());
    let case = &room.opened.case;
    let offered = [
        Act::Note,
        Act::Message,
        Act::Urgent,
        Act::Task,
        Act::Join,
        Act::Mistaken,
        Act::Seat,
        Act::Articles,
        Act::Talk,
        Act::Restore,
        Act::Measure,
        Act::NotActing,
        Act::Fake,
        Act::Board,
        Act::Police,
        Act::Aftercare,
        Act::Turn,
        Act::Close,
        Act::Reopen,
        Act::Hold,
    ];
    let fits = offered
        .into_iter()
        .filter(|act| act.fits(case.state) && (room.sight.decides() || !act.decides()));
    let mut all: Vec<view::Link> = fits.map(|act| link(doing, act, None)).collect();
    if case.state == State::Open {
        all.insert(
            1,
            view::Link {
                address: doing.ask.frame().to(&format!("{}/bewijs", case.address())),
                label: words.t("act-bewijs").to_owned(),
            },
        );
    }
    let ours = matches!(case.state, State::Open | State::Closed);
    for (act, key) in [("brief", "act-brief"), ("dossier", "act-dossier")] {
        if ours && room.sight.decides() {
            all.push(view::Link {
                address: doing.ask.frame().to(&format!("{}/{act}", case.address())),
                label: words.t(key).to_owned(),
            });
        }
    }
    all
}

fn link(doing: &Doing<'_>, act: Act, about: Option<Uuid>) -> view::Link {
    let case = &doing.room.opened.case;
    let about = about.map_or_else(String::new, |id| format!("?bij={}", id.as_simple()));
    view::Link {
        address: doing
            .ask
            .frame()
            .to(&format!("{}/{}{about}", case.address(), act.key())),
        label: doing
            .ask
            .words()
            .t(&format!("act-{}", act.key()))
            .to_owned(),
    }
}

/// An event with what can be done about it.
fn event(doing: &Doing<'_>, one: &Event) -> view::Event {
    let frame = doing.ask.frame();
    let said = story::of(doing, one);
    let role = one
        .role
        .map(|role| identity::role_said(role, doing.ask.locale()));
    let by = match (one.by, role) {
        (Some(person), Some(role)) => format!("{} ({role})", doing.names.said(person)),
        (Some(person), None) => doing.names.said(person),
        (None, _) => doing.ask.words().t("unknown-reporter").to_owned(),
    };
    let due = one.due.map(|at| {
        let late = at < doing.ask.now;
        (frame.day(shell::clock::today(at)), late)
    });
    let state = doing.room.opened.case.state;
    let decides = doing.room.sight.decides();
    let fits = |act: &Act| act.fits(state) && (decides || !act.decides());
    let mut links: Vec<view::Link> = follow_up(doing, one)
        .into_iter()
        .filter(fits)
        .map(|act| link(doing, act, Some(one.id)))
        .collect();
    if let Record::Evidence {
        file: Some(file), ..
    } = &one.record
    {
        let address = doing.room.opened.case.address();
        links.push(view::Link {
            address: frame.to(&format!("{address}/bewijs/{}", one.id.as_simple())),
            label: doing
                .ask
                .words()
                .f("save-file", &[("name", file.name.as_str().into())]),
        });
    }
    let mut text = said.text;
    if let Record::Letter { mailed, .. } = &one.record {
        let words = doing.ask.words();
        let far = if *mailed {
            doing.mailroom.far(one.id)
        } else {
            "letter-printed"
        };
        text = format!("{text}\n{}", words.t(far));
        if decides {
            let address = doing.room.opened.case.address();
            links.push(view::Link {
                address: frame.to(&format!("{address}/brief/{}", one.id.as_simple())),
                label: words.t("letter-paper").to_owned(),
            });
        }
    }
    view::Event {
        id: one.id.as_simple().to_string(),
        at: frame.moment(one.at),
        by,
        title: said.title,
        text,
        link: said.link,
        due,
        done: one.done_at.is_some(),
        links,
    }
}

/// What follows from it.
fn follow_up(doing: &Doing<'_>, one: &Event) -> Vec<Act> {
    let opened = &doing.room.opened;
    match &one.record {
        Record::Task { .. } | Record::Aftercare { .. } if one.is_open() => vec![Act::Done],
        Record::Talk { .. } if one.is_open() => vec![Act::Held, Act::Done],
        Record::Restore { .. } if one.is_open() => vec![Act::Restored, Act::Done],
        Record::Measure { .. } => match standing(opened, one.id) {
            Standing::Prepared => vec![Act::Legal, Act::Impose, Act::Drop],
            Standing::Imposed => vec![Act::Legal, Act::Objection],
            Standing::Gone => Vec::new(),
        },
        Record::Objection { .. } if one.is_open() => vec![Act::Said, Act::Ruled],
        _ => Vec::new(),
    }
}
