-- What claims are found by as they were first read, as words: an index in pieces that are merged now and then takes in a row
-- at a fraction of what claim_term takes, which from here on has only claims that were changed. rowid: the day, negated, and
-- the entry.
CREATE VIRTUAL TABLE claim_words USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
INSERT INTO claim_words(claim_words, rank) VALUES ('automerge', 8);
