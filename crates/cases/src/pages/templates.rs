//! The letters of a school in its own words: for who runs the school.

use identity::Action;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use people::model::School;
use shell::Fault;
use ui::Errors;
use words::{Locale, Role};

use super::handling;
use super::letter::raw;
use crate::model::{Template, Written};
use crate::store::letters as sql;
use crate::take::text_of;
use crate::views::template as view;

/// A text is no longer than this.
const LONGEST: usize = 6_000;

/// The school of the address that who asks runs, or the first.
fn school(ask: &Ask<'_>, reading: &Reading) -> Result<School, Fault> {
    let runs = |school: &&School| handling(ask.caller, Some(school.id)).contains(&Role::Directeur);
    let asked = [ask.form.one("school"), ask.query("school")];
    let asked = asked.into_iter().find(|text| !text.is_empty());
    let mut mine = reading.schools.iter().filter(runs);
    let found = match asked {
        Some(id) => mine.find(|school| school.id.to_string() == id),
        None => mine.next(),
    };
    let found = found.cloned().ok_or(Fault::Missing)?;
    ask.must(Action::HandleCases, &ask.at(found.id))?;
    Ok(found)
}

/// All letters, and which of them the school changed.
pub(super) async fn list(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let school = school(ask, &reading)?;
    let own = sql::of_school(&mut reading.tx, &reading.keys, school.id).await?;
    let words = ask.words();
    let row = |(kind, locale): (Template, Locale)| view::Row {
        address: address(kind, locale, &school),
        label: words.t(&format!("template-{}", kind.key())).to_owned(),
        language: words.t(&format!("letter-in-{}", locale.tag())).to_owned(),
        own: own
            .iter()
            .any(|(one, language, _)| (*one, *language) == (kind, locale)),
    };
    let all = Template::ALL
        .iter()
        .flat_map(|kind| Locale::ALL.map(|locale| (*kind, locale)));
    let rows: Vec<view::Row> = all.map(row).collect();
    let frame = ask.frame();
    let content = view::list(&frame, &school.name, &rows);
    Ok(Reply::Page(frame.page(words.t("templates-title"), content)))
}

fn address(kind: Template, locale: Locale, school: &School) -> String {
    format!(
        "/zaken/brieven/{}-{}?school={}",
        kind.key(),
        locale.tag(),
        school.id
    )
}

/// The letter and the language of the address.
fn named(ask: &Ask<'_>) -> Result<(Template, Locale), Fault> {
    let (kind, tag) = ask.visit.part(2).rsplit_once('-').ok_or(Fault::Missing)?;
    let both = Template::from_key(kind).zip(Locale::from_tag(tag));
    both.ok_or(Fault::Missing)
}

async fn standing(
    reading: &mut Reading,
    school: &School,
    named: (Template, Locale),
) -> anyhow::Result<Option<Written>> {
    let own = sql::of_school(&mut reading.tx, &reading.keys, school.id).await?;
    let mut own = own.into_iter();
    let own = own.find(|(kind, language, _)| (*kind, *language) == named);
    Ok(own.map(|one| one.2))
}

/// The form of one.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let school = school(ask, &reading)?;
    let (kind, locale) = named(ask)?;
    let own = standing(&mut reading, &school, (kind, locale)).await?;
    let is_own = own.is_some();
    let written = own.unwrap_or_else(|| raw::usual(kind, locale));
    let errors = Errors::default();
    Ok(Reply::Page(shown(
        ask,
        &school,
        (kind, locale),
        (&written, is_own),
        &errors,
    )))
}

fn shown(
    ask: &Ask<'_>,
    school: &School,
    (kind, locale): (Template, Locale),
    (written, own): (&Written, bool),
    errors: &Errors,
) -> maud::Markup {
    let words = ask.words();
    let names = kind.variables().iter().map(|name| {
        let says = words.t(&format!("variable-{name}")).to_owned();
        (format!("{{ ${name} }}"), says)
    });
    let form = view::Form {
        address: format!("/zaken/brieven/{}-{}", kind.key(), locale.tag()),
        school: school.id.to_string(),
        title: words.t(&format!("template-{}", kind.key())).to_owned(),
        language: words.t(&format!("letter-in-{}", locale.tag())).to_owned(),
        subject: written.subject.clone(),
        text: written.text.clone(),
        names: names.collect(),
        own,
    };
    view::page(&ask.frame(), &form, errors)
}

/// Keeps it, or goes back to the usual text.
pub(super) async fn keep(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let school = school(ask, &reading)?;
    let (kind, locale) = named(ask)?;
    let of = (school.id, kind, locale);
    let words = ask.words();
    let back = ask.form.one("wat") == "terug";
    let written = Written {
        subject: people::forms::line(ask.form.one("onderwerp")),
        text: text_of(&ask.form, "tekst"),
    };
    let mut errors = Errors::default();
    for (field, text) in [("onderwerp", &written.subject), ("tekst", &written.text)] {
        if text.chars().count() < 3 {
            errors.add(field, words.t("text-short"));
        } else if text.chars().count() > LONGEST {
            errors.add(field, words.t("text-long"));
        }
        raw::check(words, (field, text), kind.variables(), &mut errors);
    }
    if !back && !errors.is_empty() {
        let own = standing(&mut reading, &school, (kind, locale))
            .await?
            .is_some();
        let page = shown(ask, &school, (kind, locale), (&written, own), &errors);
        return Ok(Reply::Again(page));
    }
    let (tx, keys) = (&mut reading.tx, &reading.keys);
    if back {
        sql::put_back(tx, of).await?;
    } else {
        sql::keep(tx, keys, of, &written, ask.now).await?;
    }
    let outcome = if back { "put-back" } else { "changed" };
    let object = format!("{}-{}", kind.key(), locale.tag());
    let entry = ask
        .entry("case_template", outcome, Role::Directeur)
        .on(object);
    decisions::record(tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/zaken/brieven?school={}", school.id)))
}
