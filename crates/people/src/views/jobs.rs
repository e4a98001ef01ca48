//! Work of the program outside a request.

use maud::{Markup, html};
use ui::Errors;
use ui::form::{Form, hidden};
use ui::lists::{empty, records};

use super::Frame;

/// A job.
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) kind: String,
    pub(crate) attempts: i64,
    /// When it is tried next, or when it was given up.
    pub(crate) due: String,
    pub(crate) fault: String,
}

/// What was given up, each with a way to try it again, and what waits.
pub(crate) fn page(frame: &Frame<'_>, dead: &[Entry], waiting: &[Entry]) -> Markup {
    let words = frame.words();
    let title = words.t("jobs-title");
    let errors = Errors::default();
    let row = |job: &Entry| {
        vec![
            html! { (job.kind) },
            html! { (job.due) },
            html! { (job.attempts) },
            html! { (job.fault) },
        ]
    };
    let dead_rows: Vec<Vec<Markup>> = dead
        .iter()
        .map(|job| {
            let again = Form::new(frame.locale(), &frame.account.token, &errors).around(
                &frame.to("/taken"),
                hidden("taak", &job.id),
                words.t("jobs-again"),
            );
            let mut cells = row(job);
            cells.push(again);
            cells
        })
        .collect();
    let waiting_rows: Vec<Vec<Markup>> = waiting.iter().map(row).collect();
    let head = ["jobs-kind", "jobs-due", "jobs-attempts", "jobs-fault"].map(|key| words.t(key));
    let with_again = [head.as_slice(), &[words.t("jobs-act")]].concat();
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("jobs-lead")) }
        @if dead_rows.is_empty() { (empty(words.t("jobs-none-dead"))) } @else {
            (records(words.t("jobs-dead"), &with_again, &dead_rows))
        }
        @if waiting_rows.is_empty() { (empty(words.t("jobs-none-waiting"))) } @else {
            (records(words.t("jobs-waiting"), &head, &waiting_rows))
        }
    };
    frame.page(title, content)
}
