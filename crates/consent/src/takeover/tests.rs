//! A line is taken over only if it is certain about whom it is and who said it.

use jiff::Timestamp;
use jiff::civil::date;
use people::model::{Authority, Guardianship, Relation, Span};
use uuid::Uuid;
use words::{Channel, Medium, PurposeId};

use super::*;

const SAM: PersonId = PersonId(Uuid::from_u128(1));
const OTHER: PersonId = PersonId(Uuid::from_u128(2));
const ONE: PersonId = PersonId(Uuid::from_u128(11));
const TWO: PersonId = PersonId(Uuid::from_u128(12));

fn cell() -> Cell {
    Cell {
        purpose: PurposeId(Uuid::from_u128(3)),
        channel: Channel::Website,
        medium: Medium::Foto,
    }
}

fn facts(guardians: &[PersonId], born: Date) -> Facts {
    let span = Span {
        from: date(2020, 8, 1),
        until: None,
    };
    let bond = |guardian: &PersonId| Guardianship {
        pupil: SAM,
        guardian: *guardian,
        relation: Relation::Parent,
        authority: Authority::Yes,
        confirmed: Some((ONE, Timestamp::UNIX_EPOCH)),
        span,
    };
    Facts {
        pupil: true,
        born: Some(born),
        here: vec![span],
        bonds: guardians.iter().map(bond).collect(),
        ..Facts::default()
    }
}

fn read(facts: &Facts, row: [&str; 6]) -> Result<Line, Refused> {
    let mapping = Mapping {
        columns: vec![
            (0, Means::Number),
            (1, Means::Name),
            (2, Means::Born),
            (3, Means::Guardian),
            (4, Means::Day),
            (5, Means::Cell(cell())),
        ],
        yes: words_of("Ja, J, ✓"),
        no: words_of("nee"),
    };
    assert!(mapping.is_enough());
    let town = Town {
        by_name: HashMap::from([
            ("sam de vries".to_owned(), vec![SAM]),
            ("noor bakker".to_owned(), vec![SAM, OTHER]),
        ]),
        by_number: HashMap::from([("L1".to_owned(), SAM)]),
        names: HashMap::from([
            (ONE, "anna de vries".to_owned()),
            (TWO, "koen bakker".to_owned()),
        ]),
        facts: HashMap::from([(SAM, facts), (OTHER, facts)]),
    };
    mapping.read(&row.map(str::to_owned), &town, date(2026, 11, 21))
}

#[test]
fn a_certain_line_is_taken_over() {
    let alone = facts(&[ONE], date(2016, 3, 14));
    let line = read(
        &alone,
        ["", "Sam  de Vríes", "14-03-2016", "", "1-9-2026", "JA"],
    )
    .unwrap();
    assert_eq!((line.person, line.by), (SAM, (ONE, Capacity::Guardian)));
    assert_eq!(line.on, date(2026, 9, 1));
    assert_eq!(line.answers, [(cell(), Answer::Yes)]);
    let both = facts(&[ONE, TWO], date(2016, 3, 14));
    let line = read(&both, ["L1", "", "", "Koen Bakker", "", "nee"]).unwrap();
    assert_eq!(line.by.0, TWO);
}

#[test]
fn everything_else_is_refused_with_its_reason() {
    let both = facts(&[ONE, TWO], date(2016, 3, 14));
    let none = facts(&[], date(2016, 3, 14));
    let old = facts(&[ONE], date(2010, 3, 14));
    let why = |facts: &Facts, row| read(facts, row).unwrap_err();
    assert_eq!(why(&both, ["L9", "", "", "", "", "ja"]), Refused::Nobody);
    assert_eq!(
        why(&both, ["", "Noor Bakker", "", "", "", "ja"]),
        Refused::Several
    );
    assert_eq!(
        why(&both, ["L1", "", "2016-03-15", "", "", "ja"]),
        Refused::OtherBirthday
    );
    assert_eq!(why(&old, ["L1", "", "", "", "", "ja"]), Refused::Alone);
    assert_eq!(
        why(&none, ["L1", "", "", "", "", "ja"]),
        Refused::Unrepresented
    );
    assert_eq!(why(&both, ["L1", "", "", "", "", "ja"]), Refused::Which);
    assert_eq!(
        why(&both, ["L1", "", "", "Iemand Anders", "", "ja"]),
        Refused::Stranger
    );
    assert_eq!(
        why(&both, ["L1", "", "", "Koen Bakker", "1-1-2027", "ja"]),
        Refused::Day
    );
    assert_eq!(
        why(&both, ["L1", "", "", "Koen Bakker", "", "soms"]),
        Refused::Unread("soms".into())
    );
    assert_eq!(
        why(&both, ["L1", "", "", "Koen Bakker", "", " "]),
        Refused::Empty
    );
}
