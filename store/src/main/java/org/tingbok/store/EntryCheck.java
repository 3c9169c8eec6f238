package org.tingbok.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tingbok.claim.Claim;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.TingbokException;

/// Whether entries, handed in one after the other, are what was recorded: each follows the one before it in number, time
/// and chain, and says what its kind says of something that is on record.
///
/// Keeps no more than the last document and a digest of each document whose words are gone and whose erasure has not come
/// yet. Not for use by several threads.
final class EntryCheck {
  private static final HexFormat HEX = HexFormat.of();

  private final EntriesOnRecord record;
  private final Map<String, Blank> blanks = new TreeMap<>();
  private Optional<Document> lastDocument = Optional.empty();
  private Optional<Entry> last = Optional.empty();

  /// The entries of a document that are blank though no erasure has come yet.
  private static final class Blank {
    private final Entry first;
    private final ErasedContent.Remains remains = new ErasedContent.Remains();

    private Blank(Entry first) {
      this.first = first;
    }
  }

  /// A check from the first entry on.
  ///
  /// @param record looked into for what is not at hand: entries of lower sequence than the one that is being checked
  EntryCheck(EntriesOnRecord record) {
    this.record = record;
  }

  /// Everything that is wrong with the next entry, one line each.
  List<String> next(Entry entry) {
    List<String> wrong = new ArrayList<>(link(entry));
    wrong.addAll(content(entry));
    return wrong;
  }

  /// Only whether it follows the one before it.
  List<String> link(Entry entry) {
    List<String> wrong = new ArrayList<>();
    long before = last.map(Entry::sequence).orElse(0L);
    if (entry.sequence() > before + 1) {
      wrong.add(entry.sequence() == before + 2 ? "entry " + (before + 1) + " is missing before it"
          : "entries " + (before + 1) + " to " + (entry.sequence() - 1) + " are missing before it");
    } else if (entry.sequence() <= before) {
      wrong.add("it comes after entry " + before);
    }
    if (last.isPresent() && entry.recordedAt() < last.get().recordedAt()) {
      wrong.add("it is recorded at " + Instant.ofEpochMilli(entry.recordedAt()) + ", before the entry before it");
    }
    Optional<byte[]> erased = ErasedContent.digest(entry.content());
    Chain chain = new Chain(last.map(one -> HEX.parseHex(one.hash())).orElse(new byte[Chain.LENGTH]));
    String hash = HEX.formatHex(chain.add(entry.sequence(), entry.kind(), entry.subject(), entry.document(),
        entry.recordedAt(), erased.orElseGet(() -> Chain.digest(entry.content()))));
    if (!hash.equals(entry.hash())) {
      wrong.add("it, or the chain before it, is not what was recorded: its hash is " + entry.hash()
          + ", the chain gives " + hash);
    }
    if (erased.isPresent()) {
      blank(entry, wrong);
    }
    if (entry.kind().equals("erased")) {
      erasure(entry, wrong);
    }
    last = Optional.of(entry);
    return wrong;
  }

  private void blank(Entry entry, List<String> wrong) {
    if (entry.document().isEmpty()) {
      wrong.add("its words are gone, though it belongs to no document that could be erased");
    } else {
      blanks.computeIfAbsent(entry.document().get(), _ -> new Blank(entry)).remains.add(entry.sequence(),
          entry.content());
    }
  }

  private void erasure(Entry entry, List<String> wrong) {
    Optional<String> left = Optional.empty();
    try {
      left = ActJson.left(EntryContent.bytes(entry.content()));
    } catch (TingbokException e) {
      return; // Its content is reported as unreadable.
    }
    Blank blank = blanks.remove(entry.subject());
    String found = blank == null ? new ErasedContent.Remains().digest() : blank.remains.digest();
    if (!left.equals(Optional.of(found))) {
      wrong.add("what is left of the document is not what the erasure left");
    }
  }

  /// Only whether it says what its kind says of something that is on record.
  List<String> content(Entry entry) {
    EntryContent content;
    try {
      content = EntryContent.of(entry);
    } catch (TingbokException | DateTimeException e) {
      return List.of("it cannot be read: " + e.getMessage());
    }
    List<String> wrong = new ArrayList<>();
    content(content, entry, wrong);
    return wrong;
  }

  private void content(EntryContent content, Entry entry, List<String> wrong) {
    if (!Subjects.of(content.subject()).equals(entry.subject())) {
      wrong.add("its content is about " + content.subject());
    }
    content.document().map(DocumentId::value).filter(id -> entry.document().filter(id::equals).isEmpty())
        .ifPresent(id -> wrong.add("its content belongs to " + id));
    switch (content) {
      case EntryContent.Whole(Document document) -> lastDocument = Optional.of(document);
      case EntryContent.Claimed(Claim claim) -> verbatim(claim, whole(entry), wrong);
      case EntryContent.Looked looked -> document(looked.in(), wrong).ifPresent(document -> {
        if (!looked.unread().evidence().quote().equals(words(looked, document))) {
          wrong.add("the sentence does not stand at its place of the document");
        }
      });
      case EntryContent.Named _ -> {
      }
      case EntryContent.Done done -> act(done, entry, wrong);
    }
  }

  private static boolean whole(Entry entry) {
    return ErasedContent.digest(entry.content()).isEmpty();
  }

  private static String words(EntryContent.Looked looked, Document document) {
    int start = looked.unread().evidence().start();
    int end = looked.unread().evidence().end();
    return end <= document.text().length() ? document.text().substring(start, end) : "";
  }

  /// Whether a claim reads verbatim in its document.
  ///
  /// @param whole whether its entry has its words still
  private void verbatim(Claim claim, boolean whole, List<String> wrong) {
    if (whole && claim.saying().erasedId().isPresent()) {
      wrong.add("it says what id its claim has, though no words of it were dropped");
    }
    document(claim.document(), wrong).ifPresent(document -> {
      try {
        org.tingbok.claim.Reading.check(document, claim);
      } catch (TingbokException e) {
        wrong.add(String.valueOf(e.getMessage()));
      }
    });
  }

  private void act(EntryContent.Done done, Entry entry, List<String> wrong) {
    if (done.aboutRecord() && !record.holds(entry.subject(), entry.sequence())) {
      wrong.add("it is about " + entry.subject() + ", which is not on record before it");
    }
    done.claim().ifPresent(claim -> verbatim(claim, whole(entry), wrong));
    if (done.act() instanceof Act.Fetched fetched) {
      document(fetched.document(), wrong);
    }
    if (entry.kind().equals("erased")) {
      record.ofDocument(entry.subject(), entry.sequence()).stream()
          .filter(
              one -> EntryContent.hasWords(one.kind(), one.content()) && ErasedContent.digest(one.content()).isEmpty())
          .forEach(one -> wrong.add("entry " + one.sequence() + " (" + one.kind() + ") of the document still has its"
              + " words"));
    }
  }

  /// The document that something is in; empty, with a line, if it is not on record.
  private Optional<Document> document(DocumentId id, List<String> wrong) {
    if (lastDocument.filter(document -> document.id().equals(id)).isEmpty()) {
      Optional<Document> found = record.document(id);
      if (found.isEmpty()) {
        wrong.add("its document " + id + " is not on record before it");
        return Optional.empty();
      }
      lastDocument = found;
    }
    return lastDocument;
  }

  /// An entry of which something is wrong.
  ///
  /// @param entry the entry
  /// @param what in one line
  record Wrong(Entry entry, String what) {
  }

  /// Whatever can only be told at the end.
  List<Wrong> end() {
    return blanks.values().stream().map(blank -> new Wrong(blank.first,
        "its words are gone, though no erasure of its document follows")).toList();
  }

  /// The last entry that was handed in.
  Optional<Entry> last() {
    return last;
  }
}
