//! `pleinwacht import`: people come in from a roster.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Context;
use people::import::{self, Line, Mode, Outcome, Report, Setting, What};
use people::model::{School, Sector};
use rosters::Finding;
use serde_json::{Value as Json, json};
use shell::{Clock, SystemChance, SystemClock, chance};
use store::{Board, NewBoard};
use words::{BoardId, SchoolId};

use crate::installation::{Installation, Where};
use crate::say::{Ending, Say};

#[derive(clap::Args)]
pub(crate) struct Args {
    /// EDEXML (.xml), OneRoster (.zip) or our own CSV (.csv); what is in it counts, not its name
    file: PathBuf,
    /// Which school: its id, its BRIN code or its name; not needed where there is one
    #[arg(long, value_name = "ID")]
    school: Option<String>,
    /// Say what would happen, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// One JSON document instead of sentences
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    at: Where,
}

pub(crate) fn run(args: &Args, say: &mut Say) -> anyhow::Result<Ending> {
    let unreadable = say.pick("kan niet worden gelezen", "cannot be read");
    let file =
        File::open(&args.file).with_context(|| format!("{}: {unreadable}", args.file.display()))?;
    super::block_on(async {
        // Without an installation a file can still be looked at: as a school that has nobody yet would see it.
        let empty = args.dry_run && !args.at.key_path().exists();
        let nowhere = empty.then(tempfile::tempdir).transpose()?;
        let installation = match &nowhere {
            Some(folder) => begin(folder.path(), say).await?,
            None => args.at.open_existing(say).await?,
        };
        let ending = bring(args, &installation, file, say).await;
        installation.db.close().await;
        ending
    })
}

/// A school without anybody, that is gone when its folder is.
async fn begin(folder: &Path, say: &Say) -> anyhow::Result<Installation> {
    let at = Where {
        data: Some(folder.to_owned()),
        ..Where::default()
    };
    let installation = at.open(say).await?;
    let now = SystemClock.now();
    let board = BoardId(chance::id(&SystemChance, now));
    let (_, wrapped_key) = installation.master.new_board(board)?;
    let new = Board {
        id: board,
        slug: "nieuw".to_owned(),
        name: "nieuw".to_owned(),
        wrapped_key,
    };
    installation
        .db
        .found(NewBoard {
            board: new,
            at: now,
        })
        .await?;
    let school = School {
        id: SchoolId(chance::id(&SystemChance, now)),
        name: say.pick("een nieuwe school", "a new school").to_owned(),
        brin: None,
        protocol: None,
        sector: Sector::Po,
    };
    let mut tx = installation.db.begin(board).await?;
    people::store::schools::keep(&mut tx, &school).await?;
    tx.commit().await?;
    Ok(installation)
}

async fn bring(
    args: &Args,
    installation: &Installation,
    file: File,
    say: &mut Say,
) -> anyhow::Result<Ending> {
    let Some((board, school)) = find(args.school.as_deref(), installation, say).await? else {
        return Ok(Ending::Failed);
    };
    let keys = installation.master.board(board.id, &board.wrapped_key)?;
    let at = SystemClock.now();
    let setting = Setting {
        keys: &keys,
        school: &school,
        at,
        today: shell::clock::today(at),
        chance: &SystemChance,
        actor: None,
    };
    let (mode, mut tx) = if args.dry_run {
        (Mode::Preview, installation.db.read(board.id).await?)
    } else {
        (Mode::Commit, installation.db.begin(board.id).await?)
    };
    match import::run(&mut tx, &setting, mode, file, Arc::default()).await? {
        Outcome::Refused(refusal) => {
            for fault in &refusal.faults {
                say.wrong(format!(
                    "{}: {}",
                    args.file.display(),
                    fault.said(say.locale)
                ))?;
            }
            Ok(Ending::Failed)
        }
        Outcome::Read(report) => {
            tx.commit().await?;
            if args.json {
                say.line(as_json(&report, &school, args.dry_run, say))?;
            } else {
                tell(&report, &school, args.dry_run, say)?;
            }
            Ok(Ending::Done)
        }
    }
}

/// The school that is meant; says which there are where it is not clear.
async fn find(
    named: Option<&str>,
    installation: &Installation,
    say: &mut Say,
) -> anyhow::Result<Option<(Board, School)>> {
    let mut all = Vec::new();
    for board in installation.db.boards().await? {
        let mut tx = installation.db.read(board.id).await?;
        for school in people::store::schools::schools(&mut tx).await? {
            all.push((board.clone(), school));
        }
    }
    let listed: Vec<String> = all
        .iter()
        .map(|(_, school)| format!("{} ({})", school.id, school.name))
        .collect();
    let meant = |school: &School| {
        let brin = school.brin.as_deref().unwrap_or_default();
        named.is_none_or(|named| {
            named == school.id.to_string()
                || named == school.name
                || named.eq_ignore_ascii_case(brin)
        })
    };
    let mut found: Vec<(Board, School)> = all
        .into_iter()
        .filter(|(_, school)| meant(school))
        .collect();
    let one = if found.len() == 1 { found.pop() } else { None };
    if one.is_none() {
        let what = match (listed.is_empty(), named) {
            (true, _) => say.pick(
                "er is nog geen school; richt er eerst een in",
                "there is no school yet; set one up first",
            ),
            (false, Some(_)) => say.pick(
                "deze school is er niet, of niet maar één keer; kies met --school een van",
                "there is no such school, or more than one; choose one with --school of",
            ),
            (false, None) => say.pick(
                "er is meer dan één school; kies met --school een van",
                "there is more than one school; choose one with --school of",
            ),
        };
        say.wrong(format!("pleinwacht: {what} {}", listed.join(", ")).trim_end())?;
    }
    Ok(one)
}

fn findings(list: &[Finding], say: &Say) -> Vec<Json> {
    let one = |finding: &Finding| json!({ "file": finding.file, "line": finding.line, "field": finding.field, "code": finding.code, "text": finding.said(say.locale) });
    list.iter().map(one).collect()
}

fn lines(list: &[Line]) -> Vec<Json> {
    let one = |line: &Line| {
        let what: Vec<&str> = line.what.iter().map(|what| what.key()).collect();
        json!({ "file": line.file, "line": line.line, "name": line.name, "person": line.person, "what": what })
    };
    list.iter().map(one).collect()
}

/// Of each list the count of all, and the first lines.
fn as_json(report: &Report, school: &School, dry_run: bool, say: &Say) -> Json {
    let people = [report.pupils, report.staff, report.guardians];
    let sum = |of: fn(&import::Tally) -> u64| people.iter().map(of).sum::<u64>();
    json!({
        "school": school.id,
        "year": report.year,
        "dry_run": dry_run,
        "pupils": report.pupils,
        "staff": report.staff,
        "guardians": report.guardians,
        "groups": report.groups,
        "bonds": report.bonds,
        "left": report.left,
        "skipped": report.skipped,
        "new": { "count": sum(|tally| tally.new), "lines": lines(&report.new) },
        "changed": { "count": sum(|tally| tally.changed), "lines": lines(&report.changed) },
        "same": { "count": sum(|tally| tally.same) },
        "not_delivered": { "count": report.not_delivered, "lines": lines(&report.missing) },
        "refused": { "count": report.refused_count, "lines": findings(&report.refused, say) },
        "repaired": { "count": report.repaired_count, "lines": findings(&report.repaired, say) },
        "dropped": { "count": report.dropped_count, "lines": findings(&report.dropped, say) },
    })
}

fn tell(report: &Report, school: &School, dry_run: bool, say: &mut Say) -> anyhow::Result<()> {
    let done = if dry_run {
        say.pick(
            "er is niets veranderd; dit zou er gebeuren",
            "nothing was changed; this would happen",
        )
    } else {
        say.pick("ingelezen", "brought in")
    };
    say.line(format!(
        "{}, {}-{}: {done}",
        school.name,
        report.year,
        report.year + 1
    ))?;
    let (new, changed, same) = (
        say.pick("nieuw", "new"),
        say.pick("veranderd", "changed"),
        say.pick("gelijk", "the same"),
    );
    for (what, tally) in [
        (say.pick("leerlingen", "pupils"), report.pupils),
        (say.pick("medewerkers", "staff"), report.staff),
        (
            say.pick("ouders en verzorgers", "guardians"),
            report.guardians,
        ),
        (say.pick("groepen", "groups"), report.groups),
        (
            say.pick("banden van ouder en kind", "bonds of guardian and child"),
            report.bonds,
        ),
    ] {
        say.line(format!(
            "  {what}: {} {new}, {} {changed}, {} {same}",
            tally.new, tally.changed, tally.same
        ))?;
    }
    for (what, count) in [
        (
            say.pick(
                "leerlingen met een nieuwe laatste dag",
                "pupils with a new last day",
            ),
            report.left,
        ),
        (
            say.pick(
                "leerlingen niet geleverd (er wordt niets verwijderd)",
                "pupils not delivered (nothing is deleted)",
            ),
            report.not_delivered,
        ),
        (
            say.pick(
                "overgeslagen: al weg, of ouder van niemand hier",
                "skipped: left before, or guardian of nobody here",
            ),
            report.skipped,
        ),
        (say.pick("geweigerd", "refused"), report.refused_count),
        (say.pick("hersteld", "repaired"), report.repaired_count),
        (
            say.pick("velden niet overgenomen", "fields not taken over"),
            report.dropped_count,
        ),
    ] {
        if count > 0 {
            say.line(format!("  {what}: {count}"))?;
        }
    }
    for line in report.changed.iter().filter(|line| !line.what.is_empty()) {
        let what: Vec<&str> = line.what.iter().map(|what| named(*what, say)).collect();
        say.line(format!("  {}: {}", line.name, what.join(", ")))?;
    }
    for finding in report
        .refused
        .iter()
        .chain(&report.dropped)
        .chain(&report.repaired)
    {
        say.line(format!("  {}", finding.said(say.locale)))?;
    }
    Ok(())
}

fn named(what: What, say: &Say) -> &'static str {
    match what {
        What::Name => say.pick("naam", "name"),
        What::Born => say.pick("geboortedatum", "birth date"),
        What::Email => say.pick("e-mailadres", "e-mail address"),
        What::Group => say.pick("groep", "group"),
        What::Leaves => say.pick("vertrekt", "leaves"),
        What::Back => say.pick("is terug", "is back"),
    }
}
