//! The figures of a year at a school: counted from clear columns, with small numbers hidden.

use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use identity::Caller;
use people::SchoolYear;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::School;
use rosters::csv_safe;
use shell::{Fault, Visit};
use words::Role;

use super::{handling, protocol_of};
use crate::Cases;
use crate::rules::figures::{Counted, Figures, LEAST, Shown, Table, figures};
use crate::store::figures as sql;
use crate::views::figures as view;

/// Who sees the figures of a school: who runs it, who is there against bullying, and the board.
const SEES: [Role; 3] = [Role::Directeur, Role::Antipest, Role::Bestuur];

/// A year of a school.
struct Counts {
    school: School,
    schools: Vec<School>,
    span: SchoolYear,
    figures: Figures,
    role: Role,
}

fn role_at(ask: &Ask<'_>, school: &School) -> Option<Role> {
    let held = handling(ask.caller, Some(school.id));
    SEES.into_iter().find(|role| held.contains(role))
}

async fn counted(ask: &Ask<'_>, reading: &mut Reading) -> Result<Counts, Fault> {
    let mine = reading
        .schools
        .iter()
        .filter(|school| role_at(ask, school).is_some());
    let schools: Vec<School> = mine.cloned().collect();
    let asked = ask.query("school");
    let school = schools
        .iter()
        .find(|one| asked.is_empty() || one.id.to_string() == asked);
    let school = school.cloned().ok_or(Fault::Missing)?;
    let role = role_at(ask, &school).ok_or(Fault::Missing)?;
    ask.must(identity::Action::HandleCases, &ask.at(school.id))?;
    let year = match ask.query("jaar") {
        "" => SchoolYear::of(ask.today),
        typed => typed.parse().map_err(|()| Fault::Missing)?,
    };
    let span = people::begins(year.first_day()).zip(people::begins(year.next().first_day()));
    let span = span.ok_or(Fault::Missing)?;
    // What somebody, or a child of theirs, is in they see nothing of: not even that it is one more.
    let own = super::list::own(ask, reading).await?;
    let all = sql::of_year(&mut reading.tx, school.id, span, role == Role::Bestuur).await?;
    let seen = all
        .into_iter()
        .filter(|(id, _)| id.is_none_or(|id| !own.contains(&id)));
    let cases: Vec<Counted> = seen.map(|(_, case)| case).collect();
    let articles = protocol_of(&school).map_or(&[][..], |one| &one.document.articles);
    let articles: Vec<String> = articles.iter().map(|one| one.number.clone()).collect();
    Ok(Counts {
        figures: figures(&cases, &articles),
        school,
        schools,
        span: year,
        role,
    })
}

/// The page.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    if handling(ask.caller, None).is_empty() {
        return Err(ask.refused(identity::Action::HandleCases));
    }
    let mut reading = ask.writing().await?;
    let year = counted(ask, &mut reading).await?;
    log(ask, &mut reading, &year, "looked").await?;
    let words = ask.words();
    let tables = year.figures.tables.iter().chain([&year.figures.articles]);
    let tables = tables.map(|table| view::Table {
        title: words.t(table.key).to_owned(),
        rows: table
            .lines
            .iter()
            .map(|(key, shown)| row(ask, table, key, *shown))
            .collect(),
    });
    let at = |which: SchoolYear| format!("/zaken/cijfers?school={}&jaar={which}", year.school.id);
    let schools = year.schools.iter().filter(|one| one.id != year.school.id);
    let figures = view::Figures {
        school: year.school.name.clone(),
        year: year.span.to_string(),
        total: said(ask, year.figures.total),
        tables: tables.collect(),
        before: (year.span.before().to_string(), at(year.span.before())),
        next: (year.span.next().to_string(), at(year.span.next())),
        others: schools
            .map(|one| {
                (
                    one.name.clone(),
                    format!("/zaken/cijfers?school={}&jaar={}", one.id, year.span),
                )
            })
            .collect(),
        csv: format!(
            "/zaken/cijfers.csv?school={}&jaar={}",
            year.school.id, year.span
        ),
    };
    reading.tx.commit().await?;
    let frame = ask.frame();
    let content = view::page(&frame, &figures);
    Ok(Reply::Page(frame.page(words.t("figures-title"), content)))
}

async fn log(
    ask: &Ask<'_>,
    reading: &mut Reading,
    year: &Counts,
    outcome: &str,
) -> anyhow::Result<()> {
    let object = format!("{} {}", year.school.id, year.span);
    let entry = ask.entry("case_figures", outcome, year.role).on(object);
    decisions::record(&mut reading.tx, &entry).await.map(drop)
}

/// A number as people read it.
fn said(ask: &Ask<'_>, shown: Shown) -> String {
    match shown {
        Shown::Number(many) => many.to_string(),
        Shown::Few => format!("< {LEAST}"),
        Shown::Hidden => ask.words().t("figures-hidden").to_owned(),
    }
}

/// What a line counts, in words.
fn label(ask: &Ask<'_>, table: &Table, key: &str) -> String {
    let words = ask.words();
    match table.key {
        "figures-way" => words.t(&format!("way-{key}")).to_owned(),
        "figures-article" => words.f("article", &[("number", key.into())]),
        other => words.t(&format!("{other}-{key}")).to_owned(),
    }
}

fn row(ask: &Ask<'_>, table: &Table, key: &str, shown: Shown) -> view::Row {
    view::Row {
        label: label(ask, table, key),
        said: said(ask, shown),
        number: match shown {
            Shown::Number(many) => Some(many),
            _ => None,
        },
    }
}

/// The same as a file.
pub(super) async fn csv(State(us): State<Cases>, visit: Visit, caller: Caller) -> Response {
    let ask = super::asked(&us, &visit, &caller, shell::Form::default());
    match sheet(&ask).await {
        Ok(text) => {
            let mut response = shell::headers::file(text, "text/csv; charset=utf-8");
            let name = HeaderValue::from_static("attachment; filename=\"zaken.csv\"");
            response
                .headers_mut()
                .insert(header::CONTENT_DISPOSITION, name);
            response
        }
        Err(fault) => ask.reply(Err(fault)),
    }
}

async fn sheet(ask: &Ask<'_>) -> Result<String, Fault> {
    let mut reading = ask.writing().await?;
    let year = counted(ask, &mut reading).await?;
    log(ask, &mut reading, &year, "taken").await?;
    reading.tx.commit().await?;
    let words = ask.words();
    // A spreadsheet then reads letters with accents as they are.
    let mut text = String::from("\u{feff}");
    let mut line = |cells: [&str; 3]| {
        let cells = cells.map(|cell| format!("\"{}\"", csv_safe(cell).replace('"', "\"\"")));
        text.push_str(&cells.join(";"));
        text.push_str("\r\n");
    };
    line(["figures-table", "figures-what", "figures-many"].map(|key| words.t(key)));
    let total = said(ask, year.figures.total);
    line([words.t("figures-total"), &year.span.to_string(), &total]);
    for table in year.figures.tables.iter().chain([&year.figures.articles]) {
        for (key, shown) in &table.lines {
            line([
                words.t(table.key),
                &label(ask, table, key),
                &said(ask, *shown),
            ]);
        }
    }
    Ok(text)
}
