//! Conditions of measures: the table as people read it, and what is missing when something is.

use std::collections::BTreeSet;
use std::fmt::Write;

use jiff::civil::date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use law::measures::{
    Condition, Denomination, Done, Hearing, Kind, Moment, Need, Party, Sector, Situation, Stretch,
    Weight, When, Why, all, conditions, missing,
};
use law::{Act, Standing};
use proptest::prelude::*;

fn now() -> Timestamp {
    "2026-11-23T10:00:00Z".parse().unwrap()
}

fn ago(hours: i64) -> Timestamp {
    now() - SignedDuration::from_hours(hours)
}

fn stretch(days: i64) -> Stretch {
    let first = date(2026, 11, 23);
    let last = first.saturating_add((days - 1).days());
    Stretch::new(first, last, |day| !law::days::is_free(day))
}

/// Everything that can stand on record.
fn everything() -> Done {
    let hearing = |who| Hearing {
        who,
        at: ago(24),
        came: true,
    };
    let parties = [
        Party::Pupil,
        Party::Guardians,
        Party::GroupTeacher,
        Party::Staff,
    ];
    Done {
        decided: now(),
        announced: Some(ago(100)),
        heard: parties.map(hearing).to_vec(),
        inspectorate_consulted: Some(ago(30)),
        other_school: Some(ago(20)),
        mandate: true,
        ground_in_protocol: true,
        ground_in_agreement: true,
        talk: false,
        reasons: true,
        letters: parties.to_vec(),
        objection_named: true,
        schoolwork: true,
        inspectorate_told: Some(ago(-1)),
        municipality_told: Some(now()),
    }
}

/// The record without what one need asks for.
fn without(need: Need, mut done: Done, situation: &mut Situation) -> Done {
    match need {
        Need::Announced => done.announced = None,
        Need::Heard(party) => done.heard.retain(|one| one.who != party),
        Need::InspectorateConsulted => done.inspectorate_consulted = None,
        Need::OtherSchool => done.other_school = None,
        Need::Mandate => done.mandate = false,
        Need::GroundInProtocol => done.ground_in_protocol = false,
        Need::GroundInAgreement => done.ground_in_agreement = false,
        Need::Stretch => situation.stretch = None,
        Need::WithinWeek => {
            // Eight days, and no more school days than before.
            situation.stretch = Some(Stretch {
                school_days: 5,
                ..stretch(8)
            });
        }
        Need::WithinFiveSchoolDays => {
            situation.stretch = Some(Stretch {
                school_days: 6,
                ..stretch(7)
            });
        }
        Need::WithinWeekTogether => {
            situation.stretch = Some(Stretch {
                before: 5,
                ..stretch(3)
            });
        }
        Need::TalkOrLetter => done.letters.clear(),
        Need::Reasons => done.reasons = false,
        Need::Letter(party) => done.letters.retain(|one| *one != party),
        Need::ObjectionNamed => done.objection_named = false,
        Need::Schoolwork => done.schoolwork = false,
        Need::InspectorateTold => done.inspectorate_told = None,
        Need::MunicipalityTold => done.municipality_told = None,
    }
    done
}

fn situations() -> impl Strategy<Value = Situation> {
    let sector = prop_oneof![Just(Sector::Po), Just(Sector::Vo)];
    let denomination = prop_oneof![Just(Denomination::Public), Just(Denomination::Special)];
    (sector, denomination, any::<bool>(), any::<bool>(), 1_i64..8).prop_map(
        |(sector, denomination, adult, compulsory, days)| Situation {
            adult,
            compulsory,
            stretch: Some(stretch(days)),
            ..Situation::new(sector, denomination)
        },
    )
}

fn kinds() -> impl Strategy<Value = Kind> {
    prop::sample::select(Kind::ALL.to_vec())
}

fn needs(missing: &[law::measures::Missing]) -> Vec<Need> {
    missing.iter().map(|one| one.condition.need).collect()
}

fn told(condition: &Condition) -> String {
    let When {
        sector,
        denomination,
        adult,
        compulsory,
        longer_than,
    } = condition.when;
    let sector = sector.map_or("po vo", |sector| match sector {
        Sector::Po => "po",
        Sector::Vo => "vo",
    });
    let denomination = denomination.map(|one| match one {
        Denomination::Public => "openbaar",
        Denomination::Special => "bijzonder",
    });
    let adult = adult.map(|adult| if adult { "18 of ouder" } else { "onder de 18" });
    let compulsory = compulsory.map(|is| {
        if is {
            "leerplichtig"
        } else {
            "niet leerplichtig"
        }
    });
    let longer = longer_than.map(|days| format!("meer dan {days} schooldag"));
    let mut at = sector.to_owned();
    for part in [denomination, adult, compulsory, longer.as_deref()]
        .into_iter()
        .flatten()
    {
        write!(at, ", {part}").unwrap();
    }
    let moment = match condition.moment {
        Moment::Before => "voor het besluit",
        Moment::With => "bij de brief",
        Moment::After => "meteen erna",
    };
    let weight = match condition.weight {
        Weight::Blocks => "houdt tegen",
        Weight::Warns => "waarschuwt",
    };
    let standing = match condition.source.standing {
        Standing::Stated => "staat er",
        Standing::Derived => "afgeleid",
        Standing::Unchecked => "navragen",
    };
    format!(
        "{} | {} | {moment} | {weight} | {at} | {} | {standing}",
        condition.kind.code(),
        condition.need.code(),
        condition.source,
    )
}

#[test]
fn the_table_as_a_lawyer_reads_it() {
    let lines: Vec<String> = all().iter().map(told).collect();
    insta::assert_snapshot!("conditions", lines.join("\n"));
}

#[test]
fn what_is_only_practice_never_blocks() {
    for condition in all() {
        if condition.source.standing == Standing::Unchecked {
            assert_eq!(condition.weight, Weight::Warns, "{}", told(condition));
        }
        let is_act = condition.source.act.bwb().is_some();
        assert_eq!(is_act, condition.source.version.is_some());
        assert_eq!(
            is_act,
            !condition.source.article.is_empty(),
            "{}",
            told(condition)
        );
    }
}

#[test]
fn an_education_act_only_speaks_of_its_own_sector() {
    for condition in all() {
        match condition.source.act {
            Act::Primary => assert_eq!(condition.when.sector, Some(Sector::Po)),
            Act::Secondary => assert_eq!(condition.when.sector, Some(Sector::Vo)),
            _ => {}
        }
    }
}

#[test]
fn codes_are_apart() {
    let pairs: BTreeSet<(Need, String)> = all()
        .iter()
        .map(|one| (one.need, one.need.code()))
        .collect();
    let codes: BTreeSet<&String> = pairs.iter().map(|(_, code)| code).collect();
    assert_eq!(codes.len(), pairs.len());
    assert_eq!(
        Kind::ALL
            .map(Kind::code)
            .into_iter()
            .collect::<BTreeSet<_>>()
            .len(),
        Kind::ALL.len()
    );
}

#[test]
fn a_hearing_lies_before_the_decision() {
    let situation = Situation::new(Sector::Po, Denomination::Special);
    let mut done = everything();
    done.heard
        .iter_mut()
        .find(|one| one.who == Party::Guardians)
        .unwrap()
        .at = now();
    let found = missing(Kind::Removal, &situation, &done);
    assert_eq!(needs(&found), [Need::Heard(Party::Guardians)]);
    assert_eq!(found[0].why, Why::NotBefore);
    // A hearing afterwards takes nothing away from the one that was in time.
    done.heard.push(Hearing {
        who: Party::Guardians,
        at: ago(1),
        came: false,
    });
    assert!(missing(Kind::Removal, &situation, &done).is_empty());
}

#[test]
fn who_is_told_before_there_is_a_decision_was_not_told_of_it() {
    let situation = Situation::new(Sector::Vo, Denomination::Public);
    let done = Done {
        municipality_told: Some(ago(1)),
        ..everything()
    };
    let found = missing(Kind::Removal, &situation, &done);
    assert_eq!(needs(&found), [Need::MunicipalityTold]);
    assert_eq!(
        (found[0].why, found[0].condition.moment),
        (Why::NotAfter, Moment::After)
    );
}

#[test]
fn a_week_is_seven_days_and_the_inspectorate_hears_of_the_second_school_day() {
    let needs_of = |stretch| {
        let situation = Situation {
            stretch: Some(stretch),
            ..Situation::new(Sector::Vo, Denomination::Special)
        };
        let done = Done {
            inspectorate_told: None,
            ..everything()
        };
        needs(&missing(Kind::Suspension, &situation, &done))
    };
    assert_eq!(needs_of(stretch(1)), []);
    assert_eq!(needs_of(stretch(2)), [Need::InspectorateTold]);
    // Monday to Sunday is a week; a Monday more is not, and has six school days.
    assert_eq!(needs_of(stretch(7)), [Need::InspectorateTold]);
    assert_eq!(
        needs_of(stretch(8)),
        [
            Need::WithinWeek,
            Need::WithinFiveSchoolDays,
            Need::InspectorateTold
        ]
    );
    // Friday to Monday over a weekend: two school days. Friday alone, with the weekend after it: one.
    let friday = date(2026, 11, 27);
    let open = |day| !law::days::is_free(day);
    assert_eq!(
        Stretch::new(friday, date(2026, 11, 30), open).school_days,
        2
    );
    assert_eq!(needs_of(Stretch::new(friday, date(2026, 11, 29), open)), []);
    // Over the Christmas holidays of the school there is not one school day, and still no more than a week.
    let holidays = |day| open(day) && !(date(2026, 12, 19)..=date(2027, 1, 3)).contains(&day);
    let christmas = Stretch::new(date(2026, 12, 18), date(2026, 12, 31), holidays);
    assert_eq!((christmas.school_days, christmas.days()), (1, 14));
    assert_eq!(needs_of(christmas), [Need::WithinWeek]);
    assert_eq!(Stretch::last_for(date(2026, 12, 18)), date(2026, 12, 24));
    // Nobody is suspended from Tuesday to Monday.
    let backwards = Stretch::new(date(2026, 11, 24), date(2026, 11, 23), open);
    assert_eq!(needs_of(backwards), [Need::Stretch]);
}

#[test]
fn suspensions_one_after_another_are_counted_together() {
    let together = |before| {
        let situation = Situation {
            stretch: Some(Stretch {
                before,
                ..stretch(5)
            }),
            ..Situation::new(Sector::Po, Denomination::Public)
        };
        missing(Kind::Suspension, &situation, &everything())
    };
    assert!(together(2).is_empty());
    let found = together(3);
    assert_eq!(
        found[0].why,
        Why::TooLong {
            days: 8,
            at_most: 7
        }
    );
    assert_eq!(found[0].condition.weight, Weight::Warns);
}

#[test]
fn a_warning_is_said_or_written() {
    let situation = Situation::new(Sector::Po, Denomination::Public);
    let bare = Done {
        ground_in_protocol: true,
        ..Done::on(now())
    };
    assert_eq!(
        needs(&missing(Kind::Warning, &situation, &bare)),
        [Need::TalkOrLetter]
    );
    let said = Done {
        talk: true,
        ..bare.clone()
    };
    let written = Done {
        letters: vec![Party::Guardians],
        ..bare
    };
    assert!(missing(Kind::Warning, &situation, &said).is_empty());
    assert!(missing(Kind::Warning, &situation, &written).is_empty());
}

#[test]
fn eighteen_changes_who_is_heard_and_written_to() {
    use Need::{Heard, Letter};
    use Party::{Guardians, Pupil};

    let minor = Situation::new(Sector::Vo, Denomination::Special);
    let adult = Situation {
        adult: true,
        ..minor
    };
    let parties = |situation| {
        let mut needs: Vec<Need> = conditions(Kind::Removal, situation)
            .iter()
            .map(|one| one.need)
            .filter(|need| matches!(need, Need::Heard(_) | Need::Letter(_)))
            .collect();
        needs.sort_unstable();
        needs
    };
    assert_eq!(
        parties(&minor),
        [
            Heard(Pupil),
            Heard(Guardians),
            Letter(Pupil),
            Letter(Guardians)
        ]
    );
    assert_eq!(parties(&adult), [Heard(Pupil), Letter(Pupil)]);
}

proptest! {
    #[test]
    fn with_everything_on_record_nothing_is_missing(kind in kinds(), situation in situations()) {
        prop_assert_eq!(missing(kind, &situation, &everything()), vec![]);
    }

    #[test]
    fn with_nothing_on_record_everything_but_a_length_is_missing(kind in kinds(), situation in situations()) {
        let found = needs(&missing(kind, &situation, &Done::on(now())));
        let asked: Vec<Need> = conditions(kind, &situation)
            .into_iter()
            .map(|one| one.need)
            .filter(|need| !matches!(need, Need::Stretch | Need::WithinWeek | Need::WithinFiveSchoolDays | Need::WithinWeekTogether))
            .collect();
        prop_assert_eq!(found, asked);
    }

    #[test]
    fn taking_one_thing_away_misses_exactly_that(kind in kinds(), situation in situations(), pick in any::<prop::sample::Index>()) {
        let asked = conditions(kind, &situation);
        let need = asked[pick.index(asked.len())].need;
        let mut situation = situation;
        let done = without(need, everything(), &mut situation);
        prop_assert_eq!(needs(&missing(kind, &situation, &done)), vec![need]);
    }

    #[test]
    fn no_need_is_asked_twice_and_each_comes_in_its_time(kind in kinds(), situation in situations()) {
        let asked = conditions(kind, &situation);
        let needs: BTreeSet<Need> = asked.iter().map(|one| one.need).collect();
        prop_assert_eq!(needs.len(), asked.len());
        prop_assert!(asked.is_sorted_by_key(|one| one.moment));
    }
}
