//! What stands in a dossier.

use law::police::Offence;
use papers::{Attachment, Dossier, Pdf, Relation, Run, Table};
use uuid::Uuid;

use super::super::acts::Doing;
use super::super::acts::police::filing;
use super::super::story;
use super::mask::{index, labels, mime, redactor};
use crate::model::{Event, File, Record};
use crate::paper::written;
use crate::rules::dossier::{Chapter, Given, Reader, given};
use crate::rules::redact::Redactor;

/// A dossier, and the files that go into it after its pages.
pub(super) struct Made {
    pub(super) dossier: Dossier,
    pub(super) files: Vec<(Uuid, u64)>,
}

/// Writes all but the files. Whoever may not know names reads parts and numbers instead.
pub(super) fn write(doing: &mut Doing<'_>, reader: &Reader) -> Made {
    let labels = labels(doing);
    let cover = redactor(doing, reader, &labels);
    if let Reader::Party { own, .. } = reader {
        let others = labels.into_iter().filter(|(id, _)| !own.contains(id));
        doing.masks = others.collect();
    }
    let doing = &*doing;
    let words = doing.ask.words();
    let case = &doing.room.opened.case;
    let title = words.f(
        "dossier-title",
        &[("number", case.number.to_string().into())],
    );
    let mut making = Making {
        doing,
        reader,
        cover,
        dossier: Dossier::new(&*title, doing.ask.locale().tag(), index(doing)),
        files: Vec::new(),
        left: Vec::new(),
    };
    let footer = format!("{title} · {}", doing.room.school.name);
    making.dossier.text().footer(footer);
    making.facts();
    making.parties();
    making.signal();
    for chapter in Chapter::ALL {
        making.chapter(chapter);
    }
    making.left_out();
    Made {
        dossier: making.dossier,
        files: making.files,
    }
}

struct Making<'a> {
    doing: &'a Doing<'a>,
    reader: &'a Reader,
    cover: Redactor,
    dossier: Dossier,
    files: Vec<(Uuid, u64)>,
    left: Vec<(String, String)>,
}

impl Making<'_> {
    fn text(&mut self) -> &mut Pdf {
        self.dossier.text()
    }

    fn day(&self, at: jiff::Timestamp) -> String {
        people::day_said(self.doing.ask.locale(), shell::clock::today(at))
    }

    /// Which case, of which school, how far, by which protocol, and for whom this is.
    fn facts(&mut self) {
        let doing = self.doing;
        let (words, case) = (doing.ask.words(), &doing.room.opened.case);
        let state = words.t(crate::views::list::state_key(case.state));
        let way = words.t(&format!("way-{}", case.way.key())).to_owned();
        let force = case.in_force.as_ref();
        let protocol = force.map_or_else(String::new, |one| {
            format!("{} {}", one.protocol, one.version)
        });
        let reader = match self.reader {
            Reader::School => words.t("dossier-for-school").to_owned(),
            Reader::Police => words.t("dossier-for-police").to_owned(),
            Reader::Party { people, .. } => {
                let names: Vec<String> = people.iter().map(|id| doing.names.said(*id)).collect();
                names.join(", ")
            }
        };
        let role = identity::role_said(doing.room.role, doing.ask.locale());
        let by = format!("{} ({role})", doing.names.said(doing.ask.caller.person));
        let closed = case.closed_at.map_or_else(String::new, |at| self.day(at));
        let (received, today) = (self.day(case.received_at), self.day(doing.ask.now));
        let rows = [
            ("dossier-school", doing.room.school.name.clone()),
            ("dossier-came", format!("{received}, {way}")),
            ("dossier-state", state.to_owned()),
            ("dossier-closed", closed),
            ("dossier-protocol", protocol),
            ("dossier-articles", case.articles.join(", ")),
            ("dossier-reader", reader),
            ("dossier-made", format!("{today}, {by}")),
        ];
        let mut table = Table::new(
            &[3.0, 7.0],
            &[words.t("dossier-what"), words.t("dossier-is")],
        );
        for (key, value) in rows.iter().filter(|(_, value)| !value.is_empty()) {
            table = table.row(&[words.t(key), value]);
        }
        let system = doing
            .room
            .script
            .dossier()
            .filter(|_| *self.reader == Reader::School);
        let system = system.map(|(system, article)| {
            let values = [("system", system.into()), ("article", article.into())];
            words.f("dossier-system", &values)
        });
        let note = matches!(self.reader, Reader::Party { .. })
            .then(|| words.t("dossier-masked").to_owned());
        let text = self.text();
        text.heading(1, words.t("dossier-facts")).table(&table);
        for line in system.into_iter().chain(note) {
            text.note(&[Run::plain(line)]);
        }
    }

    /// Who is in it, and who handles it.
    fn parties(&mut self) {
        let doing = self.doing;
        let words = doing.ask.words();
        let head = [words.t("dossier-who"), words.t("dossier-part")];
        let mut table = Table::new(&[5.0, 5.0], &head);
        for party in &doing.room.opened.parties {
            let mut part = words.t(&format!("part-{}", party.part.key())).to_owned();
            if let Some(of) = party.parent_of.and_then(|id| doing.room.opened.party(id)) {
                let of = words.f("parent-of", &[("who", doing.called(of).into())]);
                part = format!("{part} {of}");
            }
            if party.cleared_at.is_some() {
                part = format!("{part} ({})", words.t("cleared"));
            }
            table = table.row(&[&doing.called(party), &part]);
        }
        for seat in &doing.room.opened.seats {
            let part = words.t(&format!("seat-{}", seat.seat.key())).to_owned();
            table = table.row(&[&doing.names.said(seat.person), &part]);
        }
        self.text()
            .heading(1, words.t("dossier-parties"))
            .table(&table);
    }

    fn signal(&mut self) {
        let doing = self.doing;
        let words = doing.ask.words();
        let account = &doing.room.opened.account;
        let (said, link) = (self.cover.cover(&account.text), account.link.clone());
        let link = link.map(|link| self.cover.cover(&link));
        let from = self.by_reporter();
        // What a message says of itself is for who may know who signalled.
        let knows = matches!(self.reader, Reader::Police | Reader::School);
        let mail = account.mail.as_ref().filter(|_| knows);
        let mail = mail.map(|mail| crate::views::mailbox::says(words, mail));
        let text = self.text();
        text.heading(1, words.t("case-signalled"));
        text.paragraph(&[Run::plain(from)]);
        if let Some(mail) = mail {
            text.paragraph(&[Run::plain(mail)]);
        }
        written(text, &said);
        if let Some(link) = link {
            text.paragraph(&[Run::plain(link)]);
        }
    }

    /// Who signalled: named to the police only.
    fn by_reporter(&self) -> String {
        let case = &self.doing.room.opened.case;
        match (self.reader, case.reporter) {
            (Reader::Police, Some(person)) => self.doing.reporter(person),
            _ => self.doing.ask.words().t("mask-reporter").to_owned(),
        }
    }

    /// Who did something: a role, and the name where the reader may know it.
    fn by(&self, event: &Event) -> String {
        let Some(person) = event.by else {
            return self.by_reporter();
        };
        let opened = &self.doing.room.opened;
        // Who signalled acts as that, unless they handle the case as well.
        let sits = opened.seats.iter().any(|one| one.person == person);
        if Some(person) == opened.case.reporter && !sits {
            return self.by_reporter();
        }
        let role = event
            .role
            .map(|role| identity::role_said(role, self.doing.ask.locale()));
        let role = role.unwrap_or_default();
        let known = match self.reader {
            Reader::Party { people, .. } => people.contains(&person),
            _ => true,
        };
        match (known, role.is_empty()) {
            (true, false) => format!("{} ({role})", self.doing.names.said(person)),
            (true, true) => self.doing.names.said(person),
            (false, _) => role.to_owned(),
        }
    }

    fn chapter(&mut self, chapter: Chapter) {
        let doing = self.doing;
        let words = doing.ask.words();
        let events = doing.room.opened.events.iter();
        let mine: Vec<&Event> = events
            .filter(|one| Chapter::of(&one.record) == chapter)
            .collect();
        let mut begun = false;
        for event in mine {
            let is = given(&doing.room.opened, event, self.reader);
            match is {
                Given::Kept => continue,
                Given::LeftOut => {
                    self.leave(event, "left-of-another");
                    continue;
                }
                Given::WithoutFile => self.leave(event, "left-file"),
                Given::Whole => {}
            }
            if !begun {
                self.text().heading(1, words.t(chapter.key()));
                begun = true;
            }
            self.event(event, is);
        }
    }

    /// Notes what is left out, and why; nothing of what stands in it.
    fn leave(&mut self, event: &Event, why: &str) {
        let words = self.doing.ask.words();
        let what = words.t(Chapter::of(&event.record).key());
        let row = (
            format!("{what}, {}", self.day(event.at)),
            words.t(why).to_owned(),
        );
        self.left.push(row);
    }

    fn event(&mut self, event: &Event, is: Given) {
        let said = story::of(self.doing, event);
        let (title, mut text) = (self.cover.cover(&said.title), said.text);
        if let (Record::Evidence { text: about, .. }, Given::WithoutFile) = (&event.record, is) {
            text.clone_from(about);
        }
        let text = format!("{}\n{}", self.cover.cover(&text), self.fact(event));
        let place = said.link.map(|link| self.cover.cover(&link));
        let stamp = format!(
            "{} · {}",
            self.doing.ask.frame().moment(event.at),
            self.by(event)
        );
        let whole = is == Given::Whole;
        let file = match &event.record {
            Record::Evidence {
                file: Some(file), ..
            } if whole => Some(self.attach(event, file)),
            _ => None,
        };
        let pdf = self.text();
        pdf.heading(2, title).paragraph(&[Run::bold(stamp)]);
        written(pdf, &text);
        for line in place.into_iter().chain(file) {
            pdf.paragraph(&[Run::plain(line)]);
        }
    }

    /// Which offence it may be and who files: in the pack for the police, and nowhere else.
    fn fact(&self, event: &Event) -> String {
        let (
            Record::Police {
                offence: Some(code),
                party,
                known_on,
                ..
            },
            Reader::Police,
        ) = (&event.record, self.reader)
        else {
            return String::new();
        };
        let Some(offence) = Offence::ALL.into_iter().find(|one| one.code() == code) else {
            return String::new();
        };
        let words = self.doing.ask.words();
        let what = words.t(&format!("offence-{code}")).to_owned();
        let article = offence.source().article;
        let values = [("what", what.into()), ("article", article.into())];
        let fact = words.f("police-fact", &values);
        let affected = party.and_then(|id| self.doing.room.opened.party(id));
        match affected {
            Some(party) => format!(
                "{fact}\n{}",
                filing(self.doing, party, (Some(offence), *known_on))
            ),
            None => fact,
        }
    }

    /// Announces a file; the sentence that names it.
    fn attach(&mut self, event: &Event, file: &File) -> String {
        let words = self.doing.ask.words();
        let about = format!("{} · SHA-256 {}", words.t("event-evidence"), file.sha256);
        let number = self.dossier.attach(Attachment {
            name: file.name.clone(),
            mime: mime(&file.name).to_owned(),
            about,
            at: Some(event.at),
            when: self.day(event.at),
            relation: Relation::Supplement,
        });
        self.files.push((event.id, file.size));
        words.f("dossier-attached", &[("number", number.into())])
    }

    /// What the reader does not get, and why.
    fn left_out(&mut self) {
        if self.left.is_empty() {
            return;
        }
        let words = self.doing.ask.words();
        let head = [words.t("dossier-what"), words.t("dossier-why")];
        let mut table = Table::new(&[5.0, 5.0], &head);
        for (what, why) in &self.left {
            table = table.row(&[what, why]);
        }
        self.text()
            .heading(1, words.t("dossier-left"))
            .table(&table);
    }
}
