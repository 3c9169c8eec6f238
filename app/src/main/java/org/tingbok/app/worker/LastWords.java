package org.tingbok.app.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a worker says on its standard error, of which the last line is kept.
///
/// That is the Java machine's own words and a start that failed: a worker says nothing there once it reads
/// ([Worker#main]), so that no report's text comes out this way. Read by one thread, asked by another.
final class LastWords {
  private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);
  private static final int LONGEST = 200;
  /// Said by every Java machine that does not start, after what tells why.
  private static final List<String> TELLING_NOTHING =
      List.of("Error: Could not create the Java Virtual Machine.", "Error: A fatal exception has occurred.");

  private volatile Optional<String> last = Optional.empty();

  /// Listens until the stream ends. What is longer than a line of some length is let go, however long it is.
  void listen(InputStream stream) {
    StringBuilder line = new StringBuilder();
    byte[] bytes = new byte[1024];
    try (stream) {
      int count = stream.read(bytes);
      while (count >= 0) {
        for (char sign : new String(bytes, 0, count, StandardCharsets.ISO_8859_1).toCharArray()) {
          if (sign == '\n') {
            keep(line.toString());
            line.setLength(0);
          } else if (line.length() < LONGEST) {
            line.append(sign);
          }
        }
        count = stream.read(bytes);
      }
    } catch (IOException e) {
      LOG.debug("what a worker said last is not known", e); // it ended amid a word
    }
    keep(line.toString());
  }

  private void keep(String line) {
    // Java machines speak ASCII here; whatever else comes is nobody's word.
    String plain = line.replaceAll("[^!-~]+", " ").strip();
    if (plain.chars().anyMatch(Character::isLetter) && TELLING_NOTHING.stream().noneMatch(plain::startsWith)) {
      last = Optional.of(plain);
    }
  }

  /// The last line that had a letter.
  ///
  /// @return up to 200 characters; empty if nothing was said
  Optional<String> last() {
    return last;
  }
}
