//! The policy against a table that was written by hand: two people must agree.

use axum::http::StatusCode;
use identity::matrix::cell;
use identity::{Action, Config, HeldRole, Relation};
use words::Role;

use crate::{plain, story};

/// One letter for each role, in the order of [`Role::ALL`]. `.` no; `o` own; `c` own child; `g` own group; `s` own school;
/// `b` whole board; `a` anywhere in the board; a capital: only after proving again who it is. `+` joins two.
const TABLE: [(Action, [&str; 14]); 33] = [
    //                       leerl ouder   leraar  medew  stage pr    mentor  teaml   direct  antip   mr   best  fg   beheer
    (
        Action::OwnAccount,
        [
            "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o", "o",
        ],
    ),
    (
        Action::LookFile,
        [
            "o", "o+c", "o", "o", "o", "o", "o+g", "o+s", "o+s", "o+s", "o", "o", "o", "o",
        ],
    ),
    (
        Action::LookGroups,
        [
            ".", ".", "s", "s", "g", "s", "s", "s", "s", "s", ".", ".", ".", "b",
        ],
    ),
    (
        Action::LookPersons,
        [
            ".", ".", "s", "s", ".", "g", "s", "s", "s", "s", ".", ".", ".", "b",
        ],
    ),
    (
        Action::LookRoles,
        [
            ".", ".", "s", "s", ".", ".", "s", "s", "s", "s", ".", "b", "b", "b",
        ],
    ),
    (
        Action::LookMatrix,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", "a", ".", "a", "a", "a", "a",
        ],
    ),
    (
        Action::LookLog,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", "s", ".", ".", "b", "b", ".",
        ],
    ),
    (
        Action::LookConsent,
        [
            ".", ".", "s", "s", "g", "s", "s", "s", "s", "s", ".", ".", ".", "b",
        ],
    ),
    (
        Action::TakePhotos,
        [
            ".", ".", "s", "s", "g", "s", "s", "s", "s", "s", ".", ".", ".", ".",
        ],
    ),
    (
        Action::TypeConsent,
        [
            ".", ".", ".", "s", ".", ".", ".", ".", "s", ".", ".", ".", ".", "b",
        ],
    ),
    (
        Action::SetConsent,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", "s", ".", ".", ".", ".", "b",
        ],
    ),
    (
        Action::EditPersons,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", "s", ".", ".", ".", ".", "b",
        ],
    ),
    (
        Action::EditGroups,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", "s", ".", ".", ".", ".", "b",
        ],
    ),
    (
        Action::ImportRoster,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", "s", ".", ".", ".", ".", "b",
        ],
    ),
    (
        Action::RollYear,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", "s", ".", ".", ".", ".", "b",
        ],
    ),
    (
        Action::MakeAccounts,
        [
            ".", ".", "g", ".", ".", ".", "g", ".", "s", ".", ".", ".", ".", "b",
        ],
    ),
    (
        Action::GiveRoles,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", "S", ".", ".", "B", ".", "B",
        ],
    ),
    (
        Action::ExportLog,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "B", ".",
        ],
    ),
    (
        Action::WritePosts,
        [
            ".", ".", "s", "s", "g", "s", "s", "s", "s", "s", ".", ".", ".", ".",
        ],
    ),
    (
        Action::ReleasePosts,
        [
            ".", ".", ".", ".", ".", "s", "s", "s", "s", ".", ".", "b", ".", ".",
        ],
    ),
    (
        Action::ScanText,
        [
            ".", ".", "s", "s", "g", "s", "s", "s", "s", "s", ".", ".", ".", "b",
        ],
    ),
    (
        Action::EditWords,
        [
            ".", ".", ".", ".", ".", "s", ".", ".", "s", ".", ".", ".", ".", "b",
        ],
    ),
    (
        Action::RunChannels,
        [
            ".", ".", ".", ".", ".", "s", ".", ".", ".", ".", ".", ".", ".", "b",
        ],
    ),
    (
        Action::AskAdvice,
        [
            "b", "b", "b", "b", "b", "b", "b", "b", "b", "b", "b", "b", "b", "b",
        ],
    ),
    (
        Action::AnswerAdvice,
        [
            ".", "s", "s", "s", ".", "s", "s", "s", "s", "s", "s", "b", ".", ".",
        ],
    ),
    (
        Action::SetAdvice,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", "s", ".", ".", ".", ".", ".",
        ],
    ),
    (
        Action::Signal,
        [
            "b", "b", "b", "b", "b", "b", "b", "b", "b", "b", "b", "b", "b", "b",
        ],
    ),
    (
        Action::HandleCases,
        [
            ".", ".", ".", ".", ".", "S", "S", "S", "S", "S", ".", "B", ".", ".",
        ],
    ),
    (
        Action::EndSessions,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", "S", ".", ".", ".", ".", "B",
        ],
    ),
    (
        Action::SetSignIn,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "B",
        ],
    ),
    (
        Action::SetSchool,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", "S", ".", ".", "B", ".", "B",
        ],
    ),
    (
        Action::SetBoard,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "B", ".", "B",
        ],
    ),
    (
        Action::ManageKeys,
        [
            ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", ".", "B",
        ],
    ),
];

fn letter(relation: Relation, step_up: bool) -> String {
    let letter = match relation {
        Relation::Own => "o",
        Relation::OwnChild => "c",
        Relation::OwnGroup => "g",
        Relation::OwnSchool => "s",
        Relation::OwnBoard => "b",
        Relation::Other => "x",
    };
    if step_up {
        letter.to_uppercase()
    } else {
        letter.to_owned()
    }
}

#[test]
fn the_policy_says_what_the_table_says() {
    let mut differences = Vec::new();
    for (action, row) in TABLE {
        for (role, expected) in Role::ALL.into_iter().zip(row) {
            let cell = cell(role, action);
            let said: Vec<String> = cell
                .relations
                .iter()
                .map(|one| letter(*one, cell.step_up))
                .collect();
            let said = match said.join("+").as_str() {
                "" => ".".to_owned(),
                "b+x" => "a".to_owned(),
                other => other.to_owned(),
            };
            if said != expected {
                differences.push(format!(
                    "{action:?} {role:?}: the table says {expected}, the policy {said}"
                ));
            }
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert_eq!(TABLE.map(|(action, _)| action), Action::ALL);
}

fn demo() -> Config {
    Config {
        demo: true,
        ..plain()
    }
}

#[test]
fn whoever_may_see_the_matrix_gets_page_sheet_and_file_and_others_do_not() {
    story(demo, |house| async move {
        let board = house.board("linde").await;
        let (mut shown, mut refused) = (0, 0);
        for role in Role::ALL {
            board
                .person(
                    &format!("{}@linde.test", role.key()),
                    &[HeldRole::everywhere(role)],
                )
                .await;
            let mut browser = house.browser();
            browser.get("/demo/inloggen").await;
            browser
                .post(
                    "/demo/inloggen",
                    &[("wie", &format!("linde {}", role.key()))],
                )
                .await;
            for path in ["/rechten", "/rechten.csv", "/rechten.json"] {
                match browser.get(path).await.status {
                    StatusCode::OK => shown += 1,
                    StatusCode::FORBIDDEN => refused += 1,
                    other => panic!("{other}"),
                }
            }
            if role == Role::Fg {
                let sheet = browser.get("/rechten.csv").await;
                assert_eq!(
                    sheet.header("content-disposition"),
                    "attachment; filename=rechten.csv"
                );
                assert!(
                    sheet.body.contains("\"logboek") || sheet.body.contains("het logboek bekijken"),
                    "{}",
                    sheet.body
                );
                let file: serde_json::Value =
                    serde_json::from_str(&browser.get("/rechten.json").await.body).unwrap();
                assert!(
                    file["policy"]
                        .as_str()
                        .unwrap()
                        .contains("@id(\"guard-privacy\")")
                );
                assert!(file["permitted"].as_array().unwrap().len() > 100);
            }
        }
        assert_eq!((shown, refused), (15, 27));
    });
}
