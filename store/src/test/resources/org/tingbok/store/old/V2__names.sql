-- What lists of names say, what they no longer say, and what analysts decide: one entry each, in order of recording.
-- docs/ledger.md describes the columns and the JSON of `content`.
CREATE TABLE name_entry (
  sequence    INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL CHECK (kind IN ('said', 'withdrawn', 'decided')),
  list        TEXT CHECK ((list IS NULL) = (kind = 'decided')),
  subject     TEXT NOT NULL,
  recorded_at INTEGER NOT NULL,
  day         TEXT,
  content     TEXT NOT NULL
) STRICT;

CREATE INDEX name_entry_list ON name_entry (list, sequence);
CREATE INDEX name_entry_subject ON name_entry (subject, sequence);

CREATE TRIGGER name_entry_follows BEFORE INSERT ON name_entry
WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM name_entry)
  OR NEW.recorded_at < (SELECT recorded_at FROM name_entry ORDER BY sequence DESC LIMIT 1)
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: an entry must follow the last one');
END;

CREATE TRIGGER name_entry_stands BEFORE UPDATE ON name_entry
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: entries are never changed');
END;

CREATE TRIGGER name_entry_stays BEFORE DELETE ON name_entry
BEGIN
  SELECT RAISE(ABORT, 'the ledger is append-only: entries are never deleted');
END;

-- For people with the sqlite3 shell: what stands in lists now.
CREATE VIEW listing AS
SELECT
  subject AS id,
  content ->> '$.claimant' AS claimant,
  content ->> '$.actor' AS actor,
  content ->> '$.name' AS name,
  content ->> '$.relation' AS relation,
  content ->> '$.giver' AS giver,
  day AS said_to,
  list,
  strftime('%Y-%m-%dT%H:%M:%fZ', recorded_at / 1000.0, 'unixepoch') AS recorded
FROM name_entry AS entry
WHERE kind = 'said'
  AND NOT EXISTS (SELECT 1 FROM name_entry AS later WHERE later.subject = entry.subject AND later.sequence > entry.sequence);
