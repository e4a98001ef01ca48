//! Multi-valued decision diagrams: a yes-or-no function of the variables as a shared graph.
//!
//! Equal functions are the same node, so "nothing changed" is a comparison of two numbers, and counting, proving and
//! finding the plainest example are walks. After Bryant (1986) and Srinivasan et al. (1990).

use rustc_hash::FxHashMap;

/// A function: a node of its [`Diagrams`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ref(pub(crate) u32);

/// Never.
pub const NEVER: Ref = Ref(0);
/// Always.
pub const ALWAYS: Ref = Ref(1);

/// What is known of every variable: one bit for each value that it may have.
pub type Masks = [u16];

#[derive(Debug, Clone, Copy)]
struct Node {
    var: u16,
    first: u32,
}

/// A store of functions over one list of variables.
#[derive(Debug, Clone)]
pub struct Diagrams {
    domains: Vec<usize>,
    nodes: Vec<Node>,
    kids: Vec<u32>,
    unique: FxHashMap<(u16, Box<[u32]>), u32>,
    and_memo: FxHashMap<(u32, u32), u32>,
    not_memo: FxHashMap<u32, u32>,
    budget: usize,
    full: bool,
}

impl Diagrams {
    /// An empty store for variables with these numbers of values, of at most `budget` nodes.
    pub fn new(domains: Vec<usize>, budget: usize) -> Self {
        let end = u16::try_from(domains.len()).unwrap_or(u16::MAX);
        Self {
            domains,
            nodes: vec![Node { var: end, first: 0 }; 2],
            kids: Vec::new(),
            unique: FxHashMap::default(),
            and_memo: FxHashMap::default(),
            not_memo: FxHashMap::default(),
            budget,
            full: false,
        }
    }

    /// True if the budget was too small; then no function of this store means anything.
    pub fn is_full(&self) -> bool {
        self.full
    }

    /// Number of nodes.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// True if there are only the constants.
    pub fn is_empty(&self) -> bool {
        self.nodes.len() <= 2
    }

    /// Number of values of each variable.
    pub fn domains(&self) -> &[usize] {
        &self.domains
    }

    /// Forgets what was only kept to build faster.
    pub fn shrink(&mut self) {
        self.and_memo = FxHashMap::default();
        self.not_memo = FxHashMap::default();
    }

    /// The variable that a function looks at first; the number of variables for a constant.
    #[inline]
    pub fn var(&self, f: Ref) -> usize {
        self.nodes
            .get(f.0 as usize)
            .map_or(self.domains.len(), |node| usize::from(node.var))
    }

    /// What remains of a function for each value of its first variable.
    #[inline]
    pub fn kids(&self, f: Ref) -> &[u32] {
        let Some(node) = self.nodes.get(f.0 as usize) else {
            return &[];
        };
        let first = node.first as usize;
        let count = self
            .domains
            .get(usize::from(node.var))
            .copied()
            .unwrap_or(0);
        self.kids.get(first..first + count).unwrap_or_default()
    }

    /// The function that is `kids[i]` where `var` has value `i`.
    pub fn node(&mut self, var: usize, kids: &[u32]) -> Ref {
        if let Some(first) = kids.first()
            && kids.iter().all(|kid| kid == first)
        {
            return Ref(*first);
        }
        let var = u16::try_from(var).unwrap_or(u16::MAX);
        if let Some(known) = self.unique.get(&(var, Box::from(kids))) {
            return Ref(*known);
        }
        if self.nodes.len() >= self.budget {
            self.full = true;
            return NEVER;
        }
        let index = u32::try_from(self.nodes.len()).unwrap_or(0);
        self.nodes.push(Node {
            var,
            first: u32::try_from(self.kids.len()).unwrap_or(0),
        });
        self.kids.extend_from_slice(kids);
        self.unique.insert((var, Box::from(kids)), index);
        Ref(index)
    }

    /// The function "`var` has one of the values in `mask`".
    pub fn one_of(&mut self, var: usize, mask: u16) -> Ref {
        let count = self.domains.get(var).copied().unwrap_or(0);
        let kids: Vec<u32> = (0..count).map(|i| u32::from(mask >> i & 1)).collect();
        self.node(var, &kids)
    }

    /// Both.
    pub fn and(&mut self, a: Ref, b: Ref) -> Ref {
        if a == NEVER || b == NEVER {
            return NEVER;
        }
        if a == ALWAYS || a == b {
            return b;
        }
        if b == ALWAYS {
            return a;
        }
        let key = (a.0.min(b.0), a.0.max(b.0));
        if let Some(known) = self.and_memo.get(&key) {
            return Ref(*known);
        }
        if self.full {
            return NEVER;
        }
        let var = self.var(a).min(self.var(b));
        let count = self.domains.get(var).copied().unwrap_or(0);
        let kids: Vec<u32> = (0..count)
            .map(|i| {
                let (x, y) = (self.kid_at(a, var, i), self.kid_at(b, var, i));
                self.and(x, y).0
            })
            .collect();
        let result = self.node(var, &kids);
        self.and_memo.insert(key, result.0);
        result
    }

    /// Not.
    pub fn not(&mut self, a: Ref) -> Ref {
        if a.0 <= 1 {
            return Ref(1 - a.0);
        }
        if let Some(known) = self.not_memo.get(&a.0) {
            return Ref(*known);
        }
        let var = self.var(a);
        let kids: Vec<u32> = self.kids(a).to_vec();
        let kids: Vec<u32> = kids.into_iter().map(|kid| self.not(Ref(kid)).0).collect();
        let result = self.node(var, &kids);
        self.not_memo.insert(a.0, result.0);
        self.not_memo.insert(result.0, a.0);
        result
    }

    /// Either, or both.
    pub fn or(&mut self, a: Ref, b: Ref) -> Ref {
        let (a, b) = (self.not(a), self.not(b));
        let neither = self.and(a, b);
        self.not(neither)
    }

    /// The first without the second.
    pub fn minus(&mut self, a: Ref, b: Ref) -> Ref {
        let b = self.not(b);
        self.and(a, b)
    }

    #[inline]
    fn kid_at(&self, f: Ref, var: usize, value: usize) -> Ref {
        if self.var(f) == var {
            self.kids(f).get(value).map_or(NEVER, |kid| Ref(*kid))
        } else {
            f
        }
    }

    /// The value of a function for one value of each variable.
    #[inline]
    pub fn holds(&self, mut f: Ref, values: &[u8]) -> bool {
        while f.0 > 1 {
            let value = values.get(self.var(f)).copied().unwrap_or(0);
            f = self
                .kids(f)
                .get(usize::from(value))
                .map_or(NEVER, |kid| Ref(*kid));
        }
        f == ALWAYS
    }

    /// Copies a function from another store over the same variables.
    pub fn import(&mut self, from: &Self, f: Ref, memo: &mut FxHashMap<u32, u32>) -> Ref {
        if f.0 <= 1 {
            return f;
        }
        if let Some(known) = memo.get(&f.0) {
            return Ref(*known);
        }
        let kids: Vec<u32> = from
            .kids(f)
            .iter()
            .map(|kid| self.import(from, Ref(*kid), memo).0)
            .collect();
        let result = self.node(from.var(f), &kids);
        memo.insert(f.0, result.0);
        result
    }

    /// Whether the function can be true, and whether it can be false, under the masks.
    pub fn possible(&self, f: Ref, masks: &Masks, scratch: &mut Scratch) -> (bool, bool) {
        scratch.start(self.nodes.len());
        self.possible_from(f, masks, scratch)
    }

    fn possible_from(&self, f: Ref, masks: &Masks, scratch: &mut Scratch) -> (bool, bool) {
        if f.0 <= 1 {
            return (f == ALWAYS, f == NEVER);
        }
        if let Some(bits) = scratch.get(f.0) {
            return (bits & 1 == 1, bits & 2 == 2);
        }
        let mask = masks.get(self.var(f)).copied().unwrap_or(u16::MAX);
        let mut result = (false, false);
        for (i, kid) in self.kids(f).iter().enumerate() {
            if mask >> i & 1 == 1 {
                let (yes, no) = self.possible_from(Ref(*kid), masks, scratch);
                result = (result.0 | yes, result.1 | no);
                if result == (true, true) {
                    break;
                }
            }
        }
        scratch.put(f.0, u32::from(result.0) | u32::from(result.1) << 1);
        result
    }

    /// Calls `visit` for every node of a function, once.
    pub fn walk(&self, f: Ref, mut visit: impl FnMut(Ref)) {
        let mut seen = rustc_hash::FxHashSet::default();
        let mut stack = vec![f];
        while let Some(f) = stack.pop() {
            if f.0 > 1 && seen.insert(f) {
                visit(f);
                stack.extend(self.kids(f).iter().map(|kid| Ref(*kid)));
            }
        }
    }

    /// The variables that a function depends on, as a list in order.
    pub fn support(&self, f: Ref) -> Vec<usize> {
        let mut found = vec![false; self.domains.len()];
        self.walk(f, |node| {
            if let Some(place) = found.get_mut(self.var(node)) {
                *place = true;
            }
        });
        let found = found.into_iter().enumerate();
        found.filter(|(_, is)| *is).map(|(var, _)| var).collect()
    }
}

/// Memory for walks that is used again, so that a walk costs no allocation.
#[derive(Debug, Default)]
pub struct Scratch {
    round: u32,
    cells: Vec<(u32, u32)>,
}

impl Scratch {
    /// Forgets everything, in no time.
    pub(crate) fn start(&mut self, nodes: usize) {
        if self.cells.len() < nodes {
            self.cells.resize(nodes, (0, 0));
        }
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            self.cells.fill((0, 0));
            self.round = 1;
        }
    }

    pub(crate) fn get(&self, at: u32) -> Option<u32> {
        let (round, value) = self.cells.get(at as usize)?;
        (*round == self.round).then_some(*value)
    }

    pub(crate) fn put(&mut self, at: u32, value: u32) {
        if let Some(cell) = self.cells.get_mut(at as usize) {
            *cell = (self.round, value);
        }
    }
}
