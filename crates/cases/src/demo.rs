//! Cases for made-up schools, in every state. Texts are in Dutch, as people of a Dutch school write.

use ::store::{Db, Tx};
use jiff::{SignedDuration, Timestamp};
use people::demo::Demo;
use people::model::School;
use people::store::{persons, schools, ties};
use people::year::SchoolYear;
use seal::{BoardKeys, Master};
use shell::{Chance, chance};
use words::{PersonId, Role};

use crate::model::{
    Account, Case, Choice, Event, InForce, Number, Part, Party, Record, Restore, Seat, State, Way,
};
use crate::pages::script_of;
use crate::rules::figures::NONE;
use crate::rules::precedent::Precedent;
use crate::store::{cases, events, figures, parties, precedents};

/// What was signalled: how it came in, by whom, and what becomes of it.
const SIGNALS: [(Way, Role, State, &str); 10] = [
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
    (
        Way::Forwarded,
        Role::Leraar,
        State::Closed,
        "Een leerling plaatste een bewerkte foto van een docent.",
    ),
    (
        Way::Form,
        Role::Leerling,
        State::NotOurs,
        "Er wordt gescholden in een spel dat ik thuis speel met kinderen van een andere school.",
    ),
    (
        Way::Form,
        Role::Ouder,
        State::Double,
        "Ik zag het filmpje in de gang ook.",
    ),
    (
        Way::Form,
        Role::Ouder,
        State::Mandatory,
        "Een medewerker stuurt mijn kind avond na avond berichten die niet horen.",
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
            urgent: way == Way::Derails || state == State::Mandatory,
            to_board: state == State::Mandatory,
            reporter: from,
            reporter_role: from.map(|_| role),
            has_code: way == Way::Anonymous,
            received_at,
            opened_at: (!matches!(state, State::Signal | State::Mandatory)).then_some(received_at),
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
            (State::Closed, Way::Forwarded) => self.warns(tx, &key, case).await,
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
        let none = self.event(case, lead, Role::Teamleider, none);
        let answer = self.event(case, lead, Role::Teamleider, answer("De foto is weg."));
        self.decided(tx, case, (none.id, "", NONE)).await?;
        events::add(tx, key, case.id, &[none, answer]).await
    }

    /// Somebody was warned, by the first step of the school's own ladder, and did not object.
    async fn warns(
        &self,
        tx: &mut Tx,
        key: &seal::SubjectKey,
        mut case: Case,
    ) -> anyhow::Result<()> {
        let Some((lead, party)) = self.begins(tx, key, &case).await? else {
            return Ok(());
        };
        let script = script_of(&self.school);
        let ladders = script.ladders(Role::Leerling.key());
        let article = ladders.first().map(|one| one.artikel.as_ref().clone());
        let step = ladders.first().and_then(|one| one.trap.first());
        let step = step.map_or(WARNED, String::as_str);
        case.articles.extend(article.clone());
        cases::keep(tx, &case).await?;
        let measure = Record::Measure {
            party: party.id,
            step: step.to_owned(),
            kind: WARNED.to_owned(),
            article,
            reason: "De foto was kwetsend en bleef een week staan.".to_owned(),
            public: false,
            from: None,
            until: None,
        };
        let measure = self.event(&case, lead, Role::Teamleider, measure);
        let imposed = Record::Imposed {
            on: shell::clock::today(case.received_at),
        };
        let imposed = Event {
            about: Some(measure.id),
            ..self.event(&case, lead, Role::Teamleider, imposed)
        };
        let answer = self.event(
            &case,
            lead,
            Role::Teamleider,
            answer("Er is een maatregel."),
        );
        self.decided(tx, &case, (measure.id, step, WARNED)).await?;
        events::add(tx, key, case.id, &[measure, imposed, answer]).await
    }

    /// It counts in the figures of the year, and for who decides later.
    async fn decided(
        &self,
        tx: &mut Tx,
        case: &Case,
        (id, step, kind): (uuid::Uuid, &str, &'static str),
    ) -> anyhow::Result<()> {
        figures::settle(tx, case.id, Some((kind, true))).await?;
        let new = Precedent {
            id,
            case: Some(case.id),
            year: SchoolYear::of(shell::clock::today(self.at)).number(),
            to_board: false,
            whom: Role::Leerling.key().to_owned(),
            articles: case.articles.clone(),
            step: step.to_owned(),
            kind: kind.to_owned(),
            days: None,
            ruling: None,
        };
        precedents::add(tx, self.school.id, &new).await
    }
}

/// What the law calls the mildest measure.
const WARNED: &str = "waarschuwing";

fn answer(text: &str) -> Record {
    let text = format!("{text} Dank dat je het vertelde.");
    let silent = false;
    Record::Answer { text, silent }
}
