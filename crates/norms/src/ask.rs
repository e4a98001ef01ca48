//! Asking a protocol.
//!
//! With every fact known the verdict is a walk through the diagrams. With facts unknown it is firm only where every
//! completion agrees (supervaluation, after van Fraassen 1966); otherwise it is doubt, with what remains possible.

use crate::answer::Answer;
use crate::diagram::{Ref, Scratch};
use crate::protocol::{ActionNorms, Compiled, Protocol};
use crate::situation::Situation;
use crate::vocabulary::ActionId;
use crate::{remedy, unknown};
use words::Verdict;

/// Completions that are tried one by one where there are no diagrams.
const MAX_COMPLETIONS: u64 = 4_096;

/// Memory that is used again from one question to the next.
#[derive(Debug, Default)]
pub struct Workspace {
    pub(crate) masks: Vec<u16>,
    pub(crate) values: Vec<u8>,
    pub(crate) scratch: Scratch,
}

/// Which norms apply, as far as is known.
#[derive(Debug, Default)]
pub(crate) struct Applied {
    /// These do, whatever the unknown turns out to be.
    pub(crate) sure: Vec<usize>,
    /// These may.
    pub(crate) maybe: Vec<usize>,
    /// The verdicts that remain.
    pub(crate) possible: Vec<Verdict>,
}

impl Protocol {
    /// What the protocol says of a situation.
    ///
    /// ```
    /// use norms::{Situation, shipped};
    /// let demare = shipped::protocol("demare").unwrap();
    /// let asked = r#"{"actie": "bevrienden", "rollen": ["leraar"], "doelrollen": ["leerling"]}"#;
    /// let situation = Situation::from_json_str(asked, demare.vocabulary()).unwrap();
    /// let answer = demare.ask(&situation);
    /// assert_eq!(answer.verdict, words::Verdict::Prohibited);
    /// assert_eq!(answer.articles, ["7"]);
    /// ```
    pub fn ask(&self, situation: &Situation) -> Answer<'_> {
        self.ask_with(&mut Workspace::default(), situation)
    }

    /// The same with memory from the last time: for many questions in a row.
    pub fn ask_with(&self, work: &mut Workspace, situation: &Situation) -> Answer<'_> {
        let Some(action) = situation.action else {
            return self.ask_any_action(work, situation);
        };
        let applied = match self.applied(work, action, situation) {
            Some(applied) => applied,
            None => self.applied_by_cedar(action, situation),
        };
        let mut answer = self.answer(situation, action, &applied);
        if applied.possible.len() > 1 {
            answer.open = unknown::open_facts(self, work, action, situation);
        }
        if matches!(answer.verdict, Verdict::Prohibited | Verdict::Doubt)
            && !applied.possible.contains(&Verdict::Permitted)
        {
            answer.remedies = remedy::remedies(self, work, action, situation);
        }
        answer
    }

    /// Asks both engines where every fact is known. Should they ever differ, the answer is doubt: no verdict rests on one of
    /// two engines that contradict each other.
    pub fn ask_twice(&self, situation: &Situation) -> Answer<'_> {
        let mut answer = self.ask(situation);
        if let Some(action) = situation.action
            && self.all_known(action, situation)
        {
            let reference = self.by_cedar(action, situation).ok();
            if reference.map(|(verdict, _)| verdict) != Some(answer.verdict) {
                answer.verdict = Verdict::Doubt;
                answer.articles.clear();
                answer.remedies.clear();
            }
        }
        answer
    }

    /// Which norms apply, by the diagrams; `None` if there are none.
    pub(crate) fn applied(
        &self,
        work: &mut Workspace,
        action: ActionId,
        situation: &Situation,
    ) -> Option<Applied> {
        let compiled = self.compiled.as_ref()?;
        let norms = compiled.actions.get(action)?;
        self.vocabulary.masks(situation, &mut work.masks);
        if self.all_known(action, situation) {
            return Some(self.applied_known(compiled, norms, work));
        }
        let verdicts = self.verdicts_of_somebody(compiled, norms, situation, action);
        let mut applied = Applied::default();
        for (verdict, f) in Verdict::ALL.into_iter().zip(verdicts) {
            if compiled.store.possible(f, &work.masks, &mut work.scratch).0 {
                applied.possible.push(verdict);
            }
        }
        for (i, f) in &norms.norms {
            match compiled.store.possible(*f, &work.masks, &mut work.scratch) {
                (true, false) => applied.sure.push(*i),
                (true, true) => applied.maybe.push(*i),
                _ => {}
            }
        }
        Some(applied)
    }

    /// The verdict and the satisfied norms of a wholly known situation by the diagrams alone; `None` if there are none, or
    /// something is not known.
    pub fn by_diagram(
        &self,
        work: &mut Workspace,
        action: ActionId,
        situation: &Situation,
    ) -> Option<(Verdict, Vec<usize>)> {
        let applied = self.applied(work, action, situation)?;
        match applied.possible.as_slice() {
            [verdict] if applied.maybe.is_empty() => Some((*verdict, applied.sure)),
            _ => None,
        }
    }

    fn applied_known(
        &self,
        compiled: &Compiled,
        norms: &ActionNorms,
        work: &mut Workspace,
    ) -> Applied {
        work.values.clear();
        work.values
            .extend(work.masks.iter().map(|mask| only_value(*mask)));
        let holds = |f: &Ref| compiled.store.holds(*f, &work.values);
        let sure: Vec<usize> = norms
            .norms
            .iter()
            .filter(|(_, f)| holds(f))
            .map(|(i, _)| *i)
            .collect();
        Applied {
            possible: vec![crate::reference::verdict(&self.document, &sure)],
            sure,
            maybe: Vec::new(),
        }
    }

    /// True if every fact that this action can have is known.
    pub(crate) fn all_known(&self, action: ActionId, situation: &Situation) -> bool {
        let Some(action) = self.vocabulary.actions.get(action) else {
            return false;
        };
        action
            .facts
            .iter()
            .skip(1)
            .all(|fact| situation.knows(*fact))
    }

    /// The verdict functions, with what is unknown of roles limited to people who have one.
    pub(crate) fn verdicts_of_somebody(
        &self,
        compiled: &Compiled,
        norms: &ActionNorms,
        situation: &Situation,
        action: ActionId,
    ) -> [Ref; 4] {
        let unknown = |key: &str| {
            self.vocabulary.fact_id(key).is_some_and(|id| {
                let action = self.vocabulary.actions.get(action);
                !situation.knows(id) && action.is_some_and(|action| action.facts.contains(&id))
            })
        };
        match (unknown("rollen"), unknown("doelrollen")) {
            (false, false) => norms.verdicts,
            (true, false) => norms.of_somebody[0],
            (false, true) => norms.of_somebody[1],
            (true, true) => norms.of_somebody[2],
        }
        .map(|f| if compiled.store.is_full() { Ref(0) } else { f })
    }

    /// Cedar alone, completion by completion: exact, slow, and only where the diagrams did not fit.
    fn applied_by_cedar(&self, action: ActionId, situation: &Situation) -> Applied {
        let completions = unknown::completions(self, action, situation, MAX_COMPLETIONS);
        let Some(completions) = completions else {
            return Applied {
                possible: Verdict::ALL.to_vec(),
                ..Applied::default()
            };
        };
        let mut applied = Applied::default();
        let mut first = true;
        for completion in completions {
            let found = self
                .reference
                .of_situation(&self.bridge, action, &completion);
            let satisfied = found.unwrap_or_default();
            let verdict = crate::reference::verdict(&self.document, &satisfied);
            if !applied.possible.contains(&verdict) {
                applied.possible.push(verdict);
            }
            if first {
                applied.sure = satisfied;
                first = false;
            } else {
                let before = std::mem::take(&mut applied.sure);
                let (stay, go): (Vec<_>, Vec<_>) =
                    before.into_iter().partition(|i| satisfied.contains(i));
                applied.maybe.extend(go);
                let new = satisfied.into_iter().filter(|i| !stay.contains(i));
                applied.maybe.extend(new);
                applied.sure = stay;
            }
        }
        applied.maybe.sort_unstable();
        applied.maybe.dedup();
        applied.possible.sort_unstable();
        applied
    }

    /// Where the action itself is unknown: firm only if all actions agree.
    fn ask_any_action(&self, work: &mut Workspace, situation: &Situation) -> Answer<'_> {
        let mut all = Applied::default();
        for action in 0..self.vocabulary.actions.len() {
            let applied = self
                .applied(work, action, situation)
                .unwrap_or_else(|| self.applied_by_cedar(action, situation));
            all.possible.extend(applied.possible);
            all.maybe.extend(applied.sure);
            all.maybe.extend(applied.maybe);
        }
        all.possible.sort_unstable();
        all.possible.dedup();
        all.maybe.sort_unstable();
        all.maybe.dedup();
        let mut answer = self.answer(situation, 0, &all);
        if all.possible.len() > 1 {
            answer.open = vec!["actie"];
        }
        answer
    }
}

/// The value that a mask of one value leaves.
fn only_value(mask: u16) -> u8 {
    u8::try_from(mask.trailing_zeros()).unwrap_or(0)
}
