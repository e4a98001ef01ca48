//! Reading the feeds that a school watches: once an hour, and what is new in them is a signal like any other.

use channels::{Answer, Why};
use jiff::Timestamp;
use store::Db;
use uuid::Uuid;
use words::BoardId;

use crate::Cases;
use crate::model::{Account, Way};
use crate::rules::feed::{Item, items};
use crate::store::watches::{self, Watch};
use crate::take::{From, Taking, Typed, take};

/// More signals at once one feed does not make; the rest of it is only seen.
const MOST: usize = 20;

/// Reads every feed of a board. What another service answers is awaited outside any transaction.
pub(crate) async fn read(us: &Cases, db: &Db, board: BoardId) -> anyhow::Result<()> {
    let keys = us.people.keys(board).await?;
    let mut tx = db.read(board).await?;
    let all = watches::all(&mut tx, &keys).await?;
    drop(tx);
    for watch in all {
        let found = match watch.aim.account {
            Some(account) => mentions(us, db, board, account).await?,
            None => feed(us, &watch.aim.address).await,
        };
        keep(us, db, board, &watch, found).await?;
    }
    Ok(())
}

/// What a feed has.
async fn feed(us: &Cases, address: &str) -> Result<Vec<Item>, Why> {
    let bytes = us.channels.read(address).await?;
    match items(&bytes) {
        items if items.is_empty() => Err(Why::NotUnderstood),
        items => Ok(items),
    }
}

/// Where others named an account of the school.
async fn mentions(
    us: &Cases,
    db: &Db,
    board: BoardId,
    account: Uuid,
) -> anyhow::Result<Result<Vec<Item>, Why>> {
    let keys = us.people.keys(board).await?;
    let mut tx = db.read(board).await?;
    let outlet = us.channels.outlet(&mut tx, &keys, account).await?;
    drop(tx);
    let Some(outlet) = outlet else {
        return Ok(Err(Why::Stopped));
    };
    Ok(match outlet.mentions().await {
        Answer::Done(found) => Ok(found.into_iter().map(Item::from).collect()),
        answer => Err(answer.why().unwrap_or(Why::NotUnderstood)),
    })
}

/// One of the words is in it, or there are none.
fn fits(item: &Item, watch: &Watch) -> bool {
    let said = format!("{} {}", item.title, item.text).to_lowercase();
    watch.aim.words.is_empty() || watch.aim.words.iter().any(|word| said.contains(word))
}

async fn keep(
    us: &Cases,
    db: &Db,
    board: BoardId,
    watch: &Watch,
    found: Result<Vec<Item>, Why>,
) -> anyhow::Result<()> {
    let now = us.people.identity.now();
    let keys = us.people.keys(board).await?;
    let mut tx = db.begin(board).await?;
    let fault = found.as_ref().err().map(|why| why.key());
    watches::looked(&mut tx, watch.id, fault, now).await?;
    let school = people::store::schools::school(&mut tx, watch.school).await?;
    // What a feed had when somebody began to watch it is old.
    let first = watch.read_at.is_none();
    let mut made = 0;
    for item in found.unwrap_or_default() {
        let new = watches::is_new(&mut tx, &keys, watch.id, &item.id, now).await?;
        let Some(school) = school.as_ref().filter(|_| new && !first && made < MOST) else {
            continue;
        };
        if !fits(&item, watch) {
            continue;
        }
        made += 1;
        let taking = Taking {
            us: &us.people,
            tx: &mut tx,
            keys: &keys,
            school,
            now,
            id: fresh(us, now),
            event: fresh(us, now),
        };
        let typed = Typed {
            account: Account {
                text: format!("{}\n{}", item.title, item.text).trim().to_owned(),
                link: item.link.clone(),
                ..Account::default()
            },
            image: false,
            staff: false,
        };
        take(taking, Way::Found, From::Nobody, &typed, None).await?;
    }
    tx.commit().await
}

fn fresh(us: &Cases, now: Timestamp) -> uuid::Uuid {
    shell::chance::id(&*us.people.identity.parts.chance, now)
}
