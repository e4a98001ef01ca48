//! A made-up school behind its own front door, with the pages of this word.

use std::future::Future;
use std::ops::Deref;
use std::sync::Arc;

use advice::Advice;
use people::Later;
use words::{PersonId, Role};

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

/// Tells a story at a made-up school that follows this protocol, on both databases.
pub(crate) fn at_school<F, Fut>(protocol: Option<&'static str>, story: F)
where
    F: Fn(Arc<House>) -> Fut,
    Fut: Future<Output = ()>,
{
    let all = [
        decisions::MIGRATIONS,
        identity::MIGRATIONS,
        people::MIGRATIONS,
        advice::MIGRATIONS,
    ];
    schoolhouse::on_both(&all, |ground| async {
        let house = House::begin(ground, protocol).await;
        story(Arc::new(house)).await;
    });
}

impl House {
    async fn begin(ground: schoolhouse::Ground, protocol: Option<&str>) -> Self {
        let config = identity::Config {
            menu: Arc::new(|caller| advice::menu(caller, caller.locale)),
            ..identity::Config::default()
        };
        let later = Later {
            work: vec![Box::new(advice::HandedOver)],
            follows: vec![Box::new(advice::Merged)],
            waits: vec![Box::new(advice::Waiting)],
            ..Later::default()
        };
        let people = ground.people_with(config, later);
        let us = Advice::new(people.clone());
        let outbox = Arc::new(mail::Memory::default());
        let sent: Arc<dyn mail::Outbox> = Arc::clone(&outbox) as _;
        let mut jobs = advice::jobs::jobs(&us);
        jobs.extend(identity::jobs(&people.identity, &sent));
        let pages = people::routes(people).merge(advice::routes(us));
        let mut tx = ground.db.begin(ground.demo.board).await.unwrap();
        let school = people::store::schools::school(&mut tx, ground.demo.school);
        let school = people::model::School {
            protocol: protocol.map(str::to_owned),
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

    /// Somebody asks; the page of the question.
    pub(crate) async fn asks(&self, who: PersonId, fields: &[(&str, &str)]) -> String {
        let question = "Mag dit filmpje van de sportdag op de website?";
        let mut all = vec![("vraag", question)];
        all.extend(fields);
        self.post(who, "/twijfel", &all).await.taken()
    }

    /// Who has the question of this address on their list, of these roles.
    pub(crate) async fn waits_for(&self, address: &str, roles: &[Role]) -> Vec<Role> {
        let mut found = Vec::new();
        for role in roles {
            let home = self.get(self.who(*role), "/thuis").await.shown();
            if home.contains(&format!("href=\"{address}\"")) {
                found.push(*role);
            }
        }
        found
    }

    /// What a page says, as text.
    pub(crate) async fn says(&self, who: PersonId, address: &str) -> String {
        text(&self.get(who, address).await.shown())
    }

    /// The kinds and outcomes in the log, in order, of this word.
    pub(crate) async fn log(&self) -> Vec<String> {
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let rows = tx
            .all(
                "SELECT kind, outcome FROM log_entry WHERE board = $1 ORDER BY seq",
                Vec::new(),
            )
            .await
            .unwrap();
        let said = rows.iter().map(|row| {
            let (kind, outcome): (String, String) =
                (row.get("kind").unwrap(), row.get("outcome").unwrap());
            format!("{kind} {outcome}")
        });
        said.filter(|one| one.starts_with("advice")).collect()
    }
}

/// The roles that work at a school and may answer.
pub(crate) const STAFF: [Role; 8] = [
    Role::Leraar,
    Role::Mentor,
    Role::Pr,
    Role::Teamleider,
    Role::Directeur,
    Role::Antipest,
    Role::Bestuur,
    Role::Medewerker,
];

/// An answer as it is filled in.
pub(crate) const ANSWER: [(&str, &str); 3] = [
    ("wat", "antwoord"),
    ("uitkomst", "aanpassen"),
    ("woorden", "Haal de andere klas eruit."),
];

impl House {
    /// Everybody with this part in the groups of somebody today.
    pub(crate) async fn around(
        &self,
        person: PersonId,
        part: people::model::Part,
    ) -> Vec<PersonId> {
        use people::store::groups;
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let mut found = Vec::new();
        for (member, group) in groups::of_person(&mut tx, person).await.unwrap() {
            if !member.span.holds_on(self.today()) {
                continue;
            }
            let all = groups::members(&mut tx, group.id, self.today()).await;
            let some = all.unwrap().into_iter().filter(|one| one.part == part);
            found.extend(some.map(|one| one.person));
        }
        found
    }

    /// Whether a question is on somebody's list.
    pub(crate) async fn is_on_list(&self, who: PersonId, address: &str) -> bool {
        let home = self.get(who, "/thuis").await.shown();
        home.contains(&format!("href=\"{address}\""))
    }
}
