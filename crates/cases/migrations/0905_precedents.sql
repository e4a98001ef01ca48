-- What was decided in earlier cases, without who it was about: so that alike is treated alike. Nothing of a row leads to a person, and what
-- was written about it is not here.
CREATE TABLE case_precedent (
    board {uuid} NOT NULL,
    -- the measure, or the decision to impose none
    id {uuid} NOT NULL,
    school {uuid} NOT NULL,
    -- as long as the case is there
    case_id {uuid},
    -- the school year in which it was decided, by the year in which it began: no day, which would tell too much
    year {int} NOT NULL,
    to_board {bool} NOT NULL,
    -- leerling, medewerker, ouder, betrokkene
    whom TEXT NOT NULL,
    -- the articles in play, and the step of the ladder with its article
    articles {json} NOT NULL,
    step TEXT NOT NULL,
    -- geen, waarschuwing, schorsing, ...
    kind TEXT NOT NULL,
    -- of a suspension
    days {int},
    -- how an objection ended: blijft, gewijzigd, vervalt
    ruling TEXT,
    PRIMARY KEY (board, id)
) {strict};
{tenant case_precedent};
CREATE INDEX case_precedent_of ON case_precedent (board, school, year);
CREATE INDEX case_precedent_case ON case_precedent (board, case_id);
