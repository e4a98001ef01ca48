//! What the stories about papers share: what a reader gets out of a PDF, parents, and a case that is open.

use std::io::Write as _;
use std::process::{Command, Stdio};

use people::model::{Authority, Guardianship};
use words::{PersonId, Role};

use crate::house::House;

/// The text as a reader copies it. `./test tools` installs what this asks for.
pub(crate) fn text_of(pdf: &[u8]) -> String {
    let out = run("pdftotext", &["-layout", "-enc", "UTF-8", "-", "-"], pdf);
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The names of the files inside.
pub(crate) fn files_of(pdf: &[u8]) -> String {
    let file = std::env::temp_dir().join(format!("{}.pdf", uuid::Uuid::now_v7().simple()));
    std::fs::write(&file, pdf).unwrap();
    let out = Command::new("pdfdetach")
        .arg("-list")
        .arg(&file)
        .output()
        .unwrap();
    std::fs::remove_file(&file).unwrap();
    String::from_utf8(out.stdout).unwrap()
}

fn run(program: &str, args: &[&str], bytes: &[u8]) -> String {
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("pdftotext is missing: ./test tools installs it");
    let mut stdin = child.stdin.take().unwrap();
    let bytes = bytes.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(&bytes));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    String::from_utf8(output.stdout).unwrap()
}

impl House {
    /// The adults around a pupil.
    pub(crate) async fn bonds(&self, pupil: PersonId) -> Vec<Guardianship> {
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        people::store::guardians::of_pupil(&mut tx, pupil)
            .await
            .unwrap()
    }

    /// A pupil under sixteen nobody signs in as, with at least one parent who represents them; and that parent.
    pub(crate) async fn family(&self, skip: usize) -> (PersonId, PersonId) {
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let all = people::store::persons::all_enrolments(&mut tx)
            .await
            .unwrap();
        drop(tx);
        let faces: Vec<PersonId> = self.demo.faces.iter().map(|face| face.person).collect();
        let mut found = Vec::new();
        for one in all.iter().filter(|one| one.school == self.demo.school) {
            let bonds = self.bonds(one.pupil).await;
            let fits = bonds.iter().all(|bond| !faces.contains(&bond.guardian))
                && !faces.contains(&one.pupil);
            let bond = bonds
                .iter()
                .find(|bond| bond.authority == Authority::Yes && bond.confirmed.is_some());
            if let (true, Some(bond)) = (fits, bond) {
                found.push((one.pupil, bond.guardian));
            }
            if found.len() > skip {
                break;
            }
        }
        *found.get(skip).unwrap()
    }

    /// Somebody is around a pupil, without authority.
    pub(crate) async fn stands_around(&self, who: PersonId, child: PersonId) {
        let mut tx = self.db.begin(self.demo.board).await.unwrap();
        let bond = Guardianship {
            pupil: child,
            guardian: who,
            relation: people::model::Relation::Parent,
            authority: Authority::No,
            confirmed: None,
            span: people::model::Span {
                from: self.today(),
                until: None,
            },
        };
        people::store::guardians::add(&mut tx, &[bond])
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// What somebody is called.
    pub(crate) async fn name(&self, person: PersonId) -> words::PersonName {
        let keys = self.keys().await;
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let found = people::store::persons::person(&mut tx, &keys, person).await;
        found.unwrap().unwrap().details.unwrap().name
    }

    /// A case that the team leader leads; its number and where it is.
    pub(crate) async fn begun(
        &self,
        reporter: PersonId,
        fields: &[(&str, &str)],
    ) -> (String, String) {
        let leader = self.who(Role::Teamleider);
        let number = self.signals(reporter, fields, None).await;
        let case = self.finds(leader, &number).await.expect("on the list");
        self.takes_up(leader, &case).await;
        (number, case)
    }

    /// How often the log says this, with this outcome.
    pub(crate) async fn outcomes(&self, kind: &'static str) -> Vec<String> {
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let sql = "SELECT outcome FROM log_entry WHERE board = $1 AND kind = $2 ORDER BY seq";
        let rows = tx.all(sql, store::params![kind]).await.unwrap();
        rows.iter().map(|row| row.get("outcome").unwrap()).collect()
    }

    /// Prepares a measure on somebody of this name: step of the ladder, what it is by law, first and last day. What it is named by.
    pub(crate) async fn prepares(
        &self,
        who: PersonId,
        case: &str,
        name: &str,
        [step, kind, from, until]: [&str; 4],
    ) -> String {
        let party = self.choice(who, &format!("{case}/maatregel"), name).await;
        let fields = [
            ("wie", party.as_str()),
            ("trap", step),
            ("soort", kind),
            ("openbaar", "ja"),
            ("reden", "Een vernederend filmpje."),
            ("van", from),
            ("tot", until),
        ];
        self.does(who, case, "maatregel", &fields).await;
        self.follows(who, case, "opleggen").await
    }

    /// A suspension of a pupil stands on record in a case that is open.
    pub(crate) async fn imposed(&self, case: &str, pupil: PersonId) {
        use cases::model::{Event, Record};
        let keys = self.keys().await;
        let id: PersonId = case.rsplit('/').next().unwrap().parse().unwrap();
        let mut tx = self.db.begin(self.demo.board).await.unwrap();
        let key = cases::store::cases::key(&mut tx, &keys, id.0)
            .await
            .unwrap()
            .unwrap();
        let parties = cases::store::parties::of(&mut tx, None, id.0)
            .await
            .unwrap();
        let party = parties
            .iter()
            .find(|one| one.person == Some(pupil))
            .unwrap()
            .id;
        let event = |about, record| Event {
            id: uuid::Uuid::now_v7(),
            about,
            at: self.now(),
            by: None,
            role: None,
            due: None,
            done_at: None,
            record,
        };
        let day = self.today();
        let measure = event(
            None,
            Record::Measure {
                party,
                step: "schorsing".to_owned(),
                kind: "schorsing".to_owned(),
                article: None,
                reason: "Een vernederend filmpje.".to_owned(),
                public: true,
                from: Some(day),
                until: Some(day),
            },
        );
        let imposed = event(Some(measure.id), Record::Imposed { on: day });
        cases::store::events::add(&mut tx, &key, id.0, &[measure, imposed])
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }
}

/// A suspension of one day.
pub(crate) const ONE_DAY: [&str; 4] = ["7.b|schorsing", "schorsing", "2026-11-23", "2026-11-23"];
