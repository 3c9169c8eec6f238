package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.BadInputException;

/// The lines of an exported ledger: nothing lost, nothing broken taken.
class ExportFormatTest {
  private static final String HASH = "0123456789abcdef".repeat(4);
  private static final String FIRST = "{\"format\":\"tingbok-ledger\",\"version\":1}";

  @Test
  void givesBackEveryEntryToTheLetter() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    for (Entry entry : SampleEntries.of(generator.readings(60))) {
      String line = ExportFormat.write(new ExportFormat.One(entry));
      assertThat(line).doesNotContain("\n").contains(entry.content());
      assertThat(ExportFormat.read(line)).isEqualTo(new ExportFormat.One(entry));
    }
  }

  /// A change here changes the files of everybody: old exports have to stay readable.
  @Test
  void writesTheDocumentedForm() {
    assertThat(ExportFormat.write(new ExportFormat.First(1))).isEqualTo(FIRST);
    assertThat(ExportFormat.write(new ExportFormat.One(new Entry(7, "watch-dropped", "tides\n", Optional.empty(),
        1_709_640_000_001L, HASH, "{\"name\":\"tides\\n\"}")))).isEqualTo("""
            {"sequence":7,"kind":"watch-dropped","subject":"tides\\n","recordedAt":"2024-03-05T12:00:00.001Z",\
            "hash":"%s","content":{"name":"tides\\n"}}""".formatted(HASH));
    assertThat(ExportFormat.write(new ExportFormat.Last(7, HASH)))
        .isEqualTo("{\"entries\":7,\"head\":\"" + HASH + "\"}");
  }

  @Test
  void takesTheMembersInAnyOrderAndWithBlanks() {
    assertThat(
        ExportFormat.read("{ \"content\": { \"name\" : \"é𝔊\" } , \"hash\":\"" + HASH + "\", \"document\":\"d\","
            + "\"recordedAt\":\"2024-03-05T12:00:00Z\",\"subject\":\"é𝔊\",\"kind\":\"k\",\"sequence\":1 }\r"))
        .isEqualTo(new ExportFormat.One(new Entry(1, "k", "é𝔊", Optional.of("d"), 1_709_640_000_000L, HASH,
            "{ \"name\" : \"é𝔊\" }")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "null", "{", "{}", "{}{}", "{\"format\":\"csv\",\"version\":1}",
      "{\"format\":\"tingbok-ledger\"}", "{\"format\":\"tingbok-ledger\",\"version\":-1}",
      "{\"format\":\"tingbok-ledger\",\"version\":\"1\"}", "{\"entries\":1}", "{\"entries\":1,\"head\":\"abc\"}",
      "{\"entries\":1.5,\"head\":\"abc\"}", "{\"entries\":99999999999999999999,\"head\":\"abc\"}", "{\"mood\":1}",
      "{\"sequence\":1,\"kind\":\"k\",\"subject\":\"s\",\"recordedAt\":\"today\",\"hash\":\"HASH\",\"content\":{}}",
      "{\"sequence\":1,\"kind\":\"k\",\"subject\":\"s\",\"recordedAt\":\"2024-03-05T12:00:00.0001Z\",\"hash\":\"HASH\","
          + "\"content\":{}}",
      "{\"sequence\":1,\"kind\":\"k\",\"subject\":\"s\",\"recordedAt\":\"2024-03-05T12:00:00Z\",\"hash\":\"HASH\","
          + "\"content\":\"{}\"}",
      "{\"sequence\":1,\"kind\":\"k\",\"subject\":\"s\",\"recordedAt\":\"2024-03-05T12:00:00Z\",\"hash\":\"HASH\"}",
      "{\"sequence\":1,\"kind\":\"k\",\"subject\":\"s\",\"recordedAt\":\"2024-03-05T12:00:00Z\",\"hash\":\"HASH\","
          + "\"content\":{}"})
  void refusesWhatIsNoLine(String line) {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> ExportFormat.read(line.replace("HASH", HASH)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("EXPORT_UNREADABLE"));
  }

  @Test
  void readsAWholeFile() {
    List<Entry> entries = SampleEntries.of(new ReadingGenerator(3).readings(40));
    assertThat(read(SampleEntries.export(entries))).isEqualTo(entries);
    assertThat(read(SampleEntries.export(List.of()))).isEmpty();
    assertThat(read(SampleEntries.export(entries).strip())).isEqualTo(entries);
    assertThat(read(SampleEntries.export(entries).replace("\n", "\r\n"))).isEqualTo(entries);
  }

  /// Cut anywhere: never taken for whole, and the message says that it is half a file.
  @Test
  void refusesHalfAFile() {
    Random random = ReadingGenerator.printedRandom();
    byte[] whole = SampleEntries.export(SampleEntries.of(new ReadingGenerator(3).readings(12)))
        .getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 300; i++) {
      byte[] half = java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 2));
      assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read(half)).satisfies(
          refusal -> assertThat(refusal.code()).isIn("EXPORT_CUT_OFF", "EXPORT_UNREADABLE"))
          .withMessageContaining("nothing was imported").withMessageMatching("f\\.jsonl.*line \\d+.*");
    }
  }

  @Test
  void saysWhichLineIsWrong() {
    String whole = SampleEntries.export(SampleEntries.of(new ReadingGenerator(3).readings(4)));
    List<String> lines = whole.lines().toList();
    refuses("", "EXPORT_UNREADABLE", "f.jsonl is empty");
    refuses("a letter\n", "EXPORT_UNREADABLE", "f.jsonl, line 1: it is no JSON");
    refuses(String.join("\n", lines.subList(1, lines.size())), "EXPORT_UNREADABLE",
        "f.jsonl, line 1: the file is no exported ledger");
    refuses(String.join("\n", lines.subList(0, 3)) + "\n", "EXPORT_CUT_OFF", "f.jsonl ends after line 3");
    refuses(whole.substring(0, whole.length() - 9), "EXPORT_CUT_OFF",
        "line " + lines.size() + ": the file ends in the middle of it");
    refuses(whole + "{}\n", "EXPORT_UNREADABLE", "line " + lines.size() + ": something comes after the last line");
    refuses(whole.replaceFirst("(?m)^.*\n", FIRST + "\n" + FIRST + "\n"), "EXPORT_UNREADABLE", "line 2: a second");
    refuses(whole.replaceFirst("\n.*\n", "\n"), "EXPORT_CUT_OFF", "lines are missing");
    refuses(whole.replace("\"version\":1", "\"version\":2"), "EXPORT_NEWER", "of version 2");
    refuses(whole.replace("\"version\":1", "\"version\":0"), "EXPORT_UNREADABLE", "no such version");
    byte[] latin = (FIRST + "\n\u00e6").getBytes(StandardCharsets.ISO_8859_1);
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read(latin))
        .withMessageContaining("it is no UTF-8");
  }

  private static void refuses(String file, String code, String message) {
    assertThatExceptionOfType(BadInputException.class).isThrownBy(() -> read(file)).withMessageContaining(message)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static List<Entry> read(String file) {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Entry> read(byte[] file) {
    ExportLines lines = new ExportLines(new ByteArrayInputStream(file), "f.jsonl");
    List<Entry> entries = new ArrayList<>();
    for (Optional<Entry> entry = lines.next(); entry.isPresent(); entry = lines.next()) {
      entries.add(entry.get());
    }
    return entries;
  }
}
