//! `pleinwacht verify`: is everything still as it was written?

use decisions::Verified;
use decisions::store::{self as log, Query};
use serde_json::json;
use store::Board;

use crate::installation::{Installation, Where};
use crate::replay::Replayed;
use crate::say::{Ending, Say};

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    at: Where,
    /// One JSON document instead of sentences
    #[arg(long)]
    json: bool,
}

/// What was found in one board.
struct Found {
    slug: String,
    log: Verified,
    replayed: Replayed,
    /// The board's key does not open, or something in it points to nothing.
    loose: Vec<String>,
}

pub(crate) fn run(args: &Args, say: &mut Say) -> anyhow::Result<Ending> {
    super::block_on(async {
        let installation = args.at.open_existing(say).await?;
        let mut all = Vec::new();
        for board in installation.db.boards().await? {
            all.push(verify(&installation, board).await?);
        }
        installation.db.close().await;
        if args.json {
            let boards: Vec<_> = all.iter().map(Found::json).collect();
            say.line(json!({ "boards": boards }))?;
        } else {
            for found in &all {
                found.tell(say)?;
            }
            if all.is_empty() {
                say.line(say.pick("er zijn nog geen besturen", "there are no boards yet"))?;
            }
        }
        let clean = all.iter().all(Found::clean);
        Ok(if clean { Ending::Done } else { Ending::Refused })
    })
}

async fn verify(installation: &Installation, board: Board) -> anyhow::Result<Found> {
    let mut tx = installation.db.read(board.id).await?;
    let verified = log::verify(&mut tx, &installation.signer().public()).await?;
    let mut replayed = Replayed::default();
    let mut query = Query {
        judged: true,
        ..Query::default()
    };
    // A log with faults may hold anything: then what it says is not asked again.
    while verified.faults.is_empty() {
        let some = log::find(&mut tx, &query).await?;
        for logged in &some {
            replayed.add(logged);
        }
        let Some(last) = some.last() else { break };
        query.before = Some(last.seq);
    }
    let loose = match installation.master.board(board.id, &board.wrapped_key) {
        Ok(keys) => people::store::check::loose(&mut tx, &keys).await?,
        Err(fault) => vec![fault.to_string()],
    };
    Ok(Found {
        slug: board.slug,
        log: verified,
        replayed,
        loose,
    })
}

impl Found {
    fn clean(&self) -> bool {
        self.log.faults.is_empty() && self.replayed.otherwise.is_empty() && self.loose.is_empty()
    }

    fn json(&self) -> serde_json::Value {
        let faults: Vec<String> = self.log.faults.iter().map(ToString::to_string).collect();
        json!({
            "board": self.slug,
            "entries": self.log.entries,
            "checkpoints": self.log.checkpoints,
            "signed_to": self.log.signed_to,
            "verdicts_same": self.replayed.same,
            "verdicts_otherwise": self.replayed.otherwise,
            "verdicts_unknown": self.replayed.unknown,
            "faults": faults,
            "loose": self.loose,
        })
    }

    fn tell(&self, say: &mut Say) -> anyhow::Result<()> {
        let (slug, log) = (&self.slug, &self.log);
        let state = if self.clean() {
            say.pick("klopt", "is sound")
        } else {
            say.pick("klopt niet", "is not sound")
        };
        let entries = say.pick("regels, ondertekend tot en met", "entries, signed up to");
        say.line(format!(
            "{slug}: {state}; {} {entries} {}",
            log.entries, log.signed_to
        ))?;
        for fault in &log.faults {
            say.wrong(format!("{slug}: {fault}"))?;
        }
        for seq in &self.replayed.otherwise {
            let why = say.pick(
                "het oordeel komt nu anders uit",
                "the verdict comes out otherwise now",
            );
            say.wrong(format!("{slug}: {seq}: {why}"))?;
        }
        for loose in &self.loose {
            say.wrong(format!("{slug}: {loose}"))?;
        }
        Ok(())
    }
}
