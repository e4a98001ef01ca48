//! Roster files to test and measure with: any number of pupils, the same ones every time, with names as a Dutch school has them.

use std::fmt::Write;

use crate::mutate::Chance;

const GIVEN: [&str; 40] = [
    "Noor", "Daan", "Emma", "Mohammed", "Sem", "Fatima", "Lotte", "Yusuf", "Julia", "Adam", "Zoë",
    "Bram", "Aïsha", "Finn", "Nina", "Kaya", "Jip", "Sıla", "Ravi", "Mees", "Chloë", "Ibrahim",
    "Tess", "Nguyễn", "Liv", "Kwame", "Saar", "Jayden", "Łucja", "Teun", "Amina", "Sven", "Xian",
    "Elif", "Pim", "Soraya", "Guus", "Rania", "Björn", "Imani",
];
const FAMILY: [(&str, &str); 32] = [
    ("", "Jansen"),
    ("de", "Vries"),
    ("van den", "Berg"),
    ("", "Bakker"),
    ("", "Yılmaz"),
    ("van", "Dijk"),
    ("", "El Amrani"),
    ("", "Visser"),
    ("de", "Jong"),
    ("", "Özdemir"),
    ("", "Smit"),
    ("", "Ramdin"),
    ("van der", "Wilgen"),
    ("", "Kowalski"),
    ("", "Peeters"),
    ("", "Nguyễn"),
    ("in 't", "Veld"),
    ("", "Bouzid"),
    ("", "Mulder"),
    ("", "Tjon-A-Fat"),
    ("", "Demirci"),
    ("ter", "Horst"),
    ("", "O'Brien"),
    ("", "Hernández"),
    ("", "Bos"),
    ("", "Asante"),
    ("van 't", "Hof"),
    ("", "Şahin"),
    ("", "Martina"),
    ("", "Li"),
    ("den", "Ouden"),
    ("", "Haddad"),
];

/// One made-up pupil.
#[derive(Debug, Clone, Copy)]
struct Pupil {
    given: &'static str,
    infix: &'static str,
    family: &'static str,
    year: usize,
    born: (usize, usize, usize),
    group: usize,
}

/// Pupils per class.
const CLASS: usize = 25;

fn pupil(at: usize, chance: &mut Chance) -> Pupil {
    let group = at / CLASS;
    let year = group % 8 + 1;
    let (infix, family) = FAMILY[chance.below(FAMILY.len())];
    Pupil {
        given: GIVEN[chance.below(GIVEN.len())],
        infix,
        family,
        year,
        born: (
            2023 - year - chance.below(2),
            chance.below(12) + 1,
            chance.below(28) + 1,
        ),
        group,
    }
}

fn pupils(count: usize) -> impl Iterator<Item = (usize, Pupil)> {
    let mut chance = Chance::new(3);
    (0..count).map(move |at| (at, pupil(at, &mut chance)))
}

/// An EDEXML 2.1 file of school year 2026-2027 with `count` pupils in classes of 25, one teacher for each class. `padding` more
/// bytes per pupil stand in an element that no reader needs, as real files have them.
pub fn edexml(count: usize, padding: usize) -> String {
    let mut text = String::with_capacity(count * (420 + padding));
    text.push_str(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<EDEX>\n<school><schooljaar>2026-2027</schooljaar><brincode>99ZZ</brincode>\
         <xsdversie>2.1</xsdversie></school>\n<groepen>\n",
    );
    let classes = count.div_ceil(CLASS);
    for class in 0..classes {
        let year = class % 8 + 1;
        let name = format!("{year}{}", class / 8 + 1);
        let _ = writeln!(
            text,
            "<groep key=\"g{class}\"><naam>{name}</naam><jaargroep>{year}</jaargroep></groep>"
        );
    }
    text.push_str("</groepen>\n<leerlingen>\n");
    let filling = "x".repeat(padding);
    for (
        at,
        Pupil {
            given,
            infix,
            family,
            year,
            born: (y, m, d),
            group,
        },
    ) in pupils(count)
    {
        let infix = if infix.is_empty() {
            String::new()
        } else {
            format!("<voorvoegsel>{infix}</voorvoegsel>")
        };
        let initial = given.chars().next().unwrap_or('X');
        let _ = writeln!(
            text,
            "<leerling key=\"L{at}\">\n  <achternaam>{family}</achternaam>{infix}\n  <voornamen>{given}</voornamen>\n  \
             <voorletters-1>{initial}</voorletters-1>\n  <roepnaam>{given}</roepnaam>\n  <geboortedatum>{y}-{m:02}-{d:02}</geboortedatum>\n  \
             <geslacht>1</geslacht>\n  <jaargroep>{year}</jaargroep>\n  <groep key=\"g{group}\"/>\n  \
             <instroomdatum>{}-08-24</instroomdatum>\n  <mutatiedatum>2026-08-30T12:00:00</mutatiedatum>\n  \
             <toevoegingen>{filling}</toevoegingen>\n</leerling>",
            2026 - year,
        );
    }
    text.push_str("</leerlingen>\n<leerkrachten>\n");
    for class in 0..classes {
        let (infix, family) = FAMILY[class % FAMILY.len()];
        let _ = writeln!(
            text,
            "<leerkracht key=\"M{class}\"><achternaam>{infix} {family}</achternaam><roepnaam>{}</roepnaam>\
             <emailadres>m{class}@school.example</emailadres><rol>LRK</rol><groepen><groep key=\"g{class}\"/></groepen></leerkracht>",
            GIVEN[class % GIVEN.len()],
        );
    }
    text.push_str("</leerkrachten>\n</EDEX>\n");
    text
}

/// The files of a OneRoster 1.1 export with the same people and one parent for each: name and text. Who needs a zip packs them.
pub fn oneroster(count: usize) -> Vec<(&'static str, String)> {
    let mut users = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,\
                     identifier,email,sms,phone,agentSourcedIds,grades,password\n"
        .to_owned();
    let mut births = "sourcedId,birthDate\n".to_owned();
    let mut enrollments =
        "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role\n"
            .to_owned();
    let mut classes =
        "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType\n"
            .to_owned();
    for class in 0..count.div_ceil(CLASS) {
        let year = class % 8 + 1;
        let _ = writeln!(
            classes,
            "c{class},,,{year}{},0{year},,,homeroom",
            class / 8 + 1
        );
    }
    for (
        at,
        Pupil {
            given,
            infix,
            family,
            year,
            born: (y, m, d),
            group,
        },
    ) in pupils(count)
    {
        let name = format!("{infix} {family}");
        let name = name.trim();
        let _ = writeln!(
            users,
            "u{at},,,true,o1,student,n{at},,{given},{name},,,,,,p{at},0{year},"
        );
        let _ = writeln!(
            users,
            "p{at},,,true,o1,parent,o{at},,{given},{name},,,p{at}@mail.example,,,u{at},,"
        );
        let _ = writeln!(births, "u{at},{y}-{m:02}-{d:02}");
        let _ = writeln!(enrollments, "e{at},,,c{group},o1,u{at},student");
    }
    vec![
        (
            "orgs.csv",
            "sourcedId,name,type,identifier\no1,De Lindeboom,school,99ZZ00\n".to_owned(),
        ),
        (
            "academicSessions.csv",
            "sourcedId,title,type,schoolYear\na1,2026-2027,schoolYear,2027\n".to_owned(),
        ),
        ("classes.csv", classes),
        ("users.csv", users),
        ("demographics.csv", births),
        ("enrollments.csv", enrollments),
    ]
}

/// Our own list of guardians for the pupils of [`edexml`]: one each, and a second for every third.
pub fn guardians(count: usize) -> String {
    let mut text =
        "leerling_key;ouder_key;achternaam;voorvoegsel;voornaam;email;relatie;gezag;contact\n"
            .to_owned();
    for (
        at,
        Pupil {
            given,
            infix,
            family,
            ..
        },
    ) in pupils(count)
    {
        let _ = writeln!(
            text,
            "L{at};O{at};{family};{infix};{given};o{at}@mail.example;ouder;ja;ja"
        );
        if at % 3 == 0 {
            let _ = writeln!(
                text,
                "L{at};P{at};{family};{infix};{given};p{at}@mail.example;voogd;onbekend;ja"
            );
        }
    }
    text
}

/// Our own list of people with the same pupils.
pub fn people(count: usize) -> String {
    let mut text =
        "soort;sleutel;roepnaam;tussenvoegsel;achternaam;geboortedatum;groep;leerjaar\n".to_owned();
    for (
        at,
        Pupil {
            given,
            infix,
            family,
            year,
            born: (y, m, d),
            group,
        },
    ) in pupils(count)
    {
        let _ = writeln!(
            text,
            "leerling;L{at};{given};{infix};{family};{y}-{m:02}-{d:02};{year}-{group};{year}"
        );
    }
    text
}
