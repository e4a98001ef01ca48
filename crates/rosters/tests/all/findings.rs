//! What the readers say of files that are not quite right: one finding per fault, at its line.

use super::{pupils, read, zips::zip};
use rosters::Roster;
use words::Locale;

/// Every finding as a line of text: kind, code and the sentence.
fn said(roster: &Roster) -> String {
    let line = |finding: &rosters::Finding| {
        format!(
            "{:?} {}: {}\n",
            finding.kind,
            finding.code.key(),
            finding.said(Locale::Nl)
        )
    };
    roster.findings.iter().map(line).collect()
}

#[test]
fn edexml() {
    let roster = read(pupils(
        "<leerling key=\"1\"><achternaam>van der Wilgen</achternaam><roepnaam>No\u{200b}or</roepnaam></leerling>
<leerling key=\"1\"><achternaam>Bos</achternaam></leerling>
<leerling><achternaam>Bos</achternaam></leerling>
<leerling key=\"2\"><achternaam>  </achternaam></leerling>
<leerling key=\"3\"><achternaam>Bos, Sem</achternaam>
  <geboortedatum>1800-01-01</geboortedatum><jaargroep>99</jaargroep>
  <groep key=\"weg\"/><vestiging key=\"v9\"/>
  <samengestelde_groepen><samengestelde_groep key=\"g1\"/></samengestelde_groepen>
  <emailadres>geen adres</emailadres><uitstroomdatum>2999-01-01</uitstroomdatum></leerling>
<leerling key=\"4\"><voornamen>Fatima Zahra</voornamen><geboortedatum>1-2-2015</geboortedatum></leerling>",
    ))
    .unwrap();
    insta::assert_snapshot!(said(&roster));
    assert_eq!(roster.pupils.len(), 3);
    assert_eq!(roster.pupils[1].1.name.listed(), "Bos, Sem");
    assert_eq!(roster.pupils[1].1.born, None);
}

#[test]
fn one_roster() {
    let files = [
        (
            "Orgs.csv",
            "sourcedId,status,dateLastModified,name,type,identifier\no1,,,De Linde,School,99ZZ00\n",
        ),
        (
            "academicSessions.csv",
            "sourcedId,type,schoolYear,title\na1,schoolYear,2024,x\n",
        ),
        (
            "classes.csv",
            "sourcedId,tittle,grades,classType\nc1,7a,07,homeroom\nc1,7b,07,homeroom\n",
        ),
        (
            "users.csv",
            "SourcedID,status,dataLastModified,role,givenName,familyName,prefferedGivenName,agentSourcedId,sms\n\
             u1,,,Student,Noor,van der Wilgen,,u2,0612345678\n\
             u2,,,parent,Koen,van der Wilgen,,u1,\n\
             u3,tobedeleted,2026-09-01,student,Sem,Bos,,,\n\
             u4,,,janitor,Sem,Bos,,,\n\
             u1,,,student,Noor,Nogmaals,,,\n\
             u5,,,student,\"Bo\n\",Bos,,,\n\
             u6,,,student,Jip,Janneke,,u9,,te veel\n",
        ),
        (
            "Demographics.CSV",
            "userSourcedId,birthDate,sex\nu1,1/05/2015,female\nu9,2015-01-01,\nu6,2999-01-01,\n",
        ),
        (
            "enrollments.csv",
            "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\ne2,c9,u1,student\ne3,c1,u9,student\ne4,c1,u1,keizer\n",
        ),
    ];
    let roster = read(zip(&files)).unwrap();
    insta::assert_snapshot!(said(&roster));
    assert_eq!(
        (roster.pupils.len(), roster.ties.len(), roster.members.len()),
        (1, 1, 1)
    );
}

#[test]
fn our_own() {
    let roster = read(
        "soort;sleutel;roepnaam;achternaam;geboortedatum;groep;bsn;schoenmaat\n\
         leerling;1;Noor;Wilgen, van der;2015-13-01;7a;123456782;36\n\
         kat;2;Minoes;Poes;;;;\n\
         leerling;;Sem;Bos;;;;\n\
         leerling;3;=HYPERLINK(\"x\");\u{202e}Bos;;;;\n\
         leerling;4;Kort\n\
         leerling;5;\"Bo;Bos\n\
         leerling;6;Weg;Weg;;;;",
    )
    .unwrap();
    insta::assert_snapshot!(said(&roster));
    // A cell is text, whatever a spreadsheet would make of it.
    assert_eq!(roster.pupils[1].1.name.call, "=HYPERLINK(\"x\")");
}

#[test]
fn guardians() {
    let roster = read(
        "leerling_key,ouder_key,achternaam,gezag,relatie,contact,email\n\
         1,O1,Bos,misschien,buurman,soms,niet@\n\
         1,O1,Bos,ja,ouder,ja,\n\
         2,O1,Vos,ja,ouder,ja,\n\
         ,O2,Bos,,,,\n\
         3,O3,,,,,\n",
    )
    .unwrap();
    insta::assert_snapshot!(said(&roster));
}

#[test]
fn every_sentence_is_there_in_english_too() {
    let roster = read(pupils("<leerling key=\"1\"><bsn>1</bsn></leerling>")).unwrap();
    let english: Vec<String> = roster
        .findings
        .iter()
        .map(|one| one.said(Locale::En))
        .collect();
    assert_eq!(
        english,
        [
            "line 6, bsn: we do not need this; not read",
            "line 6: there is no name; the record was skipped"
        ]
    );
}
