//! What editors answered is remembered for its words, kind, person, channel and time, and for nothing else.

#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

use personal_data::{
    Allowed, Category, Channel, Consent, LeftOut, Purpose, Report, Roster, Scanner, School, Tier,
};

const PEOPLE: &str = "person_id,role,call_name,infix,surname,group,consent_website\n\
    P1,pupil,Tess,,Koning,7a,\nP2,pupil,Storm,de,Wit,3b,yes\n";

fn read(school: School, text: &str, today: &str, channel: Channel) -> Report {
    let roster = Roster::from_csv(PEOPLE).expect("a roster");
    let purpose = Purpose {
        channel,
        today: Some(today),
    };
    Scanner::new(&roster, school)
        .scan(text, purpose)
        .expect("short")
}

fn agreed() -> School {
    School {
        allowed: vec![Allowed {
            words: "TESS KONING".into(),
            category: Some(Category::PersonRoster),
            person_id: Some("P1".into()),
            channel: Some(Channel::Newsletter),
            until: Some("2027-01-01".into()),
            by: "T07".into(),
        }],
        ..School::default()
    }
}

const TEXT: &str = "Tess Koning won.";

#[test]
fn who_agreed_is_no_finding_for_that_channel_until_that_day() {
    let found = |today, channel| read(agreed(), TEXT, today, channel).findings.len();
    assert_eq!(found("2026-12-31", Channel::Newsletter), 0);
    assert_eq!(found("2027-01-02", Channel::Newsletter), 1, "expired");
    assert_eq!(found("2026-12-31", Channel::Website), 1, "elsewhere");
    let other = read(agreed(), "Tess won.", "2026-12-31", Channel::Newsletter);
    assert_eq!(other.findings.len(), 1, "other words");
}

#[test]
fn a_refusal_beats_an_earlier_answer() {
    let report = read(agreed(), TEXT, "2026-12-31", Channel::Newsletter);
    assert_eq!((report.findings.len(), report.answered.len()), (0, 1));
    let silent = report.clone().with_consents(|_| Consent::Unknown);
    assert_eq!((silent.findings.len(), silent.answered.len()), (0, 1));
    let refused = report.with_consents(|_| Consent::No);
    assert_eq!((refused.findings.len(), refused.answered.len()), (1, 0));
    assert!(refused.findings.iter().all(|finding| finding.holds));
}

#[test]
fn consent_that_is_known_later_decides_what_holds_a_post_up() {
    let report = read(School::default(), TEXT, "2026-12-31", Channel::Website);
    assert!(report.findings.iter().all(|finding| finding.holds));
    let agreed = report.with_consents(|_| Consent::Yes);
    let finding = agreed.findings.first().expect("a finding");
    assert!(!finding.holds);
    assert_eq!(finding.suggestion, "suggest-no-surname");
}

#[test]
fn what_is_always_left_out_is_certain_wherever_it_stands() {
    let school = School {
        left_out: vec![
            LeftOut {
                words: "het blauwe huis".into(),
                category: Category::Situation,
                until: Some("2027-01-01".into()),
            },
            LeftOut {
                words: "Storm".into(),
                category: Category::PersonRoster,
                until: None,
            },
        ],
        ..School::default()
    };
    let found = |text, today| {
        let report = read(school.clone(), text, today, Channel::Website);
        let certain = report
            .findings
            .iter()
            .filter(|one| one.tier == Tier::Certain);
        certain.map(|one| one.category).collect::<Vec<_>>()
    };
    let house = "Morgen gaan we naar Het Blauwe Huis";
    assert_eq!(found(house, "2026-12-31"), [Category::Situation]);
    assert_eq!(found(house, "2027-01-02"), []);
    let storm = "Door de harde storm bleef het plein leeg.";
    assert_eq!(found(storm, "2026-12-31"), [], "the weather");
    let name = "Kijk, de toren van Storm";
    assert_eq!(found(name, "2026-12-31"), [Category::PersonRoster]);
}
