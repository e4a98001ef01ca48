//! Cases for made-up schools, in every state. Texts are in Dutch, as people of a Dutch school write.

use ::store::{Db, Tx};
use jiff::{SignedDuration, Timestamp};
use people::demo::Demo;
use people::model::School;
use people::store::{persons, schools, ties};
use seal::{BoardKeys, Master};
use shell::{Chance, chance};
use words::{PersonId, Role};

use crate::model::{
    Account, Case, Choice, Event, InForce, Number, Part, Party, Record, Restore, Seat, State, Way,
};
use crate::store::{cases, events, parties};

/// What was signalled: how it came in, by whom, and what becomes of it.
const SIGNALS: [(Way, Role, State, &str); 6] = [
    (
        Way::Derails,
        Role::Leraar,
        State::Signal,
        "Ouders schelden elkaar uit in de appgroep van de klas, en het gaat nu over een leerling.",
    ),
    (
        Way::Anonymous,
        Role::Leerling,
        State::Signal,
        "Er is een account met de naam van onze school dat grappen over leraren plaatst.",
    ),
    (
        Way::Form,
        Role::Ouder,
        State::Open,
        "Er gaat een filmpje rond waarop mijn kind valt in de gang. Er staan gemene reacties onder.",
    ),
    (
        Way::Forwarded,
        Role::Medewerker,
        State::Open,
        "Een leerling kreeg dreigende berichten van een klasgenoot. De schermafdrukken liggen bij mij.",
    ),
    (
        Way::Form,
        Role::Leerling,
        State::Closed,
        "Iemand plaatste zonder te vragen een foto van mij in de klas.",
    ),
    (
        Way::Form,
        Role::Ouder,
        State::Advice,
        "Mag ik een foto van het schoolplein delen als er niemand op staat?",
    ),
];

struct Town<'a> {
    keys: BoardKeys,
    school: School,
    chance: &'a dyn Chance,
    at: Timestamp,
}

/// Gives made-up boards cases in every state.
pub async fn fill(
    db: &Db,
    master: &Master,
    source: &dyn Chance,
    at: Timestamp,
    demos: &[Demo],
) -> anyhow::Result<()> {
    for demo in demos {
        let Some(board) = db.board(demo.board).await? else {
            continue;
        };
        let keys = master.board(demo.board, &board.wrapped_key)?;
        let mut tx = db.begin(demo.board).await?;
        if let Some(school) = schools::school(&mut tx, demo.school).await? {
            let town = Town {
                keys,
                school,
                chance: source,
                at,
            };
            for (number, (way, role, state, text)) in (0_i64..).zip(SIGNALS) {
                town.signal(&mut tx, number, (way, role, state), text)
                    .await?;
            }
        }
        tx.commit().await?;
    }
    Ok(())
}

impl Town<'_> {
    async fn somebody(&self, tx: &mut Tx, role: Role) -> anyhow::Result<Option<PersonId>> {
        let today = shell::clock::today(self.at);
        match identity::store::roles::somebody(tx, role, today).await? {
            None => ties::somebody(tx, role, today).await,
            found => Ok(found),
        }
    }

    fn days(&self, days: i64) -> Timestamp {
        let by = SignedDuration::from_hours(24 * days + 2);
        self.at.saturating_add(by).unwrap_or(self.at)
    }

    async fn signal(
        &self,
        tx: &mut Tx,
        number: i64,
        (way, role, state): (Way, Role, State),
        text: &str,
    ) -> anyhow::Result<()> {
        let from = self.somebody(tx, role).await?;
        let from = from.filter(|_| way != Way::Anonymous);
        let received_at = self.days(-4 * number - 1);
        let wall = shell::clock::on_the_wall(received_at);
        let protocol = self.school.protocol.as_deref();
        let front = protocol
            .and_then(norms::shipped::protocol)
            .map(|one| &one.document.front);
        let mut case = Case {
            id: chance::id(self.chance, self.at),
            number: Number {
                year: i64::from(wall.year()),
                serial: 0,
            },
            school: self.school.id,
            state,
            way,
            urgent: way == Way::Derails,
            to_board: false,
            reporter: from,
            reporter_role: from.map(|_| role),
            has_code: way == Way::Anonymous,
            received_at,
            opened_at: (state != State::Signal).then_some(received_at),
            closed_at: state.is_over().then(|| self.days(-1)),
            touched_at: received_at,
            forget_at: state.is_over().then(|| self.days(365)),
            hold_until: None,
            in_force: front.map(|front| InForce {
                protocol: front.protocol.as_ref().clone(),
                version: front.versie.clone(),
            }),
            articles: Vec::new(),
        };
        let account = Account {
            text: text.to_owned(),
            ..Account::default()
        };
        let code = (way == Way::Anonymous).then_some("00000000000000000000");
        let key = cases::begin(tx, &self.keys, &mut case, &account, code).await?;
        match (state, way) {
            (State::Open, Way::Form) => self.talks(tx, &key, &case).await,
            (State::Open, _) => self.weighs(tx, &key, &case).await,
            (State::Closed, _) => self.closes(tx, &key, &case).await,
            _ => Ok(()),
        }
    }

    fn event(&self, case: &Case, by: PersonId, role: Role, record: Record) -> Event {
        Event {
            id: chance::id(self.chance, self.at),
            about: None,
            at: case.received_at,
            by: Some(by),
            role: Some(role),
            due: None,
            done_at: None,
            record,
        }
    }

    /// Somebody leads it, and somebody did it.
    async fn begins(
        &self,
        tx: &mut Tx,
        key: &seal::SubjectKey,
        case: &Case,
    ) -> anyhow::Result<Option<(PersonId, Party)>> {
        let lead = self.somebody(tx, Role::Teamleider).await?;
        let enrolled = persons::all_enrolments(tx).await?;
        let here = enrolled.iter().filter(|one| one.school == self.school.id);
        let skip = usize::try_from(case.number.serial)?;
        let child = here.map(|one| one.pupil).nth(skip * 3);
        let (Some(lead), Some(child)) = (lead, child) else {
            return Ok(None);
        };
        parties::sit(tx, case.id, lead, Some(Seat::Lead)).await?;
        let party = Party {
            id: chance::id(self.chance, self.at),
            person: Some(child),
            name: String::new(),
            part: Part::Actor,
            parent_of: None,
            cleared_at: None,
        };
        parties::add(tx, key, case.id, &party).await?;
        Ok(Some((lead, party)))
    }

    /// A talk is planned, and it was asked to remove the film.
    async fn talks(&self, tx: &mut Tx, key: &seal::SubjectKey, case: &Case) -> anyhow::Result<()> {
        let Some((lead, party)) = self.begins(tx, key, case).await? else {
            return Ok(());
        };
        let on = shell::clock::on_the_wall(self.days(1));
        let talk = Event {
            due: Some(self.days(1)),
            ..self.event(
                case,
                lead,
                Role::Teamleider,
                Record::Talk {
                    with: vec![party.id],
                    hearing: false,
                    on: on.date().at(15, 0, 0, 0),
                    place: "kamer van de teamleider".to_owned(),
                    article: None,
                },
            )
        };
        let asked = Event {
            due: Some(self.days(2)),
            ..self.event(
                case,
                lead,
                Role::Teamleider,
                Record::Restore {
                    party: Some(party.id),
                    what: vec![Restore::Remove, Restore::Apologise],
                    link: None,
                    text: "Het filmpje gaat weg en er komt een excuus.".to_owned(),
                    article: None,
                },
            )
        };
        events::add(tx, key, case.id, &[talk, asked]).await
    }

    /// It was talked about; the police were weighed.
    async fn weighs(&self, tx: &mut Tx, key: &seal::SubjectKey, case: &Case) -> anyhow::Result<()> {
        let Some((lead, party)) = self.begins(tx, key, case).await? else {
            return Ok(());
        };
        let held = Record::Held {
            with: vec![party.id],
            on: shell::clock::today(case.received_at),
            text: "Hij schrok van wat het deed en wil het goedmaken.".to_owned(),
            agreed: true,
        };
        let police = Record::Police {
            choice: Choice::Told,
            reason: "De ouders weten hoe ze zelf aangifte doen.".to_owned(),
            offence: None,
            party: None,
            known_on: None,
        };
        let task = Event {
            due: Some(self.days(-1)),
            ..self.event(
                case,
                lead,
                Role::Teamleider,
                Record::Task {
                    text: "Vraag na een week hoe het gaat.".to_owned(),
                },
            )
        };
        let all = [
            self.event(case, lead, Role::Teamleider, held),
            self.event(case, lead, Role::Teamleider, police),
            task,
        ];
        events::add(tx, key, case.id, &all).await
    }

    /// Nobody had to be punished, and whoever signalled heard so.
    async fn closes(&self, tx: &mut Tx, key: &seal::SubjectKey, case: &Case) -> anyhow::Result<()> {
        let Some((lead, _)) = self.begins(tx, key, case).await? else {
            return Ok(());
        };
        let none = Record::NotActing {
            reason: "De foto is weg en er zijn excuses gemaakt.".to_owned(),
        };
        let answer = Record::Answer {
            text: "De foto is weg. Dank dat je het vertelde.".to_owned(),
            silent: false,
        };
        let all = [none, answer].map(|one| self.event(case, lead, Role::Teamleider, one));
        events::add(tx, key, case.id, &all).await
    }
}
