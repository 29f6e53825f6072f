//! Decision diagrams over facts with several values: one diagram for one meaning, so that *the same* is *the same number*.

use std::collections::HashMap;

/// A condition as a diagram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Node(u32);

/// It never holds.
pub(crate) const NEVER: Node = Node(0);
/// It always holds.
pub(crate) const ALWAYS: Node = Node(1);

/// Values of some variables; a variable that is not here may have any.
pub(crate) type Cube = Vec<(u32, u64)>;

/// Every diagram that was made, each once.
pub(crate) struct Diagrams {
    nodes: Vec<(u32, Box<[Node]>)>,
    unique: HashMap<(u32, Box<[Node]>), Node>,
    and: HashMap<(Node, Node), Node>,
    not: HashMap<Node, Node>,
    limit: usize,
    /// More nodes were needed than are allowed: nothing that follows is to be relied on.
    pub full: bool,
}

impl Diagrams {
    /// With room for so many nodes.
    pub(crate) fn new(limit: usize) -> Diagrams {
        let end = || (u32::MAX, Box::from([]));
        Diagrams {
            nodes: vec![end(), end()],
            unique: HashMap::new(),
            and: HashMap::new(),
            not: HashMap::new(),
            limit,
            full: false,
        }
    }

    fn var(&self, n: Node) -> u32 {
        self.nodes[n.0 as usize].0
    }

    fn child(&self, n: Node, var: u32, value: usize) -> Node {
        let (at, children) = &self.nodes[n.0 as usize];
        if *at == var { children[value] } else { n }
    }

    fn make(&mut self, var: u32, children: Vec<Node>) -> Node {
        if children.iter().all(|c| *c == children[0]) {
            return children[0];
        }
        let key = (var, children.into_boxed_slice());
        if let Some(n) = self.unique.get(&key) {
            return *n;
        }
        if self.nodes.len() >= self.limit {
            self.full = true;
            return NEVER;
        }
        let n = Node(self.nodes.len() as u32);
        self.nodes.push(key.clone());
        self.unique.insert(key, n);
        n
    }

    /// The variable, which has so many values, has one of these.
    pub(crate) fn literal(&mut self, var: u32, size: usize, values: u64) -> Node {
        let children = (0..size).map(|v| if values >> v & 1 == 1 { ALWAYS } else { NEVER }).collect();
        self.make(var, children)
    }

    /// Both.
    pub(crate) fn and(&mut self, a: Node, b: Node) -> Node {
        if a == b || b == ALWAYS {
            return a;
        }
        if a == ALWAYS {
            return b;
        }
        if a == NEVER || b == NEVER || self.full {
            return NEVER;
        }
        let key = (a.min(b), a.max(b));
        if let Some(n) = self.and.get(&key) {
            return *n;
        }
        let var = self.var(a).min(self.var(b));
        let size = self.nodes[if self.var(a) == var { a } else { b }.0 as usize].1.len();
        let mut children = Vec::with_capacity(size);
        for v in 0..size {
            let (x, y) = (self.child(a, var, v), self.child(b, var, v));
            children.push(self.and(x, y));
        }
        let n = self.make(var, children);
        self.and.insert(key, n);
        n
    }

    /// The contrary.
    pub(crate) fn not(&mut self, a: Node) -> Node {
        match a {
            NEVER => return ALWAYS,
            ALWAYS => return NEVER,
            _ => {}
        }
        if let Some(n) = self.not.get(&a) {
            return *n;
        }
        let (var, children) = self.nodes[a.0 as usize].clone();
        let children = children.iter().map(|c| self.not(*c)).collect();
        let n = self.make(var, children);
        self.not.insert(a, n);
        self.not.insert(n, a);
        n
    }

    /// Either.
    pub(crate) fn or(&mut self, a: Node, b: Node) -> Node {
        let (a, b) = (self.not(a), self.not(b));
        let neither = self.and(a, b);
        self.not(neither)
    }

    /// The first and not the second.
    pub(crate) fn without(&mut self, a: Node, b: Node) -> Node {
        let b = self.not(b);
        self.and(a, b)
    }

    /// All of these.
    pub(crate) fn all(&mut self, parts: &[Node]) -> Node {
        parts.iter().fold(ALWAYS, |m, n| self.and(m, *n))
    }

    /// Any of these.
    pub(crate) fn any(&mut self, parts: &[Node]) -> Node {
        parts.iter().fold(NEVER, |m, n| self.or(m, *n))
    }

    /// For some values of the variables that are meant.
    pub(crate) fn some(&mut self, n: Node, meant: &impl Fn(u32) -> bool) -> Node {
        self.some_of(n, meant, &mut HashMap::new())
    }

    fn some_of(&mut self, n: Node, meant: &impl Fn(u32) -> bool, seen: &mut HashMap<Node, Node>) -> Node {
        if n == NEVER || n == ALWAYS {
            return n;
        }
        if let Some(done) = seen.get(&n) {
            return *done;
        }
        let (var, children) = self.nodes[n.0 as usize].clone();
        let children: Vec<Node> = children.iter().map(|c| self.some_of(*c, meant, seen)).collect();
        let out = if meant(var) {
            self.any(&children)
        } else {
            // Below, only later variables are left, so the node keeps its place.
            self.make(var, children)
        };
        seen.insert(n, out);
        out
    }

    /// What is left when some variables have these values.
    pub(crate) fn given(&mut self, n: Node, values: &HashMap<u32, usize>) -> Node {
        self.given_of(n, values, &mut HashMap::new())
    }

    fn given_of(&mut self, n: Node, values: &HashMap<u32, usize>, seen: &mut HashMap<Node, Node>) -> Node {
        if n == NEVER || n == ALWAYS {
            return n;
        }
        if let Some(done) = seen.get(&n) {
            return *done;
        }
        let (var, children) = self.nodes[n.0 as usize].clone();
        let out = match values.get(&var) {
            Some(v) => self.given_of(children[*v], values, seen),
            None => {
                let children = children.iter().map(|c| self.given_of(*c, values, seen)).collect();
                self.make(var, children)
            }
        };
        seen.insert(n, out);
        out
    }

    /// It holds in every case of the cube.
    pub(crate) fn covers(&self, n: Node, cube: &Cube) -> bool {
        self.covers_of(n, cube, &mut HashMap::new())
    }

    fn covers_of(&self, n: Node, cube: &Cube, seen: &mut HashMap<Node, bool>) -> bool {
        if n == NEVER || n == ALWAYS {
            return n == ALWAYS;
        }
        if let Some(done) = seen.get(&n) {
            return *done;
        }
        let (var, children) = &self.nodes[n.0 as usize];
        let values = cube.iter().find(|(v, _)| v == var).map_or(u64::MAX, |(_, values)| *values);
        let out = children.iter().enumerate().all(|(i, c)| values >> i & 1 == 0 || self.covers_of(*c, cube, seen));
        seen.insert(n, out);
        out
    }

    /// The variables on which it turns, in their order.
    pub(crate) fn support(&self, n: Node) -> Vec<u32> {
        let (mut out, mut seen, mut todo) = (Vec::new(), std::collections::HashSet::new(), vec![n]);
        while let Some(n) = todo.pop() {
            if n != NEVER && n != ALWAYS && seen.insert(n) {
                out.push(self.var(n));
                todo.extend(self.nodes[n.0 as usize].1.iter());
            }
        }
        out.sort_unstable();
        out.dedup();
        out
    }

    /// A case in which it holds, with as few values as any path through the diagram asks for.
    pub(crate) fn shortest(&self, n: Node) -> Option<Vec<(u32, usize)>> {
        let mut known: HashMap<Node, Option<(usize, usize)>> = HashMap::new();
        self.length(n, &mut known)?;
        let (mut out, mut at) = (Vec::new(), n);
        while at != ALWAYS {
            let (_, value) = known.get(&at).copied().flatten()?;
            out.push((self.var(at), value));
            at = self.nodes[at.0 as usize].1[value];
        }
        Some(out)
    }

    fn length(&self, n: Node, known: &mut HashMap<Node, Option<(usize, usize)>>) -> Option<usize> {
        match n {
            NEVER => return None,
            ALWAYS => return Some(0),
            _ => {}
        }
        if let Some(done) = known.get(&n) {
            return done.map(|(len, _)| len);
        }
        let mut best: Option<(usize, usize)> = None;
        for (value, c) in self.nodes[n.0 as usize].1.iter().enumerate() {
            if let Some(len) = self.length(*c, known).map(|l| l + 1)
                && best.is_none_or(|(b, _)| len < b)
            {
                best = Some((len, value));
            }
        }
        known.insert(n, best);
        best.map(|(len, _)| len)
    }
}
