-- A roster that somebody sent and has not confirmed yet. What was read of it lies here in sealed pieces until it is brought in or a
-- day has passed; the file itself is gone as soon as it has been read.
CREATE TABLE roster_import (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    -- leest, klaar, geweigerd, bezig or gedaan
    state TEXT NOT NULL,
    made_by {uuid} NOT NULL,
    role TEXT NOT NULL,
    made_at {instant} NOT NULL,
    -- what it would do, or why it is refused; sealed
    report {bytes},
    PRIMARY KEY (board, id)
) {strict};
{tenant roster_import};

CREATE TABLE roster_piece (
    board {uuid} NOT NULL,
    of_import {uuid} NOT NULL,
    part {int} NOT NULL,
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, of_import, part)
) {strict};
{tenant roster_piece};
