-- Keys are hashes: what finds a case is not kept (see key.rs). Times are microseconds since 1970.
CREATE TABLE cases (
    id       INTEGER PRIMARY KEY,
    holder   BLOB NOT NULL UNIQUE CHECK (length(holder) = 32),
    viewer   BLOB NOT NULL UNIQUE CHECK (length(viewer) = 32),
    created  INTEGER NOT NULL,
    changed  INTEGER NOT NULL,
    revision INTEGER NOT NULL
) STRICT;

CREATE INDEX cases_by_change ON cases (changed);

CREATE TABLE revisions (
    of_case  INTEGER NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    number   INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    what     TEXT NOT NULL,
    document TEXT NOT NULL,
    UNIQUE (of_case, number)
) STRICT;
