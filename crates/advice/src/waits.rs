//! What waits in this word: questions to answer, and the choice of who answers where the text is silent.

use identity::Action;
use jiff::Timestamp;
use people::SchoolYear;
use people::ask::{Ask, Reading};
use people::waits::{Done, Found, Listed, Risk, Waiting as Item, Waits};
use uuid::Uuid;

use crate::desks;
use crate::model::Question;
use crate::pages::nobody_named;
use crate::store::{answers, questions};

/// What this word has waiting, for the list of everybody.
#[derive(Debug, Clone, Copy, Default)]
pub struct Waiting;

impl Waits for Waiting {
    fn for_caller<'a>(
        &'a self,
        ask: &'a Ask<'_>,
        reading: &'a mut Reading,
        most: usize,
    ) -> Listed<'a, Found> {
        Box::pin(async move {
            let (me, rows) = (ask.caller.person, i64::try_from(most)?);
            let (tx, keys) = (&mut reading.tx, &reading.keys);
            let mine = desks::of(tx, ask.caller, &reading.schools, ask.today).await?;
            let mut open = questions::handed_to(tx, keys, me, rows).await?;
            let mut beyond = 0;
            for desk in mine {
                let here = questions::at_desk(tx, keys, desk, me, rows).await?;
                if here.len() == most {
                    let all = questions::many_at_desk(tx, desk, me).await?;
                    beyond += all.saturating_sub(here.len() as u64);
                }
                open.extend(here);
            }
            let mut seen: Vec<Uuid> = Vec::new();
            open.retain(|one| {
                let first = !seen.contains(&one.id);
                seen.push(one.id);
                first
            });
            let mut items: Vec<Item> = Vec::new();
            for question in &open {
                items.push(item(ask, reading, question));
            }
            items.extend(choices(ask, reading).await?);
            Ok(Found { items, beyond })
        })
    }

    fn done<'a>(
        &'a self,
        ask: &'a Ask<'_>,
        reading: &'a mut Reading,
        since: Timestamp,
    ) -> Listed<'a, Vec<Done>> {
        Box::pin(async move {
            let words = crate::texts(ask.locale());
            let lately = answers::lately(&mut reading.tx, ask.caller.person, since).await?;
            let done = lately.into_iter().map(|(id, at)| Done {
                what: words.t("done-answer").to_owned(),
                at,
                address: format!("/twijfel/{}#terug", id.as_simple()),
            });
            Ok(done.collect())
        })
    }
}

/// What was asked stands on its own page: opening that is a look.
fn item(ask: &Ask<'_>, reading: &Reading, question: &Question) -> Item {
    let words = crate::texts(ask.locale());
    let who = reading.names.said(question.asker);
    let late = ask.now > question.due_at || question.step > 0;
    let due = ask.frame().moment(question.due_at);
    let parents = question.is_among_parents();
    Item {
        what: words.f(
            if parents {
                "waits-parent"
            } else {
                "waits-answer"
            },
            &[("who", who.into())],
        ),
        about: words.f(
            if late { "waits-late" } else { "waits-due" },
            &[("due", due.into())],
        ),
        since: question.asked_at,
        risk: match (parents, late) {
            (true, _) => Risk::Later,
            (false, true) => Risk::Now,
            (false, false) => Risk::Soon,
        },
        address: format!("/twijfel/{}", question.id.as_simple()),
        claim: (!parents).then(|| question.claim()),
    }
}

/// For who leads a school: askers for whom its text names nobody, and nobody was chosen.
async fn choices(ask: &Ask<'_>, reading: &mut Reading) -> anyhow::Result<Vec<Item>> {
    let words = crate::texts(ask.locale());
    let mut items = Vec::new();
    for school in &reading.schools {
        if ask
            .role_for(Action::SetAdvice, &ask.at(school.id))
            .is_none()
        {
            continue;
        }
        let open = nobody_named(&mut reading.tx, school).await?;
        if open.is_empty() {
            continue;
        }
        let who: Vec<String> = open
            .iter()
            .map(|word| words.t(&format!("asker-{word}")).to_owned())
            .collect();
        let since = people::begins(SchoolYear::of(ask.today).first_day());
        items.push(Item {
            what: words.t("waits-choose").to_owned(),
            about: words.f("waits-choose-for", &[("who", who.join(", ").into())]),
            since: since.unwrap_or(ask.now),
            risk: Risk::Later,
            address: format!("/twijfel/keuzes?school={}", school.id),
            claim: None,
        });
    }
    Ok(items)
}
