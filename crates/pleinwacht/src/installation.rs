//! Where an installation keeps what it knows: database, key, temporary files.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use decisions::Signer;
use seal::Master;
use store::{Db, Migration, Place};

use crate::config::Config;
use crate::say::Say;

/// The name of the key's file in the data folder.
const KEY: &str = "master.key";

/// Where the data is: the same words for every command that needs it.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct Where {
    /// Folder for the school's data, made if it is not there [default: pleinwacht-data]
    #[arg(long, value_name = "DIR", env = "PLEINWACHT_DATA")]
    pub(crate) data: Option<PathBuf>,
    /// PostgreSQL instead of files in the folder: postgres://…
    #[arg(
        long,
        value_name = "URL",
        env = "PLEINWACHT_DATABASE_URL",
        hide_env_values = true
    )]
    pub(crate) database_url: Option<String>,
    /// File with the master key [default: master.key in the data folder]
    #[arg(long, value_name = "FILE", env = "PLEINWACHT_KEY_FILE")]
    pub(crate) key_file: Option<PathBuf>,
}

/// An opened installation.
pub(crate) struct Installation {
    pub(crate) db: Db,
    pub(crate) master: Arc<Master>,
    /// The data folder: also with PostgreSQL there are files that are only passing through.
    pub(crate) folder: PathBuf,
}

/// Every table of the program.
pub(crate) fn migrations() -> Vec<Migration> {
    [
        decisions::MIGRATIONS,
        identity::MIGRATIONS,
        people::MIGRATIONS,
        consent::MIGRATIONS,
        photos::MIGRATIONS,
        publishing::MIGRATIONS,
        channels::MIGRATIONS,
        advice::MIGRATIONS,
        cases::MIGRATIONS,
    ]
    .concat()
}

impl Where {
    /// What was not said here is as the configuration file says.
    pub(crate) fn or(mut self, config: &Config) -> Self {
        self.data = self.data.or_else(|| config.data.clone());
        self.database_url = self.database_url.or_else(|| config.database_url.clone());
        self.key_file = self.key_file.or_else(|| config.key_file.clone());
        self
    }

    /// The data folder.
    pub(crate) fn folder(&self) -> PathBuf {
        self.data
            .clone()
            .unwrap_or_else(|| PathBuf::from("pleinwacht-data"))
    }

    /// The database.
    pub(crate) fn place(&self) -> Place {
        match &self.database_url {
            Some(url) => Place::Postgres(url.clone()),
            None => Place::Folder(self.folder()),
        }
    }

    /// The file of the key.
    pub(crate) fn key_path(&self) -> PathBuf {
        self.key_file
            .clone()
            .unwrap_or_else(|| self.folder().join(KEY))
    }

    /// Opens what is there, or begins.
    pub(crate) async fn open(&self, say: &Say) -> anyhow::Result<Installation> {
        let folder = self.folder();
        fs::create_dir_all(&folder).with_context(|| {
            let why = say.pick(
                "deze map kan niet worden gemaakt",
                "this folder cannot be made",
            );
            format!("{}: {why}", folder.display())
        })?;
        let path = self.key_path();
        let begun = path.exists();
        let master = if begun {
            read_key(&path, say)?
        } else {
            Master::generate()?
        };
        let db = Db::open(&self.place(), &migrations()).await?;
        if !begun {
            // A new key for data that another key sealed would look like everything was lost.
            anyhow::ensure!(
                db.boards().await?.is_empty(),
                "{}: {}",
                path.display(),
                say.pick(
                    "de sleutel van deze gegevens ontbreekt; zet het sleutelbestand terug",
                    "the key of this data is missing; put the key file back"
                )
            );
            write_key(&path, &master, say)?;
        }
        Ok(Installation {
            db,
            master: Arc::new(master),
            folder,
        })
    }

    /// Opens what is there; what is not there is not begun.
    pub(crate) async fn open_existing(&self, say: &Say) -> anyhow::Result<Installation> {
        let path = self.key_path();
        anyhow::ensure!(
            path.exists(),
            "{}: {}",
            path.display(),
            say.pick(
                "hier staat geen sleutel; wijs met --data de map van Pleinwacht aan",
                "there is no key here; name the folder of Pleinwacht with --data"
            )
        );
        self.open(say).await
    }
}

impl Installation {
    /// Who signs the log.
    pub(crate) fn signer(&self) -> Signer {
        Signer::new(*self.master.derive("log"))
    }
}

fn read_key(path: &Path, say: &Say) -> anyhow::Result<Master> {
    let text = fs::read_to_string(path).with_context(|| {
        let why = say.pick("kan niet worden gelezen", "cannot be read");
        format!("{}: {why}", path.display())
    })?;
    Master::from_text(&text).with_context(|| {
        let why = say.pick(
            "dit is geen sleutel van Pleinwacht",
            "this is no key of Pleinwacht",
        );
        format!("{}: {why}", path.display())
    })
}

/// Writes the key for its owner's eyes only, and waits until it is on disk: what it seals cannot be read without it.
fn write_key(path: &Path, master: &Master, say: &Say) -> anyhow::Result<()> {
    let write = || -> std::io::Result<()> {
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o400)
            .open(path)?;
        writeln!(file, "{}", *master.to_text())?;
        file.sync_all()?;
        if let Some(folder) = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty())
        {
            fs::File::open(folder)?.sync_all()?;
        }
        Ok(())
    };
    write().with_context(|| {
        let why = say.pick(
            "de sleutel kan niet worden opgeslagen",
            "the key cannot be kept",
        );
        format!("{}: {why}", path.display())
    })
}
