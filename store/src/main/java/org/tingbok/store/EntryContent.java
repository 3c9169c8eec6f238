package org.tingbok.store;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Ruling;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.NameEntry;
import org.tingbok.vocabulary.BadInputException;

/// What the content of an entry says, by kind.
sealed interface EntryContent {
  /// The subject that an entry with this content has.
  String subject();

  /// The document that it belongs to, as far as its content tells.
  Optional<DocumentId> document();

  /// A document.
  record Whole(Document value) implements EntryContent {
    @Override
    public String subject() {
      return value.id().value();
    }

    @Override
    public Optional<DocumentId> document() {
      return Optional.of(value.id());
    }
  }

  /// A claim.
  record Claimed(Claim claim) implements EntryContent {
    @Override
    public String subject() {
      return claim.id();
    }

    @Override
    public Optional<DocumentId> document() {
      return Optional.of(claim.document());
    }
  }

  /// A sentence that looks like a claim and was not understood.
  record Looked(Unread unread, DocumentId in) implements EntryContent {
    @Override
    public String subject() {
      return unread.id(in);
    }

    @Override
    public Optional<DocumentId> document() {
      return Optional.of(in);
    }
  }

  /// Something about names.
  record Named(NameEntry entry) implements EntryContent {
    @Override
    public String subject() {
      return NameEntryJson.subject(entry);
    }

    @Override
    public Optional<DocumentId> document() {
      return Optional.empty();
    }
  }

  /// An act.
  record Done(Act act) implements EntryContent {
    @Override
    public String subject() {
      return act.subject();
    }

    @Override
    public Optional<DocumentId> document() {
      return switch (act) {
        case Act.Erased erased -> Optional.of(erased.document());
        case Act.Ruled _, Act.Misread _, Act.Reopened _, Act.Revised _, Act.Retracted _, Act.Grouped _, Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _, Act.Fetched _, Act.Marked _ ->
          claim().map(Claim::document);
      };
    }

    /// The claim that it says is in the document instead.
    Optional<Claim> claim() {
      return switch (act) {
        case Act.Ruled(Ruling ruling) -> ruling.correction();
        case Act.Revised revised -> Optional.of(revised.claim());
        case Act.Misread _, Act.Reopened _, Act.Retracted _, Act.Erased _, Act.Grouped _, Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _, Act.Fetched _, Act.Marked _ ->
          Optional.empty();
      };
    }

    /// Whether its subject is a claim or document.
    boolean aboutRecord() {
      return switch (act) {
        case Act.Ruled _, Act.Misread _, Act.Reopened _, Act.Revised _, Act.Retracted _, Act.Erased _, Act.Marked _ -> true;
        case Act.Grouped _, Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _, Act.Fetched _ ->
          false;
      };
    }
  }

  /// Reads the content of an entry.
  ///
  /// @throws BadInputException `ENTRY_UNREADABLE`, or what core refuses
  static EntryContent of(Entry entry) {
    byte[] content = bytes(entry.content());
    return switch (entry.kind()) {
      case "document" -> new Whole(EntryReader.document(content));
      case "claim" -> new Claimed(EntryReader.claim(content));
      case "unread" -> new Looked(EntryReader.unread(content), new DocumentId(
          entry.document().orElseThrow(() -> JsonObject.unreadable("an unread sentence of no document"))));
      case "name-said", "name-withdrawn", "name-decided" ->
        new Named(NameEntryJson.read(entry.kind(), entry.subject(), content));
      default -> new Done(ActJson.read(entry.kind(), content));
    };
  }

  /// Whether the content holds words of a document, which an erasure drops.
  static boolean hasWords(String kind, String content) {
    return switch (kind) {
      case "document", "claim", "unread", "revised" -> true;
      case "ruled" -> JsonObject.read(bytes(content)).optionalObject("correction", _ -> true).orElse(false);
      default -> false;
    };
  }

  static byte[] bytes(String content) {
    return content.getBytes(StandardCharsets.UTF_8);
  }
}
