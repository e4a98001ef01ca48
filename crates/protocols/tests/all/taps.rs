//! *Mag dit?* asks little: from an everyday sentence to an answer in a handful of taps.

use crate::get;

/// What somebody taps at a question: the form's own fields with the answer to it, as a browser would send them.
struct Form {
    action: String,
    hidden: Vec<(String, String)>,
    buttons: Vec<(String, String)>,
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
    Some(rest.split('"').next()?.replace("&amp;", "&"))
}

fn forms(page: &str) -> Vec<Form> {
    let forms = page
        .split("<form method=\"get\"")
        .skip(1)
        .map(|form| form.split("</form>").next().unwrap());
    let pairs = |form: &str, start: &str| -> Vec<(String, String)> {
        let tags = form
            .split(start)
            .skip(1)
            .map(|tag| tag.split('>').next().unwrap());
        tags.filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value")?)))
            .collect()
    };
    forms
        .map(|form| Form {
            action: attribute(form, "action").unwrap(),
            hidden: pairs(form, "<input type=\"hidden\""),
            buttons: pairs(form, "<button"),
        })
        .collect()
}

/// The usual answer: the role and place of a teacher, recognisable people with spoken consent, about school, nothing odd.
fn usual<'a>(form: &'a Form, role: &str) -> &'a (String, String) {
    let wanted = |name: &str| match name {
        "rollen" => role.to_owned(),
        "personen" => "mondeling".to_owned(),
        "kanaal" => "schoolgroep".to_owned(),
        "hoedanigheid" => if role == "ouder" || role == "leerling" {
            "prive"
        } else {
            "functie"
        }
        .to_owned(),
        "schoolgerelateerd" | "kennis" | "opSchool" => "ja".to_owned(),
        "doelrollen" => "leerling".to_owned(),
        _ => "nee".to_owned(),
    };
    let found = form
        .buttons
        .iter()
        .find(|(name, value)| *value == wanted(name) || name == "nee");
    found.unwrap_or(&form.buttons[0])
}

/// Taps until there is an answer; gives the number of questions and the word of the answer.
fn taps(start: &str, role: &str) -> (usize, String) {
    let mut address = start.to_owned();
    for asked in 0..20 {
        let page = get(&address).body;
        if page.contains("class=\"verdict ") {
            return (
                asked,
                page.split("<h1>")
                    .nth(1)
                    .unwrap()
                    .split('<')
                    .next()
                    .unwrap()
                    .to_owned(),
            );
        }
        let forms = forms(&page);
        let form = forms
            .first()
            .unwrap_or_else(|| panic!("no form at {address}"));
        let mut pairs = form.hidden.clone();
        pairs.push(usual(form, role).clone());
        let query: Vec<String> = pairs
            .iter()
            .map(|(name, value)| format!("{name}={}", value.replace('?', "%3F")))
            .collect();
        address = format!("{}?{}", form.action, query.join("&"));
    }
    panic!("no answer after 20 questions from {start}");
}

#[test]
fn an_everyday_question_takes_a_handful_of_taps() {
    let mut counts = Vec::new();
    for school in ["spoenk", "pcc", "flex", "verkruisen", "demare"] {
        let page = get(&format!("/{school}/mag-dit")).body;
        let starts: Vec<&str> = page
            .split("class=\"choice\" href=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
            .collect();
        for start in starts {
            let start = start.replace("&amp;", "&");
            let role = if start.contains("rollen=ouder") {
                "ouder"
            } else if start.contains("rollen=leerling") {
                "leerling"
            } else {
                "leraar"
            };
            let (questions, answer) = taps(&start, role);
            // The sentence itself is a tap too.
            println!("{} taps: {answer}: {start}", questions + 1);
            counts.push(questions + 1);
        }
    }
    counts.sort_unstable();
    let at = |share: usize| counts[counts.len() * share / 100];
    println!(
        "{} questions: median {}, 80% within {}, most {}",
        counts.len(),
        at(50),
        at(80),
        counts[counts.len() - 1]
    );
    assert!(at(50) <= 5 && at(80) <= 6, "{counts:?}");
}
