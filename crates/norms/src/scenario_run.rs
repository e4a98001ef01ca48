//! Running scenarios: what should have been otherwise.

use crate::ask::Workspace;
use crate::protocol::Protocol;
use crate::scenario::{Expectation, Outcome, Scenario, name};
use words::{Text, Verdict};

impl Protocol {
    /// The scenarios of the document. All of them read: faults were reported when the protocol was loaded.
    pub fn scenarios(&self) -> &[Scenario] {
        &self.scenarios
    }

    /// Runs every scenario.
    pub fn run_scenarios(&self) -> Vec<Outcome<'_>> {
        let mut work = Workspace::default();
        self.scenarios
            .iter()
            .map(|scenario| self.run(&mut work, scenario))
            .collect()
    }

    pub(crate) fn run(&self, work: &mut Workspace, scenario: &Scenario) -> Outcome<'_> {
        let answer = self.ask_with(work, &scenario.situation);
        let mut faults = Vec::new();
        let mut fault = |nl: String, en: String| faults.push(Text::new(nl, en));
        if answer.verdict != scenario.verdict {
            fault(
                format!(
                    "het oordeel is {}, niet {}",
                    name(answer.verdict),
                    name(scenario.verdict)
                ),
                format!(
                    "the verdict is {}, not {}",
                    answer.verdict.key(),
                    scenario.verdict.key()
                ),
            );
        }
        for article in &scenario.articles {
            if !answer.articles.contains(&article.as_str()) {
                fault(
                    format!(
                        "artikel {article} beslist niet mee; dat doen {:?}",
                        answer.articles
                    ),
                    format!(
                        "article {article} does not decide; {:?} do",
                        answer.articles
                    ),
                );
            }
        }
        for expected in &scenario.expectations {
            let (met, nl, en) = match expected {
                Expectation::Duty(article) => (
                    answer.has_duty(article),
                    format!("er hoort geen plicht van artikel {article} bij"),
                    format!("no duty of article {article} comes along"),
                ),
                Expectation::NoDuty(article) => (
                    !answer.has_duty(article),
                    format!("er hoort toch een plicht van artikel {article} bij"),
                    format!("a duty of article {article} does come along"),
                ),
                Expectation::Measure(article) => (
                    answer.measures.contains(&article.as_str()),
                    format!("er kan geen maatregel van artikel {article} volgen"),
                    format!("no measure of article {article} may follow"),
                ),
                Expectation::Ask(function) => (
                    answer.ask.as_ref().is_some_and(|ask| {
                        ask.role == function || ask.or.contains(&function.as_str())
                    }),
                    format!("de vraag gaat niet naar {function}"),
                    format!("the question does not go to {function}"),
                ),
                Expectation::Open(fact) => (
                    answer.open.contains(&fact.as_str()),
                    format!("`{fact}` kan het oordeel niet meer veranderen"),
                    format!("`{fact}` cannot change the verdict"),
                ),
                Expectation::Remedy(changed) => {
                    let then = self.ask_with(work, changed).verdict;
                    (
                        then == Verdict::Permitted,
                        format!("met die verandering is het oordeel {}", name(then)),
                        format!("with this change the verdict is {}", then.key()),
                    )
                }
            };
            if !met {
                fault(nl, en);
            }
        }
        Outcome {
            scenario: scenario.clone(),
            answer,
            faults,
        }
    }
}
