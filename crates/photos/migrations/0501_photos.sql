-- Albums of an event, photos, the faces on them, and their bytes in sealed pieces.
CREATE TABLE photo_album (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    class_group {uuid},
    -- the day of the event
    day {date} NOT NULL,
    made_by {uuid} NOT NULL,
    made_at {instant} NOT NULL,
    -- what it is called, under the board's key
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, id)
) {strict};
{tenant photo_album};
CREATE INDEX photo_album_of ON photo_album (board, school, day);

CREATE TABLE photo (
    board {uuid} NOT NULL,
    id {uuid} NOT NULL,
    album {uuid} NOT NULL,
    -- a blind index of the bytes as they came in: the same photo is not kept twice in an album
    digest {bytes} NOT NULL,
    -- the photo's own key, under the board's: without it the pieces are noise
    wrapped {bytes} NOT NULL,
    -- wacht, klaar or geweigerd
    state TEXT NOT NULL,
    refusal {json},
    -- of the photo as it came in, upright
    width {int} NOT NULL,
    height {int} NOT NULL,
    -- eigen, persoon or vrij; of whom, under the photo's key
    licence TEXT NOT NULL,
    credit {bytes} NOT NULL,
    added_by {uuid} NOT NULL,
    added_at {instant} NOT NULL,
    -- who said that everybody on it is in the list
    complete_by {uuid},
    complete_at {instant},
    -- counts the changes of what is to be covered, and up to which of them the renditions show it
    wanted {int} NOT NULL,
    made {int} NOT NULL,
    -- the file as it came in is still kept
    original {bool} NOT NULL,
    PRIMARY KEY (board, id),
    UNIQUE (board, album, digest)
) {strict};
{tenant photo};

CREATE TABLE photo_face (
    board {uuid} NOT NULL,
    photo {uuid} NOT NULL,
    number {int} NOT NULL,
    -- in pixels of the photo as it came in, upright
    x {int} NOT NULL,
    y {int} NOT NULL,
    w {int} NOT NULL,
    h {int} NOT NULL,
    -- by the program; otherwise drawn by a person
    found {bool} NOT NULL,
    sure {bool} NOT NULL,
    -- onbekend, afdekken, geen or persoon
    mark TEXT NOT NULL,
    person {uuid},
    PRIMARY KEY (board, photo, number)
) {strict};
{tenant photo_face};
CREATE INDEX photo_face_of ON photo_face (board, person);

CREATE TABLE photo_piece (
    board {uuid} NOT NULL,
    photo {uuid} NOT NULL,
    -- original, 2048, 1080 or 400
    file TEXT NOT NULL,
    part {int} NOT NULL,
    sealed {bytes} NOT NULL,
    PRIMARY KEY (board, photo, file, part)
) {strict};
{tenant photo_piece};

CREATE TABLE photo_terms (
    board {uuid} NOT NULL,
    school {uuid} NOT NULL,
    -- files as they came in are gone after so many days
    originals {int} NOT NULL,
    PRIMARY KEY (board, school)
) {strict};
{tenant photo_terms};
