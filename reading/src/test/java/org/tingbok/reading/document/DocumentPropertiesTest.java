package org.tingbok.reading.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.Span;
import org.tingbok.text.Block;
import org.tingbok.text.Text;

/// What holds for every text, whatever is in it.
class DocumentPropertiesTest {
  private static List<Path> reports() throws IOException {
    try (Stream<Path> dev = Files.list(Path.of("..", "gold", "dev"));
        Stream<Path> samples = Files.list(Path.of("..", "samples"))) {
      return Stream.concat(dev, samples).filter(path -> Formats.reads(path.toString())).sorted().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> keepsItsPropertiesOnEveryReport() throws IOException {
    return reports().stream().map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
  }

  private static void check(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    Text text = DocumentParser.parse(path.toString(), bytes);
    String canonical = text.document().text();
    int end = 0;
    for (Block block : text.blocks()) {
      assertThat(block.start()).as("blocks in order").isGreaterThanOrEqualTo(end);
      assertThat(text.view().substring(end, block.start())).as("only white space between blocks").isBlank();
      assertThat(block.end()).isGreaterThan(block.start());
      end = block.end();
    }
    assertThat(text.view().substring(end)).isBlank();
    int before = 0;
    for (int i = 0; i < text.view().length(); i++) {
      Span place = text.canonical(i, i + 1);
      assertThat(place.start()).as("places rise").isGreaterThanOrEqualTo(before);
      assertThat(place.end()).isLessThanOrEqualTo(canonical.length());
      char sign = text.view().charAt(i);
      if (place.length() == 1 && !Character.isWhitespace(sign)) {
        assertThat(canonical.charAt(place.start())).as("a sign stands where its alignment says").isEqualTo(sign);
      }
      before = place.start();
    }
    int last = 0;
    for (Span span : text.document().body()) {
      assertThat(span.start()).as("body in order").isGreaterThanOrEqualTo(last);
      assertThat(span.end()).isLessThanOrEqualTo(canonical.length());
      last = span.end();
    }
    for (DocumentDate date : text.document().dates()) {
      assertThat(date.quote()).isEqualTo(date.span().of(canonical));
    }
    assertThat(text.document().body()).isNotEmpty();
    Text again = DocumentParser.parse(path.toString(), bytes);
    assertThat(again.document()).as("a second reading").isEqualTo(text.document());
    assertThat(again.blocks()).isEqualTo(text.blocks());
    if (path.toString().matches(".*\\.(txt|md|html)")) {
      lineEnds(path, canonical, text);
    }
  }

  private static void lineEnds(Path path, String canonical, Text text) {
    for (String lineEnd : List.of("\r\n", "\r")) {
      Text other =
          DocumentParser.parse(path.toString(), canonical.replace("\n", lineEnd).getBytes(StandardCharsets.UTF_8));
      assertThat(other.document().text()).isEqualTo(canonical);
      assertThat(other.view()).isEqualTo(text.view());
      assertThat(other.blocks()).isEqualTo(text.blocks());
    }
  }
}
