-- The ledger, for both engines. What only one of them understands stands in V3__entries.sqlite.sql and
-- V3__entries.postgresql.sql, which run after this; a comment that begins with "/*sqlite:" is SQL to SQLite alone.
-- docs/ledger.md describes the columns and the JSON of `content`.

-- The only table that is not made from another. All that follow it can be made from it again.
CREATE TABLE entry (
  sequence    INTEGER PRIMARY KEY,
  kind        TEXT NOT NULL,
  subject     TEXT NOT NULL,
  document    TEXT,
  recorded_at BIGINT NOT NULL,
  hash        BLOB NOT NULL,
  content     TEXT NOT NULL
);

-- Everything but what was read: names and acts, of which there are few.
CREATE INDEX entry_other ON entry (sequence) WHERE kind NOT IN ('document', 'claim', 'unread');
CREATE INDEX entry_about ON entry (subject, sequence) WHERE kind NOT IN ('document', 'claim', 'unread');

-- Which schema this is, and what the tables below were made with.
CREATE TABLE about (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- The last entry of each moment of recording, by which a moment is looked up as a sequence.
CREATE TABLE moment (
  recorded_at BIGINT NOT NULL,
  sequence    INTEGER NOT NULL,
  PRIMARY KEY (recorded_at)
) /*sqlite: WITHOUT ROWID */;

-- A document: its entry's sequence, a number made from its id, days counted from 1970-01-01.
CREATE TABLE document_row (
  number         INTEGER PRIMARY KEY,
  id_key         BIGINT NOT NULL,
  published_from BIGINT,
  published_to   BIGINT,
  language       TEXT NOT NULL,
  publisher      BIGINT
);
CREATE INDEX document_key ON document_row (id_key);

-- Further entries that belong to a document.
CREATE TABLE document_entry (
  document INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  PRIMARY KEY (document, sequence)
) /*sqlite: WITHOUT ROWID */;

-- Claims and unread sentences by a number made from their ids. An epoch is a million entries: what is recorded together stands together here and
-- in claim_term, so that adding touches few pages however large the ledger is.
CREATE TABLE claim_key (
  epoch  INTEGER NOT NULL,
  id_key BIGINT NOT NULL,
  first  INTEGER NOT NULL,
  PRIMARY KEY (epoch, id_key, first)
) /*sqlite: WITHOUT ROWID */;

-- A claim as it stood from entry first + later until before entry until; null while it stands. words is the entry under
-- which quote_words has its quotes, null for first; what is type, certainty and whether it has several quotes; kinds the
-- sorts of its parties by role; newest the last day it can have been said, negated.
CREATE TABLE claim_version (
  first      INTEGER NOT NULL,
  later      INTEGER NOT NULL,
  until      INTEGER,
  words      INTEGER,
  document   INTEGER NOT NULL,
  account    INTEGER,
  what       INTEGER NOT NULL,
  kinds      BIGINT NOT NULL,
  newest     BIGINT NOT NULL,
  said_from  BIGINT,
  said_to    BIGINT,
  event_from BIGINT,
  event_to   BIGINT,
  PRIMARY KEY (first, later)
) /*sqlite: WITHOUT ROWID */;
CREATE INDEX claim_version_words ON claim_version (words) WHERE words IS NOT NULL;

-- What claims can be found by: a party in a role, a state, a sector, an account of an operation; 0 for every claim.
CREATE TABLE claim_term (
  epoch  INTEGER NOT NULL,
  term   BIGINT NOT NULL,
  newest BIGINT NOT NULL,
  first  INTEGER NOT NULL,
  later  INTEGER NOT NULL,
  until  INTEGER,
  what   INTEGER NOT NULL,
  PRIMARY KEY (epoch, term, newest, first, later)
) /*sqlite: WITHOUT ROWID */;

-- An account of an operation: the entry that first had it in these words.
CREATE TABLE account (
  number INTEGER PRIMARY KEY,
  id_key BIGINT NOT NULL
);
CREATE INDEX account_key ON account (id_key);
