//! What we do not need is in no value and in no message.

use super::{pupils, read, samples::zipped, zips::zip};
use words::Locale;

/// Everything that a reading gives, as text.
fn everything(bytes: &[u8]) -> String {
    match read(bytes) {
        Ok(roster) => {
            let said: Vec<String> = roster
                .findings
                .iter()
                .map(|one| one.said(Locale::Nl))
                .collect();
            format!("{roster:?}{said:?}")
        }
        Err(refusal) => format!("{refusal:?}{refusal}"),
    }
}

#[test]
fn of_edexml() {
    let secret = [
        "eckid",
        "bsn",
        "sofinummer",
        "onderwijsnummer",
        "bsn_ondwnr-4",
        "rijksregisternummer",
        "geslacht",
        "etniciteit",
        "land",
        "land_vader",
        "land_moeder",
        "gewicht",
        "gewicht_nieuw",
        "postcodenl",
        "postnummerbe",
        "postcodeoverig",
        "fotourl",
        "gebruikersnaam",
        "nationaliteit",
        "toevoegingen",
        "telefoonnummer",
    ];
    let fields: String = secret
        .iter()
        .map(|name| format!("<{name}>GEHEIM-{name}</{name}>"))
        .collect();
    let pupil = |end: &str| {
        pupils(&format!(
            "<leerling key=\"1\" eckid=\"GEHEIM\"><roepnaam>Noor</roepnaam>{fields}{end}"
        ))
    };
    for file in [
        pupil("</leerling>"),
        pupil("<weg"),
        pupil("</leerling><leerling key=\"1\"/>"),
    ] {
        assert!(!everything(file.as_bytes()).contains("GEHEIM"));
    }
    let roster = read(pupil("</leerling>")).unwrap();
    assert!(
        roster.summary.not_needed.len() >= 17,
        "{:?}",
        roster.summary.not_needed
    );
}

#[test]
fn of_one_roster() {
    let users = "sourcedId,role,givenName,familyName,sms,phone,password,userMasterIdentifier,pronouns,metadata.bsn,username\n\
        1,student,Noor,Bos,GEHEIM,GEHEIM,GEHEIM,GEHEIM,GEHEIM,GEHEIM,GEHEIM\n";
    let births = "sourcedId,birthDate,sex,asian,white,cityOfBirth,countryOfBirthCode\n1,2015-01-01,GEHEIM,GEHEIM,GEHEIM,GEHEIM,GEHEIM\n";
    let file = zip(&[("users.csv", users), ("demographics.csv", births)]);
    assert!(read(&file).unwrap().pupils[0].1.born.is_some());
    assert!(!everything(&file).contains("GEHEIM"));
    let sample = everything(&zipped("oneroster-1.1"));
    assert!(!sample.contains("0600000001") && !sample.contains("noor.wilgen"));
}

#[test]
fn of_our_own() {
    let file = "soort;sleutel;roepnaam;bsn;telefoon;BSN-nummer;adres\nleerling;1;Noor;GEHEIM;GEHEIM;GEHEIM;GEHEIM\n";
    assert!(!everything(file.as_bytes()).contains("GEHEIM"));
}

#[test]
fn a_message_never_repeats_the_file() {
    for fault in [
        "<leerling key=\"GEHEIM\"><roepnaam></roepnaam></leerling>",
        "<leerling key=\"1\"><roepnaam>Bo</roepnaam><geboortedatum>GEHEIM</geboortedatum><jaargroep>GEHEIM</jaargroep></leerling>",
        "<leerling key=\"1\"><roepnaam>Bo</roepnaam><groep key=\"GEHEIM\"/><emailadres>GEHEIM</emailadres></leerling>",
        "<GEHEIM",
        "<leerling key=\"1\">&GEHEIM;</leerling>",
        "<leerling key=\"1\"></GEHEIM>",
    ] {
        let roster = read(pupils(fault));
        let said: String = match roster {
            Ok(roster) => roster
                .findings
                .iter()
                .map(|one| format!("{one:?}{}", one.said(Locale::En)))
                .collect(),
            Err(refusal) => format!("{refusal:?}{refusal}"),
        };
        assert!(!said.is_empty() && !said.contains("GEHEIM"), "{said}");
    }
}
