//! A protocol that is read, checked, woven and compiled: ready to be asked.

use crate::bridge::{Bridge, BridgeError};
use crate::compile::{CompileError, Compiler};
use crate::diagnostic::Diagnostic;
use crate::diagram::{Diagrams, NEVER, Ref};
use crate::document::{Document, Layer, Norm};
use crate::front::Rest;
use crate::reference::{self, Reference, Satisfied};
use crate::scenario::{self, Scenario};
use crate::situation::Situation;
use crate::vocabulary::{ActionId, Vocabulary};
use crate::{check, validate, weave};
use cedar_policy::{Entities, Policy, PolicySet, Request};
use sha2::{Digest, Sha256};
use words::Verdict;

/// Nodes that the diagrams of one protocol may have. The largest of the five needs some ten thousand.
pub const NODE_BUDGET: usize = 400_000;

/// What the norms say for one action, as functions.
#[derive(Debug, Clone)]
pub(crate) struct ActionNorms {
    /// The norms about this action, with the condition under which each applies once its exceptions are taken off.
    pub(crate) norms: Vec<(usize, Ref)>,
    /// The situations of each verdict, in the order of [`Verdict::ALL`]. They never overlap and leave nothing out.
    pub(crate) verdicts: [Ref; 4],
    /// The same among people of whom something is so: the actor has some role; the other person has; both have.
    pub(crate) of_somebody: [[Ref; 4]; 3],
}

/// A protocol, ready to be asked.
#[derive(Debug, Clone)]
pub struct Protocol {
    /// The document.
    pub document: Document,
    /// Hash of the document's bytes, in hexadecimal.
    pub sha256: String,
    pub(crate) vocabulary: &'static Vocabulary,
    pub(crate) bridge: Bridge<'static>,
    pub(crate) woven: Vec<Policy>,
    pub(crate) exceptions: weave::Exceptions,
    pub(crate) reference: Reference,
    pub(crate) scenarios: Vec<Scenario>,
    /// `None` when the norms need more nodes than the budget: then Cedar answers, slower and as exactly.
    pub(crate) compiled: Option<Compiled>,
}

/// The diagrams of a protocol.
#[derive(Debug, Clone)]
pub(crate) struct Compiled {
    pub(crate) store: Diagrams,
    pub(crate) actions: Vec<ActionNorms>,
}

/// What reading a file gave.
#[derive(Debug)]
pub struct Loaded {
    /// The protocol, unless there are errors.
    pub protocol: Option<Protocol>,
    /// Everything found, errors first, then in the order of the document.
    pub diagnostics: Vec<Diagnostic>,
}

impl Protocol {
    /// Reads, checks, weaves and compiles a file against the shipped vocabulary.
    ///
    /// ```
    /// let source = norms::shipped::source("demare").unwrap();
    /// let loaded = norms::Protocol::load(source.as_bytes());
    /// assert_eq!(loaded.protocol.unwrap().document.front.school, "De Mare");
    /// ```
    pub fn load(bytes: &[u8]) -> Loaded {
        Self::load_within(bytes, None, NODE_BUDGET)
    }

    /// The same with a file of further scenarios beside it: fences under headings `## NUMBER` of the document's articles.
    pub fn load_with(bytes: &[u8], beside: Option<&[u8]>) -> Loaded {
        Self::load_within(bytes, beside, NODE_BUDGET)
    }

    /// The same with another budget of nodes.
    pub fn load_within(bytes: &[u8], beside: Option<&[u8]>, budget: usize) -> Loaded {
        let (document, mut diagnostics) = Document::read(bytes);
        let protocol = document.and_then(|document| {
            let vocabulary = Vocabulary::shipped();
            diagnostics.extend(check::check(&document, vocabulary));
            let (exceptions, problems) = weave::exceptions(&document, vocabulary);
            diagnostics.extend(problems);
            let (mut scenarios, problems) = scenario::read(&document, vocabulary);
            diagnostics.extend(problems);
            if let Some(beside) = beside {
                let (more, problems) = scenario::read_beside(&document, beside, vocabulary);
                scenarios.extend(more);
                diagnostics.extend(problems);
            }
            if diagnostics.iter().any(Diagnostic::is_error) {
                return None;
            }
            Self::build(document, bytes, vocabulary, exceptions, scenarios, budget)
                .map_err(|problem| diagnostics.push(problem))
                .ok()
        });
        if let Some(protocol) = &protocol {
            diagnostics.extend(validate::woven(protocol));
        }
        let failed = diagnostics.iter().any(Diagnostic::is_error);
        diagnostics.sort_by_key(|problem| (problem.severity, problem.span.start));
        Loaded {
            protocol: protocol.filter(|_| !failed),
            diagnostics,
        }
    }

    fn build(
        document: Document,
        bytes: &[u8],
        vocabulary: &'static Vocabulary,
        exceptions: weave::Exceptions,
        scenarios: Vec<Scenario>,
        budget: usize,
    ) -> Result<Self, Diagnostic> {
        let whole = |text: String| {
            Diagnostic::error(
                "engine",
                0..0,
                format!("dit protocol kan niet worden verwerkt: {text}"),
                format!("this protocol cannot be processed: {text}"),
            )
        };
        let woven = weave::weave(&document, &exceptions).map_err(whole)?;
        let closure = check::role_closure(&document, vocabulary);
        let bridge = Bridge::new(vocabulary, closure).map_err(|fault| whole(fault.to_string()))?;
        let reference = Reference::new(&woven).map_err(whole)?;
        let mut read = Self {
            document,
            sha256: hexadecimal(&Sha256::digest(bytes)),
            vocabulary,
            bridge,
            woven,
            exceptions,
            reference,
            scenarios,
            compiled: None,
        };
        read.compiled = read.compile(budget)?;
        Ok(read)
    }

    /// Compiles the norms of every action into one store.
    fn compile(&self, budget: usize) -> Result<Option<Compiled>, Diagnostic> {
        let domains = self.vocabulary.vars.iter().map(|var| var.values).collect();
        let mut store = Diagrams::new(domains, budget);
        let mut compiler = Compiler::new(self.vocabulary, &self.bridge);
        let mut actions = Vec::new();
        for action in 0..self.vocabulary.actions.len() {
            actions.push(self.compile_action(&mut compiler, &mut store, action)?);
            if store.is_full() {
                return Ok(None);
            }
        }
        store.shrink();
        Ok(Some(Compiled { store, actions }))
    }

    fn compile_action(
        &self,
        compiler: &mut Compiler<'_, 'static>,
        store: &mut Diagrams,
        action: ActionId,
    ) -> Result<ActionNorms, Diagnostic> {
        let count = self.document.norms.len();
        let mut own = vec![NEVER; count];
        for (i, norm) in self.document.norms.iter().enumerate() {
            if let Some(cell) = own.get_mut(i) {
                *cell = own_condition(compiler, store, norm, action)?;
            }
        }
        Ok(self.assemble(store, &own, &self.exceptions))
    }

    /// The norms of an action from their own conditions: exceptions taken off, verdicts drawn.
    pub(crate) fn assemble(
        &self,
        store: &mut Diagrams,
        own: &[Ref],
        exceptions: &weave::Exceptions,
    ) -> ActionNorms {
        let mut effective: Vec<Option<Ref>> = vec![None; own.len()];
        for i in 0..own.len() {
            without_exceptions(i, store, own, exceptions, &mut effective);
        }
        let norms: Vec<(usize, Ref)> = effective
            .into_iter()
            .enumerate()
            .filter_map(|(i, f)| f.filter(|f| *f != NEVER).map(|f| (i, f)))
            .collect();
        let verdicts = self.verdict_functions(store, &norms);
        let mut some = |key: &str| {
            let vars = self.vocabulary.fact(key).map_or(0..0, |f| f.vars.clone());
            vars.fold(NEVER, |any, var| {
                let has = store.one_of(var, 0b10);
                store.or(any, has)
            })
        };
        let (actor, other) = (some("rollen"), some("doelrollen"));
        let both = store.and(actor, other);
        ActionNorms {
            norms,
            verdicts,
            of_somebody: [actor, other, both].map(|who| verdicts.map(|f| store.and(f, who))),
        }
    }

    /// The situations of each verdict from those of each norm.
    pub(crate) fn verdict_functions(
        &self,
        store: &mut Diagrams,
        norms: &[(usize, Ref)],
    ) -> [Ref; 4] {
        let mut any = |layer: Layer, forbids: bool| {
            norms
                .iter()
                .filter(|(i, _)| {
                    self.document.norms.get(*i).is_some_and(|norm| {
                        norm.layer == layer && norm.forbids() == forbids && !norm.is_advice()
                    })
                })
                .fold(NEVER, |all, (_, f)| store.or(all, *f))
        };
        let reach = any(Layer::Reach, false);
        let forbid = any(Layer::Norm, true);
        let doubt = any(Layer::Doubt, false);
        let permit = any(Layer::Norm, false);
        let outside = store.not(reach);
        let prohibited = store.and(reach, forbid);
        let allowed = store.minus(reach, forbid);
        let clear = store.minus(allowed, doubt);
        let permitted = match self.document.front.rest {
            Rest::Twijfel => store.and(clear, permit),
            Rest::Vrij => clear,
        };
        let doubtful = store.minus(allowed, permitted);
        [outside, prohibited, doubtful, permitted]
    }

    /// The vocabulary that the protocol is written in.
    pub fn vocabulary(&self) -> &'static Vocabulary {
        self.vocabulary
    }

    /// Every norm as plain Cedar, with its exceptions woven in. Strictly valid.
    pub fn woven(&self) -> &[Policy] {
        &self.woven
    }

    /// Nodes of all diagrams; 0 when they do not fit in the budget.
    pub fn diagram_size(&self) -> usize {
        self.compiled.as_ref().map_or(0, |c| c.store.len())
    }

    /// The norms that a norm steps aside for.
    pub fn exceptions_of(&self, norm: usize) -> impl Iterator<Item = &Norm> {
        let list = self.exceptions.get(norm).into_iter().flatten();
        list.filter_map(|i| self.document.norms.get(*i))
    }

    /// The verdict and the satisfied norms by Cedar alone. Facts that are not known count as no, nobody, or the first value.
    ///
    /// # Errors
    /// When Cedar refuses the request or a norm: a fault of the program.
    pub fn by_cedar(
        &self,
        action: ActionId,
        situation: &Situation,
    ) -> Result<(Verdict, Satisfied), BridgeError> {
        let (request, entities) = self.bridge.request(action, situation)?;
        Ok(self
            .by_cedar_request(&request, &entities)
            .unwrap_or((Verdict::Doubt, Vec::new())))
    }

    /// The same for a request that is already built; `None` if a norm could not be evaluated.
    pub fn by_cedar_request(
        &self,
        request: &Request,
        entities: &Entities,
    ) -> Option<(Verdict, Satisfied)> {
        let satisfied = self.reference.satisfied(request, entities)?;
        Some((reference::verdict(&self.document, &satisfied), satisfied))
    }

    /// The Cedar request of a situation, and the set of policies that the reference engine asks.
    ///
    /// # Errors
    /// When Cedar refuses the request: a fault of the program.
    pub fn cedar_request(
        &self,
        action: ActionId,
        situation: &Situation,
    ) -> Result<(Request, Entities, &PolicySet), BridgeError> {
        let (request, entities) = self.bridge.request(action, situation)?;
        Ok((request, entities, self.reference.probe()))
    }
}

/// The condition of a norm as written, its exceptions not taken off.
fn own_condition(
    compiler: &mut Compiler<'_, 'static>,
    store: &mut Diagrams,
    norm: &Norm,
    action: ActionId,
) -> Result<Ref, Diagnostic> {
    let template = weave::body(&norm.policy).map_err(|fault| {
        Diagnostic::error(
            "engine",
            norm.span.clone(),
            fault.to_string(),
            fault.to_string(),
        )
    })?;
    compiler
        .compile(store, &weave::condition(&template), action)
        .map_err(|fault| compile_problem(norm, &fault))
}

/// What remains of a norm's condition where its exceptions do not hold.
fn without_exceptions(
    i: usize,
    store: &mut Diagrams,
    own: &[Ref],
    exceptions: &weave::Exceptions,
    effective: &mut Vec<Option<Ref>>,
) -> Ref {
    if let Some(Some(known)) = effective.get(i) {
        return *known;
    }
    let mut f = own.get(i).copied().unwrap_or(NEVER);
    for exception in exceptions.get(i).into_iter().flatten() {
        let inner = without_exceptions(*exception, store, own, exceptions, effective);
        f = store.minus(f, inner);
    }
    if let Some(cell) = effective.get_mut(i) {
        *cell = Some(f);
    }
    f
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digits = b"0123456789abcdef";
    let digit = |half: u8| {
        digits
            .get(usize::from(half))
            .map_or('0', |digit| char::from(*digit))
    };
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

fn compile_problem(norm: &Norm, fault: &CompileError) -> Diagnostic {
    let span = norm.span.clone();
    match fault {
        CompileError::Persons(text) => Diagnostic::error(
            "norm-persons",
            span,
            format!("norm `{}` vraagt met `{text}` iets over personen dat niet te overzien is", norm.id),
            format!("norm `{}` asks with `{text}` something of persons that cannot be analysed", norm.id),
        )
        .with_help(
            "vergelijk met containsAll(resource.herkenbaar), herkenbaar.isEmpty() of herkenbaar.contains(principal)",
            "compare by containsAll(resource.herkenbaar), herkenbaar.isEmpty() or herkenbaar.contains(principal)",
        ),
        CompileError::Unsupported(text) | CompileError::Evaluation(text, _) => Diagnostic::error(
            "norm-unsupported",
            span,
            format!("norm `{}` gebruikt `{text}`, dat hier niet kan", norm.id),
            format!("norm `{}` uses `{text}`, which is not possible here ({fault})", norm.id),
        ),
    }
}
