//! The tree of RFC 6962, section 2.1: hashes, roots, and the two proofs.
//!
//! Nothing here holds a tree. Who has the nodes (a list, tiles, a database) shows them as [`Nodes`]; whoever only appends needs no more
//! than the [`Frontier`]; whoever verifies needs no more than the proof.

use sha2::{Digest, Sha256};

/// The hash of a leaf or of a node.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl std::fmt::Debug for Hash {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|b| write!(f, "{b:02x}"))
    }
}

impl Hash {
    /// The root of a tree without leaves: the hash of nothing.
    pub fn of_nothing() -> Hash {
        Hash(Sha256::digest([]).into())
    }

    /// The hash of a leaf. The first byte keeps leaves and nodes apart, so that no leaf can pass for a node.
    pub fn of_leaf(bytes: &[u8]) -> Hash {
        let mut h = Sha256::new();
        h.update([0]);
        h.update(bytes);
        Hash(h.finalize().into())
    }

    /// The hash of a node over its two sides.
    pub fn of_node(left: &Hash, right: &Hash) -> Hash {
        let mut bytes = [1; 65];
        bytes[1..33].copy_from_slice(&left.0);
        bytes[33..].copy_from_slice(&right.0);
        Hash(Sha256::digest(bytes).into())
    }
}

/// The nodes of a tree that are complete: node `index` of `level` stands over the leaves from `index << level` on, `1 << level` of them.
pub trait Nodes {
    /// What goes wrong where the nodes are kept.
    type Error;

    /// The hash of a complete node. It is only asked for nodes that the tree of the question holds.
    fn node(&self, level: u32, index: u64) -> Result<Hash, Self::Error>;
}

/// The right edge of a tree: the roots of its complete subtrees, the largest first. Enough to append and to know the root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frontier {
    size: u64,
    edge: Vec<Hash>,
}

impl Frontier {
    /// An edge that was kept; `None` if it cannot be the edge of a tree of this size.
    pub fn resume(size: u64, edge: Vec<Hash>) -> Option<Frontier> {
        (edge.len() == size.count_ones() as usize).then_some(Frontier { size, edge })
    }

    /// How many leaves there are.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The roots of the complete subtrees, the largest first.
    pub fn edge(&self) -> &[Hash] {
        &self.edge
    }

    /// Appends a leaf. `completed` is told every node that the leaf completes, the leaf itself first.
    pub fn push(&mut self, leaf: Hash, mut completed: impl FnMut(u32, u64, Hash)) {
        let (mut level, mut index, mut hash) = (0, self.size, leaf);
        completed(level, index, hash);
        // As many ones as the size ends with, so many subtrees are completed.
        while index & 1 == 1 {
            let Some(left) = self.edge.pop() else { break };
            hash = Hash::of_node(&left, &hash);
            (level, index) = (level + 1, index >> 1);
            completed(level, index, hash);
        }
        self.edge.push(hash);
        self.size += 1;
    }

    /// The root.
    pub fn root(&self) -> Hash {
        let joined = self.edge.iter().rev().copied().reduce(|right, left| Hash::of_node(&left, &right));
        joined.unwrap_or_else(Hash::of_nothing)
    }
}

/// The root of the leaves from `from` up to, not including, `to`, as RFC 6962 splits them.
pub fn root<N: Nodes>(nodes: &N, from: u64, to: u64) -> Result<Hash, N::Error> {
    match to.saturating_sub(from) {
        0 => Ok(Hash::of_nothing()),
        n if n.is_power_of_two() => nodes.node(n.trailing_zeros(), from >> n.trailing_zeros()),
        n => {
            let middle = from + split(n);
            Ok(Hash::of_node(&root(nodes, from, middle)?, &root(nodes, middle, to)?))
        }
    }
}

/// The largest power of two below `n`, which is at least two.
fn split(n: u64) -> u64 {
    1 << (n - 1).ilog2()
}

/// The proof that leaf `index` is in the tree of `size` leaves: the hashes beside its way to the root, from the leaf up.
/// `None` if there is no such leaf.
pub fn inclusion<N: Nodes>(nodes: &N, index: u64, size: u64) -> Result<Option<Vec<Hash>>, N::Error> {
    if index >= size {
        return Ok(None);
    }
    let (mut from, mut to, mut path) = (0, size, Vec::new());
    while to - from > 1 {
        let middle = from + split(to - from);
        if index < middle {
            path.push(root(nodes, middle, to)?);
            to = middle;
        } else {
            path.push(root(nodes, from, middle)?);
            from = middle;
        }
    }
    path.reverse();
    Ok(Some(path))
}

/// The proof that the tree of `old` leaves is the beginning of that of `new` leaves. `None` unless `old` is at most `new`.
pub fn consistency<N: Nodes>(nodes: &N, old: u64, new: u64) -> Result<Option<Vec<Hash>>, N::Error> {
    if old > new {
        return Ok(None);
    }
    // Of nothing, and of itself, everything is a continuation.
    if old == 0 || old == new {
        return Ok(Some(Vec::new()));
    }
    let (mut from, mut to, mut path) = (0, new, Vec::new());
    while to != old {
        let middle = from + split(to - from);
        if old <= middle {
            path.push(root(nodes, middle, to)?);
            to = middle;
        } else {
            path.push(root(nodes, from, middle)?);
            from = middle;
        }
    }
    // Where the old tree is the very beginning, the verifier has its root already.
    if from != 0 {
        path.push(root(nodes, from, to)?);
    }
    path.reverse();
    Ok(Some(path))
}

/// Why a proof proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unproved {
    /// The numbers cannot be: a leaf outside the tree, a tree that shrinks.
    Numbers,
    /// More or fewer hashes than such a proof has.
    Length,
    /// It leads to another root.
    Root,
}

/// Checks that a leaf is in a tree (RFC 9162, section 2.1.3.2).
pub fn verify_inclusion(leaf: Hash, index: u64, size: u64, path: &[Hash], expected: Hash) -> Result<(), Unproved> {
    if index >= size {
        return Err(Unproved::Numbers);
    }
    let (mut at, mut last, mut hash) = (index, size - 1, leaf);
    for beside in path {
        if last == 0 {
            return Err(Unproved::Length);
        }
        if at & 1 == 1 || at == last {
            hash = Hash::of_node(beside, &hash);
            // On the right edge, levels without a sibling are passed over.
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            hash = Hash::of_node(&hash, beside);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    match last {
        0 if hash == expected => Ok(()),
        0 => Err(Unproved::Root),
        _ => Err(Unproved::Length),
    }
}

/// A tree as a checkpoint names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The number of leaves.
    pub size: u64,
    /// The root.
    pub root: Hash,
}

/// Checks that one tree is the beginning of another (RFC 9162, section 2.1.4.2).
pub fn verify_consistency(old: Head, new: Head, path: &[Hash]) -> Result<(), Unproved> {
    if old.size > new.size {
        return Err(Unproved::Numbers);
    }
    if old.size == new.size || old.size == 0 {
        let fits = if old.size == 0 { old.root == Hash::of_nothing() } else { old.root == new.root };
        return match (path.is_empty(), fits) {
            (false, _) => Err(Unproved::Length),
            (_, false) => Err(Unproved::Root),
            _ => Ok(()),
        };
    }
    // A complete old tree is itself the first hash.
    let first = old.size.is_power_of_two().then_some(old.root);
    let mut path = first.iter().chain(path);
    let Some(start) = path.next() else { return Err(Unproved::Length) };
    let (mut at, mut last) = (old.size - 1, new.size - 1);
    while at & 1 == 1 {
        (at, last) = (at >> 1, last >> 1);
    }
    let (mut to_old, mut to_new) = (*start, *start);
    for beside in path {
        if last == 0 {
            return Err(Unproved::Length);
        }
        if at & 1 == 1 || at == last {
            to_old = Hash::of_node(beside, &to_old);
            to_new = Hash::of_node(beside, &to_new);
            while at & 1 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            to_new = Hash::of_node(&to_new, beside);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    match last {
        0 if to_old == old.root && to_new == new.root => Ok(()),
        0 => Err(Unproved::Root),
        _ => Err(Unproved::Length),
    }
}
