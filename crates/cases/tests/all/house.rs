//! A made-up school behind its own front door, with the pages of this word.

use std::future::Future;
use std::ops::Deref;
use std::sync::Arc;

use cases::Cases;
use people::Later;
use words::PersonId;

pub(crate) use schoolhouse::text;

/// A school to test with.
pub(crate) struct House {
    under: schoolhouse::House,
    outbox: Arc<mail::Memory>,
}

impl Deref for House {
    type Target = schoolhouse::House;
    fn deref(&self) -> &Self::Target {
        &self.under
    }
}

/// The tables that these pages stand on.
pub(crate) fn migrations() -> Vec<store::Migration> {
    [
        decisions::MIGRATIONS,
        identity::MIGRATIONS,
        people::MIGRATIONS,
        cases::MIGRATIONS,
    ]
    .concat()
}

/// Tells a story at a made-up school that follows this protocol, on both databases.
pub(crate) fn at_school<F, Fut>(protocol: &'static str, story: F)
where
    F: Fn(Arc<House>) -> Fut,
    Fut: Future<Output = ()>,
{
    schoolhouse::on_both(&[&migrations()], |ground| async {
        let house = House::begin(ground, protocol).await;
        story(Arc::new(house)).await;
    });
}

impl House {
    async fn begin(ground: schoolhouse::Ground, protocol: &str) -> Self {
        let config = identity::Config {
            menu: Arc::new(|caller| cases::menu(caller, caller.locale)),
            ..identity::Config::default()
        };
        let later = Later {
            work: vec![Box::new(cases::Seated)],
            follows: vec![Box::new(cases::Merged)],
            keeps: vec![Box::new(cases::Chronology)],
            waits: vec![Box::new(cases::Waiting)],
        };
        let people = ground.people_with(config, later);
        let reads = channels::Channels::new(people.clone(), channels::Reach::Loopback).unwrap();
        let us = Cases::new(people.clone(), reads);
        let outbox = Arc::new(mail::Memory::default());
        let sent: Arc<dyn mail::Outbox> = Arc::clone(&outbox) as _;
        let mut jobs = cases::jobs::jobs(&us);
        jobs.extend(identity::jobs(&people.identity, &sent));
        let pages = people::routes(people).merge(cases::routes(us));
        let mut tx = ground.db.begin(ground.demo.board).await.unwrap();
        let school = people::store::schools::school(&mut tx, ground.demo.school);
        let school = people::model::School {
            protocol: Some(protocol.to_owned()),
            sector: match protocol {
                "flex" | "pcc" => people::model::Sector::Vo,
                _ => people::model::Sector::Po,
            },
            ..school.await.unwrap().unwrap()
        };
        people::store::schools::keep(&mut tx, &school)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        Self {
            under: ground.house(pages, jobs),
            outbox,
        }
    }

    /// The letters that left.
    pub(crate) fn letters(&self) -> Vec<(String, mail::Letter)> {
        self.outbox.letters()
    }

    /// Somebody signals, with a file or without; the number of it.
    pub(crate) async fn signals(
        &self,
        who: PersonId,
        fields: &[(&str, &str)],
        file: Option<(&str, &[u8])>,
    ) -> String {
        let mut all = vec![(
            "wat",
            "Er staat een lelijk filmpje over Sanne op een netwerk.",
        )];
        all.extend(fields);
        let files: Vec<(&str, &str, &[u8])> = file
            .map(|(name, bytes)| ("bestand", name, bytes))
            .into_iter()
            .collect();
        let on = self.upload(who, "/melden", &all, &files).await.taken();
        let page = self.get(who, &on).await.shown();
        text(&page)
            .split("Nummer ")
            .nth(1)
            .unwrap()
            .split(' ')
            .next()
            .unwrap()
            .to_owned()
    }

    /// Where a case is handled, as somebody finds it in their list.
    pub(crate) async fn finds(&self, who: PersonId, number: &str) -> Option<String> {
        let list = self
            .get(who, &format!("/zaken?zoek={number}"))
            .await
            .shown();
        let at = list.find(&format!(">{number}<"))?;
        let before = list.get(..at)?;
        let (_, address) = before.rsplit_once("href=\"")?;
        Some(address.trim_end_matches('"').to_owned())
    }

    /// Does something with a case, and comes back to it.
    pub(crate) async fn does(
        &self,
        who: PersonId,
        case: &str,
        act: &str,
        fields: &[(&str, &str)],
    ) -> String {
        let address = format!("{case}/{act}");
        self.post(who, &address, fields).await.taken()
    }

    /// The identity of a choice of a form by what it says.
    pub(crate) async fn choice(&self, who: PersonId, address: &str, says: &str) -> String {
        let page = self.get(who, address).await.shown();
        let at = page
            .find(&format!("<span>{says}"))
            .unwrap_or_else(|| panic!("{says} is no choice of {address}"));
        let (_, value) = page[..at].rsplit_once("value=\"").unwrap();
        value.split('"').next().unwrap().to_owned()
    }

    /// The address of what can be done about the last event of a case that says this.
    pub(crate) async fn follows(&self, who: PersonId, case: &str, act: &str) -> String {
        let page = self.get(who, case).await.shown();
        let link = format!("{case}/{act}?bij=");
        let at = page
            .find(&link)
            .unwrap_or_else(|| panic!("{act} is not offered"));
        let rest = &page[at + link.len()..];
        rest.split('"').next().unwrap().to_owned()
    }

    /// What a page says, as text.
    pub(crate) async fn says(&self, who: PersonId, address: &str) -> String {
        text(&self.get(who, address).await.shown())
    }
}

impl House {
    /// Takes a signal up.
    pub(crate) async fn takes_up(&self, who: PersonId, case: &str) {
        self.post(who, case, &[("wat", "oppakken")]).await.taken();
    }

    /// As [`House::does`], with values made on the way.
    pub(crate) async fn does_with(
        &self,
        who: PersonId,
        case: &str,
        act: &str,
        fields: &[(&str, String)],
    ) -> String {
        let fields: Vec<(&str, &str)> = fields
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        self.does(who, case, act, &fields).await
    }

    /// What the school knows of somebody.
    async fn person(&self, person: PersonId) -> people::model::Person {
        let keys = self.keys().await;
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let found = people::store::persons::person(&mut tx, &keys, person).await;
        found.unwrap().unwrap()
    }

    /// The address of somebody.
    pub(crate) async fn mail_of(&self, person: PersonId) -> String {
        self.person(person).await.details.unwrap().email.unwrap()
    }

    /// A pupil whom nobody signs in as.
    pub(crate) async fn child(&self) -> PersonId {
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let all = people::store::persons::all_enrolments(&mut tx)
            .await
            .unwrap();
        let mut faces = self.demo.faces.iter().map(|face| face.person);
        let child = all
            .iter()
            .map(|one| one.pupil)
            .find(|id| !faces.any(|face| face == *id));
        child.unwrap()
    }

    /// Puts somebody in a case; what they are called.
    pub(crate) async fn joins(
        &self,
        who: PersonId,
        case: &str,
        person: PersonId,
        part: &str,
    ) -> String {
        let name = self.person(person).await.said();
        let fields = [
            ("naam", name.as_str()),
            ("wie", &person.to_string()),
            ("deel", part),
        ];
        self.does(who, case, "betrokkene", &fields).await;
        name
    }

    /// Plans a talk with somebody of this name, holds it and writes down what was said.
    pub(crate) async fn hears(&self, who: PersonId, case: &str, name: &str, kind: &str) {
        let party = self.choice(who, &format!("{case}/gesprek"), name).await;
        let plan = [
            ("met", party.as_str()),
            ("soort", kind),
            ("dag", "2026-11-21"),
            ("tijd", "13:00"),
        ];
        self.does(who, case, "gesprek", &plan).await;
        let talk = self.follows(who, case, "verslag").await;
        let held = [
            ("bij", talk.as_str()),
            ("met", &party),
            ("dag", "2026-11-20"),
            ("tekst", "Het is besproken."),
            ("akkoord", "ja"),
        ];
        self.does(who, case, "verslag", &held).await;
    }

    /// Asks somebody of this name to remove and to put right, and sees that it was done.
    pub(crate) async fn restores(&self, who: PersonId, case: &str, name: &str) {
        let party = self.choice(who, &format!("{case}/herstel"), name).await;
        let asks = [
            ("aan", party.as_str()),
            ("wat", "verwijderen"),
            ("wat", "corrigeren"),
            ("tekst", "Weg, en een bericht dat het niet klopte."),
            ("dag", "2026-11-23"),
        ];
        self.does(who, case, "herstel", &asks).await;
        let asked = self.follows(who, case, "nagegaan").await;
        for what in ["verwijderen", "corrigeren"] {
            let seen = [
                ("bij", asked.as_str()),
                ("wat", what),
                ("gedaan", "ja"),
                ("tekst", "Zelf gekeken."),
            ];
            self.does(who, case, "nagegaan", &seen).await;
        }
    }

    /// Finishes everything with a term.
    pub(crate) async fn finishes(&self, who: PersonId, case: &str) {
        loop {
            let page = self.get(who, case).await.shown();
            let link = format!("{case}/klaar?bij=");
            let Some(at) = page.find(&link) else { return };
            let task = page[at + link.len()..]
                .split('"')
                .next()
                .unwrap()
                .to_owned();
            let done = [("bij", task.as_str()), ("tekst", "Gedaan.")];
            self.does(who, case, "klaar", &done).await;
        }
    }

    /// What who signalled reads of it.
    pub(crate) async fn thread(&self, who: PersonId, number: &str) -> String {
        let list = self.get(who, "/melden/mijn").await.shown();
        let at = list
            .find(&format!(">Zaak {number}<"))
            .expect("among their own");
        let (_, address) = list[..at].rsplit_once("href=\"").unwrap();
        self.says(who, address.trim_end_matches('"')).await
    }
}

impl House {
    /// As [`House::finds`], where the list itself may be refused.
    pub(crate) async fn finds_or_not(&self, who: PersonId, number: &str) -> Option<String> {
        let list = self.get(who, &format!("/zaken?zoek={number}")).await;
        let at = list.body.find(&format!(">{number}<"))?;
        Some(list.body[..at].to_owned())
    }

    /// As [`House::joins`]; where it goes on.
    pub(crate) async fn joins_to(
        &self,
        who: PersonId,
        case: &str,
        person: PersonId,
        part: &str,
    ) -> String {
        let name = self.person(person).await.said();
        let id = person.to_string();
        let fields = [
            ("naam", name.as_str()),
            ("wie", id.as_str()),
            ("deel", part),
        ];
        self.does(who, case, "betrokkene", &fields).await
    }

    /// Somebody is a parent of a pupil from now on.
    pub(crate) async fn becomes_parent(&self, who: PersonId, child: PersonId) {
        let mut tx = self.db.begin(self.demo.board).await.unwrap();
        let bond = people::model::Guardianship {
            pupil: child,
            guardian: who,
            relation: people::model::Relation::Parent,
            authority: people::model::Authority::Yes,
            confirmed: Some((who, self.now())),
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

    /// Who is named in the log under this kind.
    pub(crate) async fn logged(&self, kind: &'static str) -> String {
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let rows = tx
            .all(
                "SELECT actor FROM log_entry WHERE board = $1 AND kind = $2 ORDER BY seq",
                store::params![kind],
            )
            .await
            .unwrap();
        let actors = rows.iter().map(|row| {
            let actor: Option<PersonId> = row.get("actor").unwrap();
            actor.map(|id| id.to_string()).unwrap_or_default()
        });
        actors.collect::<Vec<_>>().join(" ")
    }

    /// How many rows a table of this word has.
    pub(crate) async fn rows(&self, table: &str) -> i64 {
        let sql = match table {
            "case_piece" => "SELECT count(*) AS many FROM case_piece WHERE board = $1",
            _ => "SELECT count(*) AS many FROM case_file WHERE board = $1",
        };
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        tx.one(sql, Vec::new()).await.unwrap().get("many").unwrap()
    }

    /// In how many rows of cases a word can be read.
    pub(crate) async fn plain(&self, word: &str) -> usize {
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let mut found = 0;
        for sql in [
            "SELECT sealed FROM case_file WHERE board = $1",
            "SELECT sealed FROM case_event WHERE board = $1",
            "SELECT receipt AS sealed FROM case_file WHERE board = $1",
        ] {
            for row in tx.all(sql, Vec::new()).await.unwrap() {
                let bytes: Option<Vec<u8>> = row.get("sealed").unwrap();
                let bytes = bytes.unwrap_or_default();
                let is = |part: &[u8]| part == word.as_bytes();
                found += usize::from(bytes.windows(word.len()).any(is));
            }
        }
        found
    }
}
