//! A made-up school behind its own front door, with the pages of this word.

use std::future::Future;
use std::ops::Deref;
use std::sync::Arc;

use cases::Cases;
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
pub(crate) fn at_school<F, Fut>(protocol: &'static str, story: F)
where
    F: Fn(Arc<House>) -> Fut,
    Fut: Future<Output = ()>,
{
    let all = [
        decisions::MIGRATIONS,
        identity::MIGRATIONS,
        people::MIGRATIONS,
        cases::MIGRATIONS,
    ];
    schoolhouse::on_both(&all, |ground| async {
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
            waits: vec![Box::new(cases::Waiting)],
        };
        let people = ground.people_with(config, later);
        let us = Cases::new(people.clone());
        let outbox = Arc::new(mail::Memory::default());
        let sent: Arc<dyn mail::Outbox> = Arc::clone(&outbox) as _;
        let mut jobs = cases::jobs::jobs(&us);
        jobs.extend(identity::jobs(&people.identity, &sent));
        let pages = people::routes(people).merge(cases::routes(us));
        let mut tx = ground.db.begin(ground.demo.board).await.unwrap();
        let school = people::store::schools::school(&mut tx, ground.demo.school);
        let school = people::model::School {
            protocol: Some(protocol.to_owned()),
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
        let page = self.upload(who, "/melden", &all, &files).await.shown();
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
            .find(says)
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

    /// Who has this role.
    pub(crate) fn role(&self, role: Role) -> PersonId {
        self.who(role)
    }
}

impl House {
    /// Puts somebody in a case; what they are called.
    pub(crate) async fn does_join(
        &self,
        who: PersonId,
        case: &str,
        person: PersonId,
        part: &str,
    ) -> String {
        let keys = self.keys().await;
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let found = people::store::persons::person(&mut tx, &keys, person).await;
        let name = found.unwrap().unwrap().said();
        drop(tx);
        let fields = [
            ("naam", name.as_str()),
            ("wie", &person.to_string()),
            ("deel", part),
        ];
        self.does(who, case, "betrokkene", &fields).await;
        name
    }
}
