//! Tiles (C2SP tlog-tiles v0.1.0): a log as a finite set of files that never change.

use crate::checkpoint::decimal;
use crate::tree::{Hash, Nodes};

/// A full tile is so many hashes wide; a full bundle has so many entries.
pub const WIDTH: u64 = 256;
/// No entry has more bytes: its length is written in two.
pub const MAX_ENTRY: usize = u16::MAX as usize;

/// What a tile holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The entries themselves.
    Entries,
    /// Hashes: of the leaves at level 0, of the full tiles below at each further one.
    Hashes(u8),
}

/// Which tile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    /// What it holds.
    pub level: Level,
    /// Its place in the level.
    pub index: u64,
    /// How wide it is: 1 to 256; less than 256 only at the right edge.
    pub width: u16,
}

impl Tile {
    /// The tiles that a log of `size` entries has at its right edge and that are not full, and with them the bundle of its last entries.
    pub fn edge(size: u64) -> Vec<Tile> {
        let mut out = Vec::new();
        let (mut level, mut at) = (0, size);
        while at > 0 {
            let (index, width) = (at / WIDTH, (at % WIDTH) as u16);
            if width > 0 {
                if level == 0 {
                    out.push(Tile { level: Level::Entries, index, width });
                }
                out.push(Tile { level: Level::Hashes(level), index, width });
            }
            (level, at) = (level + 1, at / WIDTH);
        }
        out
    }

    /// A log of `size` entries has it, so wide at least.
    pub fn is_in(self, size: u64) -> bool {
        let level = match self.level {
            Level::Entries => 0,
            Level::Hashes(l) => u32::from(l),
        };
        let at = WIDTH.checked_pow(level).map_or(0, |w| size / w);
        let needed = self.index.checked_mul(WIDTH).and_then(|n| n.checked_add(u64::from(self.width)));
        needed.is_some_and(|n| n <= at)
    }

    /// Reads a path such as `tile/0/x001/x234/067.p/112`. A tile has one path and no other.
    pub fn parse(path: &str) -> Option<Tile> {
        let (level, rest) = path.strip_prefix("tile/")?.split_once('/')?;
        let level = match level {
            "entries" => Level::Entries,
            n => Level::Hashes(decimal(n).filter(|n| *n < 64)? as u8),
        };
        let (place, width) = match rest.split_once(".p/") {
            Some((place, width)) => (place, decimal(width).filter(|w| (1..WIDTH).contains(w))? as u16),
            None => (rest, WIDTH as u16),
        };
        let mut index = 0_u64;
        for (i, part) in place.split('/').rev().enumerate() {
            let digits = if i == 0 { part } else { part.strip_prefix('x')? };
            let fits = digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit());
            let scale = 1000_u64.checked_pow(i as u32)?;
            let part = digits.parse::<u64>().ok().filter(|_| fits)?;
            index = index.checked_add(part.checked_mul(scale)?)?;
        }
        let tile = Tile { level, index, width };
        (tile.to_string() == path).then_some(tile)
    }
}

impl std::fmt::Display for Tile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.level {
            Level::Entries => f.write_str("tile/entries/")?,
            Level::Hashes(l) => write!(f, "tile/{l}/")?,
        }
        let mut parts = vec![self.index % 1000];
        let mut rest = self.index / 1000;
        while rest > 0 {
            parts.push(rest % 1000);
            rest /= 1000;
        }
        for (i, part) in parts.iter().enumerate().rev() {
            if i > 0 { write!(f, "x{part:03}/")? } else { write!(f, "{part:03}")? }
        }
        if u64::from(self.width) < WIDTH { write!(f, ".p/{}", self.width) } else { Ok(()) }
    }
}

/// The bytes of a bundle of entries, each with its length before it. `None` if one is too long.
pub fn bundle<'e>(entries: impl IntoIterator<Item = &'e [u8]>) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    for entry in entries {
        out.extend(u16::try_from(entry.len()).ok()?.to_be_bytes());
        out.extend(entry);
    }
    Some(out)
}

/// The entries of a bundle; `None` if it is cut off or has more than a bundle has.
pub fn entries(mut bytes: &[u8]) -> Option<Vec<&[u8]>> {
    let mut out = Vec::new();
    while !bytes.is_empty() {
        let (length, rest) = bytes.split_first_chunk::<2>()?;
        let (entry, rest) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        out.push(entry);
        bytes = rest;
    }
    (out.len() as u64 <= WIDTH).then_some(out)
}

/// The hashes of a tile; `None` if it is not as wide as it must be.
pub fn hashes(tile: Tile, bytes: &[u8]) -> Option<Vec<Hash>> {
    let (whole, rest) = bytes.as_chunks::<32>();
    (rest.is_empty() && whole.len() == usize::from(tile.width)).then(|| whole.iter().map(|h| Hash(*h)).collect())
}

/// The nodes of a tree, out of its tiles: `fetch` brings the first hashes of a tile, as many as `Tile::width` says.
pub struct Tiles<F> {
    size: u64,
    fetch: F,
}

impl<F> Tiles<F> {
    /// A log of `size` entries.
    pub fn new(size: u64, fetch: F) -> Tiles<F> {
        Tiles { size, fetch }
    }
}

/// Why a node cannot be had from the tiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TileError<E> {
    /// The tile cannot be brought.
    Missing(E),
    /// It does not hold what such a tile must.
    Short(Tile),
    /// The tree has no such node.
    NoNode,
}

impl<E, F: Fn(Tile) -> Result<Vec<Hash>, E>> Nodes for Tiles<F> {
    type Error = TileError<E>;

    fn node(&self, level: u32, index: u64) -> Result<Hash, TileError<E>> {
        // Eight levels of the tree lie in one tile: the node stands over some of its hashes.
        let (tile_level, inside) = (level / 8, level % 8);
        let per_tile = WIDTH >> inside;
        let (tile_index, place) = (index / per_tile, index % per_tile);
        let at_level = self.size.checked_shr(tile_level * 8).unwrap_or(0);
        let width = at_level.saturating_sub(tile_index.saturating_mul(WIDTH)).min(WIDTH);
        let (from, count) = ((place << inside) as usize, 1_usize << inside);
        if (from + count) as u64 > width {
            return Err(TileError::NoNode);
        }
        let tile = Tile { level: Level::Hashes(tile_level as u8), index: tile_index, width: width as u16 };
        let hashes = (self.fetch)(tile).map_err(TileError::Missing)?;
        let mut row = hashes.get(from..from + count).ok_or(TileError::Short(tile))?.to_vec();
        while row.len() > 1 {
            row = row.as_chunks::<2>().0.iter().map(|[l, r]| Hash::of_node(l, r)).collect();
        }
        row.first().copied().ok_or(TileError::Short(tile))
    }
}
