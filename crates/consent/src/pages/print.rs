//! The letter with its form on paper: a page for each pupil, in Dutch, for whom a mail does not reach.

use papers::{PaperError, Pdf, Run, Table};
use people::directory::Known;
use words::Locale;

use super::cell_said;
use crate::campaign::Plan;
use crate::register::Register;
use crate::{rules, texts};

/// Letters and forms, one pupil after the other.
pub(super) fn forms(
    plan: &Plan,
    school: &str,
    register: &Register,
    people: &[Known],
) -> Result<Vec<u8>, PaperError> {
    let words = texts(Locale::Nl);
    let mut pdf = Pdf::new(words.t("print-title"), "nl");
    pdf.footer(school);
    if people.is_empty() {
        pdf.heading(1, words.t("print-title"));
        pdf.paragraph(&[Run::plain(words.t("print-nobody"))]);
    }
    for (at, known) in people.iter().enumerate() {
        if at > 0 {
            pdf.new_page();
        }
        form(&mut pdf, plan, register, known);
    }
    pdf.finish()
}

fn form(pdf: &mut Pdf, plan: &Plan, register: &Register, known: &Known) {
    let words = texts(Locale::Nl);
    pdf.heading(1, plan.subject.said(Locale::Nl));
    pdf.paragraph(&[
        Run::plain(words.t("print-about")),
        Run::plain(" "),
        Run::bold(known.name.said()),
    ]);
    for part in plan.text.said(Locale::Nl).split("\n\n") {
        pdf.paragraph(&[Run::plain(
            part.split_whitespace().collect::<Vec<_>>().join(" "),
        )]);
    }
    pdf.paragraph(&[Run::plain(words.t("print-how"))]);
    let facts = register.facts(known.id);
    for purpose in &register.purposes {
        let chosen = plan.purposes.is_empty() || plan.purposes.contains(&purpose.id);
        let asked = facts.is_some_and(|facts| rules::is_asked(&facts.subject(known.id), purpose));
        if !(chosen && asked && purpose.is_open(register.day)) || purpose.cells().next().is_none() {
            continue;
        }
        let notice = &purpose.notice;
        pdf.heading(2, notice.title.said(Locale::Nl));
        pdf.paragraph(&[Run::plain(format!(
            "{} {}",
            notice.why.said(Locale::Nl),
            notice.kept.said(Locale::Nl)
        ))]);
        let head = [
            words.t("print-question"),
            words.t("answer-yes"),
            words.t("answer-no"),
        ];
        let table = purpose
            .cells()
            .fold(Table::new(&[4.0, 1.0, 1.0], &head), |table, cell| {
                table.row(&[&cell_said(words, cell), "[   ]", "[   ]"])
            });
        pdf.table(&table);
    }
    for line in ["print-name", "print-day", "print-signature"] {
        pdf.paragraph(&[Run::plain(format!("{}: {}", words.t(line), "_".repeat(36)))]);
    }
    pdf.note(&[Run::plain(words.t("print-later"))]);
}
