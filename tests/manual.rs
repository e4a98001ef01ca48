//! What the manual shows works: its example protocol, its example scenario, its example question.

#[cfg(test)]
mod tests {
    use norms::{Protocol, Situation};
    use testkit::repo;

    /// The blocks between four backquotes, in order.
    fn blocks(page: &str) -> Vec<String> {
        page.split("\n````text\n")
            .skip(1)
            .filter_map(|rest| rest.split("\n````\n").next())
            .map(str::to_owned)
            .collect()
    }

    fn loaded(source: &str) -> Protocol {
        let loaded = Protocol::load(source.as_bytes());
        let faults: Vec<String> = loaded
            .diagnostics
            .iter()
            .map(|one| one.in_line("voorbeeld.md", source, words::Locale::En))
            .collect();
        loaded
            .protocol
            .unwrap_or_else(|| panic!("{}", faults.join("\n")))
    }

    #[test]
    fn the_example_protocol_and_its_scenario_hold() {
        let pages = ["nl", "en"].map(|language| {
            blocks(&repo::read(&format!(
                "docs/manual/{language}/writing-a-protocol.md"
            )))
        });
        assert_eq!(pages[0], pages[1], "both languages show the same example");
        let [protocol, scenario] = pages[0].as_slice() else {
            panic!("{} blocks", pages[0].len())
        };
        loaded(protocol);
        let whole = protocol.replacen("\n## 2 ", &format!("\n{scenario}\n\n## 2 "), 1);
        let protocol = loaded(&whole);
        let outcomes = protocol.run_scenarios();
        assert_eq!(outcomes.len(), 1);
        for outcome in outcomes {
            assert!(outcome.faults.is_empty(), "{outcome:?}");
        }
    }

    #[test]
    fn the_example_question_is_answered() {
        for language in ["nl", "en"] {
            let page = repo::read(&format!("docs/manual/{language}/command-line.md"));
            let asked = page
                .split("echo '")
                .nth(1)
                .and_then(|rest| rest.split("' \\").next())
                .expect("an example question");
            let flex = norms::shipped::protocol("flex").expect("flex is shipped");
            let situation =
                Situation::from_json_str(asked, flex.vocabulary()).expect("a situation");
            assert!(
                !flex.ask(&situation).possible.is_empty()
                    || !flex.ask(&situation).articles.is_empty()
            );
        }
    }
}
