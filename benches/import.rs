//! The figures of bringing in a roster: what it costs beside parsing and one raw insert of the very same rows, and what a large file
//! asks of memory. Linux only: memory of another process is read from `/proc`.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a bench stops at the first surprise"
)]

use std::fs::File;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Arc;

use cpu_time::ProcessTime;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use people::import::{self, Mode, Outcome, Report, Setting};
use people::model::{School, Sector};
use rosters::{Finding, Options, Record, Sink};
use seal::{BoardKeys, Master};
use shell::SystemChance;
use store::{Db, NewBoard, Place, Row, Value, params};
use testkit::bench::{Section, short, thousands, time};
use testkit::database::Folder;
use uuid::Uuid;
use words::{BoardId, SchoolId};

const PUPILS: usize = 20_000;
const TODAY: Date = date(2026, 9, 10);
/// A file of 200 MB, with as much around each pupil as real files have.
const LARGE: usize = 190_000;
const PADDING: usize = 640;

fn main() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, flag, file, ..] = arguments.as_slice()
        && flag == "--memory"
    {
        runtime.block_on(memory(Path::new(file)));
        return ExitCode::SUCCESS;
    }
    let mut section = Section::new(
        "import",
        "cargo bench --workspace --bench import -- --write",
    );
    runtime.block_on(speed(&mut section));
    large(&mut section);
    section.finish()
}

struct House {
    db: Db,
    board: BoardId,
    keys: BoardKeys,
    school: School,
    _folder: Folder,
}

impl House {
    async fn new() -> Self {
        let folder = Folder::new();
        let tables = [
            people::store::MIGRATIONS,
            identity::MIGRATIONS,
            decisions::MIGRATIONS,
        ]
        .concat();
        let db = Db::open(&Place::Folder(folder.0.clone()), &tables)
            .await
            .expect("a database");
        let board = db.found(NewBoard::example("linde")).await.expect("a board");
        let master = Master::generate().expect("a key");
        let (keys, _) = master.new_board(board).expect("keys of the board");
        let school = School {
            id: SchoolId(Uuid::from_u128(5)),
            name: "De Linde".into(),
            brin: None,
            protocol: None,
            sector: Sector::Po,
        };
        let mut tx = db.begin(board).await.expect("a transaction");
        people::store::schools::keep(&mut tx, &school)
            .await
            .expect("a school");
        tx.commit().await.expect("a school that stays");
        Self {
            db,
            board,
            keys,
            school,
            _folder: folder,
        }
    }

    async fn import(&self, mode: Mode, file: &Path) -> Report {
        let setting = Setting {
            keys: &self.keys,
            school: &self.school,
            at: Timestamp::from_second(1_789_000_000).expect("an instant"),
            today: TODAY,
            chance: &SystemChance,
            actor: None,
        };
        let mut tx = match mode {
            Mode::Preview => self.db.read(self.board).await,
            Mode::Commit => self.db.begin(self.board).await,
        }
        .expect("a transaction");
        let file = File::open(file).expect("the roster");
        let outcome = import::run(&mut tx, &setting, mode, file, Arc::default()).await;
        tx.commit().await.expect("a commit");
        match outcome.expect("an import") {
            Outcome::Read(report) => *report,
            Outcome::Refused(refusal) => panic!("{refusal}"),
        }
    }
}

/// Parses and keeps nothing.
struct Nothing;

impl Sink for Nothing {
    fn record(&mut self, _: &'static str, _: u64, record: Record) -> ControlFlow<()> {
        std::hint::black_box(record);
        ControlFlow::Continue(())
    }

    fn finding(&mut self, _: Finding) {}
}

fn parse(file: &Path) {
    let input = std::io::BufReader::new(File::open(file).expect("the roster"));
    rosters::read(input, &Options::on(TODAY), &mut Nothing).expect("a good roster");
}

/// Every row that an import wrote, by the insert that writes it again.
async fn rows(house: &House) -> Vec<(&'static str, Vec<Vec<Value>>)> {
    let mut tx = house.db.read(house.board).await.expect("a transaction");
    let mut all = Vec::new();
    macro_rules! table {
        ($insert:literal, $select:literal, $row:expr) => {
            let found = tx.all($select, params![]).await.expect("rows");
            let read: fn(&Row) -> anyhow::Result<Vec<Value>> = $row;
            let rows = found.iter().map(read).collect::<anyhow::Result<_>>();
            all.push(($insert, rows.expect("rows of the table")));
        };
    }
    table!(
        "INSERT INTO subject_key (board, subject, wrapped) VALUES",
        "SELECT subject, wrapped FROM subject_key WHERE board = $1",
        |row| Ok(params![
            row.get::<Uuid>("subject")?,
            row.get::<Vec<u8>>("wrapped")?
        ])
    );
    table!(
        "INSERT INTO person (board, id, sealed, source_index, email_index, made_at, version, changed) VALUES",
        "SELECT id, sealed, source_index, email_index, made_at, version, changed FROM person WHERE board = $1",
        |row| {
            let (source, email): (Option<Vec<u8>>, Option<Vec<u8>>) =
                (row.get("source_index")?, row.get("email_index")?);
            let (id, sealed): (Uuid, Vec<u8>) = (row.get("id")?, row.get("sealed")?);
            let (version, changed): (i64, i64) = (row.get("version")?, row.get("changed")?);
            Ok(params![
                id,
                sealed,
                source,
                email,
                row.get::<Timestamp>("made_at")?,
                version,
                changed
            ])
        }
    );
    table!(
        "INSERT INTO enrolment (board, pupil, school, from_day) VALUES",
        "SELECT pupil, school, from_day FROM enrolment WHERE board = $1",
        |row| Ok(params![
            row.get::<Uuid>("pupil")?,
            row.get::<Uuid>("school")?,
            row.get::<Date>("from_day")?
        ])
    );
    table!(
        "INSERT INTO class_group (board, id, school, school_year, name, kind, lowest, highest, source_index) VALUES",
        "SELECT id, school, school_year, name, kind, lowest, highest, source_index FROM class_group WHERE board = $1",
        |row| {
            let (name, kind): (String, String) = (row.get("name")?, row.get("kind")?);
            let (year, low, high): (i64, i64, i64) = (
                row.get("school_year")?,
                row.get("lowest")?,
                row.get("highest")?,
            );
            let source: Option<Vec<u8>> = row.get("source_index")?;
            Ok(params![
                row.get::<Uuid>("id")?,
                row.get::<Uuid>("school")?,
                year,
                name,
                kind,
                low,
                high,
                source
            ])
        }
    );
    table!(
        "INSERT INTO membership (board, person, class_group, part, level, from_day, until_day) VALUES",
        "SELECT person, class_group, part, level, from_day, until_day FROM membership WHERE board = $1",
        |row| {
            let (part, level): (String, i64) = (row.get("part")?, row.get("level")?);
            let (from, until): (Date, Option<Date>) = (row.get("from_day")?, row.get("until_day")?);
            Ok(params![
                row.get::<Uuid>("person")?,
                row.get::<Uuid>("class_group")?,
                part,
                level,
                from,
                until
            ])
        }
    );
    table!(
        "INSERT INTO role_held (board, id, person, role, school, from_day) VALUES",
        "SELECT id, person, role, school, from_day FROM role_held WHERE board = $1",
        |row| {
            let (id, person): (Uuid, Uuid) = (row.get("id")?, row.get("person")?);
            let (role, school): (String, Uuid) = (row.get("role")?, row.get("school")?);
            Ok(params![
                id,
                person,
                role,
                school,
                row.get::<Date>("from_day")?
            ])
        }
    );
    all
}

async fn speed(section: &mut Section) {
    let folder = Folder::new();
    let file = folder.0.join("roster.xml");
    std::fs::write(&file, testkit::rosters::edexml(PUPILS, 100)).expect("a roster");
    let (mut ours, mut beside, mut again, mut parsing) =
        (f64::INFINITY, f64::INFINITY, f64::INFINITY, f64::INFINITY);
    let mut report = Report::default();
    // Turn by turn, so that a busy moment of the machine falls on both; the best of each counts.
    for _ in 0..5 {
        let house = House::new().await;
        let start = ProcessTime::now();
        report = house.import(Mode::Commit, &file).await;
        ours = ours.min(start.elapsed().as_secs_f64());
        let start = ProcessTime::now();
        let same = house.import(Mode::Commit, &file).await;
        again = again.min(start.elapsed().as_secs_f64());
        assert!(same.changes_nothing(), "a second time nothing changes");

        let rows = rows(&house).await;
        let house = House::new().await;
        let start = ProcessTime::now();
        parse(&file);
        parsing = parsing.min(start.elapsed().as_secs_f64());
        let mut tx = house.db.begin(house.board).await.expect("a transaction");
        for (insert, rows) in rows {
            tx.many(insert, rows).await.expect("an insert");
        }
        tx.commit().await.expect("a commit");
        beside = beside.min(start.elapsed().as_secs_f64());
    }
    assert_eq!(report.pupils.new, PUPILS as u64);
    let times = ours / beside;
    section.asked(
        &format!(
            "EDEXML of {} pupils into SQLite",
            thousands(&PUPILS.to_string())
        ),
        "2 times parsing and one raw insert of the same rows",
        &format!("{} times", short(times)),
        &format!(
            "{} against {}, of which {} parsing",
            time(ours),
            time(beside),
            time(parsing)
        ),
        times <= 2.0,
    );
    section.row(
        "the same file once more: nothing changes",
        "",
        &time(again),
        "",
    );
}

fn large(section: &mut Section) {
    let folder = Folder::new();
    let file: PathBuf = folder.0.join("large.xml");
    std::fs::write(&file, testkit::rosters::edexml(LARGE, PADDING)).expect("a roster");
    let size = std::fs::metadata(&file).expect("its size").len() / 1_000_000;
    let this = std::env::current_exe().expect("this program has a path");
    let output = Command::new(this)
        .arg("--memory")
        .arg(&file)
        .output()
        .expect("a child");
    let said = String::from_utf8(output.stdout).expect("figures");
    let figures: Vec<f64> = said
        .split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    let [idle, preview, commit] = figures.as_slice() else {
        panic!(
            "the child said: {said}{}",
            String::from_utf8_lossy(&output.stderr)
        );
    };
    section.asked(
        &format!(
            "memory above idle for a file of {size} MB, {} pupils",
            thousands(&LARGE.to_string())
        ),
        "200 MB",
        &format!("{} MB", short(commit - idle)),
        &format!(
            "{} MB for the preview alone; idle {} MB",
            short(preview - idle),
            short(*idle)
        ),
        commit - idle <= 200.0,
    );
}

/// The most memory this process ever had, in MB.
fn peak() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("/proc");
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .expect("VmHWM");
    let kilobytes: f64 = line
        .split_whitespace()
        .nth(1)
        .and_then(|word| word.parse().ok())
        .expect("kB");
    kilobytes / 1024.0
}

async fn memory(file: &Path) {
    let house = House::new().await;
    let idle = peak();
    house.import(Mode::Preview, file).await;
    let preview = peak();
    house.import(Mode::Commit, file).await;
    println!("{idle} {preview} {}", peak());
}
