-- The ledger: one entry for each document, claim and unread sentence, in order of recording.
-- docs/ledger.md describes the columns and the JSON of `content`.
CREATE TABLE entry (
  sequence    INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('document', 'claim', 'unread')),
  subject     TEXT NOT NULL UNIQUE,
  document    TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  claim_type  TEXT CHECK ((claim_type IS NOT NULL) = (kind = 'claim')),
  said_from   TEXT,
  said_to     TEXT CHECK ((said_from IS NULL) = (said_to IS NULL)),
  content     TEXT NOT NULL
) STRICT;

CREATE INDEX entry_document ON entry (document, sequence);
CREATE INDEX entry_recorded ON entry (recorded_at);
CREATE INDEX entry_said ON entry (claim_type, said_to) WHERE kind = 'claim';

-- Entries follow each other in number and time, and none takes another's place; so that "insert or replace" cannot
-- overwrite one, which the triggers on update and delete would not see.
CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM entry)
  OR NEW.recorded_at < (SELECT recorded_at FROM entry ORDER BY sequence DESC LIMIT 1)
  OR EXISTS (SELECT 1 FROM entry WHERE subject = NEW.subject)
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: an entry must follow the last one and be new');
END;

CREATE TRIGGER entry_stands BEFORE UPDATE ON entry
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: entries are never changed');
END;

CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: entries are never deleted');
END;

-- For people with the sqlite3 shell; Tingbok itself reads `entry`.
CREATE VIEW claim AS
SELECT
  sequence,
  subject AS id,
  claim_type AS type,
  (SELECT group_concat(value ->> '$.name', '; ') FROM json_each(content, '$.claimants')) AS claimants,
  (SELECT group_concat(value ->> '$.name', '; ') FROM json_each(content, '$.accused')) AS accused,
  content ->> '$.certainty.level' AS certainty,
  said_from,
  said_to,
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
  said_from AS published_from,
  said_to AS published_to,
  strftime('%Y-%m-%dT%H:%M:%fZ', recorded_at / 1000.0, 'unixepoch') AS recorded
FROM entry
WHERE kind = 'document';
