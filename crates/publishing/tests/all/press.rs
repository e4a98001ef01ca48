//! A school that publishes: people with real answers about consent, an album, a website and an account that a person keeps.

use std::future::Future;
use std::ops::Deref;
use std::sync::Arc;

use channels::model::{Account, Kind, State};
use channels::store::accounts;
use channels::{Channels, Reach};
use consent::register::Register;
use consent::store::events::Said;
use photos::Photos;
use publishing::post::model::Publication;
use publishing::post::release::{Release, Standing};
use publishing::store::{publications, releases};
use publishing::{ByRegister, Publishing};
use shell::SeededChance;
use uuid::Uuid;
use words::{Channel, Locale, PersonId, Role};

use crate::website::Website;

/// The school.
pub(crate) struct Press {
    under: schoolhouse::House,
    pub(crate) site: Website,
    outbox: Arc<mail::Memory>,
    /// The account of the website, and one that a person keeps by hand.
    pub(crate) website: Uuid,
    pub(crate) by_hand: Uuid,
}

impl Deref for Press {
    type Target = schoolhouse::House;
    fn deref(&self) -> &Self::Target {
        &self.under
    }
}

/// Tells a story at a school that publishes, on both databases.
pub(crate) fn at_press<F, Fut>(story: F)
where
    F: Fn(Arc<Press>) -> Fut,
    Fut: Future<Output = ()>,
{
    schoolhouse::on_both(&crate::house::MIGRATIONS, |ground| async {
        story(Arc::new(begin(ground).await)).await;
    });
}

async fn begin(ground: schoolhouse::Ground) -> Press {
    let site = Website::open().await;
    let config = identity::Config {
        menu: Arc::new(|caller| publishing::menu(caller, caller.locale)),
        ..identity::Config::default()
    };
    let later = people::Later {
        follows: vec![Box::new(publishing::Merged)],
        waits: vec![Box::new(publishing::Waiting)],
        ..people::Later::default()
    };
    let people = ground.people_with(config, later);
    let chance = SeededChance::new(13);
    let now = shell::Clock::now(&*ground.clock);
    let demos = std::slice::from_ref(&ground.demo);
    let (db, master) = (&ground.db, &ground.master);
    consent::demo::fill(db, master, &chance, now, demos)
        .await
        .unwrap();
    photos::demo::fill(db, master, &chance, now, demos)
        .await
        .unwrap();
    let identity = people.identity.clone();
    let channels = Channels::new(people.clone(), Reach::Loopback).unwrap();
    let publishing = Publishing::new(people.clone(), Box::new(ByRegister), channels.clone());
    let photos = Photos::new(
        people.clone(),
        Arc::new(|task, bytes| {
            let mut whole = Vec::new();
            std::io::Read::read_to_end(bytes, &mut whole).unwrap();
            Ok(task.perform(&whole, &faces::Limits::default()))
        }),
        None,
    );
    let pages = people::routes(people.clone())
        .merge(consent::routes(consent::Consent::new(people)))
        .merge(photos::routes(photos.clone()))
        .merge(channels::routes(channels))
        .merge(publishing::routes(publishing.clone()));
    let outbox = Arc::new(mail::Memory::default());
    let sent: Arc<dyn mail::Outbox> = Arc::clone(&outbox) as _;
    let mut jobs = identity::jobs(&identity, &sent);
    jobs.extend(publishing::jobs::jobs(&publishing));
    jobs.extend(photos::jobs::jobs(&photos));
    let under = ground.house(pages, jobs);
    let (website, by_hand) = accounts_of(&under, &site).await;
    Press {
        under,
        site,
        outbox,
        website,
        by_hand,
    }
}

async fn accounts_of(house: &schoolhouse::House, site: &Website) -> (Uuid, Uuid) {
    let keys = house.keys().await;
    let mut tx = house.db.begin(house.demo.board).await.unwrap();
    let add = |channel, kind, name: &str, address: String| Account {
        id: Uuid::now_v7(),
        school: house.demo.school,
        channel,
        kind,
        name: name.to_owned(),
        address,
        user: channels::stand_in::USER.to_owned(),
        has_secret: true,
        owner: house.who(Role::Pr),
        state: State::Used,
        looked: None,
        token: Uuid::now_v7().simple().to_string(),
    };
    let website = add(Channel::Website, Kind::WordPress, "Website", site.address());
    let by_hand = add(
        Channel::Website,
        Kind::ByHand,
        "Website van de stichting",
        String::new(),
    );
    for one in [&website, &by_hand] {
        let secret = (one.kind == Kind::WordPress).then_some(crate::website::SECRET);
        accounts::add(&mut tx, &keys, one, secret, house.now())
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
    (website.id, by_hand.id)
}

impl Press {
    /// One more account of the school, at a server that is asked by this program.
    pub(crate) async fn account(
        &self,
        (channel, kind): (Channel, Kind),
        address: &str,
        (user, secret): (&str, &str),
    ) -> Uuid {
        let keys = self.keys().await;
        let mut tx = self.db.begin(self.demo.board).await.unwrap();
        let account = Account {
            id: Uuid::now_v7(),
            school: self.demo.school,
            channel,
            kind,
            name: channel.key().to_owned(),
            address: address.to_owned(),
            user: user.to_owned(),
            has_secret: true,
            owner: self.who(Role::Pr),
            state: State::Used,
            looked: None,
            token: Uuid::now_v7().simple().to_string(),
        };
        accounts::add(&mut tx, &keys, &account, Some(secret), self.now())
            .await
            .unwrap();
        tx.commit().await.unwrap();
        account.id
    }

    /// Every letter that left.
    pub(crate) async fn letters(&self) -> Vec<mail::Letter> {
        self.work().await;
        let all = self.outbox.letters().into_iter();
        all.map(|(_, letter)| letter).collect()
    }

    /// The path of the link that somebody outside got.
    pub(crate) async fn link(&self) -> String {
        let all = self.letters().await;
        let letter = all
            .iter()
            .find(|letter| letter.to == "bestuur@elders.example");
        let text = &letter.unwrap().text;
        let (_, link) = text.split_once("/buiten/").unwrap();
        format!("/buiten/{}", link.split_whitespace().next().unwrap())
    }

    /// The album of the demo.
    pub(crate) async fn album(&self) -> Uuid {
        let keys = self.keys().await;
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let all = photos::store::albums::of_school(&mut tx, &keys, self.demo.school).await;
        all.unwrap().first().unwrap().0.id
    }

    /// A publication as it is kept.
    pub(crate) async fn kept(&self, address: &str) -> (Publication, Vec<Release>) {
        let id: PersonId = address.rsplit('/').next().unwrap().parse().unwrap();
        let keys = self.keys().await;
        let mut tx = self.db.read(self.demo.board).await.unwrap();
        let one = publications::one(&mut tx, &keys, id.0)
            .await
            .unwrap()
            .unwrap();
        let all = releases::of(&mut tx, id.0).await.unwrap();
        (one, all)
    }

    /// How far it is at the website.
    pub(crate) async fn standing(&self, address: &str) -> Standing {
        let (_, releases) = self.kept(address).await;
        let at = releases.iter().find(|one| one.account == self.website);
        at.unwrap().standing
    }

    /// A teacher begins a publication with the photo of the album that may be shown, and writes it.
    pub(crate) async fn written(&self) -> String {
        let (teacher, album) = (self.who(Role::Leraar), self.album().await);
        let album = album.as_simple().to_string();
        let address = self
            .post(teacher, "/berichten", &[("album", &album)])
            .await
            .taken();
        let (one, _) = self.kept(&address).await;
        // The first photo of the album is ready, the last shows somebody who may not.
        let away: Vec<String> = one
            .content
            .pictures
            .iter()
            .skip(1)
            .map(|one| format!("weg-{}", one.photo.as_simple()))
            .collect();
        let alt = format!("alt-{}", one.content.pictures[0].photo.as_simple());
        let mut fields = vec![
            ("titel", "Sportdag"),
            ("tekst", "Het was een mooie dag op het veld."),
            (alt.as_str(), "Een kind in een astronautenpak lacht."),
            ("naar", "verder"),
        ];
        fields.extend(away.iter().map(|name| (name.as_str(), "ja")));
        self.save(&address, &fields).await;
        address
    }

    /// The teacher keeps a draft: everything that was asked is gone through, and nothing of it is so.
    pub(crate) async fn save(&self, address: &str, fields: &[(&str, &str)]) -> String {
        let teacher = self.who(Role::Leraar);
        let (one, _) = self.kept(address).await;
        let website = self.website.as_simple().to_string();
        let purpose = one
            .content
            .purpose
            .map(|one| one.to_string())
            .unwrap_or_default();
        let mut all = vec![
            ("vorm", "heel"),
            ("kanaal", website.as_str()),
            ("doel", purpose.as_str()),
            ("nagelopen", "ja"),
        ];
        let asked = [
            "vertrouwelijk",
            "kennis",
            "praktisch",
            "activiteit",
            "citeert",
            "beschamend",
            "schadelijk",
            "onfatsoenlijk",
            "aanstootgevend",
            "inbreuk",
            "verzonnen",
            "noemtSchool",
            "strijdigMetMissie",
            "discussie",
            "metPersoneel",
            "ontspoort",
            "tijdensLes",
            "opSchool",
            "functioneelVoorLes",
            "toestemmingLeraar",
            "toestemmingLeiding",
            "lesOverSocialeMedia",
            "onvermijdelijk",
            "bijzondereGelegenheid",
        ];
        all.extend(asked.iter().map(|key| ("gevraagd", *key)));
        all.push(("antwoord", "activiteit"));
        all.extend_from_slice(fields);
        self.post(teacher, address, &all).await.taken()
    }

    /// Written, handed in and released by PR.
    pub(crate) async fn released(&self) -> String {
        let address = self.written().await;
        self.submit(&address).await;
        self.step(Role::Pr, &address, "akkoord").await;
        address
    }

    pub(crate) async fn submit(&self, address: &str) {
        let teacher = self.who(Role::Leraar);
        let shown = self
            .get(teacher, &format!("{address}/indienen"))
            .await
            .shown();
        assert!(shown.contains("Klopt dit?"), "{shown}");
        let gone_on = self
            .post(teacher, &format!("{address}/indienen"), &[])
            .await
            .taken();
        assert_eq!(gone_on, address);
    }

    /// Somebody takes a step.
    pub(crate) async fn step(&self, role: Role, address: &str, step: &str) {
        let fields = [("stap", step), ("opmerking", "Gezien.")];
        let at = format!("{address}/stap");
        self.post(self.who(role), &at, &fields).await.taken();
    }

    /// A guardian of whoever is on the first photo takes the consent back.
    pub(crate) async fn withdraws(&self, address: &str) -> PersonId {
        use consent::model::{Answer, Capacity, Cell, How};
        let (one, _) = self.kept(address).await;
        let keys = self.keys().await;
        let mut tx = self.db.begin(self.demo.board).await.unwrap();
        let photo = one.content.pictures[0].photo;
        let faces = photos::store::marks::of_photo(&mut tx, photo)
            .await
            .unwrap();
        let person = faces.iter().find_map(|face| face.mark.person()).unwrap();
        let cell = Cell {
            purpose: one.content.purpose.unwrap(),
            channel: Channel::Website,
            medium: words::Medium::Foto,
        };
        let directories = people::directory::Directories::default();
        let names = directories.of(&mut tx, &keys, self.today()).await.unwrap();
        let register =
            Register::of(&mut tx, &names, self.demo.school, &[person], self.today()).await;
        let mut register = register.unwrap();
        let bond = register.facts(person).unwrap().bonds.first();
        let said = Said {
            by: (bond.unwrap().guardian, Capacity::Guardian),
            typed_by: None,
            at: self.now(),
            on: self.today(),
            how: How::Page,
            language: Locale::Nl,
            act: Uuid::now_v7(),
            evidence: None,
            rule: consent::rules::LAW,
            answers: vec![(cell, 1, Answer::No)],
        };
        let taken = consent::desk::take(&mut tx, &keys, &mut register, person, said, None)
            .await
            .unwrap();
        assert!(taken.withdrawn.contains(&cell));
        tx.commit().await.unwrap();
        person
    }
}
