//! One message: what comes of it, in one transaction with the note that it was taken.

use jiff::Timestamp;
use mail::{Limits, Received};
use people::store::persons;
use words::PersonId;

use super::{Visit, Wanted};
use crate::letters;
use crate::model::{Account, Case, Mailed, Outcome, Refusal, Way};
use crate::rules::evidence::refused;
use crate::rules::mailed::{sameness, speaks_of_naked, told};
use crate::store::cases;
use crate::store::mailboxes::{self, Taken};
use crate::take::{self, Evidence, From, Taking, Typed};

/// Bytes of a message that are read: a file of the largest that is taken, as mail writes it, and something to go with it.
pub(super) const WHOLE: usize = 40 << 20;
/// What is read of one that is larger: its words.
pub(super) const WORDS: usize = 512 << 10;
/// What is taken of a message.
const LIMITS: Limits = Limits {
    text: 10_000,
    // The largest file of a form.
    file: 25 << 20,
    files: 20,
    all: 30 << 20,
};

/// Larger than is read whole.
pub(super) fn is_large(size: u64) -> bool {
    usize::try_from(size).is_ok_and(|size| size > WHOLE)
}

/// A message that calls itself as this program's own do.
fn is_ours(id: &str, origin: &str) -> bool {
    let host = origin.split("://").nth(1).unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    let of = id.rsplit_once('@').map(|(_, of)| of.to_lowercase());
    of.is_some_and(|of| of == host)
}

/// What is made of a message that a person wrote.
struct Signal {
    typed: Typed,
    files: Vec<mail::File>,
}

/// Takes a message; what became of it.
pub(super) async fn keep(
    visit: &Visit<'_>,
    validity: u32,
    wanted: Wanted,
    bytes: Vec<u8>,
) -> anyhow::Result<Outcome> {
    let large = is_large(wanted.size) || bytes.len() >= WHOLE;
    // Taking a message apart is work: the others of this program need not wait for it.
    let read = tokio::task::spawn_blocking(move || {
        let bytes = if large { bytes.get(..WORDS) } else { None }.unwrap_or(&bytes);
        Received::read(bytes, LIMITS)
    });
    // What cannot be read is told as such, and holds up nothing else.
    let read = read.await.unwrap_or_else(|_| Received {
        left: vec![(String::new(), mail::Left::Broken)],
        ..Received::default()
    });
    let us = visit.us;
    let (now, keys) = (us.people.identity.now(), visit.keys);
    let ours = is_ours(&read.id, us.people.identity.parts.origins.first());
    let item = keys.index("case mail", &sameness(&read));
    let mut tx = visit.db.begin(visit.board).await?;
    let outcome = if ours || read.automatic {
        Outcome::Automatic
    } else if mailboxes::is_known(&mut tx, visit.mailbox.id, &item).await? {
        Outcome::Double
    } else {
        Outcome::Signalled
    };
    let taken = Taken {
        mailbox: visit.mailbox.id,
        validity,
        uid: wanted.waits.uid,
        item,
        sender: wanted.waits.sender,
        domain: wanted.waits.domain,
        outcome,
    };
    if !mailboxes::keep(&mut tx, taken, now).await? {
        // Another of our processes was here at the same time.
        return Ok(outcome);
    }
    if outcome == Outcome::Signalled {
        let signal = signal(read, large);
        let person = match wanted.person {
            Some(person) => here(visit, &mut tx, person).await?,
            None => None,
        };
        let case = begin(visit, &mut tx, &signal, person, now).await?;
        evidence(visit, &mut tx, &case, signal.files, now).await?;
        if let Some(person) = person {
            let day = shell::clock::today(now);
            letters::receipt(&us.people, (&mut tx, keys), person, day, now).await?;
        }
    }
    tx.commit().await?;
    Ok(outcome)
}

/// The person, as long as they are at the school.
async fn here(
    visit: &Visit<'_>,
    tx: &mut store::Tx,
    person: PersonId,
) -> anyhow::Result<Option<PersonId>> {
    let found = persons::person(tx, visit.keys, person).await?;
    let here = found.filter(|one| one.left_on.is_none() && one.merged_into.is_none());
    Ok(here.map(|one| one.id))
}

/// The signal of a message: its words, who it says it is from, and the files that are taken.
fn signal(read: Received, large: bool) -> Signal {
    let text = told(&read);
    let image = speaks_of_naked(&text);
    let outer = read.pieces.first().cloned().unwrap_or_default();
    let mut left: Vec<(String, Refusal)> = read
        .left
        .into_iter()
        .map(|(name, why)| (name, why.into()))
        .collect();
    let mut files = Vec::new();
    for file in read.files {
        let why = if large {
            Some(Refusal::Whole)
        } else if image {
            Some(Refusal::Image)
        } else {
            refused(&file.name, &file.bytes)
        };
        match why {
            Some(why) => left.push((file.name, why)),
            None => files.push(file),
        }
    }
    if large && left.is_empty() {
        left.push((String::new(), Refusal::Whole));
    }
    let mailed = Mailed {
        name: outer.from.name,
        address: outer.from.address,
        at: outer.at.and_then(|at| Timestamp::from_second(at).ok()),
        cut: read.cut || large,
        left,
    };
    Signal {
        typed: Typed {
            account: Account {
                text: if text.is_empty() {
                    "—".to_owned()
                } else {
                    text
                },
                mail: Some(mailed),
                ..Account::default()
            },
            image,
            staff: false,
        },
        files,
    }
}

async fn begin(
    visit: &Visit<'_>,
    tx: &mut store::Tx,
    signal: &Signal,
    person: Option<PersonId>,
    now: Timestamp,
) -> anyhow::Result<Case> {
    let chance = &*visit.us.people.identity.parts.chance;
    let taking = Taking {
        us: &visit.us.people,
        tx,
        keys: visit.keys,
        school: &visit.school,
        now,
        id: shell::chance::id(chance, now),
        event: shell::chance::id(chance, now),
    };
    let from = person.map_or(From::Nobody, From::Said);
    take::take(taking, Way::Mail, from, &signal.typed, None).await
}

/// Keeps the files as they came, each sealed with the hash of its bytes. By whom nobody knows.
async fn evidence(
    visit: &Visit<'_>,
    tx: &mut store::Tx,
    case: &Case,
    files: Vec<mail::File>,
    now: Timestamp,
) -> anyhow::Result<()> {
    if files.is_empty() {
        return Ok(());
    }
    let key = cases::key(tx, visit.keys, case.id).await?;
    let key = anyhow::Context::context(key, "a case that just began has no key")?;
    let chance = &*visit.us.people.identity.parts.chance;
    for file in files {
        let evidence = Evidence {
            id: shell::chance::id(chance, now),
            at: now,
            by: None,
            text: String::new(),
            link: None,
        };
        let size = u64::try_from(file.bytes.len())?;
        let bytes = take::Bytes {
            name: file.name,
            size,
            from: &mut file.bytes.as_slice(),
        };
        take::keep_bytes(tx, &key, case.id, evidence, bytes).await?;
    }
    Ok(())
}
