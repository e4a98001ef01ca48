//! `pleinwacht doctor`: what is wrong with this installation, and what to do about it.

use std::net::ToSocketAddrs as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::PathBuf;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use seal::BoardKeys;
use shell::{Clock as _, SystemClock};
use store::Tx;
use words::{Locale, Text};

use crate::config::Config;
use crate::installation::{Installation, Where};
use crate::say::{Ending, Say};

/// A job that waits longer than this is not being taken.
const LATE: SignedDuration = SignedDuration::from_mins(15);
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(clap::Args)]
pub(crate) struct Args {
    #[command(flatten)]
    at: Where,
    /// The configuration file
    #[arg(long, value_name = "FILE", env = "PLEINWACHT_CONFIG")]
    config: Option<PathBuf>,
    /// One JSON document instead of sentences
    #[arg(long)]
    json: bool,
}

/// How something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum State {
    Good,
    /// It works, and could be better.
    Look,
    Wrong,
}

struct Finding {
    what: &'static str,
    state: State,
    text: Text,
}

pub(crate) fn run(args: &Args, say: &mut Say) -> anyhow::Result<Ending> {
    let config = Config::read(args.config.as_deref(), say)?;
    let at = args.at.clone().or(&config);
    let mut findings = key(&at);
    findings.extend(origins(&config));
    findings.push(mail(&config));
    findings.push(films());
    let (now, locale) = (SystemClock.now(), say.locale);
    super::block_on(async {
        match at.open_existing(say).await {
            Ok(installation) => findings.extend(data(&installation, now).await?),
            Err(fault) => findings.push(wrong(
                "database",
                format!("{fault:#}"),
                format!("{fault:#}"),
            )),
        }
        Ok(())
    })?;
    if args.json {
        let all: Vec<_> = findings.iter().map(|found| found.json(locale)).collect();
        say.line(serde_json::json!({ "findings": all }))?;
    } else {
        for found in &findings {
            let mark = match found.state {
                State::Good => say.pick("goed", "good"),
                State::Look => say.pick("let op", "look"),
                State::Wrong => say.pick("fout", "wrong"),
            };
            say.line(format!(
                "{mark:7} {:9} {}",
                found.what,
                found.text.said(locale)
            ))?;
        }
    }
    let worst = findings.iter().map(|found| found.state).max();
    Ok(if worst == Some(State::Wrong) {
        Ending::Refused
    } else {
        Ending::Done
    })
}

impl Finding {
    fn json(&self, locale: Locale) -> serde_json::Value {
        let state = match self.state {
            State::Good => "good",
            State::Look => "look",
            State::Wrong => "wrong",
        };
        serde_json::json!({ "what": self.what, "state": state, "text": self.text.said(locale) })
    }
}

fn found(
    what: &'static str,
    state: State,
    nl: impl Into<String>,
    en: impl Into<String>,
) -> Finding {
    Finding {
        what,
        state,
        text: Text::new(nl, en),
    }
}

fn good(what: &'static str, nl: impl Into<String>, en: impl Into<String>) -> Finding {
    found(what, State::Good, nl, en)
}

fn look(what: &'static str, nl: impl Into<String>, en: impl Into<String>) -> Finding {
    found(what, State::Look, nl, en)
}

fn wrong(what: &'static str, nl: impl Into<String>, en: impl Into<String>) -> Finding {
    found(what, State::Wrong, nl, en)
}

/// The key: is it there, and for whose eyes?
fn key(at: &Where) -> Vec<Finding> {
    let path = at.key_path();
    let shown = path.display();
    let Ok(about) = std::fs::metadata(&path) else {
        return vec![wrong(
            "key",
            format!("{shown} ontbreekt; zet de sleutel terug, of begin met pleinwacht serve"),
            format!("{shown} is missing; put the key back, or begin with pleinwacht serve"),
        )];
    };
    if about.permissions().mode() & 0o077 != 0 {
        return vec![wrong(
            "key",
            format!("{shown} kan door anderen gelezen worden; doe: chmod 400 {shown}"),
            format!("{shown} can be read by others; do: chmod 400 {shown}"),
        )];
    }
    if path.starts_with(at.folder()) {
        return vec![look(
            "key",
            "de sleutel ligt bij de gegevens; leg hem op een andere schijf en wijs hem aan met --key-file",
            "the key lies with the data; put it on another disk and name it with --key-file",
        )];
    }
    vec![good(
        "key",
        "de sleutel is er, alleen voor de beheerder",
        "the key is there, for the operator only",
    )]
}

fn origins(config: &Config) -> Vec<Finding> {
    if config.origins.is_empty() {
        return vec![look(
            "origins",
            "het adres van de site is niet ingesteld; links in mail wijzen naar het luisteradres",
            "the address of the site is not set; links in letters point to the listening address",
        )];
    }
    let open = config
        .origins
        .iter()
        .filter(|origin| !origin.starts_with("https://"));
    let mut findings: Vec<Finding> = open
        .map(|origin| {
            look(
                "origins",
                format!("{origin} is niet versleuteld; gebruik https"),
                format!("{origin} is not encrypted; use https"),
            )
        })
        .collect();
    if findings.is_empty() {
        findings.push(good(
            "origins",
            config.origins.join(", "),
            config.origins.join(", "),
        ));
    }
    findings
}

/// The mail server: does it answer at all? Whether it takes a letter shows only when there is one.
fn mail(config: &Config) -> Finding {
    let Some(mail) = &config.mail else {
        return look(
            "mail",
            "er is geen mailserver ingesteld; brieven blijven wachten",
            "no mail server is configured; letters keep waiting",
        );
    };
    let (host, port) = (mail.host.clone(), mail.port());
    let answers = (host.as_str(), port)
        .to_socket_addrs()
        .is_ok_and(|mut all| {
            all.any(|to| std::net::TcpStream::connect_timeout(&to, PATIENCE).is_ok())
        });
    if answers {
        good(
            "mail",
            format!("{host}:{port} antwoordt"),
            format!("{host}:{port} answers"),
        )
    } else {
        wrong(
            "mail",
            format!("{host}:{port} antwoordt niet; kijk naam, poort en firewall na"),
            format!("{host}:{port} does not answer; check name, port and firewall"),
        )
    }
}

/// Films stay where they are without `FFmpeg`: nothing else takes their metadata out.
fn films() -> Finding {
    if super::photo::films().is_some() {
        return good(
            "films",
            "ffmpeg haalt plaats en andere gegevens uit films",
            "ffmpeg takes place and other data out of films",
        );
    }
    look(
        "films",
        "ffmpeg is er niet: films blijven in het album en kunnen nergens heen; installeer ffmpeg en start opnieuw",
        "ffmpeg is not there: films stay in their album and can go nowhere; install ffmpeg and start again",
    )
}

/// The channels that did not work when they were looked at last; the program itself looks once a day.
async fn channels(tx: &mut Tx, keys: &BoardKeys, slug: &str) -> anyhow::Result<Vec<Finding>> {
    let all = channels::store::accounts::used(tx, keys).await?;
    let silent = all.iter().filter_map(|account| {
        let why = account.looked.as_ref()?.why?;
        Some((&account.name, why))
    });
    let mut findings: Vec<Finding> = silent
        .map(|(name, why)| {
            let said = |locale| format!("{slug}, {name}: {}", channels::why_said(why, locale));
            look("channels", said(Locale::Nl), said(Locale::En))
        })
        .collect();
    if findings.is_empty() && !all.is_empty() {
        let many = all.len();
        findings.push(good(
            "channels",
            format!("{slug}: {many} kanalen, geen met een storing"),
            format!("{slug}: {many} channels, none with a fault"),
        ));
    }
    Ok(findings)
}

async fn data(installation: &Installation, now: Timestamp) -> anyhow::Result<Vec<Finding>> {
    let db = &installation.db;
    let engine = db.engine();
    let mut findings = vec![good(
        "database",
        format!("{engine} antwoordt"),
        format!("{engine} answers"),
    )];
    if !db.guarded().await? {
        findings.push(wrong(
            "database",
            "deze gebruiker van PostgreSQL mag alles en gaat langs de scheiding tussen besturen; maak een gewone gebruiker",
            "this user of PostgreSQL may do everything and passes by the border between boards; make an ordinary user",
        ));
    }
    for board in db.boards().await? {
        let slug = &board.slug;
        if let Err(fault) = installation.master.board(board.id, &board.wrapped_key) {
            findings.push(wrong(
                "key",
                format!("{slug}: {fault}"),
                format!("{slug}: {fault}"),
            ));
            continue;
        }
        let waiting = db.waiting(board.id).await?;
        if waiting.dead > 0 {
            findings.push(look(
                "jobs",
                format!(
                    "{slug}: {} taken zijn opgegeven; kijk ernaar op de pagina Taken",
                    waiting.dead
                ),
                format!(
                    "{slug}: {} jobs were given up; look at them on the page Jobs",
                    waiting.dead
                ),
            ));
        }
        if waiting
            .oldest
            .is_some_and(|oldest| now.duration_since(oldest) > LATE)
        {
            findings.push(look(
                "jobs",
                format!("{slug}: er wachten taken; draait pleinwacht serve?"),
                format!("{slug}: jobs are waiting; is pleinwacht serve running?"),
            ));
        }
        let keys = installation.master.board(board.id, &board.wrapped_key)?;
        let mut tx = db.read(board.id).await?;
        findings.extend(channels(&mut tx, &keys, slug).await?);
        let last = decisions::store::find(&mut tx, &decisions::store::Query::default()).await?;
        if last.first().is_some_and(|logged| logged.entry.at > now) {
            findings.push(wrong(
                "clock",
                format!("{slug}: de klok staat achter op het logboek; zet hem gelijk"),
                format!("{slug}: the clock is behind the log; set it right"),
            ));
        }
    }
    Ok(findings)
}
