-- The installation: which boards there are, and what holds for all of them. No person is in here.
CREATE TABLE board (
    id {uuid} NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    -- the board's own key, wrapped by the master key
    wrapped_key {bytes} NOT NULL,
    founded_at {instant} NOT NULL
) {strict};
CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value {json} NOT NULL
) {strict};
