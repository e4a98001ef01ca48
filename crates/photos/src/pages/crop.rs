//! The part of a photo that leaves somebody out.

use faces::Region;
use people::ask::{Answer as Page, Ask, Reading, Reply};
use serde_json::json;
use shell::Fault;
use ui::Errors;

use crate::jobs;
use crate::model::{Album, Face, Mark, Photo};
use crate::store::{marks, photos};
use crate::views::crop as view;

/// So many parts are offered.
const OFFERED: usize = 4;

/// What is offered to leave these faces out.
struct Offer {
    /// The numbers of the faces.
    out: Vec<i64>,
    parts: Vec<Region>,
    /// Everybody else stays in the photo whole.
    others_stay: bool,
}

fn offer(faces: &[Face], photo: &Photo, asked: &[i64]) -> Offer {
    let is_face = |face: &&Face| face.mark != Mark::NoFace;
    let (out, rest): (Vec<&Face>, Vec<&Face>) = faces
        .iter()
        .filter(is_face)
        .partition(|face| asked.contains(&face.number));
    let heads: Vec<Region> = out.iter().map(|face| face.cover()).collect();
    let others: Vec<Region> = rest.iter().map(|face| face.place).collect();
    let mut parts = faces::crops(photo.size, &heads, &others);
    let others_stay = !parts.is_empty();
    if !others_stay {
        parts = faces::crops(photo.size, &heads, &[]);
    }
    parts.truncate(OFFERED);
    Offer {
        out: out.iter().map(|face| face.number).collect(),
        parts,
        others_stay,
    }
}

fn numbers<'a>(values: impl Iterator<Item = &'a str>) -> Vec<i64> {
    values
        .filter_map(|value| value.parse().ok())
        .take(400)
        .collect()
}

/// The parts that are offered.
pub(super) async fn page(ask: &Ask<'_>) -> Page {
    let mut reading = ask.reading().await?;
    let (photo, album, _) = super::photo_of(ask, &mut reading).await?;
    let pairs: Vec<(String, String)> = ask.visit.pairs().collect();
    let asked = pairs.iter().filter(|(key, _)| key == "weg");
    let asked = numbers(asked.map(|(_, value)| value.as_str()));
    let page = shown(
        ask,
        &mut reading,
        (&photo, &album),
        &asked,
        &Errors::default(),
    )
    .await?;
    Ok(Reply::Page(page))
}

async fn shown(
    ask: &Ask<'_>,
    reading: &mut Reading,
    (photo, album): (&Photo, &Album),
    asked: &[i64],
    errors: &Errors,
) -> Result<maud::Markup, Fault> {
    let faces = marks::of_photo(&mut reading.tx, photo.id).await?;
    let offer = offer(&faces, photo, asked);
    let query = super::query(&super::chosen(ask));
    let shown = view::Crops {
        id: photo.id.as_simple().to_string(),
        album: album.name.clone(),
        query,
        size: photo.size,
        made: photo.made,
        open: photo.is_open_to_crops() && photo.is_settled(),
        cropped: photo.crop.is_some(),
        faces: faces
            .iter()
            .filter(|face| face.mark != Mark::NoFace)
            .map(|face| (face.number, face.place, asked.contains(&face.number)))
            .collect(),
        out: offer.out,
        parts: offer.parts,
        others_stay: offer.others_stay,
    };
    Ok(view::page(&ask.frame(), &shown, errors))
}

/// Chooses one of them.
pub(super) async fn choose(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (photo, album, role) = super::photo_of(ask, &mut reading).await?;
    let asked = numbers(ask.form.all("weg"));
    let faces = marks::of_photo(&mut reading.tx, photo.id).await?;
    let offer = offer(&faces, &photo, &asked);
    let at: Option<usize> = ask.form.one("deel").parse().ok();
    let open = photo.is_open_to_crops() && photo.crop.is_none();
    let Some(part) = at.and_then(|at| offer.parts.get(at)).filter(|_| open) else {
        let mut errors = Errors::default();
        errors.add("deel", ask.words().t("crop-wrong"));
        let page = shown(ask, &mut reading, (&photo, &album), &asked, &errors).await?;
        return Ok(Reply::Again(page));
    };
    photos::crop(&mut reading.tx, photo.id, Some(*part)).await?;
    let change = photos::cover_anew(&mut reading.tx, photo.id).await?;
    jobs::make(&mut reading.tx, photo.id, change, ask.now).await?;
    let entry = ask
        .entry("photo_crop", "chosen", role)
        .on(photo.id.as_simple().to_string())
        .from_facts(json!({ "left_out": offer.out.len(), "part": part }));
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(back(ask, &photo))
}

/// Shows the whole photo again.
pub(super) async fn whole(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (photo, album, role) = super::photo_of(ask, &mut reading).await?;
    if photo.crop.is_none() {
        return Ok(back(ask, &photo));
    }
    if !photo.is_open_to_crops() {
        let mut errors = Errors::default();
        errors.add("deel", ask.words().t("crop-closed"));
        let page = shown(ask, &mut reading, (&photo, &album), &[], &errors).await?;
        return Ok(Reply::Again(page));
    }
    photos::crop(&mut reading.tx, photo.id, None).await?;
    let change = photos::cover_anew(&mut reading.tx, photo.id).await?;
    jobs::make(&mut reading.tx, photo.id, change, ask.now).await?;
    let entry = ask
        .entry("photo_crop", "undone", role)
        .on(photo.id.as_simple().to_string());
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(back(ask, &photo))
}

fn back(ask: &Ask<'_>, photo: &Photo) -> Reply {
    let query = super::query(&super::chosen(ask));
    Reply::GoOn(format!("/fotos/foto/{}{query}", photo.id.as_simple()))
}
