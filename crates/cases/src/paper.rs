//! Papers of a case: a letter to print.

use papers::{PaperError, Pdf, Run};
use words::Locale;

/// A letter: from which school, to whom and when, what stands above it and what it says.
pub(crate) fn letter(
    language: Locale,
    school: &str,
    (to, day): (&str, &str),
    (subject, text): (&str, &str),
) -> Result<Vec<u8>, PaperError> {
    let mut pdf = Pdf::new(subject, language.tag());
    pdf.footer(school);
    pdf.paragraph(&[Run::bold(school)]);
    pdf.paragraph(&[Run::plain(to)]);
    pdf.paragraph(&[Run::plain(day)]);
    pdf.heading(1, subject);
    written(&mut pdf, text);
    pdf.finish()
}

/// What somebody wrote, line by line.
pub(crate) fn written(pdf: &mut Pdf, text: &str) {
    for line in text.split('\n').filter(|line| !line.trim().is_empty()) {
        pdf.paragraph(&[Run::plain(line)]);
    }
}
