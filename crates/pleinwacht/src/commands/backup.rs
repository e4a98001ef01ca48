//! `pleinwacht backup` and `pleinwacht restore`.

use std::path::PathBuf;

use anyhow::Context;
use store::Db;

use crate::installation::{Where, migrations};
use crate::say::{Ending, Say};

#[derive(clap::Args)]
pub(crate) struct BackupArgs {
    /// Folder for the backup, made if it is not there; it must be empty
    dir: PathBuf,
    #[command(flatten)]
    at: Where,
}

#[derive(clap::Args)]
pub(crate) struct RestoreArgs {
    /// Folder with the backup
    dir: PathBuf,
    #[command(flatten)]
    at: Where,
}

/// The master key is not in a backup: together they would be everything, to whoever finds them.
pub(crate) fn backup(args: &BackupArgs, say: &mut Say) -> anyhow::Result<Ending> {
    super::block_on(async {
        let installation = args.at.open_existing(say).await?;
        let copied = installation.db.backup(&args.dir, &migrations()).await?;
        installation.db.close().await;
        let (boards, rows) = (copied.boards, copied.rows);
        say.line(match say.locale {
            words::Locale::Nl => format!(
                "{boards} besturen, {rows} regels bewaard in {}",
                args.dir.display()
            ),
            words::Locale::En => format!(
                "{boards} boards, {rows} rows kept in {}",
                args.dir.display()
            ),
        })?;
        let key = args.at.key_path();
        say.line(match say.locale {
            words::Locale::Nl => format!(
                "bewaar de sleutel apart: {}; zonder die sleutel is de kopie onleesbaar",
                key.display()
            ),
            words::Locale::En => format!(
                "keep the key apart: {}; without it the copy cannot be read",
                key.display()
            ),
        })?;
        Ok(Ending::Done)
    })
}

pub(crate) fn restore(args: &RestoreArgs, say: &mut Say) -> anyhow::Result<Ending> {
    super::block_on(async {
        let installation = args.at.open_existing(say).await?;
        // A key that does not fit is found before anything is put back, not when somebody asks for a pupil.
        for board in Db::boards_in(&args.dir, &migrations()).await? {
            let fits = installation.master.board(board.id, &board.wrapped_key);
            fits.with_context(|| {
                let why = say.pick(
                    "de sleutel past niet bij deze kopie",
                    "the key does not fit this backup",
                );
                format!("{}: {why}", args.at.key_path().display())
            })?;
        }
        let copied = installation.db.restore(&args.dir, &migrations()).await?;
        installation.db.close().await;
        let (boards, rows) = (copied.boards, copied.rows);
        say.line(match say.locale {
            words::Locale::Nl => format!(
                "{boards} besturen, {rows} regels teruggezet; kijk ze na met: pleinwacht verify"
            ),
            words::Locale::En => {
                format!("{boards} boards, {rows} rows put back; check them with: pleinwacht verify")
            }
        })?;
        Ok(Ending::Done)
    })
}
