//! The tree against the definition of RFC 6962 written down naively, against `ct-merkle`, and against every way of spoiling a proof.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::convert::Infallible;

use tarazy_ledger::tree::{
    Frontier, Hash, Head, Nodes, consistency, inclusion, root, verify_consistency, verify_inclusion,
};

/// Every complete node, in lists.
#[derive(Default)]
struct Tree {
    frontier: Frontier,
    levels: Vec<Vec<Hash>>,
    leaves: Vec<Hash>,
}

impl Tree {
    fn with(n: u64) -> Tree {
        let mut tree = Tree::default();
        for i in 0..n {
            tree.push(&i.to_be_bytes());
        }
        tree
    }

    fn push(&mut self, bytes: &[u8]) {
        let leaf = Hash::of_leaf(bytes);
        self.leaves.push(leaf);
        let levels = &mut self.levels;
        self.frontier.push(leaf, |level, index, hash| {
            if levels.len() <= level as usize {
                levels.push(Vec::new());
            }
            assert_eq!(levels[level as usize].len() as u64, index, "nodes are completed in order");
            levels[level as usize].push(hash);
        });
    }
}

impl Nodes for Tree {
    type Error = Infallible;

    fn node(&self, level: u32, index: u64) -> Result<Hash, Infallible> {
        Ok(self.levels[level as usize][index as usize])
    }
}

/// MTH of RFC 6962, section 2.1, word for word.
fn mth(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Hash::of_nothing(),
        [one] => *one,
        _ => {
            let k = leaves.len().next_power_of_two() / 2;
            Hash::of_node(&mth(&leaves[..k]), &mth(&leaves[k..]))
        }
    }
}

fn ok<T>(r: Result<T, Infallible>) -> T {
    match r {
        Ok(t) => t,
    }
}

#[test]
fn roots_are_those_of_the_rfc() {
    let tree = Tree::with(300);
    let mut frontier = Frontier::default();
    for n in 0..=300_u64 {
        let expected = mth(&tree.leaves[..n as usize]);
        assert_eq!(ok(root(&tree, 0, n)), expected);
        assert_eq!(frontier.root(), expected);
        assert_eq!(Frontier::resume(n, frontier.edge().to_vec()), Some(frontier.clone()));
        if let Some(leaf) = tree.leaves.get(n as usize) {
            frontier.push(*leaf, |_, _, _| {});
        }
    }
}

#[test]
fn every_inclusion_proof_up_to_300_leaves_verifies_and_no_other_place_does() {
    let tree = Tree::with(300);
    for size in 1..=300 {
        let expected = mth(&tree.leaves[..size as usize]);
        for index in 0..size {
            let path = ok(inclusion(&tree, index, size)).unwrap_or_default();
            let leaf = tree.leaves[index as usize];
            assert_eq!(verify_inclusion(leaf, index, size, &path, expected), Ok(()));
            assert!(verify_inclusion(leaf, (index + 1) % size, size, &path, expected).is_err() || size == 1);
        }
        assert_eq!(ok(inclusion(&tree, size, size)), None);
    }
}

#[test]
fn every_consistency_proof_up_to_300_leaves_verifies_and_no_other_pair_does() {
    let tree = Tree::with(300);
    let head = |size: u64| Head { size, root: mth(&tree.leaves[..size as usize]) };
    let heads: Vec<Head> = (0..=300).map(head).collect();
    for new in 0..=300_u64 {
        for old in 0..=new {
            let path = ok(consistency(&tree, old, new)).unwrap_or_default();
            let (a, b) = (heads[old as usize], heads[new as usize]);
            assert_eq!(verify_consistency(a, b, &path), Ok(()), "{old} to {new}");
            if old > 0 && old < new {
                let other = Head { root: Hash::of_leaf(b"other"), ..a };
                assert!(verify_consistency(other, b, &path).is_err());
                assert!(verify_consistency(a, Head { root: Hash::of_leaf(b"other"), ..b }, &path).is_err());
            }
        }
    }
    assert_eq!(ok(consistency(&tree, 5, 4)), None);
}

#[test]
fn every_bit_of_a_proof_matters() {
    let tree = Tree::with(77);
    let expected = mth(&tree.leaves);
    for index in [0, 1, 38, 63, 64, 76] {
        let path = ok(inclusion(&tree, index, 77)).unwrap_or_default();
        let leaf = tree.leaves[index as usize];
        for step in 0..path.len() {
            for bit in 0..256 {
                let mut spoiled = path.clone();
                spoiled[step].0[bit / 8] ^= 1 << (bit % 8);
                assert!(verify_inclusion(leaf, index, 77, &spoiled, expected).is_err());
            }
            let mut short = path.clone();
            short.remove(step);
            assert!(verify_inclusion(leaf, index, 77, &short, expected).is_err());
            let mut long = path.clone();
            long.insert(step, path[step]);
            assert!(verify_inclusion(leaf, index, 77, &long, expected).is_err());
        }
    }
}

#[test]
fn ct_merkle_agrees() {
    use ct_merkle::mem_backed_tree::MemoryBackedTree;
    let mut theirs = MemoryBackedTree::<sha2::Sha256, Vec<u8>>::new();
    let ours = Tree::with(200);
    for n in 0..200_u64 {
        theirs.push(n.to_be_bytes().to_vec());
        let size = n + 1;
        assert_eq!(theirs.root().as_bytes().as_slice(), mth(&ours.leaves[..size as usize]).0);
        for index in 0..size {
            let path: Vec<u8> =
                ok(inclusion(&ours, index, size)).unwrap_or_default().iter().flat_map(|h| h.0).collect();
            assert_eq!(theirs.prove_inclusion(index as usize).as_bytes(), path);
        }
    }
}
