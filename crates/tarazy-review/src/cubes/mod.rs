//! Exact questions about conditions, by products of cubes.
