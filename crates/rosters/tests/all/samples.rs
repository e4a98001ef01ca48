//! Good files give the people in them.

use super::{TODAY, edexml, pupils, read};
use jiff::civil::date;
use rosters::{Authority, Code, Part, Relation, Work};

fn sample(path: &str) -> Vec<u8> {
    let path = format!("{}/tests/samples/{path}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).expect("a sample")
}

/// A zip with every file of a folder of samples.
pub(crate) fn zipped(folder: &str) -> Vec<u8> {
    let root = format!("{}/tests/samples/{folder}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<(String, Vec<u8>)> = std::fs::read_dir(root)
        .expect("a folder of samples")
        .map(|entry| entry.expect("an entry"))
        .map(|entry| {
            let name = entry.file_name().into_string().expect("a name");
            (name, std::fs::read(entry.path()).expect("a file"))
        })
        .collect();
    files.sort();
    super::zips::zip(&files)
}

#[test]
fn edexml_gives_pupils_groups_and_staff() {
    let roster = read(sample("edexml/edexml-2.1-voorbeeld.xml")).unwrap();
    let school = &roster.schools[0].1;
    assert_eq!(
        (school.brin.as_str(), school.year, school.on),
        ("99ZZ", Some(2024), Some(date(2024, 9, 2)))
    );
    let names: Vec<String> = roster
        .pupils
        .iter()
        .map(|(_, pupil)| pupil.name.listed())
        .collect();
    assert_eq!(
        names,
        ["Wilgen, Noor van der", "Demirci, Emre", "Bakhuizen, Tijn"]
    );
    let noor = &roster.pupils[0].1;
    assert_eq!(
        (noor.born, noor.year.as_str()),
        (Some(date(2018, 3, 14)), "3")
    );
    assert_eq!(
        (noor.name.initials.as_str(), noor.location.as_deref()),
        ("N.S.", Some("v1"))
    );
    assert_eq!(roster.pupils[2].1.until, Some(date(2024, 10, 18)));
    assert_eq!(roster.groups.len(), 3);
    assert!(roster.groups[2].1.composite);
    let stef = &roster.staff[1].1;
    assert_eq!(stef.work, [Work::Support, Work::Head]);
    assert_eq!(
        stef.email.as_deref(),
        Some("s.depannekoek@lindeboom.example")
    );
    let members: Vec<(&str, &str, Part)> = roster
        .members
        .iter()
        .map(|(_, one)| (one.person.as_str(), one.group.as_str(), one.part))
        .collect();
    assert_eq!(
        members,
        [
            ("L1001", "g3a", Part::Pupil),
            ("L1002", "g78", Part::Pupil),
            ("L1002", "plus", Part::Pupil),
            ("L1003", "g78", Part::Pupil),
            ("M01", "g3a", Part::Support),
            ("M02", "g78", Part::Teacher),
            ("M02", "plus", Part::Teacher),
        ]
    );
    let codes: Vec<Code> = roster.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(
        codes,
        [Code::OtherYear, Code::NotNeeded],
        "{:?}",
        roster.findings
    );
}

#[test]
fn a_school_year_after_the_schema_is_read() {
    let file = String::from_utf8(sample("edexml/edexml-2.1-voorbeeld.xml")).unwrap();
    let roster = read(file.replace("2024-2025", "2026-2027")).unwrap();
    assert_eq!(roster.schools[0].1.year, Some(2026));
    assert!(
        roster
            .findings
            .iter()
            .all(|finding| finding.code == Code::NotNeeded)
    );
}

#[test]
fn edexml_1_03_has_pupils_with_a_year_and_no_group() {
    let pupil = "<leerling key=\"1\"><achternaam>Bos</achternaam><voorletters-1>S</voorletters-1><jaargroep>4</jaargroep></leerling>";
    let roster = read(pupils(pupil)).unwrap();
    assert_eq!(roster.pupils[0].1.year, "4");
    assert_eq!(roster.pupils[0].1.name.said(), "S. Bos");
    assert!(roster.members.is_empty() && roster.findings.is_empty());
}

#[test]
fn the_same_content_under_the_names_of_uwlr() {
    let file = "<s:Envelope xmlns:s=\"s\" xmlns=\"l\"><s:Body><ns2:leerlinggegevens_antwoord xmlns:ns2=\"x\"><ns2:leerlinggegevens>\
        <ns2:school><ns2:schooljaar>2026-2027</ns2:schooljaar></ns2:school><ns2:leerlingen><ns2:leerling key=\"1\">\
        <ns2:roepnaam>Noor</ns2:roepnaam></ns2:leerling></ns2:leerlingen></ns2:leerlinggegevens></ns2:leerlinggegevens_antwoord>\
        </s:Body></s:Envelope>";
    let roster = read(file).unwrap();
    assert_eq!(
        (roster.schools.len(), roster.pupils[0].1.name.said()),
        (1, "Noor".into())
    );
}

#[test]
fn references_by_number_and_name_and_cdata_are_text() {
    let pupil = "<leerling key=\"a&amp;b\"><achternaam>d&apos;H<!-- x -->ondt &#x26; <![CDATA[<Zn>]]></achternaam></leerling>";
    let roster = read(pupils(pupil)).unwrap();
    assert_eq!(roster.pupils[0].1.key, "a&b");
    assert_eq!(roster.pupils[0].1.name.family, "d'Hondt & <Zn>");
}

#[test]
fn one_roster_of_both_versions_gives_the_same_people() {
    let (one, two) = (
        read(zipped("oneroster-1.1")).unwrap(),
        read(zipped("oneroster-1.2")).unwrap(),
    );
    for roster in [&one, &two] {
        assert_eq!(roster.pupils.len(), 2);
        let noor = &roster.pupils[0].1;
        assert_eq!(
            (noor.name.listed(), noor.year.as_str()),
            ("Wilgen, Noor van der".into(), "3")
        );
        assert_eq!(noor.born, Some(date(2019, 3, 14)));
        assert_eq!(
            (roster.schools[0].1.brin.as_str(), roster.schools[0].1.year),
            ("99ZZ", Some(2026))
        );
        let ties: Vec<(&str, &str, Relation)> = roster
            .ties
            .iter()
            .map(|(_, tie)| (tie.guardian.as_str(), tie.pupil.as_str(), tie.relation))
            .collect();
        assert_eq!(
            ties,
            [
                ("usr-o1", "usr-l1001", Relation::Parent),
                ("usr-o2", "usr-l1001", Relation::Parent),
                ("usr-o3", "usr-l1002", Relation::Ward)
            ]
        );
        assert!(
            roster
                .ties
                .iter()
                .all(|(_, tie)| tie.authority == Authority::Unknown)
        );
        assert_eq!(roster.members.len(), 4);
    }
    assert_eq!(one.guardians, two.guardians);
    assert_eq!(
        (
            one.staff[1].1.work.as_slice(),
            two.staff[1].1.work.as_slice()
        ),
        (&[Work::Support][..], &[Work::Head][..])
    );
}

#[test]
fn guardians_in_both_encodings_and_with_every_mark() {
    let semicolons = "leerling_key;ouder_key;achternaam;voorvoegsel;voornaam;email;telefoon;relatie;gezag;contact\n\
        L1001;O1;Wilgen;van der;Koen;koen@mail.example;0612345678;ouder;ja;ja\n\
        L1002;O1;Wilgen;van der;Koen;koen@mail.example;;ouder;ja;ja\n\
        L1002;O4;Kuïper;;Bas;bas@mail.example;;overig;nee;nee\n";
    let commas = semicolons.replace(';', ",");
    let latin: Vec<u8> = semicolons
        .chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect();
    let first = read(semicolons).unwrap();
    assert_eq!((first.guardians.len(), first.ties.len()), (2, 3));
    assert_eq!(first.ties[0].1.authority, Authority::Yes);
    assert_eq!(
        (first.ties[2].1.authority, first.ties[2].1.contact),
        (Authority::No, false)
    );
    for other in [
        read(commas).unwrap(),
        read(latin).unwrap(),
        read(format!("\u{feff}{semicolons}")).unwrap(),
    ] {
        assert_eq!(
            (&other.guardians, &other.ties),
            (&first.guardians, &first.ties)
        );
    }
}

#[test]
fn people_in_one_list() {
    let file = "Soort;Sleutel;Roepnaam;Tussenvoegsel;Achternaam;Geboortedatum;Klas;E-mail;Functie\n\
        leerling;1;Daan;de;Vries;14-3-2015;7a;;\n\
        leerling;2;Noor;;van der Wilgen;2015-05-01;7A,Plusklas;;\n\
        medewerker;M1;Jikke;;Oosterlo;;7a;j@school.example;leerkracht\n";
    let roster = read(file).unwrap();
    assert_eq!(
        (roster.pupils.len(), roster.staff.len(), roster.groups.len()),
        (2, 1, 2)
    );
    assert_eq!(roster.pupils[0].1.born, Some(date(2015, 3, 14)));
    assert_eq!(roster.pupils[1].1.name.infix, "van der");
    assert_eq!(roster.groups[0].1.year, "7");
    assert_eq!(roster.members.len(), 4);
    assert_eq!(roster.members[3].1.part, Part::Teacher);
}

#[test]
fn the_templates_are_files_that_we_read() {
    for (name, text) in rosters::templates() {
        let roster = read(&text).unwrap_or_else(|refusal| panic!("{name}: {refusal}"));
        assert!(
            roster.findings.is_empty() && roster.summary.records == 0,
            "{name}"
        );
        assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"));
    }
}

#[test]
fn the_school_year_turns_on_the_first_of_august() {
    let file = edexml("<school><schooljaar>2025-2026</schooljaar></school>");
    let codes = |today| {
        let options = rosters::Options::on(today);
        let roster = rosters::Roster::read(std::io::Cursor::new(&file), &options).unwrap();
        roster.findings.len()
    };
    assert_eq!(
        (
            codes(date(2026, 7, 31)),
            codes(date(2026, 8, 1)),
            codes(TODAY)
        ),
        (0, 1, 1)
    );
}

#[test]
fn the_same_made_up_school_in_every_format() {
    let files = testkit::rosters::oneroster(60);
    let zip = super::zips::zip(&files);
    let (edexml, zip) = (
        read(testkit::rosters::edexml(60, 10)).unwrap(),
        read(zip).unwrap(),
    );
    let (list, guardians) = (
        read(testkit::rosters::people(60)).unwrap(),
        read(testkit::rosters::guardians(60)).unwrap(),
    );
    for other in [&zip, &list] {
        for ((_, one), (_, same)) in edexml.pupils.iter().zip(&other.pupils) {
            let bare = |pupil: &rosters::Pupil| (pupil.name.said(), pupil.born, pupil.year.clone());
            assert_eq!(bare(one), bare(same));
        }
        assert_eq!(other.pupils.len(), 60);
    }
    assert_eq!(
        (edexml.members.len(), zip.ties.len(), guardians.ties.len()),
        (63, 60, 80)
    );
}
