package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Citation;
import org.tingbok.claim.Decision;
import org.tingbok.claim.Listing;
import org.tingbok.ledger.NameEntry;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Verdict;

/// What entries hold of names loses nothing, and what schema 2 held of them can still be read.
class NameFormatTest {
  private static final LocalDate DAY = LocalDate.of(2024, 3, 5);
  static final Listing LISTING = new Listing("list/herons", "Herons Inc.", "7", "Tin Heron", "Heron \"Four\"",
      AliasRelation.SAME, Optional.of("Elvheim Institute"), Certainty.ASSERTED,
      List.of(new Citation("a page", Optional.of("https://example.org/1"), PartialDate.year(2023))),
      PartialDate.parse("2023-05"), "also known as Heron \"Four\"\n\u0000");
  private static final List<NameEntry> ENTRIES = List.of(new NameEntry.Said(LISTING, PartialDate.day(DAY), DAY),
      new NameEntry.Withdrawn("list/herons", LISTING.id(), DAY),
      new NameEntry.Decided(new Decision("Tin Heron", "Copper Lynx", Verdict.DISTINCT, "other tools", "ida", DAY)));

  @Test
  void givesBackEqualWhatWasWritten() {
    for (NameEntry entry : ENTRIES) {
      assertThat(NameEntryJson.read(NameEntryJson.kind(entry), NameEntryJson.subject(entry),
          NameEntryJson.write(entry).getBytes(StandardCharsets.UTF_8))).isEqualTo(entry);
    }
  }

  @Test
  void readsWhatSchemaTwoHeld() {
    for (NameEntry entry : ENTRIES) {
      String content = NameEntryJson.write(entry).replace("\"list\":\"list/herons\",", "");
      Optional<String> list = content.equals(NameEntryJson.write(entry)) ? Optional.empty()
          : Optional.of("list/herons");
      assertThat(NameEntryJson.read(NameEntryJson.kind(entry).substring("name-".length()), list,
          NameEntryJson.subject(entry), content.getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(entry);
    }
  }
}
