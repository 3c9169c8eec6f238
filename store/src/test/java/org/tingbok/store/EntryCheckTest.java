package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.RulingVerdict;

/// Whatever was done to entries past the ledger is found and placed.
class EntryCheckTest {
  private static final LocalDate DAY = LocalDate.of(2024, 5, 1);

  private final List<Reading> readings = new ReadingGenerator(23).readings(12);
  private final List<Entry> entries = SampleEntries.of(readings);

  @Test
  void findsNothingInWhatWasRecorded() {
    act(new Act.Misread(claim().id(), "not read again", "tingbok"));
    act(new Act.Ruled(new Ruling(claim().id(), RulingVerdict.CORRECTED, Optional.of(claim()), "why", "ida", DAY,
        Optional.empty())));
    act(new Act.WatchSet("tides\n", "accused=Copper Lynx", "ida"));
    assertThat(wrong(entries)).isEmpty();
    SampleEntries.erase(entries, claim().document());
    act(new Act.WatchDropped("tides\n"));
    assertThat(wrong(entries)).isEmpty();
    assertThat(wrong(List.of())).isEmpty();
  }

  @Test
  void findsAnyEntryChangedTakenOutPutInOrMoved() {
    Random random = ReadingGenerator.printedRandom();
    for (int round = 0; round < 200; round++) {
      List<Entry> other = new ArrayList<>(entries);
      int at = random.nextInt(other.size() - 1);
      Entry was = other.get(at);
      Entry next = other.get(at + 1);
      switch (random.nextInt(7)) {
        case 0 -> other.remove(at);
        case 1 -> other.add(at, was);
        case 2 -> {
          other.set(at, next);
          other.set(at + 1, was);
        }
        case 3 -> other.set(at, new Entry(was.sequence(), was.kind(), was.subject(), was.document(), was.recordedAt(),
            was.hash(), was.content() + " "));
        case 4 -> other.set(at, new Entry(was.sequence(), was.kind(), was.subject(), was.document(),
            was.recordedAt() + 1, was.hash(), was.content()));
        case 5 -> other.set(at, new Entry(was.sequence(), was.kind(), was.subject(), Optional.empty(),
            was.recordedAt(), was.hash(), was.content()));
        default -> other.set(at, next(other.get(Math.max(0, at - 1)), next));
      }
      assertThat(wrong(other)).describedAs("round %d, entry %d", round, at + 1).isNotEmpty();
    }
  }

  /// One who also made the hash of the entry anew is found at the next one.
  private static Entry next(Entry before, Entry content) {
    List<Entry> made = new ArrayList<>();
    SampleEntries.add(made, content.kind(), content.subject(), content.document(), before.recordedAt(),
        content.content());
    return new Entry(before.sequence() + 1, content.kind(), content.subject(), content.document(),
        before.recordedAt(), made.getFirst().hash(), content.content());
  }

  @Test
  void namesOnlyTheEntryThatWasChanged() {
    Entry was = entries.get(4);
    entries.set(4, new Entry(was.sequence(), was.kind(), was.subject(), was.document(), was.recordedAt(), was.hash(),
        was.content().replaceFirst("\"(start|ownVoice)\"", "\"$1x\"")));
    assertThat(wrong(entries)).allMatch(line -> line.startsWith("5 ")).isNotEmpty();
  }

  @Test
  void findsClaimsThatTheirDocumentsDoNotBear() {
    Claim stray = new ReadingGenerator(99).reading(1).claims().getFirst();
    SampleEntries.add(entries, "claim", stray.id(), Optional.of(stray.document().value()),
        entries.getLast().recordedAt(), EntryWriter.claim(stray));
    assertThat(wrong(entries)).containsExactly(
        entries.size() + " its document " + stray.document() + " is not on record before it");
  }

  @Test
  void findsEvidenceThatIsNotVerbatim() {
    Reading reading = readings.stream().filter(one -> !one.claims().isEmpty()).findFirst().orElseThrow();
    Claim claim = reading.claims().getFirst();
    String content = EntryWriter.claim(claim).replaceFirst("\"quote\":\".", "\"quote\":\"¤");
    List<Entry> few = SampleEntries.of(List.of(reading)).subList(0, 1);
    List<Entry> made = new ArrayList<>(few);
    SampleEntries.add(made, "claim", claim.id(), Optional.of(claim.document().value()), few.getFirst().recordedAt(),
        content);
    assertThat(wrong(made)).hasSize(1).first().asString().startsWith("2 ").doesNotContain("hash");
  }

  @Test
  void findsContentOfAnother() {
    Claim claim = claim();
    List<Entry> made = new ArrayList<>(entries);
    SampleEntries.add(made, "claim", "claim--00000000-0000-0000-0000-000000000000",
        Optional.of(claim.document().value()), made.getLast().recordedAt(), EntryWriter.claim(claim));
    SampleEntries.add(made, "misread", claim.id(), Optional.of(claim.document().value()),
        made.getLast().recordedAt(), ActJson.write(new Act.Misread("claim--0", "why", "r")));
    SampleEntries.add(made, "rumoured", claim.id(), Optional.empty(), made.getLast().recordedAt(), "{}");
    assertThat(wrong(made)).containsExactly(
        (entries.size() + 1) + " its content is about " + claim.id(),
        (entries.size() + 2) + " its content is about claim--0",
        (entries.size() + 3) + " it cannot be read: the entry holds a 'rumoured'");
  }

  @Test
  void findsActsAboutNothing() {
    act(new Act.Misread("claim--00000000-0000-0000-0000-000000000000", "why", "r"));
    assertThat(wrong(entries)).containsExactly(entries.size()
        + " it is about claim--00000000-0000-0000-0000-000000000000, which is not on record before it");
  }

  @Test
  void findsWordsDroppedWithoutAnErasure() {
    DocumentId document = claim().document();
    SampleEntries.erase(entries, document);
    entries.removeLast();
    assertThat(wrong(entries)).containsExactly(entries.stream()
        .filter(entry -> entry.document().equals(Optional.of(document.value()))).findFirst().orElseThrow().sequence()
        + " its words are gone, though no erasure of its document follows");
  }

  @Test
  void findsWhatIsLeftChanged() {
    SampleEntries.erase(entries, claim().document());
    int at = entries.stream().map(Entry::subject).toList().indexOf(claim().id());
    Entry was = entries.get(at);
    entries.set(at, new Entry(was.sequence(), was.kind(), was.subject(), was.document(), was.recordedAt(), was.hash(),
        was.content().replaceFirst("\"level\":\"[a-z-]+\"", "\"level\":\"unknown\"").replace("\"ownVoice\":false",
            "\"ownVoice\":true ")));
    assertThat(wrong(entries)).contains(
        entries.size() + " what is left of the document is not what the erasure left");
  }

  @Test
  void findsWordsThatOutliveAnErasure() {
    List<Entry> before = List.copyOf(entries);
    SampleEntries.erase(entries, claim().document());
    int at = entries.stream().map(Entry::subject).toList().indexOf(claim().id());
    entries.set(at, before.get(at));
    assertThat(wrong(entries)).contains(entries.size() + " entry " + (at + 1) + " (claim) of the document still has"
        + " its words");
  }

  private Claim claim() {
    return readings.stream().flatMap(reading -> reading.claims().stream()).findFirst().orElseThrow();
  }

  private void act(Act act) {
    SampleEntries.add(entries, ActJson.kind(act), act.subject(),
        act.subject().startsWith("claim--") ? Optional.of(claim().document().value()) : Optional.empty(),
        entries.getLast().recordedAt() + 1, ActJson.write(act));
  }

  private static List<String> wrong(List<Entry> entries) {
    EntryCheck check = new EntryCheck(SampleEntries.onRecord(entries));
    List<String> lines = new ArrayList<>();
    for (Entry entry : entries) {
      check.next(entry).forEach(line -> lines.add(entry.sequence() + " " + line));
    }
    check.end().forEach(wrong -> lines.add(wrong.entry().sequence() + " " + wrong.what()));
    return lines;
  }
}
