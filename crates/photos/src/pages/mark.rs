//! What a person says of the faces on a photo.

use people::ask::{Answer as Page, Ask, Reading, Reply};
use serde_json::json;
use shell::Fault;
use ui::Errors;
use words::{PersonId, Role};

use super::photo::{AWAY, COVER, NO_FACE, group_chosen, people, shown};
use crate::jobs;
use crate::model::{Face, Mark, Photo, State};
use crate::store::{films, marks, photos, requests};

/// One face with what was said of it: nothing where it is to be taken away.
type Said = (Face, Option<Mark>);

/// Keeps what was said of the faces, and whether everybody is in the list.
pub(super) async fn save(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (photo, album, role) = super::photo_of(ask, &mut reading).await?;
    if photo.state != State::Ready {
        return Err(Fault::Missing);
    }
    let faces = marks::of_photo(&mut reading.tx, photo.id).await?;
    let group = group_chosen(ask, &album);
    let people = people(&mut reading, ask, &album, group, &faces).await?;
    let asked = requests::of_photo(&mut reading.tx, photo.id).await?;
    let is_fixed = |face: &Face| {
        let asked = || asked.iter().any(|one| one.number == face.number);
        face.mark == Mark::Cover && (!photo.original || asked())
    };
    let said = match check(ask, &faces, is_fixed, |person| people.has(person)) {
        Ok(said) => said,
        Err(errors) => {
            let page = shown(ask, &mut reading, (&photo, &album), &errors).await?;
            return Ok(Reply::Again(page));
        }
    };
    keep(ask, &mut reading, &photo, &said, role).await?;
    // The button that goes on to a post says that this is everybody.
    let onward = ask.form.one("naar") == "bericht";
    let says = onward || ask.form.one("iedereen") == "ja";
    declare(ask, &mut reading, (&photo, says), role).await?;
    reading.tx.commit().await?;
    if onward {
        // The word that publishes takes this form on: it names the photo and its album.
        return Ok(Reply::SendOn("/berichten".to_owned()));
    }
    let query = super::query(&super::chosen(ask));
    Ok(Reply::GoOn(format!(
        "/fotos/foto/{}{query}",
        photo.id.as_simple()
    )))
}

fn check(
    ask: &Ask<'_>,
    faces: &[Face],
    is_fixed: impl Fn(&Face) -> bool,
    offered: impl Fn(PersonId) -> bool,
) -> Result<Vec<Said>, Errors> {
    let mut errors = Errors::default();
    let mut all = Vec::new();
    for face in faces {
        let field = format!("gezicht-{}", face.number);
        // A form that does not speak of a face says nothing of it; what is covered without the file as it came in stays so, and
        // what was covered on request.
        if !ask.form.has(&field) || is_fixed(face) {
            all.push((*face, Some(face.mark)));
            continue;
        }
        let mark = match ask.form.one(&field) {
            "" => Some(Mark::Unknown),
            COVER => Some(Mark::Cover),
            NO_FACE => Some(Mark::NoFace),
            AWAY if !face.found => None,
            text => {
                let person = text.parse().ok().filter(|person| offered(*person));
                if person.is_none() {
                    errors.add(field, ask.words().t("mark-wrong"));
                }
                person.map(Mark::Person)
            }
        };
        all.push((*face, mark));
    }
    errors.or(all)
}

async fn keep(
    ask: &Ask<'_>,
    reading: &mut Reading,
    photo: &Photo,
    said: &[Said],
    role: Role,
) -> Result<(), Fault> {
    let tx = &mut reading.tx;
    let (mut changed, mut covers) = (0_usize, false);
    for (face, mark) in said {
        if *mark == Some(face.mark) {
            continue;
        }
        changed += 1;
        covers |= face.mark == Mark::Cover || *mark == Some(Mark::Cover);
        match mark {
            Some(mark) => marks::set(tx, photo.id, face.number, *mark).await?,
            None => marks::remove(tx, photo.id, face.number).await?,
        }
    }
    if changed == 0 {
        return Ok(());
    }
    if covers {
        let change = photos::cover_anew(tx, photo.id).await?;
        jobs::make(tx, photo.id, change, ask.now).await?;
    }
    let count = |wanted: fn(&Mark) -> bool| {
        let marks = said.iter().filter_map(|(_, mark)| mark.as_ref());
        marks.filter(|mark| wanted(mark)).count()
    };
    let facts = json!({
        "changed": changed,
        "named": count(|mark| mark.person().is_some()),
        "covered": count(|mark| *mark == Mark::Cover),
        "unknown": count(|mark| *mark == Mark::Unknown),
    });
    let entry = ask
        .entry("photo_faces", "said", role)
        .on(photo.id.as_simple().to_string())
        .from_facts(facts);
    decisions::record(tx, &entry).await?;
    Ok(())
}

/// *Everybody is in the list*: a declaration by a person, or taken back.
pub(super) async fn declare(
    ask: &Ask<'_>,
    reading: &mut Reading,
    (photo, says): (&Photo, bool),
    role: Role,
) -> Result<(), Fault> {
    if says == photo.complete.is_some() {
        return Ok(());
    }
    let by = says.then_some((ask.caller.person, ask.now));
    photos::complete(&mut reading.tx, photo.id, by).await?;
    if says {
        requests::seen(&mut reading.tx, photo.id, ask.caller.person, ask.now).await?;
    } else {
        films::unconfirm(&mut reading.tx, photo.id).await?;
    }
    let outcome = if says { "declared" } else { "taken_back" };
    let entry = ask
        .entry("photo_complete", outcome, role)
        .on(photo.id.as_simple().to_string());
    decisions::record(&mut reading.tx, &entry).await?;
    Ok(())
}
