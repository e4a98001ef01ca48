//! The reference engine: Cedar itself decides.
//!
//! Every woven norm of every layer stands in one set as a `permit`, so that one call of Cedar's authorizer tells all that are
//! satisfied: also permits hidden behind a forbid, duties and doubt.

use crate::bridge::Bridge;
use crate::document::{Document, Layer};
use crate::front::Rest;
use crate::situation::Situation;
use crate::vocabulary::ActionId;
use cedar_policy::{Authorizer, Entities, Policy, PolicyId, PolicySet, Request, pst};
use rustc_hash::FxHashMap;
use words::Verdict;

/// Which norms a situation satisfies: indices in [`Document::norms`], ascending.
pub(crate) type Satisfied = Vec<usize>;

#[derive(Debug, Clone)]
pub(crate) struct Reference {
    probe: PolicySet,
    indices: FxHashMap<PolicyId, usize>,
    authorizer: Authorizer,
}

impl Reference {
    /// Builds the probe set from the woven norms.
    pub(crate) fn new(woven: &[Policy]) -> Result<Self, String> {
        let mut indices = FxHashMap::default();
        let mut probes = Vec::with_capacity(woven.len());
        for (i, policy) in woven.iter().enumerate() {
            let pst = policy.to_pst().map_err(|fault| fault.to_string())?;
            let mut template = pst.body().clone();
            template.effect = pst::Effect::Permit;
            let fixed = template.try_into().map_err(|fault| format!("{fault}"))?;
            let probe =
                Policy::from_pst(pst::Policy::Static(fixed)).map_err(|fault| fault.to_string())?;
            indices.insert(probe.id().clone(), i);
            probes.push(probe);
        }
        Ok(Self {
            probe: PolicySet::from_policies(probes).map_err(|fault| fault.to_string())?,
            indices,
            authorizer: Authorizer::new(),
        })
    }

    /// The probe set, for measuring against bare Cedar.
    pub(crate) fn probe(&self) -> &PolicySet {
        &self.probe
    }

    /// The norms that a request satisfies; `None` if Cedar reported an error, which counts as doubt.
    pub(crate) fn satisfied(&self, request: &Request, entities: &Entities) -> Option<Satisfied> {
        let response = self
            .authorizer
            .is_authorized(request, &self.probe, entities);
        if response.diagnostics().errors().next().is_some() {
            return None;
        }
        let mut found: Satisfied = response
            .diagnostics()
            .reason()
            .filter_map(|id| self.indices.get(id).copied())
            .collect();
        found.sort_unstable();
        Some(found)
    }

    /// The norms that a wholly known situation satisfies.
    pub(crate) fn of_situation(
        &self,
        bridge: &Bridge<'_>,
        action: ActionId,
        situation: &Situation,
    ) -> Option<Satisfied> {
        let (request, entities) = bridge.request(action, situation).ok()?;
        self.satisfied(&request, &entities)
    }
}

/// The verdict that follows from the satisfied norms: reach, forbids, doubt, permits, rest.
pub(crate) fn verdict(document: &Document, satisfied: &[usize]) -> Verdict {
    let mut found = (false, false, false, false);
    for norm in satisfied.iter().filter_map(|i| document.norms.get(*i)) {
        if norm.is_advice() {
            continue;
        }
        match (norm.layer, norm.forbids()) {
            (Layer::Reach, _) => found.0 = true,
            (Layer::Norm, true) => found.1 = true,
            (Layer::Doubt, _) => found.2 = true,
            (Layer::Norm, false) => found.3 = true,
            (Layer::Duty, _) => {}
        }
    }
    match found {
        (false, ..) => Verdict::Outside,
        (_, true, ..) => Verdict::Prohibited,
        (_, _, true, _) => Verdict::Doubt,
        (_, _, _, true) => Verdict::Permitted,
        _ if document.front.rest == Rest::Vrij => Verdict::Permitted,
        _ => Verdict::Doubt,
    }
}
