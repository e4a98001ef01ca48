//! What somebody typed into a draft, checked for what no draft can hold.

use jiff::civil::DateTime;
use ui::Errors;
use uuid::Uuid;
use words::{PersonId, PurposeId};

use super::ask::Ask;
use crate::post::model::{Capacity, Publication};

/// The longest title, source, reason or text beside a photo, in signs.
const LINE: usize = 2000;
/// The longest text. With ten photos and everything else it is still less than the check reads.
const TEXT: usize = 20_000;

/// Takes over what was typed. A form that does not speak of something leaves it as it is.
pub(super) fn take(ask: &Ask<'_>, publication: &mut Publication) -> Errors {
    let mut errors = Errors::default();
    let words = ask.words();
    let form = &ask.form;
    let content = &mut publication.content;
    let plain = |name: &str| form.raw(name).replace("\r\n", "\n");
    for (name, at) in [
        ("titel", &mut content.title),
        ("bronnen", &mut content.sources),
        ("reden", &mut content.reason),
    ] {
        if form.has(name) {
            *at = plain(name);
        }
        if at.chars().count() > LINE {
            errors.add(name, words.f("typed-long", &[("most", LINE.into())]));
        }
    }
    if form.has("tekst") {
        content.text = plain("tekst");
    }
    if content.text.chars().count() > TEXT {
        errors.add("tekst", words.f("typed-long", &[("most", TEXT.into())]));
    }
    for (name, value) in form.pairs() {
        let Some(account) = name.strip_prefix("tekst-").and_then(id) else {
            continue;
        };
        let value = value.replace("\r\n", "\n");
        if value.chars().count() > TEXT {
            errors.add(name, words.f("typed-long", &[("most", TEXT.into())]));
        } else if value.trim().is_empty() {
            content.texts.remove(&account);
        } else {
            content.texts.insert(account, value);
        }
    }
    for picture in &mut content.pictures {
        let name = format!("alt-{}", picture.photo.as_simple());
        if form.has(&name) {
            form.one(&name).clone_into(&mut picture.alt);
        }
        if picture.alt.chars().count() > LINE {
            errors.add(name, words.f("typed-long", &[("most", LINE.into())]));
        }
    }
    let away = |photo: Uuid| form.has(&format!("weg-{}", photo.as_simple()));
    content.pictures.retain(|one| !away(one.photo));
    if form.has("vorm") {
        choices(ask, publication, &mut errors);
    }
    errors
}

fn id(text: &str) -> Option<Uuid> {
    text.parse::<PersonId>().ok().map(|id| id.0)
}

/// What was chosen on the whole form: boxes that are not ticked do not come.
fn choices(ask: &Ask<'_>, publication: &mut Publication, errors: &mut Errors) {
    let form = &ask.form;
    let content = &mut publication.content;
    content.accounts = form.all("kanaal").filter_map(id).take(40).collect();
    content.capacity = Capacity::from_key(form.one("hoedanigheid")).or(content.capacity);
    if form.has("doel") {
        content.purpose = form.one("doel").parse::<PurposeId>().ok();
    }
    let asked: Vec<&str> = form.all("gevraagd").take(60).collect();
    if form.has("nagelopen") {
        let yes: Vec<&str> = form.all("antwoord").collect();
        for key in asked {
            content.answers.insert(key.to_owned(), yes.contains(&key));
        }
    } else {
        for key in asked {
            content.answers.remove(key);
        }
    }
    let when = form.one("wanneer");
    publication.due = None;
    if !when.is_empty() {
        let wall = when.parse::<DateTime>().ok();
        publication.due = wall.and_then(|wall| shell::clock::from_the_wall(wall).ok());
        if publication.due.is_none() {
            errors.add("wanneer", ask.words().t("typed-when"));
        }
    }
}
