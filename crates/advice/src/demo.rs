//! Questions for made-up schools: asked, late, handed over, answered, kept, and among parents.

use std::sync::Arc;

use ::store::{Db, Tx};
use jiff::{SignedDuration, Timestamp};
use people::demo::Demo;
use people::directory::{Directories, Directory};
use people::model::School;
use people::store::{schools, ties};
use seal::{BoardKeys, Master};
use shell::{Chance, chance};
use uuid::Uuid;
use words::{PersonId, Role};

use crate::model::{Answer, Asked, InForce, Outcome, Precedent, Question, Said, State, Told};
use crate::rules::{Routed, clock, route, until_chosen};
use crate::store::{answers, precedents, questions, terms};
use crate::{desks, jobs};

/// What somebody asks in the demo, in Dutch as people of a Dutch school do.
const TEXTS: [(Role, &str); 5] = [
    (
        Role::Leraar,
        "Ik heb een filmpje van de sportdag. Op de achtergrond loopt een klas van een andere school. Mag dat op de website?",
    ),
    (
        Role::Leerling,
        "Mag ik een foto van ons werkstuk op mijn eigen account zetten? Er staat een stukje van een klasgenoot op.",
    ),
    (
        Role::Ouder,
        "Ik maakte foto's op het schoolfeest. Mag ik die delen in de appgroep van de klas?",
    ),
    (
        Role::Medewerker,
        "Een oud-leerling vraagt of wij een oude klassenfoto willen plaatsen. Kan dat zomaar?",
    ),
    (
        Role::Stagiair,
        "Voor mijn opleiding maak ik een verslag met foto's uit de klas. Wie mag dat zien?",
    ),
];

struct Town<'a> {
    keys: BoardKeys,
    names: Arc<Directory>,
    school: School,
    demo: &'a Demo,
    chance: &'a dyn Chance,
    at: Timestamp,
}

/// Gives made-up boards questions in every state.
pub async fn fill(
    db: &Db,
    master: &Master,
    source: &dyn Chance,
    at: Timestamp,
    demos: &[Demo],
) -> anyhow::Result<()> {
    let today = shell::clock::today(at);
    for demo in demos {
        let Some(board) = db.board(demo.board).await? else {
            continue;
        };
        let keys = master.board(demo.board, &board.wrapped_key)?;
        let mut tx = db.begin(demo.board).await?;
        let names = Directories::default().of(&mut tx, &keys, today).await?;
        if let Some(school) = schools::school(&mut tx, demo.school).await? {
            let town = Town {
                keys,
                names,
                school,
                demo,
                chance: source,
                at,
            };
            town.fill(&mut tx).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

impl Town<'_> {
    async fn fill(&self, tx: &mut Tx) -> anyhow::Result<()> {
        // A school whose text names nobody at all chose for its teachers, and not yet for anybody else.
        if self.demo.slug == "spoenk" {
            terms::choose(tx, self.school.id, "leraar", Role::Teamleider).await?;
        }
        for (number, (role, text)) in (0_i64..).zip(TEXTS) {
            let Some(question) = self.ask(tx, role, text, number).await? else {
                continue;
            };
            match number {
                1 => self.answer(tx, &question).await?,
                3 => self.hand_over(tx, &question).await?,
                _ => {}
            }
            if question.is_among_parents() {
                self.refuse(tx, &question).await?;
            }
        }
        Ok(())
    }

    /// Whom one signs in as in the demo.
    async fn somebody(&self, tx: &mut Tx, role: Role) -> anyhow::Result<Option<PersonId>> {
        let today = shell::clock::today(self.at);
        match identity::store::roles::somebody(tx, role, today).await? {
            None => ties::somebody(tx, role, today).await,
            found => Ok(found),
        }
    }

    fn article(&self) -> Option<String> {
        let protocol = norms::shipped::protocol(self.school.protocol.as_deref()?)?;
        let mut articles = protocol.document.articles.iter();
        articles
            .find(|one| {
                !one.norms.is_empty() && one.number.starts_with(|sign: char| sign.is_ascii_digit())
            })
            .map(|one| one.number.clone())
    }

    /// Somebody asked so many days ago; the last of them waited too long and went on.
    async fn ask(
        &self,
        tx: &mut Tx,
        role: Role,
        text: &str,
        days: i64,
    ) -> anyhow::Result<Option<Question>> {
        let Some(asker) = self.somebody(tx, role).await? else {
            return Ok(None);
        };
        let chosen = terms::chosen(tx, self.school.id).await?;
        let word = crate::rules::asker_word(role);
        let chosen = chosen.into_iter().find(|(one, _)| one == word);
        let protocol = self.school.protocol.as_deref();
        let front = protocol
            .and_then(norms::shipped::protocol)
            .map(|protocol| &protocol.document.front);
        let route = match route(front, role, chosen.map(|(_, role)| role)) {
            Routed::To(route) => route,
            Routed::Choose => until_chosen(),
        };
        let about = (role == Role::Leerling).then_some(asker);
        let who = (asker, role, about, self.school.id);
        let today = shell::clock::today(self.at);
        let first = usize::from(days == 4 && route.steps.len() > 1);
        let laid = desks::lay(tx, &self.names, who, (&route, first), today).await?;
        let question = Question {
            id: chance::id(self.chance, self.at),
            school: self.school.id,
            asker,
            asker_role: role,
            in_force: front.map(|front| InForce {
                protocol: front.protocol.as_ref().clone(),
                version: front.versie.clone(),
            }),
            article: self.article(),
            route,
            step: laid.step,
            state: State::Open,
            asked_at: self.ago(days),
            due_at: clock::due(self.at, 2, &[]),
            answered_at: None,
            handed_to: None,
            about,
            asked: Asked {
                text: text.to_owned(),
                from: None,
            },
        };
        questions::add(tx, &self.keys, &question).await?;
        questions::lay(tx, question.id, &laid.desks).await?;
        jobs::wind(tx, question.id, question.step, question.due_at).await?;
        Ok(Some(question))
    }

    fn ago(&self, days: i64) -> Timestamp {
        let ago = SignedDuration::from_hours(24 * days + 3);
        self.at.saturating_sub(ago).unwrap_or(self.at)
    }

    /// Everybody who may answer.
    async fn others(&self, tx: &mut Tx, question: &Question) -> anyhow::Result<Vec<PersonId>> {
        let today = shell::clock::today(self.at);
        desks::others(tx, &self.names, question, today).await
    }

    async fn answer(&self, tx: &mut Tx, question: &Question) -> anyhow::Result<()> {
        let Some(by) = self.others(tx, question).await?.first().copied() else {
            return Ok(());
        };
        let answer = Answer {
            by,
            role: question.now_at().unwrap_or(Role::Directeur),
            at: self.ago(0),
            outcome: Outcome::Adjust,
            article: question.article.clone(),
            said: Said {
                text: "Snijd je klasgenoot eraf, of vraag eerst of het mag.".to_owned(),
                children: Vec::new(),
            },
        };
        answers::add(tx, &self.keys, question.id, &answer).await?;
        questions::turn(tx, question.id, State::Answered, Some(answer.at)).await?;
        jobs::forget_later(tx, question.id, answer.at).await?;
        let (Some(in_force), Some(article)) = (question.in_force.clone(), answer.article) else {
            return Ok(());
        };
        let precedent = Precedent {
            id: chance::id(self.chance, self.at),
            school: self.school.id,
            in_force,
            article,
            outcome: answer.outcome,
            by,
            at: answer.at,
            told: Told {
                question:
                    "Mag eigen werk op een eigen account als er een stukje van een ander op staat?"
                        .to_owned(),
                answer: "Ja, als de ander eraf is gesneden of vooraf ja zei.".to_owned(),
            },
        };
        precedents::add(tx, &self.keys, &precedent).await
    }

    async fn hand_over(&self, tx: &mut Tx, question: &Question) -> anyhow::Result<()> {
        if let Some(to) = self.others(tx, question).await?.last() {
            questions::hand(tx, question.id, *to).await?;
        }
        Ok(())
    }

    /// One of the other parents said no.
    async fn refuse(&self, tx: &mut Tx, question: &Question) -> anyhow::Result<()> {
        let Some(by) = self.others(tx, question).await?.first().copied() else {
            return Ok(());
        };
        let bonds = people::store::guardians::of_guardian(tx, by).await?;
        let children: Vec<PersonId> = bonds.iter().take(1).map(|bond| bond.pupil).collect();
        let answer = Answer {
            by,
            role: Role::Ouder,
            at: self.ago(0),
            outcome: Outcome::MayNot,
            article: None,
            said: Said {
                text: String::new(),
                children,
            },
        };
        let id: Uuid = question.id;
        answers::add(tx, &self.keys, id, &answer).await.map(drop)
    }
}
