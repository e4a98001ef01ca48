//! The year in stories, and what holds for every school.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;

fn class(id: u128, name: &str, levels: (u8, u8)) -> Class {
    Class {
        id: GroupId(Uuid::from_u128(id)),
        name: name.into(),
        levels,
    }
}

fn person(id: u128) -> PersonId {
    PersonId(Uuid::from_u128(id))
}

fn placed(pupil: u128, class: &Class, level: u8) -> Placed {
    Placed {
        pupil: person(pupil),
        class: class.id,
        level,
    }
}

fn to(class: &str, level: u8) -> Step {
    Step::To {
        class: class.into(),
        level,
    }
}

/// What becomes of one pupil of this class and year.
fn goes(sector: Sector, classes: &[Class], from: usize, level: u8, choice: Option<Choice>) -> Step {
    let choices = choice
        .map(|choice| (person(1), choice))
        .into_iter()
        .collect();
    let preview = preview(
        sector,
        classes,
        &[placed(1, &classes[from], level)],
        &choices,
    );
    preview.moves[0].step.clone()
}

fn primary() -> Vec<Class> {
    vec![
        class(1, "1/2a", (1, 2)),
        class(2, "3/4a", (3, 4)),
        class(3, "5a", (5, 5)),
        class(4, "5b", (5, 5)),
        class(5, "6", (6, 6)),
        class(6, "7a", (7, 7)),
        class(7, "7b", (7, 7)),
        class(8, "8", (8, 8)),
    ]
}

#[test]
fn a_year_at_a_primary_school() {
    let classes = primary();
    let goes = |from, level| goes(Sector::Po, &classes, from, level, None);
    assert_eq!(
        goes(0, 1),
        to("1/2a", 2),
        "a combined class keeps its youngest"
    );
    assert_eq!(goes(0, 2), to("3/4a", 3));
    assert_eq!(goes(1, 4), to("5a", 5), "by the letter");
    assert_eq!(goes(3, 5), to("6", 6), "the only class of that year");
    assert_eq!(goes(4, 6), Step::Unclear, "7a or 7b?");
    assert_eq!(goes(7, 8), Step::Leaves);
    assert_eq!(goes(2, 0), Step::Unclear, "nobody wrote down the year");
}

#[test]
fn a_year_at_a_secondary_school() {
    let classes = [
        class(1, "B1a", (1, 1)),
        class(2, "H3b", (3, 3)),
        class(3, "H4b", (4, 4)),
        class(4, "H5a", (5, 5)),
        class(5, "V4b", (4, 4)),
        class(6, "T4a", (4, 4)),
        class(7, "V5a", (5, 5)),
    ];
    let goes = |from, level| goes(Sector::Vo, &classes, from, level, None);
    assert_eq!(goes(1, 3), to("H4b", 4), "not to V4b");
    assert_eq!(goes(2, 4), to("H5a", 5), "the only one of its kind");
    assert_eq!(goes(3, 5), Step::Leaves, "havo ends after five");
    assert_eq!(goes(5, 4), Step::Leaves, "vmbo ends after four");
    assert_eq!(
        goes(0, 1),
        Step::Unclear,
        "after the bridge class somebody chooses"
    );
}

#[test]
fn what_somebody_chose_goes_before_the_rule() {
    let classes = primary();
    let goes = |choice| goes(Sector::Po, &classes, 4, 6, Some(choice));
    assert_eq!(goes(Choice::Stays), to("6", 6));
    assert_eq!(goes(Choice::Leaves), Step::Leaves);
    assert_eq!(goes(Choice::To("7b".into())), to("7b", 7));
    assert_eq!(goes(Choice::To("8".into())), to("8", 8), "a year skipped");
    assert_eq!(
        goes(Choice::To("7c".into())),
        Step::Unclear,
        "there is no such class"
    );
}

fn choice() -> impl Strategy<Value = Option<Choice>> {
    prop_oneof![
        6 => Just(None),
        1 => Just(Some(Choice::Stays)),
        1 => Just(Some(Choice::Leaves)),
        1 => "[1-8][ab]?".prop_map(|name| Some(Choice::To(name))),
    ]
}

proptest! {
    #[test]
    fn every_pupil_has_one_place_and_nobody_rises_two_years_unless_chosen(
        pupils in prop::collection::vec((0..8_usize, 0..=1_u8, choice()), 0..60),
    ) {
        let classes = primary();
        let list: Vec<Placed> = pupils.iter().enumerate().map(|(at, (class, up, _))| {
            let class = &classes[*class];
            placed(at as u128, class, (class.levels.0 + up).min(class.levels.1))
        }).collect();
        let choices: BTreeMap<PersonId, Choice> = pupils.iter().enumerate()
            .filter_map(|(at, (.., choice))| Some((person(at as u128), choice.clone()?))).collect();
        let shown = preview(Sector::Po, &classes, &list, &choices);

        let whose: Vec<Placed> = shown.moves.iter().map(|one| one.placed).collect();
        prop_assert_eq!(&whose, &list, "everyone, once, in the order they came");
        let going: usize = shown.classes.iter().map(|(_, count)| count).sum();
        prop_assert_eq!(going + shown.leavers().count() + shown.unclear().count(), list.len());
        for one in &shown.moves {
            if let Step::To { class, level } = &one.step {
                let class = classes.iter().find(|known| known.name == *class).unwrap();
                prop_assert!((class.levels.0..=class.levels.1).contains(level));
                prop_assert!(one.chosen || *level == one.placed.level + 1);
            }
            if !one.chosen && one.placed.level == 8 {
                prop_assert_eq!(&one.step, &Step::Leaves);
            }
            if choices.get(&one.placed.pupil) == Some(&Choice::Stays) {
                let again = matches!(one.step, Step::To { level, .. } if level == one.placed.level);
                prop_assert!(again);
            }
        }
    }

    #[test]
    fn what_is_chosen_for_one_changes_nothing_for_another(at in 0..20_usize, choice in choice()) {
        let classes = primary();
        let list: Vec<Placed> = (0..20).map(|at| placed(at, &classes[(at % 8) as usize], classes[(at % 8) as usize].levels.1)).collect();
        let before = preview(Sector::Po, &classes, &list, &BTreeMap::new());
        let choices = choice.map(|choice| (list[at].pupil, choice)).into_iter().collect();
        let after = preview(Sector::Po, &classes, &list, &choices);
        for (here, (one, other)) in before.moves.iter().zip(&after.moves).enumerate() {
            prop_assert!(here == at || one == other);
        }
    }
}
