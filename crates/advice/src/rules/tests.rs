//! Every role at every school asks whom the text names, or the school has to choose.

use norms::{Protocol, Situation, Vocabulary, shipped};
use proptest::prelude::*;
use serde_json::json;

use super::*;

/// Whom the engine of the norms names for somebody in this role: read a second time, by other code.
fn by_the_norms(protocol: &Protocol, role: Role) -> Option<(Vec<String>, String)> {
    let told = json!({ "actie": "plaatsen", "rollen": role.in_norms() });
    let situation = Situation::from_json_str(&told.to_string(), Vocabulary::shipped());
    let situation = situation.expect("a situation");
    let answer = protocol.ask(&situation);
    let ask = answer.ask.as_ref()?;
    let functions = std::iter::once(&ask.role).chain(&ask.or);
    let functions = functions.map(|one| (*one).to_owned()).collect();
    Some((functions, ask.article.to_owned()))
}

fn protocol() -> impl Strategy<Value = &'static Protocol> {
    (0..shipped::NAMES.len()).prop_map(|at| shipped::protocol(shipped::NAMES[at]).unwrap())
}

proptest! {
    #[test]
    fn every_role_asks_whom_the_text_names_or_the_school_chooses(
        protocol in protocol(),
        role in (0..Role::ALL.len()).prop_map(|at| Role::ALL[at]),
        chosen in prop::option::of((0..ANSWERERS.len()).prop_map(|at| ANSWERERS[at])),
    ) {
        let front = &protocol.document.front;
        match (by_the_norms(protocol, role), route(Some(front), role, chosen)) {
            (Some((functions, article)), Routed::To(route)) => {
                let mut named: Vec<Role> = functions.iter().map(|one| answers(one, role)).collect();
                named.dedup();
                prop_assert_eq!(route.named(), &named[..]);
                prop_assert_eq!(route.article.as_deref(), Some(article.as_str()));
                prop_assert!(!route.binding, "none of the five says that an answer binds");
            }
            (None, Routed::To(route)) => {
                prop_assert_eq!(route.named(), &[chosen.unwrap()][..]);
                prop_assert_eq!(route.article, None);
            }
            (None, Routed::Choose) => prop_assert_eq!(chosen, None),
            (Some(named), Routed::Choose) => prop_assert!(false, "{:?} is named", named),
        }
    }

    #[test]
    fn every_route_ends_with_who_runs_the_school_and_nobody_is_asked_twice(
        protocol in protocol(),
        role in (0..Role::ALL.len()).prop_map(|at| Role::ALL[at]),
    ) {
        let Routed::To(route) = route(Some(&protocol.document.front), role, Some(Role::Mentor)) else {
            return Err(TestCaseError::fail("there is a route"));
        };
        let mut once = route.steps.clone();
        once.sort();
        once.dedup();
        prop_assert_eq!(once.len(), route.steps.len());
        let parents = route.steps == [Role::Ouder];
        prop_assert!(parents || route.steps.contains(&Role::Directeur) && route.steps.contains(&Role::Bestuur));
    }
}

/// The table that a school would draw up by hand from its text.
#[test]
fn the_five_texts_say_this() {
    use Role::{Directeur, Leerling, Leraar, Mentor, Ouder, Pr, Stagiair, Teamleider};
    let named = |school: &str, role: Role| {
        let front = &shipped::protocol(school).unwrap().document.front;
        match route(Some(front), role, None) {
            Routed::To(route) => Some(route.named().to_vec()),
            Routed::Choose => None,
        }
    };
    assert_eq!(named("pcc", Leerling), Some(vec![Mentor, Pr, Directeur]));
    assert_eq!(named("pcc", Leraar), Some(vec![Pr, Directeur]));
    assert_eq!(named("pcc", Stagiair), Some(vec![Pr, Directeur]));
    assert_eq!(named("flex", Leraar), Some(vec![Teamleider]));
    assert_eq!(named("flex", Teamleider), Some(vec![Directeur]));
    assert_eq!(named("flex", Directeur), Some(vec![Role::Bestuur]));
    for role in [Leerling, Ouder, Stagiair] {
        assert_eq!(named("flex", role), None, "{role:?}");
    }
    assert_eq!(named("verkruisen", Leraar), Some(vec![Teamleider]));
    assert_eq!(named("verkruisen", Ouder), Some(vec![Ouder]));
    assert_eq!(named("verkruisen", Leerling), None);
    for role in [Leerling, Ouder, Role::Medewerker, Stagiair] {
        assert_eq!(named("demare", role), Some(vec![Leraar]), "{role:?}");
    }
    for role in Role::ALL {
        assert_eq!(named("spoenk", role), None, "{role:?}");
    }
}

#[test]
fn every_asker_word_is_one_that_a_school_can_choose_for() {
    for role in Role::ALL {
        let word = asker_word(role);
        let row = ASKERS.iter().find(|(one, _)| *one == word);
        let row = row.unwrap_or_else(|| panic!("{word}"));
        assert_eq!(asker_word(row.1), word);
    }
}
