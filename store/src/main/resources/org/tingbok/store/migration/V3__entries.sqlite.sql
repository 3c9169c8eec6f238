-- Words without their texts. rowid: of quote_words and account_words the day, negated, and the entry; of document_words the
-- document. Pieces of the index are merged eight at a time, which halves what adding costs against four; nothing is kept of
-- what is deleted.
CREATE VIRTUAL TABLE quote_words USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE account_words USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
CREATE VIRTUAL TABLE document_words USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
INSERT INTO quote_words(quote_words, rank) VALUES ('automerge', 8);
INSERT INTO account_words(account_words, rank) VALUES ('automerge', 8);
INSERT INTO document_words(document_words, rank) VALUES ('automerge', 8);
INSERT INTO quote_words(quote_words, rank) VALUES ('secure-delete', 1);
INSERT INTO account_words(account_words, rank) VALUES ('secure-delete', 1);
INSERT INTO document_words(document_words, rank) VALUES ('secure-delete', 1);

-- Entries follow each other in number and time, and none takes another's place.
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entry)
  OR NEW.recorded_at < (SELECT recorded_at FROM entry WHERE sequence = NEW.sequence - 1)
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: an entry must follow the last one');
END;

-- Only an erasure of its document changes what an entry holds, and never what seals it.
CREATE TRIGGER entry_stands BEFORE UPDATE ON entry
WHEN NEW.sequence IS NOT OLD.sequence OR NEW.kind IS NOT OLD.kind OR NEW.subject IS NOT OLD.subject
  OR NEW.document IS NOT OLD.document OR NEW.recorded_at IS NOT OLD.recorded_at OR NEW.hash IS NOT OLD.hash
  OR NOT EXISTS (SELECT 1 FROM entry AS gone WHERE gone.subject = OLD.document AND gone.kind = 'erased'
    AND gone.kind NOT IN ('document', 'claim', 'unread') AND gone.sequence > OLD.sequence)
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: entries are never changed');
END;

CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: entries are never deleted');
END;

-- For people with the sqlite3 shell; Tingbok itself reads the tables.
CREATE VIEW claim AS
SELECT
  sequence,
  subject AS id,
  content ->> '$.type' AS type,
  (SELECT group_concat(value ->> '$.name', '; ') FROM json_each(content, '$.claimants')) AS claimants,
  (SELECT group_concat(value ->> '$.name', '; ') FROM json_each(content, '$.accused')) AS accused,
  content ->> '$.certainty.level' AS certainty,
  content ->> '$.saidOn.from' AS said_from,
  content ->> '$.saidOn.to' AS said_to,
  strftime('%Y-%m-%dT%H:%M:%fZ', recorded_at / 1000.0, 'unixepoch') AS recorded,
  content ->> '$.evidence[0].quote' AS quote,
  document
FROM entry
WHERE kind = 'claim';

CREATE VIEW document AS
SELECT
  sequence,
  subject AS id,
  content ->> '$.source' AS source,
  content ->> '$.title' AS title,
  content ->> '$.publisher' AS publisher,
  content ->> '$.published.from' AS published_from,
  content ->> '$.published.to' AS published_to,
  strftime('%Y-%m-%dT%H:%M:%fZ', recorded_at / 1000.0, 'unixepoch') AS recorded
FROM entry
WHERE kind = 'document';

CREATE VIEW listing AS
SELECT
  subject AS id,
  content ->> '$.list' AS list,
  content ->> '$.claimant' AS claimant,
  content ->> '$.actor' AS actor,
  content ->> '$.name' AS name,
  content ->> '$.relation' AS relation,
  content ->> '$.giver' AS giver,
  content ->> '$.said.to' AS said_to,
  strftime('%Y-%m-%dT%H:%M:%fZ', recorded_at / 1000.0, 'unixepoch') AS recorded
FROM entry AS said
WHERE kind = 'name-said' AND kind NOT IN ('document', 'claim', 'unread')
  AND NOT EXISTS (SELECT 1 FROM entry AS later WHERE later.subject = said.subject AND later.sequence > said.sequence
    AND later.kind NOT IN ('document', 'claim', 'unread'));
