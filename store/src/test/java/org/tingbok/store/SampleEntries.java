package org.tingbok.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Erasure;

/// Entries as a ledger would keep them, made without one.
final class SampleEntries {
  private static final HexFormat HEX = HexFormat.of();

  private SampleEntries() {
  }

  /// The entries of readings, a second between one reading and the next.
  static List<Entry> of(List<Reading> readings) {
    List<Entry> entries = new ArrayList<>();
    long moment = 1_709_640_000_000L;
    for (Reading reading : readings) {
      Document document = reading.document();
      Optional<String> id = Optional.of(document.id().value());
      add(entries, "document", document.id().value(), id, moment, EntryWriter.document(document));
      for (Claim claim : reading.claims()) {
        add(entries, "claim", claim.id(), id, moment, EntryWriter.claim(claim));
      }
      for (Unread unread : reading.unread()) {
        add(entries, "unread", unread.id(document.id()), id, moment, EntryWriter.unread(unread));
      }
      moment += 1000;
    }
    return entries;
  }

  /// Adds an entry that follows the last.
  static void add(List<Entry> entries, String kind, String subject, Optional<String> document, long moment,
      String content) {
    Chain chain = entries.isEmpty() ? new Chain() : new Chain(HEX.parseHex(entries.getLast().hash()));
    long sequence = entries.size() + 1L;
    byte[] hash = chain.add(sequence, kind, subject, document, moment, Chain.digest(content));
    entries.add(new Entry(sequence, kind, subject, document, moment, HEX.formatHex(hash), content));
  }

  /// Drops the words of a document, and adds the entry that says so.
  static void erase(List<Entry> entries, DocumentId document) {
    ErasedContent.Remains remains = new ErasedContent.Remains();
    entries.replaceAll(entry -> {
      if (entry.document().filter(document.value()::equals).isEmpty()
          || !EntryContent.hasWords(entry.kind(), entry.content())) {
        return entry;
      }
      String left = ErasedContent.of(switch (EntryContent.of(entry)) {
        case EntryContent.Whole(Document whole) -> EntryWriter.document(Erasure.of(whole));
        case EntryContent.Claimed(Claim claim) -> EntryWriter.claim(Erasure.of(claim));
        case EntryContent.Looked looked -> EntryWriter.unread(Erasure.of(looked.unread()));
        case EntryContent.Done done -> ActJson.write(Erasure.of(done.act(), document));
        case EntryContent.Named _ -> throw new AssertionError("names have no document");
      }, Chain.digest(entry.content()));
      remains.add(entry.sequence(), left);
      return new Entry(entry.sequence(), entry.kind(), entry.subject(), entry.document(), entry.recordedAt(),
          entry.hash(), left);
    });
    Act.Erased act = new Act.Erased(document, "court order 7", "the editor", LocalDate.of(2024, 5, 1));
    add(entries, "erased", document.value(), Optional.of(document.value()), entries.getLast().recordedAt() + 1000,
        ActJson.erased(act, remains.digest()));
  }

  /// The exported file of entries.
  static String export(List<Entry> entries) {
    StringBuilder file = new StringBuilder(ExportFormat.write(new ExportFormat.First(1))).append('\n');
    for (Entry entry : entries) {
      file.append(ExportFormat.write(new ExportFormat.One(entry))).append('\n');
    }
    return file.append(ExportFormat.write(new ExportFormat.Last(entries.size(),
        entries.isEmpty() ? "0".repeat(64) : entries.getLast().hash()))).append('\n').toString();
  }

  /// What can be looked up among entries at hand.
  static EntriesOnRecord onRecord(List<Entry> entries) {
    return new EntriesOnRecord() {
      @Override
      public Optional<Document> document(DocumentId id) {
        return entries.stream().filter(entry -> entry.kind().equals("document") && entry.subject().equals(id.value()))
            .findFirst().map(entry -> EntryReader.document(EntryContent.bytes(entry.content())));
      }

      @Override
      public boolean holds(String subject, long before) {
        return entries.stream().anyMatch(entry -> entry.sequence() < before && entry.subject().equals(subject)
            && List.of("document", "claim", "unread").contains(entry.kind()));
      }

      @Override
      public List<Entry> ofDocument(String document, long before) {
        return entries.stream().filter(entry -> entry.sequence() < before
            && entry.document().equals(Optional.of(document))).toList();
      }
    };
  }
}
