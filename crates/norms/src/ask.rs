//! Asking a protocol.
//!
//! With every fact known the verdict is a walk through the diagrams. With facts unknown it is firm only where every
//! completion agrees (supervaluation, after van Fraassen 1966); otherwise it is doubt, with what remains possible.

use crate::answer::{Answer, Ask, Duty, ENGINE, Facts, Receipt};
use crate::diagram::{Ref, Scratch};
use crate::document::{Layer, Norm};
use crate::front::Rest;
use crate::protocol::{ActionNorms, Compiled, Protocol};
use crate::situation::{Situation, Value};
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

    fn applied_known(
        &self,
        compiled: &Compiled,
        norms: &ActionNorms,
        work: &mut Workspace,
    ) -> Applied {
        work.values.clear();
        work.values
            .extend(work.masks.iter().map(|mask| mask.trailing_zeros() as u8));
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
        action.facts.iter().skip(1).all(|fact| situation.knows(*fact))
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
            let found = self.reference.of_situation(&self.bridge, action, &completion);
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

    /// The answer that follows from the norms that apply.
    pub(crate) fn answer(
        &self,
        situation: &Situation,
        action: ActionId,
        applied: &Applied,
    ) -> Answer<'_> {
        let verdict = match applied.possible.as_slice() {
            [one] => *one,
            _ => Verdict::Doubt,
        };
        let firm = applied.possible.len() == 1;
        let deciding = if firm { self.deciding(verdict, applied) } else { Vec::new() };
        let roles = self.roles_of(situation);
        let mut articles = self.articles(&deciding);
        if articles.is_empty() && firm {
            articles = self.silent_articles(verdict, action);
        }
        let duties = if applied.possible == [Verdict::Outside] {
            Vec::new()
        } else {
            self.pick(&applied.sure, Layer::Duty, false)
        };
        Answer {
            verdict,
            also_permitted_by: if verdict == Verdict::Prohibited {
                self.articles(&self.pick(&applied.sure, Layer::Norm, false))
            } else {
                Vec::new()
            },
            duties: self.articles(&duties),
            measures: if verdict == Verdict::Prohibited {
                self.measures(roles, &deciding)
            } else {
                Vec::new()
            },
            ask: self.advisor(roles),
            possible: if firm { Vec::new() } else { applied.possible.clone() },
            open: Vec::new(),
            in_play: if firm {
                Vec::new()
            } else {
                self.in_play(applied)
            },
            remedies: Vec::new(),
            duty_texts: self.duty_texts(&duties),
            norms: deciding.iter().map(|norm| norm.id.as_str()).collect(),
            articles,
            receipt: self.receipt(situation),
        }
    }

    /// By what a situation is judged.
    pub fn receipt(&self, situation: &Situation) -> Receipt<'_> {
        Receipt {
            protocol: self.document.front.protocol.as_ref(),
            version: &self.document.front.versie,
            sha256: &self.sha256,
            vocabulary: self.vocabulary.version,
            engine: ENGINE,
            facts: Facts {
                situation: situation.clone(),
                vocabulary: self.vocabulary,
            },
        }
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

    fn pick(&self, indices: &[usize], layer: Layer, forbids: bool) -> Vec<&Norm> {
        let norms = indices.iter().filter_map(|i| self.document.norms.get(*i));
        norms
            .filter(|norm| {
                norm.layer == layer
                    && norm.forbids() == forbids
                    && (layer == Layer::Duty || !norm.is_advice())
            })
            .collect()
    }

    /// The norms that decide a verdict: those that surely apply, or, where several could, those that may.
    fn deciding(&self, verdict: Verdict, applied: &Applied) -> Vec<&Norm> {
        let (layer, forbids) = match verdict {
            Verdict::Prohibited => (Layer::Norm, true),
            Verdict::Permitted => (Layer::Norm, false),
            Verdict::Doubt => (Layer::Doubt, false),
            Verdict::Outside => return Vec::new(),
        };
        let sure = self.pick(&applied.sure, layer, forbids);
        if sure.is_empty() && verdict != Verdict::Doubt {
            self.pick(&applied.maybe, layer, forbids)
        } else {
            sure
        }
    }

    /// The articles of norms, each once, in the order of the document.
    fn articles(&self, norms: &[&Norm]) -> Vec<&str> {
        let mut found: Vec<&str> = Vec::with_capacity(norms.len());
        for norm in norms {
            let article = self.document.article_of(norm);
            if !found.contains(&article) {
                found.push(article);
            }
        }
        found
    }

    /// The articles behind a verdict that no norm decides: where the reach is drawn, or where the text speaks of doubt.
    fn silent_articles(&self, verdict: Verdict, action: ActionId) -> Vec<&str> {
        if verdict == Verdict::Outside {
            let reach = |any: bool| {
                let norms = self.document.norms.iter().enumerate();
                let reach: Vec<&Norm> = norms
                    .filter(|(i, norm)| {
                        norm.layer == Layer::Reach && (any || self.is_about(*i, action))
                    })
                    .map(|(_, norm)| norm)
                    .collect();
                self.articles(&reach)
            };
            let own = reach(false);
            return if own.is_empty() { reach(true) } else { own };
        }
        let rest = self.document.front.rest_artikel.iter();
        rest.map(|article| article.as_ref().as_str()).collect()
    }

    fn is_about(&self, norm: usize, action: ActionId) -> bool {
        self.compiled
            .as_ref()
            .and_then(|compiled| compiled.actions.get(action))
            .is_some_and(|norms| norms.norms.iter().any(|(i, _)| *i == norm))
    }

    fn in_play(&self, applied: &Applied) -> Vec<&str> {
        let mut indices: Vec<usize> = applied.sure.iter().chain(&applied.maybe).copied().collect();
        indices.sort_unstable();
        let norms: Vec<&Norm> = indices
            .iter()
            .filter_map(|i| self.document.norms.get(*i))
            .filter(|norm| matches!(norm.layer, Layer::Norm | Layer::Doubt) && !norm.is_advice())
            .collect();
        self.articles(&norms)
    }

    /// The asker's roles with all that they imply; `None` if unknown.
    pub(crate) fn roles_of(&self, situation: &Situation) -> Option<u32> {
        let id = self.vocabulary.fact_id("rollen")?;
        match situation.get(id) {
            Value::Roles(bits) => Some(self.bridge.close(*bits)),
            _ => None,
        }
    }

    /// Whom somebody with these roles asks in doubt.
    pub(crate) fn advisor(&self, roles: Option<u32>) -> Option<Ask<'_>> {
        let roles = roles?;
        let row = self.document.front.twijfel.iter().find(|row| {
            row.voor.iter().any(|role| {
                let bit = self.vocabulary.role_id(role.as_ref());
                bit.is_some_and(|bit| roles >> bit & 1 == 1)
            })
        })?;
        let mut functions = row.vraag.iter().map(|function| function.as_ref().as_str());
        Some(Ask {
            role: functions.next()?,
            or: functions.collect(),
            article: row.artikel.as_ref(),
        })
    }

    /// The articles of the measures that may follow for this asker: those that the deciding norms name, else every ladder.
    fn measures(&self, roles: Option<u32>, deciding: &[&Norm]) -> Vec<&str> {
        let fits = |voor: &[toml::Spanned<String>]| {
            let Some(roles) = roles else { return true };
            voor.is_empty()
                || voor.iter().any(|role| {
                    let bit = self.vocabulary.role_id(role.as_ref());
                    bit.is_some_and(|bit| roles >> bit & 1 == 1)
                })
        };
        let rows = || self.document.front.maatregel.iter().filter(|row| fits(&row.voor));
        let named = |article: &str| {
            deciding
                .iter()
                .any(|norm| norm.annotation("maatregel") == Some(article))
        };
        let mut found: Vec<&str> = Vec::new();
        let mut add = |only_named: bool| {
            for row in rows() {
                let article: &str = row.artikel.as_ref();
                if (!only_named || named(article)) && !found.contains(&article) {
                    found.push(article);
                }
            }
        };
        add(true);
        if found.is_empty() {
            let mut every: Vec<&str> = Vec::new();
            for row in rows() {
                let article: &str = row.artikel.as_ref();
                if !every.contains(&article) {
                    every.push(article);
                }
            }
            return every;
        }
        found
    }

    fn duty_texts(&self, duties: &[&Norm]) -> Vec<Duty<'_>> {
        let mut found: Vec<Duty<'_>> = Vec::with_capacity(duties.len());
        for norm in duties {
            let Some(key) = norm.annotation("plicht") else {
                continue;
            };
            let Some((key, row)) = self.document.front.procedures.get_key_value(key) else {
                continue;
            };
            if found.iter().all(|duty| duty.procedure != key) {
                let norm = self.document.norms.iter().find(|known| known.id == norm.id);
                found.push(Duty {
                    procedure: key,
                    article: norm.map_or("", |norm| self.document.article_of(norm)),
                    text: &row.wat,
                    advice: norm.is_some_and(Norm::is_advice),
                });
            }
        }
        found
    }

    /// True if silence permits.
    pub fn silence_permits(&self) -> bool {
        self.document.front.rest == Rest::Vrij
    }
}
