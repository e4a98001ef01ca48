//! Reading the mailbox of a school: what people send or forward to it is a signal, once. A message is marked as read only after what came of it is
//! on disk, so that a program that falls over in between loses nothing and does nothing twice.
//!
//! A `From:` proves nothing. Somebody whose address the school has is named as who the message *says* it is from, and is written to at the
//! address that the school has; nobody else is written to.

mod taken;

use std::collections::BTreeSet;
use std::time::Duration;

use channels::Why;
use jiff::SignedDuration;
use mail::{Line, Trouble};
use people::model::School;
use people::store::{persons, schools};
use seal::BoardKeys;
use store::Db;
use uuid::Uuid;
use words::{BoardId, PersonId};

use crate::Cases;
use crate::model::{Mailbox, Outcome};
use crate::rules::mailed::{Waits, now};
use crate::store::mailboxes;

/// So many messages are taken at one visit; the rest at the next.
const AT_ONCE: usize = 40;
/// So many are looked at to choose from.
const SEEN: usize = 2_000;
/// How long each answer may take.
const PATIENCE: Duration = Duration::from_secs(20);
/// Longer no visit lasts: a job's lease is five minutes.
const LONGEST: Duration = Duration::from_mins(4);
/// In so long a limit is counted.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Who is asked, in whose name.
struct Visit<'a> {
    us: &'a Cases,
    db: &'a Db,
    board: BoardId,
    keys: &'a BoardKeys,
    mailbox: &'a Mailbox,
    school: School,
}

/// A message that is to be taken, and who of the school has the address that it says it is from.
struct Wanted {
    waits: Waits,
    size: u64,
    person: Option<PersonId>,
}

/// Visits a mailbox. What the other side answers is awaited outside any transaction. False if it is not read any more.
pub(crate) async fn read(us: &Cases, db: &Db, board: BoardId, id: Uuid) -> anyhow::Result<bool> {
    let keys = us.people.keys(board).await?;
    let mut tx = db.read(board).await?;
    let Some(mailbox) = mailboxes::one(&mut tx, &keys, id).await? else {
        return Ok(false);
    };
    let Some(school) = schools::school(&mut tx, mailbox.school).await? else {
        return Ok(false);
    };
    drop(tx);
    let visit = Visit {
        us,
        db,
        board,
        keys: &keys,
        mailbox: &mailbox,
        school,
    };
    let visited = tokio::time::timeout(LONGEST, visit.whole()).await;
    let visited = visited.unwrap_or(Ok(Err(Trouble::TimedOut)))?;
    let mut tx = db.begin(board).await?;
    let (fault, waiting) = match visited {
        Ok((full, waiting)) => (full.then_some(Trouble::Full), waiting),
        Err(trouble) => (Some(trouble), mailbox.waiting),
    };
    let said = (fault.map(Trouble::key), waiting);
    mailboxes::looked(&mut tx, id, said, us.people.identity.now()).await?;
    tx.commit().await?;
    Ok(true)
}

/// What the database could not do, or why the mailbox could not be read.
type Outer<T> = anyhow::Result<Result<T, Trouble>>;

/// Goes on, or gives back why the mailbox could not be read.
macro_rules! reads {
    ($asked:expr) => {
        match $asked {
            Ok(answer) => answer,
            Err(trouble) => return Ok(Err(trouble)),
        }
    };
}

impl Visit<'_> {
    async fn line(&self) -> Result<mail::Mailbox<Line>, Trouble> {
        let access = &self.mailbox.access;
        let stream = self.us.channels.connect(&access.host, access.port).await;
        let stream = stream.map_err(|why| match why {
            Why::Address => Trouble::Address,
            Why::TimedOut => Trouble::TimedOut,
            _ => Trouble::Unreachable,
        })?;
        let (host, trust) = (access.host.as_str(), &self.us.trust);
        let mut line =
            mail::Mailbox::begin(stream, host, access.security(), trust, PATIENCE).await?;
        line.sign_in(&access.user, &access.password).await?;
        Ok(line)
    }

    /// Whether it is full, and how many messages stay in it.
    async fn whole(&self) -> Outer<(bool, i64)> {
        let mut line = reads!(self.line().await);
        let opened = reads!(line.open(&self.mailbox.access.folder).await);
        let all = reads!(line.messages(false).await);
        let unread: BTreeSet<u32> = reads!(line.messages(true).await).into_iter().collect();
        let mut tx = self.db.read(self.board).await?;
        let mut done = mailboxes::done(&mut tx, self.mailbox.id, opened.validity).await?;
        drop(tx);
        if self.mailbox.read_at.is_none() && done.is_empty() {
            // What somebody read before the school began is not for us.
            let old: Vec<u32> = all
                .iter()
                .filter(|uid| !unread.contains(uid))
                .copied()
                .collect();
            let mut tx = self.db.begin(self.board).await?;
            let now = self.us.people.identity.now();
            mailboxes::keep_old(&mut tx, self.mailbox.id, opened.validity, &old, now).await?;
            tx.commit().await?;
            done.extend(old.into_iter().map(|uid| (uid, Outcome::Old)));
        }
        // It fell over between the disk and the mark.
        let unmarked: Vec<u32> = unread
            .iter()
            .filter(|uid| marks(done.get(uid).copied()))
            .copied()
            .collect();
        reads!(line.mark_read(&unmarked).await);
        let waits: Vec<u32> = all
            .into_iter()
            .filter(|uid| !done.contains_key(uid))
            .collect();
        let beyond = waits.len().saturating_sub(SEEN);
        let heads = reads!(line.heads(waits.get(..SEEN).unwrap_or(&waits)).await);
        let (wanted, left) = self.choose(&heads).await?;
        for one in wanted {
            let uid = one.waits.uid;
            // Some servers say a size that is only about right: what is not far too large is asked for whole.
            let most = if taken::is_large(one.size) {
                taken::WORDS
            } else {
                taken::WHOLE
            };
            let Some(bytes) = reads!(line.message(uid, most).await) else {
                continue;
            };
            let outcome = taken::keep(self, opened.validity, one, bytes).await?;
            if marks(Some(outcome)) {
                reads!(line.mark_read(&[uid]).await);
            }
        }
        let full = reads!(line.is_full(&self.mailbox.access.folder).await);
        line.leave().await;
        Ok(Ok((full, i64::try_from(left + beyond)?)))
    }

    /// Which messages are taken now, and how many stay.
    async fn choose(&self, heads: &[mail::Head]) -> anyhow::Result<(Vec<Wanted>, usize)> {
        let mut tx = self.db.read(self.board).await?;
        let mut all = Vec::with_capacity(heads.len());
        for head in heads {
            let address = mail::sender(&head.from).map(|from| from.address);
            let address = address.unwrap_or_default();
            let index = persons::email_index(self.keys, &address);
            let known = persons::by_email(&mut tx, &index).await?;
            let domain = address.rsplit('@').next().unwrap_or_default();
            let domain = self.keys.index("case mail domain", domain);
            all.push(Wanted {
                waits: Waits {
                    uid: head.uid,
                    sender: self.keys.index("case mail sender", &address),
                    domain: known.is_empty().then_some(domain),
                },
                size: head.size,
                // An address that two share names neither.
                person: match known.as_slice() {
                    [one] => Some(*one),
                    _ => None,
                },
            });
        }
        let since = self.us.people.identity.now().saturating_sub(DAY)?;
        let taken = mailboxes::since(&mut tx, self.mailbox.id, since).await?;
        let waits: Vec<Waits> = all.iter().map(|one| one.waits.clone()).collect();
        let fit: Vec<u32> = now(&waits, &taken, AT_ONCE)
            .iter()
            .map(|one| one.uid)
            .collect();
        let left = all.len() - fit.len();
        let mut wanted = Vec::with_capacity(fit.len());
        for uid in fit {
            wanted.extend(
                all.iter()
                    .position(|one| one.waits.uid == uid)
                    .map(|at| all.swap_remove(at)),
            );
        }
        Ok((wanted, left))
    }
}

/// What was done with is marked as read. What no person wrote stays as it is: somebody may want to see that a letter did not arrive.
const fn marks(outcome: Option<Outcome>) -> bool {
    matches!(outcome, Some(Outcome::Signalled | Outcome::Double))
}
