package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.ContentId;

/// The chain is the documented one, and no two ledgers have the same head.
class ChainTest {
  private record Link(long sequence, String kind, String subject, Optional<String> document, long recordedAt,
      String content) {
  }

  @Test
  void hashesTheDocumentedLines() {
    byte[] lines = ("1\ndocument\ndocument--1\ndocument--1\n1709640000000\n"
        + ContentId.sha256("{\"text\":\"Ø\"}".getBytes(StandardCharsets.UTF_8)) + "\n")
        .getBytes(StandardCharsets.UTF_8);
    byte[] whole = new byte[32 + lines.length];
    System.arraycopy(lines, 0, whole, 32, lines.length);

    byte[] hash = new Chain().add(1, "document", "document--1", Optional.of("document--1"), 1_709_640_000_000L,
        Chain.digest("{\"text\":\"Ø\"}"));

    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(ContentId.sha256(whole));
  }

  @Test
  void goesOnFromAnyEntry() {
    Chain whole = new Chain();
    whole.add(1, "watch-set", "tides", Optional.empty(), 5, Chain.digest("{}"));
    byte[] first = whole.head();
    whole.add(2, "watch-dropped", "tides", Optional.empty(), 6, Chain.digest("{}"));

    assertThat(new Chain(first).add(2, "watch-dropped", "tides", Optional.empty(), 6, Chain.digest("{}")))
        .isEqualTo(whole.head());
    assertThat(new Chain().head()).isEqualTo(new byte[32]);
  }

  @Test
  void linesWithinALineAreNotLines() {
    assertThat(head(List.of(new Link(1, "watch-set", "a\nb", Optional.empty(), 0, "{}"))))
        .isNotEqualTo(head(List.of(new Link(1, "watch-set", "a", Optional.of("b\n"), 0, "{}"))))
        .isNotEqualTo(head(List.of(new Link(1, "watch-set", "a\\nb", Optional.empty(), 0, "{}"))));
  }

  @Test
  void everyChangeChangesTheHead() {
    Random random = ReadingGenerator.printedRandom();
    for (int round = 0; round < 300; round++) {
      List<Link> links = new ArrayList<>();
      for (int i = 0; i < 2 + random.nextInt(6); i++) {
        links.add(new Link(i + 1, word(random), word(random),
            random.nextBoolean() ? Optional.of(word(random)) : Optional.empty(), random.nextInt(9), word(random)));
      }
      byte[] head = head(links);
      assertThat(head(links)).isEqualTo(head);
      List<Link> other = new ArrayList<>(links);
      int at = random.nextInt(other.size());
      Link was = other.get(at);
      switch (random.nextInt(8)) {
        case 0 -> other.remove(at);
        case 1 -> other.add(at, was);
        case 2 -> other.set(at, new Link(was.sequence + 1, was.kind, was.subject, was.document, was.recordedAt,
            was.content));
        case 3 -> other.set(at, new Link(was.sequence, was.kind + "x", was.subject, was.document, was.recordedAt,
            was.content));
        case 4 -> other.set(at, new Link(was.sequence, was.kind, was.subject + "x", was.document, was.recordedAt,
            was.content));
        case 5 -> other.set(at, new Link(was.sequence, was.kind, was.subject,
            Optional.of(was.document.orElse("") + "x"), was.recordedAt, was.content));
        case 6 -> other.set(at, new Link(was.sequence, was.kind, was.subject, was.document, was.recordedAt + 1,
            was.content));
        default -> other.set(at, new Link(was.sequence, was.kind, was.subject, was.document, was.recordedAt,
            was.content + "x"));
      }
      assertThat(head(other)).describedAs("%s%n%s", links, other).isNotEqualTo(head);
    }
  }

  @Test
  void whatIsLeftOfAnErasedEntryCarriesTheDigestOfWhatWasThere() {
    byte[] digest = Chain.digest("{\"text\":\"words\"}");
    String left = ErasedContent.of("{\"text\":\"█████\"}", digest);

    assertThat(left).isEqualTo("{\"text\":\"█████\",\"erased\":\"" + HexFormat.of().formatHex(digest) + "\"}");
    assertThat(ErasedContent.digest(left)).hasValue(digest);
    assertThat(ErasedContent.digest("{\"text\":\"words\"}")).isEmpty();
    assertThat(ErasedContent.digest("{\"text\":\",\\\"erased\\\":\\\"" + "0".repeat(64) + "\"}")).isEmpty();
    assertThat(ErasedContent.digest("{\"text\":\"█\",\"erased\":\"" + "g".repeat(64) + "\"}")).isEmpty();
    assertThat(ErasedContent.digest("")).isEmpty();
  }

  @Test
  void whatIsLeftIsSealed() {
    assertThat(remains("7", "{\"a\":1}")).isEqualTo(remains("7", "{\"a\":1}"))
        .isNotEqualTo(remains("8", "{\"a\":1}")).isNotEqualTo(remains("7", "{\"a\":2}"))
        .isNotEqualTo(new ErasedContent.Remains().digest());
  }

  private static String remains(String sequence, String content) {
    ErasedContent.Remains remains = new ErasedContent.Remains();
    remains.add(Long.parseLong(sequence), content);
    return remains.digest();
  }

  private static byte[] head(List<Link> links) {
    Chain chain = new Chain();
    for (Link link : links) {
      chain.add(link.sequence, link.kind, link.subject, link.document, link.recordedAt, Chain.digest(link.content));
    }
    return chain.head();
  }

  private static String word(Random random) {
    String[] words = {"", "a", "b", "\n", "\\", "n", "\\n", "Ø", "1"};
    return words[random.nextInt(words.length)] + words[random.nextInt(words.length)];
  }
}
