-- What a school taught its check of texts: answers of editors, and words of its own. The words themselves may be names, so they
-- stand sealed: under the key of the person they are about, or the board's where they are about nobody.
CREATE TABLE text_word (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    -- geen-persoon, akkoord, weglaten, bekend or gevoelig
    meaning TEXT NOT NULL,
    -- the kind of finding that it is about, as formats call it
    category TEXT,
    person {uuid},
    -- for which channel somebody agreed
    channel TEXT,
    -- the last day on which it holds
    until_day {date},
    sealed {bytes} NOT NULL,
    made_by {uuid} NOT NULL,
    made_at {instant} NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant text_word};
CREATE INDEX text_word_of ON text_word (board, school);

-- Counts the changes of a school's list, so that a check that is held in memory knows when it is out of date.
CREATE TABLE text_word_version (
    board {uuid} NOT NULL,
    school {uuid} NOT NULL,
    version {int} NOT NULL,
    PRIMARY KEY (board, school)
) {strict};
{tenant text_word_version};
