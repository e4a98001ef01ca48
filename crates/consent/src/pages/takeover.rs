//! Answers of another system come in: sent, explained column by column, looked over, taken over.

use std::collections::{BTreeMap, HashMap};

use identity::Action;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::School;
use people::names::fold;
use people::store::persons;
use serde_json::json;
use shell::Fault;
use shell::upload::Sent;
use ui::Errors;
use ui::form::Choice;
use uuid::Uuid;
use words::{Locale, PersonId, Role};

use super::asking::school;
use crate::desk;
use crate::model::{Cell, How};
use crate::register::Register;
use crate::rules;
use crate::store::events::Said;
use crate::store::{purposes, takeover as sql};
use crate::takeover::{Line, Mapping, Means, Refused, Town, words_of};
use crate::views::takeover as view;

/// The largest file that is taken.
pub(super) const CAP: u64 = 2 << 20;
/// Lines that are shown with why they are refused.
const SHOWN: usize = 100;

/// Takes the file.
pub(super) async fn send(ask: &Ask<'_>, file: Option<Sent>) -> Page {
    let mut reading = ask.writing().await?;
    let (school, _) = school(ask, &reading)?;
    let rows = file.and_then(|file| {
        let open = file.file.reopen().ok()?;
        rosters::sheet(open, &rosters::Limits::default()).ok()
    });
    let Some(rows) = rows.filter(|rows| rows.len() > 1) else {
        let mut errors = Errors::default();
        errors.add("bestand", ask.words().t("takeover-no-file"));
        let id = school.id.to_string();
        let page = crate::views::exchange::page(&ask.frame(), &id, &school.name, &errors);
        return Ok(Reply::Again(page));
    };
    let id = ask.new_id();
    let by = (ask.caller.person, ask.now);
    sql::keep(&mut reading.tx, &reading.keys, (id, school.id), by, &rows).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!(
        "/toestemmingen/overnemen/{}",
        id.as_simple()
    )))
}

/// A file that waits, with the school and the questions that it asks.
struct Waiting {
    id: Uuid,
    school: School,
    role: Role,
    rows: Vec<Vec<String>>,
    cells: Vec<(Cell, i64, String)>,
}

async fn waiting(ask: &Ask<'_>, reading: &mut Reading) -> Result<Waiting, Fault> {
    let id: PersonId = ask.id(2)?;
    let found = sql::one(&mut reading.tx, &reading.keys, id.0).await?;
    let (school, rows) = found.ok_or(Fault::Missing)?;
    let role = ask.must(Action::SetConsent, &ask.at(school))?;
    let found = reading.schools.iter().find(|one| one.id == school).cloned();
    let all = purposes::of_school(&mut reading.tx, school).await?;
    let cells = all
        .iter()
        .filter(|purpose| purpose.is_open(ask.today))
        .flat_map(|purpose| {
            let title = purpose.notice.title.said(ask.locale()).to_owned();
            purpose.cells().map(move |cell| {
                let said = super::cell_said(ask.words(), cell);
                (cell, purpose.version, format!("{title}: {said}"))
            })
        });
    Ok(Waiting {
        id: id.0,
        school: found.ok_or(Fault::Missing)?,
        role,
        cells: cells.collect(),
        rows,
    })
}

/// The questions about the columns.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let waiting = waiting(ask, &mut reading).await?;
    let shown = shown(ask, &waiting);
    Ok(Reply::Page(view::columns(
        &ask.frame(),
        &shown,
        &Errors::default(),
    )))
}

const PLAIN: [(&str, Means); 5] = [
    ("nummer", Means::Number),
    ("naam", Means::Name),
    ("geboren", Means::Born),
    ("ouder", Means::Guardian),
    ("dag", Means::Day),
];

fn means_of(waiting: &Waiting, key: &str) -> Option<Means> {
    let plain = PLAIN
        .iter()
        .find(|(name, _)| *name == key)
        .map(|(_, means)| *means);
    plain.or_else(|| {
        let at: usize = key.strip_prefix('v')?.parse().ok()?;
        waiting.cells.get(at).map(|(cell, ..)| Means::Cell(*cell))
    })
}

fn shown(ask: &Ask<'_>, waiting: &Waiting) -> view::Columns {
    let words = ask.words();
    let head = waiting.rows.first().map_or(&[][..], Vec::as_slice);
    let columns = head.iter().enumerate().map(|(at, name)| {
        let field = format!("k-{at}");
        let typed = ask.form.one(&field);
        let none = Choice::new(
            "-",
            words.t("takeover-ignore"),
            typed.is_empty() || typed == "-",
        );
        let plain = PLAIN.iter().map(|(key, _)| {
            Choice::new(*key, words.t(&format!("takeover-as-{key}")), typed == *key)
        });
        let cells = waiting.cells.iter().enumerate().map(|(at, (.., label))| {
            let key = format!("v{at}");
            let chosen = typed == key;
            Choice::new(key, label, chosen)
        });
        let examples = waiting
            .rows
            .iter()
            .skip(1)
            .filter_map(|row| row.get(at))
            .take(3);
        view::Column {
            label: if name.is_empty() {
                (at + 1).to_string()
            } else {
                name.clone()
            },
            example: examples.cloned().collect::<Vec<_>>().join(", "),
            choices: std::iter::once(none).chain(plain).chain(cells).collect(),
            field,
        }
    });
    let or = |field: &str, usual: &str| {
        let typed = ask.form.one(field);
        if typed.is_empty() {
            usual.to_owned()
        } else {
            typed.to_owned()
        }
    };
    view::Columns {
        address: format!("/toestemmingen/overnemen/{}", waiting.id.as_simple()),
        school: waiting.school.id.to_string(),
        all: columns.collect(),
        yes: or("ja", "ja, j, yes, y, true, 1, x"),
        no: or("nee", "nee, n, no, false, 0"),
        written: ask.form.has("schriftelijk"),
    }
}

/// What the columns mean is read; the lines are shown, or taken over if they said so.
pub(super) async fn check(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let waiting = waiting(ask, &mut reading).await?;
    let shown = shown(ask, &waiting);
    let width = waiting.rows.first().map_or(0, Vec::len);
    let columns = (0..width)
        .filter_map(|at| Some((at, means_of(&waiting, ask.form.one(&format!("k-{at}")))?)));
    let mapping = Mapping {
        columns: columns.collect(),
        yes: words_of(&shown.yes),
        no: words_of(&shown.no),
    };
    if !mapping.is_enough() || ask.form.one("stap") == "wijzig" {
        let mut errors = Errors::default();
        if !mapping.is_enough() {
            errors.add("k-0", ask.words().t("takeover-not-enough"));
        }
        return Ok(Reply::Again(view::columns(&ask.frame(), &shown, &errors)));
    }
    let (register, read) = lines(ask, &mut reading, &waiting, &mapping).await?;
    if ask.form.one("stap") == "begin" {
        return take_over(ask, reading, &waiting, register, read).await;
    }
    let words = ask.words();
    let refused: Vec<(usize, String)> = read
        .iter()
        .filter_map(|(at, line)| {
            let why = line.as_ref().err()?;
            let said = match why {
                Refused::Unread(text) => words.f(why.key(), &[("text", text.as_str().into())]),
                _ => words.t(why.key()).to_owned(),
            };
            Some((*at, said))
        })
        .collect();
    let good = read.len() - refused.len();
    let some = refused.iter().take(SHOWN).cloned().collect();
    let result = view::Read {
        good,
        refused: refused.len(),
        lines: some,
    };
    Ok(Reply::Page(view::check(&ask.frame(), &shown, &result)))
}

/// Each line with its number in the file.
type Read = Vec<(usize, Result<Line, Refused>)>;

async fn lines(
    ask: &Ask<'_>,
    reading: &mut Reading,
    waiting: &Waiting,
    mapping: &Mapping,
) -> Result<(Register, Read), Fault> {
    let school = waiting.school.id;
    let pupils = reading
        .names
        .everybody()
        .filter(|known| known.place.pupil && known.place.schools.contains(&school));
    let pupils: Vec<PersonId> = pupils.map(|known| known.id).collect();
    let (tx, names) = (&mut reading.tx, &reading.names);
    let register = Register::of(tx, names, school, &pupils, ask.today).await?;
    let mut town = Town::default();
    for known in names.everybody() {
        town.names.insert(known.id, fold(&known.name.said()));
    }
    for pupil in &pupils {
        let name = town.names.get(pupil).cloned().unwrap_or_default();
        town.by_name.entry(name).or_default().push(*pupil);
        town.facts
            .extend(register.facts(*pupil).map(|facts| (*pupil, facts)));
    }
    let number = mapping
        .columns
        .iter()
        .find(|(_, means)| *means == Means::Number);
    if let Some((at, _)) = number {
        for row in waiting.rows.iter().skip(1) {
            let key = row.get(*at).map_or("", |text| text.trim());
            let index = persons::source_index(&reading.keys, school, "leerling", key);
            if let Some(person) = persons::by_source(tx, &index).await? {
                town.by_number.insert(key.to_owned(), person);
            }
        }
    }
    let read = waiting.rows.iter().enumerate().skip(1);
    let read = read
        .map(|(at, row)| (at + 1, mapping.read(row, &town, ask.today)))
        .collect();
    drop(town);
    Ok((register, read))
}

async fn take_over(
    ask: &Ask<'_>,
    mut reading: Reading,
    waiting: &Waiting,
    mut register: Register,
    read: Read,
) -> Page {
    if !sql::done(&mut reading.tx, waiting.id).await? {
        return Err(Fault::Missing);
    }
    let versions: HashMap<Cell, i64> = waiting
        .cells
        .iter()
        .map(|(cell, version, _)| (*cell, *version))
        .collect();
    let how = if ask.form.has("schriftelijk") {
        How::ImportWritten
    } else {
        How::Import
    };
    let refused = read.iter().filter(|(_, line)| line.is_err()).count();
    let mut changed = 0;
    let good: BTreeMap<usize, Line> = read
        .into_iter()
        .filter_map(|(at, line)| Some((at, line.ok()?)))
        .collect();
    for line in good.values() {
        let answers = line.answers.iter();
        let said = Said {
            by: line.by,
            typed_by: Some(ask.caller.person),
            at: ask.now,
            on: line.on,
            how,
            language: Locale::Nl,
            act: ask.new_id(),
            evidence: None,
            rule: rules::LAW,
            answers: answers
                .filter_map(|(cell, answer)| Some((*cell, *versions.get(cell)?, *answer)))
                .collect(),
        };
        let (tx, keys) = (&mut reading.tx, &reading.keys);
        let role = Some(waiting.role);
        changed += desk::take(tx, keys, &mut register, line.person, said, role)
            .await?
            .changed;
    }
    let facts = json!({ "school": waiting.school.id, "lines": good.len(), "refused": refused, "answers": changed });
    let entry = ask
        .entry("consent_taken_over", "done", waiting.role)
        .from_facts(facts);
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!(
        "/toestemmingen?school={}",
        waiting.school.id
    )))
}
