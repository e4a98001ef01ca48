//! Every way of writing a name, for everybody of a list, in many contexts: classes of writing, not posts.
//! `SCAN_ERRORS=1 cargo test -p personal-data --test forms -- --nocapture` shows what is missed, per form and per context.

#[cfg(test)]
#[path = "common/posts.rs"]
#[expect(dead_code, reason = "shared with tests that read labelled posts")]
mod posts;

#[cfg(test)]
#[path = "common/ways.rs"]
mod ways;

#[cfg(test)]
mod tests {
    use super::posts::{data, scanner};
    use personal_data::{Category, Person, Purpose, Roster, Scanner};
    use std::collections::BTreeMap;

    use super::ways::forms;

    const CONTEXTS: [&str; 26] = [
        "Knap gedaan, {}!",
        "{} heeft de voorleeswedstrijd gewonnen.",
        "Vandaag nam {} een taart mee naar school.",
        "wie heeft de jas van {} gezien",
        "kan {} morgen bij jullie spelen?",
        "Op de foto: {}",
        "Great job {} at the science fair!",
        "We are so proud of {} today.",
        "yo {} kom ff online",
        "Oons {} hef de jasse verleurn",
        "Us {} hat wûn mei de fyts",
        "Winnaars:\n- {}\n- de rest",
        "haha {} je bent echt een held",
        "Gefeliciteerd {}",
        "Beterschap {}!",
        "de moeder van {} belde net",
        "Ik heb {} gisteren nog gezien in de stad.",
        "Met {} gaat het goed.",
        "{} was er ook bij",
        "Wat een prachtig verhaal schreef {} over de zee.",
        "Thanks to {} we finished on time.",
        "Heeft iemand het nummer van {}?",
        "Hoi {}, je broodtrommel staat nog op school.",
        "Morgen presenteert {} het werkstuk.",
        "1. {}",
        "Ik zat naast {} in de bus",
    ];

    /// Names that are also words, months or places.
    fn is_word(one: &Person) -> bool {
        let number: u32 = one.id.trim_start_matches('F').parse().unwrap_or(0);
        number <= 24
            || number >= 63
            || matches!(
                one.call_name.as_str(),
                "Saar" | "Jip" | "Milan" | "Anne-Fleur"
            )
    }

    fn finds(scan: &Scanner, text: &str, from: usize, to: usize, id: &str) -> bool {
        let report = scan.scan(text, Purpose::default()).expect("short");
        report.findings.iter().any(|one| {
            one.category == Category::PersonRoster
                && one.confidence >= 0.5
                && one.span.bytes.0 < to
                && one.span.bytes.1 > from
                && one.candidates.iter().any(|who| who.person_id == id)
        })
    }

    #[test]
    fn every_form_of_every_name_is_found() {
        let scan = scanner("forms");
        let roster = Roster::from_csv(&data("forms/roster.csv")).expect("a roster");
        let show = std::env::var_os("SCAN_ERRORS").is_some();
        let mut per_context: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
        let mut fallen = Vec::new();
        for (name, make, floor, floor_word) in forms() {
            let mut counts = [(0_u32, 0_u32); 2];
            let mut missed = Vec::new();
            for (at, one) in roster.people.iter().enumerate() {
                let Some(written) = make(one) else { continue };
                for (number, context) in CONTEXTS.iter().enumerate() {
                    // All of them when somebody looks; else a fifth, each time others.
                    if !show && (at + number) % 5 != 0 {
                        continue;
                    }
                    let from = context.find("{}").unwrap_or(0);
                    let text = context.replace("{}", &written);
                    let found = finds(&scan, &text, from, from + written.len(), &one.id);
                    let word = usize::from(is_word(one));
                    counts[word].0 += u32::from(found);
                    counts[word].1 += 1;
                    let sum = per_context.entry(context).or_default();
                    sum.0 += u32::from(found);
                    sum.1 += 1;
                    if !found {
                        missed.push(text.replace('\n', "⏎"));
                    }
                }
            }
            let part = |(right, all): (u32, u32)| (right * 100).checked_div(all).unwrap_or(100);
            println!(
                "{name:24} names {:3}%  words {:3}%",
                part(counts[0]),
                part(counts[1])
            );
            if show {
                let step = (missed.len() / 14).max(1);
                missed
                    .iter()
                    .step_by(step)
                    .for_each(|text| println!("      {text}"));
            }
            if part(counts[0]) < floor || part(counts[1]) < floor_word {
                fallen.push(name);
            }
        }
        for (context, (right, all)) in per_context {
            println!("{:3}% {}", right * 100 / all, context.replace('\n', "⏎"));
        }
        assert!(fallen.is_empty(), "{fallen:?}");
    }
}
