//! A roster comes in.

use maud::{Markup, html};
use rosters::Finding;
use ui::form::{Choice, Form, hidden};
use ui::lists::{Tab, confirmation, empty, progress, records, tabs};
use ui::parts::{Row, summary_list};
use ui::{Errors, layout::in_language};

use super::Frame;
use crate::import::{Line, Report, Tally};

/// Which roster.
pub(crate) struct About {
    /// Where its page is.
    pub(crate) address: String,
    pub(crate) school: String,
    /// Which list is looked at.
    pub(crate) tab: String,
}

/// The form to send a file with.
pub(crate) fn form(frame: &Frame<'_>, schools: &[Choice], errors: &Errors) -> Markup {
    let words = frame.words();
    let form = Form::new(frame.locale(), frame.token(), errors).with_files();
    let fields = html! {
        @if schools.len() > 1 { (form.radios("school", words.t("school"), "", schools)) }
        @else { @for school in schools { (hidden("school", &school.value)) } }
        (form.file("bestand", words.t("import-file"), words.t("import-file-hint"), ".xml,.zip,.csv"))
    };
    let content = html! {
        (errors.summary(frame.locale()))
        h1 { (words.t("import-title")) }
        p.lead { (words.t("import-lead")) }
        (form.around(&in_language(frame.locale(), "/inlezen"), fields, words.t("import-look")))
        h2 { (words.t("import-templates")) }
        p { (words.t("import-templates-lead")) }
        ul {
            li { a href=(frame.to("/inlezen/voorbeeld/mensen.csv")) { (words.t("import-template-people")) } }
            li { a href=(frame.to("/inlezen/voorbeeld/ouders.csv")) { (words.t("import-template-guardians")) } }
        }
        h2 { (words.t("import-not-kept")) }
        p { (words.t("import-not-kept-lead")) }
    };
    let title = words.t("import-title");
    if errors.is_empty() {
        frame.page(title, content)
    } else {
        frame.page_again(title, content)
    }
}

/// It is being read or brought in.
pub(crate) fn on_its_way(
    frame: &Frame<'_>,
    about: &About,
    sentence: &str,
    far: Option<(u64, u64)>,
) -> Markup {
    let words = frame.words();
    let content = html! {
        h1 { (words.t("import-title")) }
        p.lead { (about.school) }
        p role="status" { (words.t(sentence)) }
        @if let Some((read, size)) = far {
            (progress(words.t("import-progress"), read / 1024, size / 1024))
        }
        p { a href=(frame.to(&about.address)) { (words.t("import-again")) } }
    };
    frame.page(words.t("import-title"), content)
}

/// It cannot be used.
pub(crate) fn refused(frame: &Frame<'_>, about: &About, faults: &[Finding]) -> Markup {
    let words = frame.words();
    let content = html! {
        h1 { (words.t("import-refused")) }
        p.lead { (words.t("import-refused-lead")) }
        @if faults.is_empty() { p { (words.t("import-broken-off")) } }
        ul { @for fault in faults { li { (fault.said(frame.locale())) } } }
        (forget(frame, about, words.t("import-other-file")))
    };
    frame.page(words.t("import-refused"), content)
}

fn forget(frame: &Frame<'_>, about: &About, button: &str) -> Markup {
    let errors = Errors::default();
    let form = Form::new(frame.locale(), frame.token(), &errors);
    let action = in_language(frame.locale(), &about.address);
    let quiet = html! { button.button.quiet type="submit" { (button) } };
    form.around_with(&action, hidden("wat", "weg"), quiet)
}

fn figures(frame: &Frame<'_>, report: &Report) -> Markup {
    let words = frame.words();
    let row = |key: &str, value: String| Row {
        key: words.t(key).to_owned(),
        value,
        change: None,
    };
    let tally = |tally: Tally| {
        let values = [
            ("new", tally.new.into()),
            ("changed", tally.changed.into()),
            ("same", tally.same.into()),
        ];
        words.f("import-tally", &values)
    };
    let mut rows = vec![row(
        "school-year",
        format!("{}-{}", report.year, report.year + 1),
    )];
    for (key, one) in [
        ("pupils", report.pupils),
        ("import-staff", report.staff),
        ("import-guardians", report.guardians),
        ("groups", report.groups),
        ("import-bonds", report.bonds),
    ] {
        rows.push(row(key, tally(one)));
    }
    for (key, count) in [
        ("import-left", report.left),
        ("import-missing", report.not_delivered),
        ("import-skipped", report.skipped),
        ("import-dropped", report.dropped_count),
    ] {
        if count > 0 {
            rows.push(row(key, count.to_string()));
        }
    }
    summary_list(frame.locale(), &rows)
}

/// What it would do. Nothing changes until somebody confirms.
pub(crate) fn preview(frame: &Frame<'_>, about: &About, report: &Report) -> Markup {
    let words = frame.words();
    let errors = Errors::default();
    let action = in_language(frame.locale(), &about.address);
    let content = html! {
        h1 { (words.t("import-preview")) }
        p.lead { (about.school) }
        p { (words.t("import-preview-lead")) }
        (figures(frame, report))
        @if report.changes_nothing() { (empty(words.t("import-nothing"))) }
        (Form::new(frame.locale(), frame.token(), &errors).around(&action, hidden("wat", "inlezen"), words.t("import-confirm")))
        (forget(frame, about, words.t("import-cancel")))
        (lists(frame, about, report))
    };
    frame.page(words.t("import-preview"), content)
}

/// It was brought in.
pub(crate) fn done(frame: &Frame<'_>, about: &About, report: &Report) -> Markup {
    let words = frame.words();
    let next = html! {
        p { a href=(frame.to("/groepen")) { (words.t("groups")) } " · " a href=(frame.to("/mensen")) { (words.t("menu-people")) } }
        (figures(frame, report))
        (lists(frame, about, report))
    };
    let content = confirmation(
        &words.f("import-done", &[("school", about.school.as_str().into())]),
        None,
        next,
    );
    frame.page(words.t("import-title"), content)
}

fn lists(frame: &Frame<'_>, about: &About, report: &Report) -> Markup {
    let words = frame.words();
    let people = [report.pupils, report.staff, report.guardians];
    let sum = |of: fn(&Tally) -> u64| people.iter().map(of).sum::<u64>();
    let all = [
        ("nieuw", "import-new", sum(|tally| tally.new)),
        ("veranderd", "import-changed", sum(|tally| tally.changed)),
        ("niet-geleverd", "import-missing", report.not_delivered),
        ("geweigerd", "import-refused-records", report.refused_count),
        ("hersteld", "import-repaired", report.repaired_count),
        ("weggelaten", "import-dropped", report.dropped.len() as u64),
    ];
    let here = |key: &str| {
        if about.tab.is_empty() {
            key == "nieuw"
        } else {
            about.tab == key
        }
    };
    let shown: Vec<Tab<'_>> = all
        .iter()
        .map(|(key, label, count)| Tab {
            address: frame.to(&format!("{}?lijst={key}", about.address)),
            label: words.t(label),
            count: usize::try_from(*count).ok(),
            here: here(key),
        })
        .collect();
    let list = match about.tab.as_str() {
        "veranderd" => lines(frame, "import-changed", &report.changed),
        "niet-geleverd" => {
            html! { p { (words.t("import-missing-lead")) } (lines(frame, "import-missing", &report.missing)) }
        }
        "geweigerd" => findings(frame, &report.refused),
        "hersteld" => findings(frame, &report.repaired),
        "weggelaten" => findings(frame, &report.dropped),
        _ => lines(frame, "import-new", &report.new),
    };
    html! {
        h2 { (words.t("import-lists")) }
        (tabs(words.t("import-lists"), &shown))
        (list)
        p { (words.t("import-first-lines")) }
    }
}

fn lines(frame: &Frame<'_>, caption: &str, list: &[Line]) -> Markup {
    let words = frame.words();
    if list.is_empty() {
        return empty(words.t("import-none"));
    }
    let row = |line: &Line| {
        let what: Vec<&str> = line
            .what
            .iter()
            .map(|what| {
                words.t(match what.key() {
                    "name" => "import-what-name",
                    "born" => "import-what-born",
                    "email" => "import-what-email",
                    "group" => "import-what-group",
                    "leaves" => "import-what-leaves",
                    _ => "import-what-back",
                })
            })
            .collect();
        let place = [
            line.file.clone(),
            if line.line > 0 {
                line.line.to_string()
            } else {
                String::new()
            },
        ];
        vec![
            html! { (line.name) },
            html! { (what.join(", ")) },
            html! { (place.join(" ").trim()) },
        ]
    };
    let rows: Vec<Vec<Markup>> = list.iter().map(row).collect();
    records(
        words.t(caption),
        &[words.t("name"), words.t("what"), words.t("import-line")],
        &rows,
    )
}

fn findings(frame: &Frame<'_>, list: &[Finding]) -> Markup {
    if list.is_empty() {
        return empty(frame.words().t("import-none"));
    }
    html! { ul { @for finding in list { li { (finding.said(frame.locale())) } } } }
}
