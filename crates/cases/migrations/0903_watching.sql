-- Feeds that a school watches: what is said of it in public.
CREATE TABLE case_watch (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    made_by {uuid} NOT NULL,
    made_at {instant} NOT NULL,
    -- when it was read last, and the word for why not
    read_at {instant},
    fault TEXT,
    -- where it is and which words it is watched for, under the board's key
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant case_watch};
CREATE INDEX case_watch_of ON case_watch (board, school);

-- What was seen in it, by a keyed hash: nothing is signalled twice.
CREATE TABLE case_seen (
    board {uuid} NOT NULL,
    watch {uuid} NOT NULL,
    item {bytes} NOT NULL,
    at {instant} NOT NULL,
    PRIMARY KEY (board, watch, item)
) {strict};
{tenant case_seen};
