//! A face that the program missed, or anything else that must be covered; and a photo that goes.

use faces::Region;
use people::ask::{Answer as Page, Ask, Reply};
use shell::Fault;
use ui::Errors;

use super::photo::shown;
use crate::Erased;
use crate::model::{Face, Mark, State};
use crate::store::{marks, photos};

/// Without script a place is one of so many columns and rows.
pub(super) const GRID: u32 = 6;
/// Faces on one photo.
const MOST: usize = 400;

/// Adds a place.
pub(super) async fn add(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (photo, album, role) = super::photo_of(ask, &mut reading).await?;
    let faces = marks::of_photo(&mut reading.tx, photo.id).await?;
    if photo.state != State::Ready || faces.len() >= MOST {
        return Err(Fault::Missing);
    }
    let Some(place) = place(ask, &photo.shown()) else {
        let mut errors = Errors::default();
        errors.add("kolom", ask.words().t("draw-wrong"));
        let page = shown(ask, &mut reading, (&photo, &album), &errors).await?;
        return Ok(Reply::Again(page));
    };
    let number = faces.iter().map(|face| face.number).max().unwrap_or(0) + 1;
    let face = Face {
        number,
        place,
        found: false,
        sure: true,
        mark: Mark::Unknown,
    };
    marks::add(&mut reading.tx, photo.id, &[face]).await?;
    // Whoever said that everybody was in the list did not know of this one.
    photos::complete(&mut reading.tx, photo.id, None).await?;
    let entry = ask
        .entry("photo_faces", "added", role)
        .on(photo.id.as_simple().to_string());
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    let query = super::query(&super::chosen(ask));
    let id = photo.id.as_simple();
    Ok(Reply::GoOn(format!(
        "/fotos/foto/{id}{query}#gezicht-{number}"
    )))
}

/// The rectangle that was drawn, in hundredths of a per cent; or a field of the grid, two wide and two high where asked.
fn place(ask: &Ask<'_>, shown: &Region) -> Option<Region> {
    let form = &ask.form;
    let number = |name: &str| form.one(name).parse::<u32>().ok();
    let (x, y, w, h, whole) = if let Some(x) = number("x") {
        (x, number("y")?, number("w")?, number("h")?, 10_000)
    } else {
        let (column, row) = (number("kolom")?, number("rij")?);
        let (column, row) = (column.checked_sub(1)?, row.checked_sub(1)?);
        let wide = number("groot").unwrap_or(1).clamp(1, GRID);
        (column, row, wide, wide, GRID)
    };
    let inside = x < whole && y < whole && (1..=whole).contains(&w) && (1..=whole).contains(&h);
    let part = |at: u32, of: u32| f64::from(at) / f64::from(whole) * f64::from(of);
    let (w, h) = (w.min(whole.checked_sub(x)?), h.min(whole.checked_sub(y)?));
    inside.then(|| {
        Region::around(
            f64::from(shown.x) + part(x, shown.w),
            f64::from(shown.y) + part(y, shown.h),
            part(w, shown.w),
            part(h, shown.h),
        )
    })
}

/// Erases a photo, with everything that is known of it.
pub(super) async fn erase(ask: &Ask<'_>) -> Page {
    let mut reading = ask.writing().await?;
    let (photo, album, role) = super::any_of(ask, &mut reading).await?;
    photos::erase(&mut reading.tx, photo.id).await?;
    let erased = Erased {
        photo: photo.id,
        school: album.school,
    };
    erased.tell(&mut reading.tx, ask.now).await?;
    let entry = ask
        .entry("photo", "erased", role)
        .on(photo.id.as_simple().to_string());
    decisions::record(&mut reading.tx, &entry).await?;
    reading.tx.commit().await?;
    Ok(Reply::GoOn(format!("/fotos/{}", album.id.as_simple())))
}
