//! Rosters come into a school, on both databases.

mod house;

use jiff::Timestamp;
use jiff::civil::{Date, date};
use rosters::Code;
use uuid::Uuid;

use super::*;
use crate::model::{Authority, Part};
use crate::store::{groups, guardians};
use crate::{SchoolYear, store as sql};
use house::{House, edexml, pupil, story};

const TODAY: Date = date(2026, 9, 10);

#[test]
fn people_come_in_and_a_second_time_nothing_changes() {
    story(|house| async move {
        let born = "<geboortedatum>2015-03-14</geboortedatum><jaargroep>8</jaargroep>";
        let file = edexml(
            "2026-2027",
            &[pupil("1", "Noor", "a", ""), pupil("2", "Sem", "b", born)].concat(),
        );
        let report = house.import(&file).await;
        assert_eq!(
            (report.pupils.new, report.staff.new, report.groups.new),
            (2, 1, 2)
        );
        let names: Vec<&str> = report.new.iter().map(|line| line.name.as_str()).collect();
        assert_eq!(
            (names, report.new[0].line),
            (vec!["Bos, Noor", "Bos, Sem", "Oosterlo, Jikke"], 4)
        );
        let people = [
            "Bos, Noor leerling=7a",
            "Bos, Sem 2015-03-14 leerling=7/8",
            "Oosterlo, Jikke leraar=7a",
        ];
        assert_eq!(house.people().await, people);
        let mut tx = house.db.read(house.board).await.unwrap();
        let groups = groups::groups(&mut tx, house.school.id, SchoolYear::of(TODAY))
            .await
            .unwrap();
        assert_eq!(
            groups.iter().map(|group| group.levels).collect::<Vec<_>>(),
            [(7, 7), (7, 8)]
        );
        drop(tx);

        let version = |house: &House| {
            let (db, board) = (house.db.clone(), house.board);
            async move {
                sql::version(&mut db.read(board).await.unwrap())
                    .await
                    .unwrap()
            }
        };
        let before = version(&house).await;
        let again = house.import(&file).await;
        assert!(again.changes_nothing(), "{again:?}");
        assert_eq!(
            (again.pupils.same, again.staff.same, again.groups.same),
            (2, 1, 2)
        );
        assert_eq!(
            (version(&house).await, house.people().await),
            (before, people.map(str::to_owned).to_vec())
        );
    });
}

#[test]
fn a_name_a_group_and_a_leaver_change_and_absence_deletes_nothing() {
    story(|mut house| async move {
        let born = "<geboortedatum>2015-03-14</geboortedatum>";
        let file = [
            pupil("1", "Noor", "a", born),
            pupil("2", "Sem", "a", ""),
            pupil("3", "Jip", "a", ""),
            pupil("4", "Bo", "a", ""),
        ];
        house.import(&edexml("2026-2027", &file.concat())).await;
        house.today = date(2026, 10, 20);
        let later = [
            pupil("1", "Noortje", "a", ""),
            pupil("2", "Sem", "b", ""),
            pupil(
                "3",
                "Jip",
                "a",
                "<uitstroomdatum>2026-10-16</uitstroomdatum>",
            ),
            pupil(
                "9",
                "Oud",
                "a",
                "<uitstroomdatum>2025-01-01</uitstroomdatum>",
            ),
        ];
        let report = house.import(&edexml("2026-2027", &later.concat())).await;
        assert_eq!(
            (
                report.pupils,
                report.left,
                report.not_delivered,
                report.skipped
            ),
            (
                Tally {
                    new: 0,
                    changed: 3,
                    same: 0
                },
                1,
                1,
                1
            )
        );
        let changed: Vec<(&str, &[What])> = report
            .changed
            .iter()
            .map(|line| (line.name.as_str(), line.what.as_slice()))
            .collect();
        assert_eq!(
            changed,
            [
                ("Bos, Noortje", &[What::Name][..]),
                ("Bos, Sem", &[What::Group]),
                ("Bos, Jip", &[What::Leaves, What::Group])
            ]
        );
        assert_eq!(
            (report.missing[0].name.as_str(), report.missing.len()),
            ("Bos, Bo", 1)
        );
        let people = house.people().await;
        assert_eq!(
            people,
            [
                "Bos, Bo leerling=7a",
                "Bos, Jip weg 2026-10-16",
                "Bos, Noortje 2015-03-14 leerling=7a",
                "Bos, Sem leerling=7/8",
                "Oosterlo, Jikke leraar=7a"
            ]
        );
        assert!(
            house
                .import(&edexml("2026-2027", &later.concat()))
                .await
                .changes_nothing()
        );
        // Back after all.
        let back = pupil("3", "Jip", "b", "<instroomdatum>2026-10-19</instroomdatum>");
        let report = house.import(&edexml("2026-2027", &back)).await;
        assert_eq!(report.changed[0].what, [What::Back, What::Group]);
        assert!(
            house
                .people()
                .await
                .contains(&"Bos, Jip leerling=7/8".to_owned())
        );
    });
}

#[test]
fn a_new_school_year_has_its_own_groups() {
    story(|mut house| async move {
        house
            .import(&edexml("2026-2027", &pupil("1", "Noor", "a", "")))
            .await;
        house.today = date(2027, 8, 23);
        let report = house
            .import(&edexml("2027-2028", &pupil("1", "Noor", "b", "")))
            .await;
        assert_eq!(
            (report.groups.new, report.pupils.changed, report.year),
            (2, 1, 2027)
        );
        assert_eq!(house.people().await[0], "Bos, Noor leerling=7/8");
    });
}

#[test]
fn guardians_come_with_a_pupil_and_what_was_confirmed_stays() {
    story(|house| async move {
        house
            .import(&edexml("2026-2027", &pupil("1", "Noor", "a", "")))
            .await;
        let head = "leerling_key;ouder_key;achternaam;voornaam;email;relatie;gezag\n";
        let file = format!(
            "{head}1;O1;Bos;Koen;koen@mail.example;ouder;onbekend\n1;O2;Vos;Aafke;;ouder;ja\n8;O3;Mus;Lot;;ouder;ja\n"
        );
        let report = house.import(&file).await;
        assert_eq!(
            (report.guardians.new, report.bonds.new, report.refused_count),
            (2, 2, 1)
        );
        assert_eq!(
            (report.refused[0].line, report.refused[0].code),
            (4, Code::UnknownPerson)
        );
        assert_eq!(
            report.not_delivered, 0,
            "a list of guardians says nothing of pupils"
        );
        assert!(house.import(&file).await.changes_nothing());

        let mut tx = house.db.begin(house.board).await.unwrap();
        let bond = guardians::all(&mut tx)
            .await
            .unwrap()
            .into_iter()
            .find(|bond| bond.authority == Authority::Unknown)
            .unwrap();
        guardians::confirm(
            &mut tx,
            bond.pupil,
            bond.guardian,
            Authority::No,
            bond.guardian,
            Timestamp::UNIX_EPOCH,
        )
        .await
        .unwrap();
        tx.commit().await.unwrap();
        let report = house
            .import(&file.replace("onbekend", "ja").replace(";ja\n8", ";nee\n8"))
            .await;
        assert_eq!((report.bonds.changed, report.bonds.same), (1, 1));
        let mut tx = house.db.read(house.board).await.unwrap();
        let authorities: Vec<Authority> = guardians::of_pupil(&mut tx, bond.pupil)
            .await
            .unwrap()
            .iter()
            .map(|bond| bond.authority)
            .collect();
        assert_eq!(authorities, [Authority::No, Authority::No]);
    });
}

#[test]
fn a_refused_file_changes_nothing_and_another_schools_file_is_refused() {
    story(|house| async move {
        let many: String = (0..3000)
            .map(|at| pupil(&at.to_string(), "Noor", "a", ""))
            .collect();
        let cut = edexml("2026-2027", &many).replace("</EDEX>", "");
        for (file, code) in [
            (cut, Code::EndsEarly),
            (
                edexml("2026-2027", "").replace("99ZZ", "11AA"),
                Code::OtherSchool,
            ),
            (
                edexml("2026-2027", &many).replace(
                    "<roepnaam>Noor</roepnaam><groep key=\"a\"/></leerling>\n\n",
                    "&wat;",
                ),
                Code::Entity,
            ),
        ] {
            for mode in [Mode::Preview, Mode::Commit] {
                let Outcome::Refused(refusal) = house.outcome(mode, &file).await else {
                    panic!("the file is refused");
                };
                assert_eq!(refusal.faults[0].code, code);
            }
            assert!(house.people().await.is_empty());
        }
    });
}

#[test]
fn an_import_is_in_the_log_with_figures_only() {
    story(|house| async move {
        house
            .import(&edexml("2026-2027", &pupil("1", "Noor", "a", "")))
            .await;
        let mut tx = house.db.read(house.board).await.unwrap();
        let signer = decisions::Signer::new([7; 32]);
        let found = decisions::store::verify(&mut tx, &signer.public())
            .await
            .unwrap();
        assert_eq!((found.entries, found.faults.len()), (1, 0));
        let row = tx
            .one(
                "SELECT kind, facts FROM log_entry WHERE board = $1",
                store::params![],
            )
            .await
            .unwrap();
        assert_eq!(row.get::<String>("kind").unwrap(), "roster_imported");
        let facts = row.get::<String>("facts").unwrap();
        assert!(
            facts.contains("\"new\":1") && !facts.contains("Noor"),
            "{facts}"
        );
    });
}

#[test]
fn a_group_that_the_school_made_itself_is_taken_over_by_name() {
    story(|house| async move {
        let year = SchoolYear::of(TODAY);
        let own = crate::model::Group {
            id: words::GroupId(Uuid::from_u128(9)),
            school: house.school.id,
            year,
            name: "7A".into(),
            kind: crate::model::Kind::Class,
            levels: (7, 7),
        };
        let mut tx = house.db.begin(house.board).await.unwrap();
        groups::add(&mut tx, &[(own.clone(), None)]).await.unwrap();
        tx.commit().await.unwrap();
        let report = house
            .import(&edexml("2026-2027", &pupil("1", "Noor", "a", "")))
            .await;
        assert_eq!((report.groups.new, report.groups.changed), (1, 1));
        let mut tx = house.db.read(house.board).await.unwrap();
        let members = groups::members(&mut tx, own.id, TODAY).await.unwrap();
        assert!(members.iter().any(|member| member.part == Part::Pupil));
    });
}

#[test]
fn new_staff_come_in_with_a_role_that_opens_nothing_special() {
    story(|house| async move {
        let file = "soort;sleutel;roepnaam;achternaam;functie\nmedewerker;1;Jikke;Oosterlo;leraar\nmedewerker;2;Stef;Pannekoek;directeur\n\
            stagiair;3;Bo;Bos;\nvrijwilliger;4;Lot;Vos;\n";
        house.import(file).await;
        assert!(house.import(file).await.changes_nothing());
        let mut tx = house.db.read(house.board).await.unwrap();
        let rows = identity::store::roles::all(&mut tx, TODAY).await.unwrap();
        let roles: Vec<Role> = rows.iter().map(|row| row.held.role).collect();
        assert_eq!(roles, [Role::Leraar, Role::Medewerker, Role::Stagiair]);
        assert!(
            rows.iter()
                .all(|row| row.held.school == Some(house.school.id))
        );
    });
}
