//! The whole matrix of who may do what, as data: for the page, for a spreadsheet, for another program.

use serde_json::{Value as Json, json};
use words::{Locale, Role};

use crate::caller::role_key;
use crate::{Action, Policy, Relation, Rule, texts};

/// What one role may do with one action: the relations in which it may, only the widest of those that hold each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// In which relations.
    pub relations: Vec<Relation>,
    /// Only after proving again that it is them.
    pub step_up: bool,
}

/// What this role may do.
#[must_use]
pub fn cell(role: Role, action: Action) -> Cell {
    let open = Policy::shipped().relations(role, action);
    let has = |relation: Relation| open.iter().any(|(one, _)| *one == relation);
    let widest = |relation: &Relation| relation.wider().is_none_or(|wider| !has(wider));
    let everywhere = Relation::ALL.into_iter().all(has);
    Cell {
        relations: if everywhere {
            vec![Relation::OwnBoard, Relation::Other]
        } else {
            open.iter()
                .map(|(relation, _)| *relation)
                .filter(widest)
                .collect()
        },
        step_up: open.iter().any(|(_, rule)| matches!(rule, Rule::StepUp(_))),
    }
}

/// A cell in words; empty where nothing is allowed.
#[must_use]
pub fn said(cell: &Cell, locale: Locale) -> String {
    let words = texts(locale);
    let places = cell
        .relations
        .iter()
        .map(|relation| words.t(relation_key(*relation)));
    let mut text = places.collect::<Vec<_>>().join(", ");
    if cell.step_up && !text.is_empty() {
        text.push_str(words.t("matrix-after-step-up"));
    }
    text
}

/// The text that names a relation.
pub(crate) const fn relation_key(relation: Relation) -> &'static str {
    match relation {
        Relation::Own => "relation-own",
        Relation::OwnChild => "relation-ownChild",
        Relation::OwnGroup => "relation-ownGroup",
        Relation::OwnSchool => "relation-ownSchool",
        Relation::OwnBoard => "relation-ownBoard",
        Relation::Other => "relation-other",
    }
}

/// The matrix for a spreadsheet: actions down, roles across.
#[must_use]
pub fn csv(locale: Locale) -> String {
    let words = texts(locale);
    let head = std::iter::once(words.t("matrix-action").to_owned()).chain(
        Role::ALL
            .into_iter()
            .map(|role| words.t(role_key(role)).to_owned()),
    );
    let rows = Action::ALL.into_iter().map(|action| {
        let name = words.t(&format!("action-{}", action.key())).to_owned();
        let cells = Role::ALL
            .into_iter()
            .map(move |role| said(&cell(role, action), locale));
        std::iter::once(name).chain(cells).collect::<Vec<_>>()
    });
    let lines = std::iter::once(head.collect()).chain(rows).map(|row| {
        let fields = row.iter().map(|field| field_of(field));
        fields.collect::<Vec<_>>().join(";")
    });
    // Spreadsheets in the Netherlands separate by semicolons, and know UTF-8 by its mark.
    format!("\u{feff}{}\r\n", lines.collect::<Vec<_>>().join("\r\n"))
}

/// A field that no spreadsheet takes for a formula.
fn field_of(text: &str) -> String {
    let risky = text
        .trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}')
        .starts_with(['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠']);
    let guard = if risky || text.starts_with(['\t', '\r']) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

/// The matrix for another program, with the policy itself.
#[must_use]
pub fn json() -> Json {
    let policy = Policy::shipped();
    let mut rows = Vec::new();
    for role in Role::ALL {
        for action in Action::ALL {
            for (relation, rule) in policy.relations(role, action) {
                let (by, step_up) = match rule {
                    Rule::Open(by) => (by, false),
                    Rule::StepUp(by) => (by, true),
                    Rule::Closed => continue,
                };
                rows.push(json!({
                    "role": role.key(), "action": action.key(), "relation": relation.key(), "policy": by, "stepUp": step_up
                }));
            }
        }
    }
    json!({ "permitted": rows, "policy": crate::policy::SOURCE, "schema": crate::policy::SCHEMA })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_is_a_formula() {
        assert_eq!(field_of("=1+1"), "\"'=1+1\"");
        assert_eq!(field_of("  @x"), "\"'  @x\"");
        assert_eq!(field_of("a \"b\""), "\"a \"\"b\"\"\"");
    }

    #[test]
    fn the_sheet_has_a_row_for_each_action_and_a_column_for_each_role() {
        for locale in Locale::ALL {
            let sheet = csv(locale);
            let lines: Vec<&str> = sheet.trim_end().split("\r\n").collect();
            assert_eq!(lines.len(), Action::ALL.len() + 1);
            assert!(
                lines
                    .iter()
                    .all(|line| line.split("\";\"").count() == Role::ALL.len() + 1)
            );
        }
    }
}
