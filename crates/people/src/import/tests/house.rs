//! A school to import into, and files for it.

use std::io::{Seek, Write};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use seal::{BoardKeys, Master};
use shell::SeededChance;
use store::{Db, NewBoard};
use uuid::Uuid;
use words::{BoardId, SchoolId};

use super::super::*;
use super::TODAY;
use crate::model::Sector;
use crate::store::{self as sql, groups, persons};

pub(super) struct House {
    pub(super) db: Db,
    pub(super) board: BoardId,
    pub(super) keys: BoardKeys,
    pub(super) school: School,
    pub(super) chance: SeededChance,
    pub(super) today: Date,
}

impl House {
    pub(super) async fn new(db: Db) -> Self {
        let board = db.found(NewBoard::example("linde")).await.unwrap();
        let (keys, _) = Master::generate().unwrap().new_board(board).unwrap();
        let school = School {
            id: SchoolId(Uuid::from_u128(5)),
            name: "De Linde".into(),
            brin: Some("99ZZ".into()),
            protocol: None,
            sector: Sector::Po,
        };
        let mut tx = db.begin(board).await.unwrap();
        sql::schools::keep(&mut tx, &school).await.unwrap();
        tx.commit().await.unwrap();
        Self {
            db,
            board,
            keys,
            school,
            chance: SeededChance::new(1),
            today: TODAY,
        }
    }

    pub(super) async fn outcome(&self, mode: Mode, text: &str) -> Outcome {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(text.as_bytes()).unwrap();
        file.rewind().unwrap();
        let setting = Setting {
            keys: &self.keys,
            school: &self.school,
            at: Timestamp::from_second(1_789_000_000).unwrap(),
            today: self.today,
            chance: &self.chance,
            actor: None,
        };
        let mut tx = match mode {
            Mode::Preview => self.db.read(self.board).await.unwrap(),
            Mode::Commit => self.db.begin(self.board).await.unwrap(),
        };
        let outcome = run(&mut tx, &setting, mode, file, Arc::default())
            .await
            .unwrap();
        if mode == Mode::Commit && matches!(outcome, Outcome::Read(_)) {
            tx.commit().await.unwrap();
        }
        outcome
    }

    pub(super) async fn report(&self, mode: Mode, text: &str) -> Report {
        match self.outcome(mode, text).await {
            Outcome::Read(report) => *report,
            Outcome::Refused(refusal) => panic!("{refusal}"),
        }
    }

    /// Shows first, then does; what was shown is what was done.
    pub(super) async fn import(&self, text: &str) -> Report {
        let shown = self.report(Mode::Preview, text).await;
        let done = self.report(Mode::Commit, text).await;
        let bare = |report: &Report| Report {
            new: Vec::new(),
            changed: Vec::new(),
            ..report.clone()
        };
        assert_eq!(bare(&shown), bare(&done));
        done
    }

    /// Everybody: name, last day, groups of this year as a pupil.
    pub(super) async fn people(&self) -> Vec<String> {
        let mut tx = self.db.read(self.board).await.unwrap();
        let mut said = Vec::new();
        for person in persons::changed_after(&mut tx, &self.keys, -1)
            .await
            .unwrap()
        {
            let places = groups::of_person(&mut tx, person.id).await.unwrap();
            let here = places
                .iter()
                .filter(|(one, _)| one.span.holds_on(self.today));
            let names: Vec<String> = here
                .map(|(one, group)| format!(" {}={}", one.part.key(), group.name))
                .collect();
            let left = person
                .left_on
                .map(|day| format!(" weg {day}"))
                .unwrap_or_default();
            let details = person.details.unwrap();
            let born = details
                .born
                .map(|day| format!(" {day}"))
                .unwrap_or_default();
            said.push(format!(
                "{}{born}{}{left}",
                details.name.listed(),
                names.concat()
            ));
        }
        said.sort();
        said
    }
}

pub(super) fn edexml(year: &str, pupils: &str) -> String {
    format!(
        "<EDEX><school><schooljaar>{year}</schooljaar><brincode>99ZZ</brincode></school>\n<groepen>\
         <groep key=\"a\"><naam>7a</naam><jaargroep>7</jaargroep></groep><groep key=\"b\"><naam>7/8</naam><jaargroep>C</jaargroep></groep></groepen>\n\
         <leerlingen>\n{pupils}\n</leerlingen>\n<leerkrachten><leerkracht key=\"1\"><achternaam>Oosterlo</achternaam><roepnaam>Jikke</roepnaam>\
         <rol>LRK</rol><groepen><groep key=\"a\"/></groepen></leerkracht></leerkrachten></EDEX>"
    )
}

pub(super) fn pupil(key: &str, name: &str, group: &str, more: &str) -> String {
    format!(
        "<leerling key=\"{key}\"><achternaam>Bos</achternaam><roepnaam>{name}</roepnaam>{more}<groep key=\"{group}\"/></leerling>\n"
    )
}

pub(super) fn story<Fut: Future<Output = ()>>(story: impl Fn(House) -> Fut) {
    testkit::database::on_both(
        &[sql::MIGRATIONS, decisions::MIGRATIONS, identity::MIGRATIONS],
        |db| async {
            story(House::new(db).await).await;
        },
    );
}
