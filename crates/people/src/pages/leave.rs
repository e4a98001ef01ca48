//! Somebody leaves: first the open work, then the day.

use identity::Action;
use jiff::civil::Date;
use shell::Fault;
use ui::Errors;
use words::Role;

use super::ask::{Answer, Ask, Reading, Reply};
use super::file;
use crate::directory::Known;
use crate::forms;
use crate::store::{self, leave, persons};
use crate::views::leave::{self as view, Leaving};
use crate::work::Open;

/// Who leaves, and in which role somebody says so.
fn leaver(ask: &Ask<'_>, reading: &Reading) -> Result<(Known, Role), Fault> {
    let known = file::known(ask, reading)?;
    let role = ask.must(Action::EditPersons, &ask.of(&known))?;
    Ok((known, role))
}

/// Everything that is still to be handed over.
async fn open(ask: &Ask<'_>, reading: &mut Reading, known: &Known) -> Result<Vec<Open>, Fault> {
    let mut all = Vec::new();
    for word in &ask.us.work {
        all.extend(
            word.of(&mut reading.tx, known.id, ask.today, ask.locale())
                .await?,
        );
    }
    Ok(all)
}

fn leaving(ask: &Ask<'_>, known: &Known, open: Vec<Open>) -> Leaving {
    let typed = ask.form.one("dag");
    Leaving {
        name: known.name.said(),
        address: format!("/mensen/{}", known.id),
        open,
        day: if typed.is_empty() {
            ask.today.to_string()
        } else {
            typed.to_owned()
        },
    }
}

/// What is still to be handed over, and the day.
pub(super) async fn page(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.reading().await?;
    let (known, _) = leaver(ask, &reading)?;
    let open = open(ask, &mut reading, &known).await?;
    Ok(Reply::Page(view::page(
        &ask.frame(),
        &leaving(ask, &known, open),
        &Errors::default(),
    )))
}

/// Somebody leaves on a day: what ties them to schools and groups ends with it. With open work nobody leaves.
pub(super) async fn go(ask: &Ask<'_>) -> Answer {
    let mut reading = ask.writing().await?;
    let (known, role) = leaver(ask, &reading)?;
    let open = open(ask, &mut reading, &known).await?;
    let day = forms::day(&ask.form, "dag").filter(|day| is_near(*day, ask.today));
    let (Some(day), true) = (day, open.is_empty()) else {
        let mut errors = Errors::default();
        let (field, key) = if open.is_empty() {
            ("dag", "fill-in-last-day")
        } else {
            ("", "work-first")
        };
        errors.add(field, ask.words().t(key));
        return Ok(Reply::Again(view::page(
            &ask.frame(),
            &leaving(ask, &known, open),
            &errors,
        )));
    };
    let mark = store::mark(&mut reading.tx).await?;
    persons::set_left(&mut reading.tx, mark, known.id, Some(day)).await?;
    leave::end_ties(&mut reading.tx, known.id, day).await?;
    for held in identity::store::roles::of(&mut reading.tx, known.id, ask.today).await? {
        identity::store::roles::end(&mut reading.tx, held.id, day, ask.now).await?;
    }
    let entry = ask
        .entry("person_left", "left", role)
        .about(known.id)
        .on(day.to_string());
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/mensen/{}", known.id)))
}

/// A last day lies within a year of today.
fn is_near(day: Date, today: Date) -> bool {
    today
        .until(day)
        .is_ok_and(|span| span.get_days().abs() <= 366)
}
