package org.tingbok.app.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the comments of cards say of them and of each of their slots. The sources are packed with the program for that, so that the
/// document never says something else than they do.
final class CardWords {
  private static final Pattern DECLARED = Pattern.compile("\\brecord (\\w+)\\s*(?:<[^>]*>)?\\(");
  private static final Pattern METHOD = Pattern.compile("^\\s*public [\\w<>.]+ (\\w+)\\(\\) \\{");
  private static final Map<Class<?>, Map<String, String>> FILES = new ConcurrentHashMap<>();

  private CardWords() {
  }

  /// What is said of a card.
  static Optional<String> of(Class<?> card) {
    return Optional.ofNullable(file(card).get(card.getSimpleName()));
  }

  /// What is said of a slot.
  static Optional<String> of(Class<?> card, String slot) {
    return Optional.ofNullable(file(card).get(card.getSimpleName() + "." + slot));
  }

  private static Map<String, String> file(Class<?> card) {
    Class<?> outer = card;
    while (outer.getEnclosingClass() != null) {
      outer = outer.getEnclosingClass();
    }
    return FILES.computeIfAbsent(outer, CardWords::read);
  }

  private static Map<String, String> read(Class<?> outer) {
    try (InputStream stream = outer.getResourceAsStream(outer.getSimpleName() + ".java")) {
      return stream == null ? Map.of() : words(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The words of a source: of a record under its name, of a slot under both with a stop between.
  static Map<String, String> words(String source) {
    Map<String, String> words = new HashMap<>();
    StringBuilder comment = new StringBuilder();
    String record = "";
    for (String line : source.lines().toList()) {
      String text = line.strip();
      if (text.startsWith("///")) {
        comment.append(text.substring(3)).append('\n');
        continue;
      }
      if (text.startsWith("@")) {
        continue;
      }
      Matcher declared = DECLARED.matcher(line);
      Matcher method = METHOD.matcher(line);
      if (declared.find()) {
        record = declared.group(1);
        tell(words, record, comment.toString());
      } else if (method.find() && comment.indexOf("@return") >= 0) {
        words.put(record + "." + method.group(1), plain(comment.substring(0, comment.indexOf("@"))));
      }
      comment.setLength(0);
    }
    return words;
  }

  private static void tell(Map<String, String> words, String record, String comment) {
    String[] parts = comment.split("(?m)^\\s*@param\\s+", -1);
    words.put(record, plain(parts[0]));
    for (int i = 1; i < parts.length; i++) {
      String[] both = parts[i].split("\\s+", 2);
      if (both.length > 1) {
        String said = plain(both[1]);
        words.put(record + "." + both[0], said.isEmpty() ? said
            : Character.toUpperCase(said.charAt(0)) + said.substring(1) + (said.endsWith(".") ? "" : "."));
      }
    }
  }

  private static String plain(String comment) {
    return comment.strip().replaceAll("\\[#?([\\w.#]+)(?:\\([^)]*\\))?\\]", "$1").replace("&amp;", "&")
        .replaceAll("\\s+", " ");
  }
}
