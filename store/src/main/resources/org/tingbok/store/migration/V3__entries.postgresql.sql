-- Words without their texts, as SQLite has them in FTS5.
CREATE TABLE quote_words (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE TABLE account_words (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE TABLE document_words (rowid BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX quote_words_gin ON quote_words USING gin (words);
CREATE INDEX account_words_gin ON account_words USING gin (words);
CREATE INDEX document_words_gin ON document_words USING gin (words);

-- Entries follow each other in number and time; only an erasure of its document changes what one holds.
CREATE FUNCTION entry_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM entry)
      OR NEW.recorded_at < (SELECT recorded_at FROM entry WHERE sequence = NEW.sequence - 1) THEN
      RAISE EXCEPTION 'the ledger is append-only: an entry must follow the last one';
    END IF;
    RETURN NEW;
  ELSIF TG_OP = 'UPDATE' THEN
    IF NEW.sequence IS DISTINCT FROM OLD.sequence OR NEW.kind IS DISTINCT FROM OLD.kind
      OR NEW.subject IS DISTINCT FROM OLD.subject OR NEW.document IS DISTINCT FROM OLD.document
      OR NEW.recorded_at IS DISTINCT FROM OLD.recorded_at OR NEW.hash IS DISTINCT FROM OLD.hash
      OR NOT EXISTS (SELECT 1 FROM entry AS gone WHERE gone.subject = OLD.document AND gone.kind = 'erased'
        AND gone.kind NOT IN ('document', 'claim', 'unread') AND gone.sequence > OLD.sequence) THEN
      RAISE EXCEPTION 'the ledger is append-only: entries are never changed';
    END IF;
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the ledger is append-only: entries are never deleted';
END $$;
CREATE TRIGGER entry_append_only BEFORE INSERT OR UPDATE OR DELETE ON entry
  FOR EACH ROW EXECUTE FUNCTION entry_append_only();
CREATE TRIGGER entry_never_emptied BEFORE TRUNCATE ON entry
  FOR EACH STATEMENT EXECUTE FUNCTION entry_append_only();
