-- Which records go on as this one is asked for each answer about consent.
CREATE INDEX person_merged ON person (board, merged_into);
