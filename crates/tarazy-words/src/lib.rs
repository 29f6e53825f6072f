//! What Tarazy says to people.
