//! Why a photo is not taken, in the language of who asked.

use faces::{Other, Refusal};
use words::Locale;

pub(super) fn said(refusal: &Refusal, locale: Locale) -> String {
    match locale {
        Locale::En => refusal.to_string(),
        Locale::Nl => dutch(refusal),
    }
}

fn dutch(refusal: &Refusal) -> String {
    match *refusal {
        Refusal::Empty => "het bestand is leeg".to_owned(),
        Refusal::Heavy { most } => {
            format!("het bestand is groter dan {most} MB; stuur de foto kleiner")
        }
        Refusal::NotAPhoto { what } => {
            let what = other(what);
            format!("dit is {what}, geen foto; stuur een JPEG-, PNG-, WebP- of HEIC-bestand")
        }
        Refusal::TwoThings { what } => {
            let what = other(what);
            format!("achter de foto staat {what}; sla de foto opnieuw op en stuur die")
        }
        Refusal::CutShort => "het bestand houdt halverwege op; stuur de foto nog een keer".to_owned(),
        Refusal::Broken => "het bestand is beschadigd; stuur de foto nog een keer".to_owned(),
        Refusal::TooManyPixels {
            width,
            height,
            most,
        } => format!("de foto is {width} × {height} pixels; meer dan {most} miljoen gaat niet"),
        Refusal::OddSize {
            width,
            height,
            least,
            most,
        } => format!(
            "de foto is {width} × {height} pixels; elke kant moet minstens {least} en hoogstens {most} zijn"
        ),
        Refusal::Moving => "dit beeld beweegt; stuur een foto die stilstaat".to_owned(),
        Refusal::PrintingColours => {
            "de foto heeft drukkleuren (CMYK); sla hem op in RGB en stuur die".to_owned()
        }
        Refusal::Deep { bits } => {
            format!("de foto heeft {bits} bits per kleur; sla hem op met 8 en stuur die")
        }
        Refusal::NoUp { value } => format!(
            "de foto zegt niet wat boven is (oriëntatie {value}); draai hem, sla hem op en stuur die"
        ),
        Refusal::NoHeic => "dit programma leest geen HEIC; zet de telefoon op \u{201c}meest compatibel\u{201d} of stuur een JPEG-bestand".to_owned(),
        Refusal::Outside {
            x,
            y,
            w,
            h,
            width,
            height,
        } => format!(
            "de rechthoek {x},{y},{w},{h} ligt niet in de foto van {width} × {height} pixels"
        ),
    }
}

fn other(what: Other) -> &'static str {
    match what {
        Other::Pdf => "een PDF-document",
        Other::Drawing => "een tekening (SVG)",
        Other::Gif => "een GIF",
        Other::Tiff => "een TIFF- of raw-bestand",
        Other::Bmp => "een bitmap (BMP)",
        Other::Avif => "een AVIF-bestand",
        Other::Video => "een video",
        Other::Archive => "een ingepakt bestand",
        Other::Page => "een webpagina of script",
        Other::Program => "een programma",
        Other::Unknown => "iets onbekends",
    }
}
