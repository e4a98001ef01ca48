//! What each part of the document is, for a reader who hears it: a tree beside the pages.

use pdf_writer::types::StructRole;

/// One part, and what it holds in reading order.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    pub(crate) role: StructRole,
    pub(crate) parent: Option<usize>,
    pub(crate) kids: Vec<Kid>,
}

/// What a part holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kid {
    /// A smaller part.
    Node(usize),
    /// Marks on a page: its number there.
    Content { page: usize, mark: usize },
}

/// All parts; the first is the document.
#[derive(Debug, Clone)]
pub(crate) struct Tree {
    pub(crate) nodes: Vec<Node>,
}

impl Tree {
    pub(crate) const ROOT: usize = 0;

    pub(crate) fn new() -> Self {
        Self {
            nodes: vec![Node {
                role: StructRole::Document,
                parent: None,
                kids: Vec::new(),
            }],
        }
    }

    /// Adds a part under another.
    pub(crate) fn add(&mut self, parent: usize, role: StructRole) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Node {
            role,
            parent: Some(parent),
            kids: Vec::new(),
        });
        self.hold(parent, Kid::Node(node));
        node
    }

    /// Puts something at the end of a part.
    pub(crate) fn hold(&mut self, node: usize, kid: Kid) {
        if let Some(node) = self.nodes.get_mut(node) {
            node.kids.push(kid);
        }
    }
}
