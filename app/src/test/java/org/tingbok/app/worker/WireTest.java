package org.tingbok.app.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.ReportContents;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.text.AlignedText;
import org.tingbok.text.Text;

/// What a worker answers comes over whole, and what is no answer is told as that.
class WireTest {
  private static final Path SAMPLES = Path.of("..", "samples");
  private static final ReportContents READER = new ReportContents(NameDecisions.none(), true);

  private static byte[] written(InputReader.Contents contents) {
    return Wire.bytes(Reply.class, new Reply.Done(7, contents));
  }

  private static void same(InputReader.Contents there, InputReader.Contents here) {
    assertThat(there.readings()).isEqualTo(here.readings());
    assertThat(there.acts()).isEqualTo(here.acts());
    assertThat(there.troubles()).isEqualTo(here.troubles());
    assertThat(there.unread()).hasSameSizeAs(here.unread());
    for (int i = 0; i < there.unread().size(); i++) {
      same(there.unread().get(i), here.unread().get(i));
    }
  }

  private static void same(Text there, Text here) {
    assertThat(there.document()).isEqualTo(here.document());
    assertThat(there.blocks()).isEqualTo(here.blocks());
    assertThat(there.view()).isEqualTo(here.view());
    assertThat(places(there.aligned())).isEqualTo(places(here.aligned()));
  }

  private static List<?> places(AlignedText text) {
    return Stream.iterate(0, at -> at < text.view().length(), at -> at + 1).map(at -> text.canonical(at, at + 1))
        .toList();
  }

  @Test
  void carriesAllThatSamplesSay() throws IOException {
    List<Path> samples;
    try (Stream<Path> all = Files.list(SAMPLES)) {
      samples = all.sorted().toList();
    }
    assertThat(samples).hasSizeGreaterThan(30);
    for (Path sample : samples) {
      InputReader.Contents here =
          READER.read(sample.toString(), Files.readAllBytes(sample), InputReader.Beside.NOTHING);
      Reply there = Wire.value(Reply.class, written(here));
      assertThat(there).isInstanceOf(Reply.Done.class);
      same(((Reply.Done) there).contents(), here);
    }
  }

  @Test
  void carriesHalvesOfLetters() throws IOException {
    byte[] halves = "\ufeffTides \ud800 rose, \udc00 the police said.".getBytes(StandardCharsets.UTF_16LE);
    Request.Read asked = new Request.Read(1, "a\ud83d.txt", halves, InputReader.Beside.NOTHING);
    assertThat(Wire.value(Request.class, Wire.bytes(Request.class, asked)))
        .isInstanceOfSatisfying(Request.Read.class, read -> {
          assertThat(read.source()).isEqualTo("a\ud83d.txt");
          assertThat(read.bytes()).isEqualTo(halves);
        });
  }

  /// A worker that has been taken over can send anything; all that can come of it is a value of the declared type or an error
  /// of one kind.
  @Test
  void takesNothingElse() throws IOException {
    byte[] whole = written(READER.read("a.txt",
        Files.readAllBytes(SAMPLES.resolve("visma-two-names.md")), InputReader.Beside.NOTHING));
    Random random = new Random(20261123L);
    int garbled = 0;
    for (int round = 0; round < 3000; round++) {
      byte[] changed = random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
      for (int change = 0; change < 3 && changed.length > 0; change++) {
        changed[random.nextInt(changed.length)] = (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
      }
      try {
        assertThat(Wire.value(Reply.class, changed)).as("round %d", round).isNotNull();
      } catch (Wire.Garbled e) {
        garbled++;
      }
    }
    assertThat(garbled).isGreaterThan(300);
  }
}
