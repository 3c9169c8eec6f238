package org.tingbok.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// No regular expression of ours can be made to look at a text more often than in the square of its length: reports are hostile,
/// and a pattern that tries all ways of cutting a run of blanks never ends.
///
/// What is counted is the characters that a pattern asks for, so that the answer is the same on every machine.
class PatternsTest {
  private static final int LENGTH = 150;
  /// A text twice as long is looked at four times as often by a pattern of the second power, eight times by one of the third.
  private static final long MOST_TIMES = 6;
  /// Looks for each character that are nothing to speak of.
  private static final long FEW = 40;
  /// More than any pattern of the second power needs.
  private static final long MOST = 3000L * LENGTH * LENGTH;
  private static final Pattern WRITTEN = Pattern.compile(
      "\\.(?:matches|replaceAll|replaceFirst|split|compile)\\(\\s*\"((?:[^\"\\\\\\n]|\\\\.)*)\"\\s*[,)]");
  private static final List<String> RUNS =
      List.of(" ", "a", "A", "1", "a ", "A ", "1 ", "aA", "A.", "a.", "1.", "1,", ", ",
          ". ", "-", "- ", "a-", "\n", "\n ", "\t", "\"", "“", "“a ", "'", "a'", "(", "(a", "[", "[a](", "<", "<a ",
          "&", "&a",
          "/", "/a", ":", ";", "=", "=a", "*", "_", "#", "@", "a@", "\\", "%", "0x", "é", "the ", "and ", "A and ",
          "the A of ",
          "May ", "1 May ", "http://", "APT1 ", "ab12", "{", "{\"a\":", ">", "> ", "|", "| ", "–", " – ", "a: ", "A, ",
          "A-a ");
  private static final List<String> BEGINNINGS = List.of("", "The ", "<a ");

  /// A text that counts how often somebody looks at it.
  private static final class Counted implements CharSequence {
    private final CharSequence text;
    private final long[] looks;

    Counted(CharSequence text, long[] looks) {
      this.text = text;
      this.looks = looks;
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public char charAt(int index) {
      if (++looks[0] > MOST) {
        throw new TooOften();
      }
      return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private static final class TooOften extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  @Test
  void noneLooksMoreOftenThanTheSquare() throws IOException, IllegalAccessException {
    Map<String, Pattern> patterns = patterns();
    assertThat(patterns).hasSizeGreaterThan(400);
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, Pattern> one : patterns.entrySet()) {
      attack(one.getValue()).ifPresent(text -> faults.add(one.getKey() + " on " + text + ": " + one.getValue()));
    }
    assertThat(faults).isEmpty();
  }

  private static Optional<String> attack(Pattern pattern) {
    for (String run : RUNS) {
      for (String beginning : BEGINNINGS) {
        try {
          for (boolean whole : new boolean[] {false, true}) {
            long once = looks(pattern, beginning + run.repeat(LENGTH / run.length()) + "\u0001", whole);
            long twice = looks(pattern, beginning + run.repeat(2 * LENGTH / run.length()) + "\u0001", whole);
            if (twice > FEW * LENGTH && twice > once * MOST_TIMES) {
              throw new TooOften();
            }
          }
        } catch (TooOften | StackOverflowError e) {
          return Optional.of("'" + beginning + "' and many '" + run + "'");
        }
      }
    }
    return Optional.empty();
  }

  private static long looks(Pattern pattern, String text, boolean whole) {
    long[] looks = new long[1];
    Matcher matcher = pattern.matcher(new Counted(text, looks));
    boolean on = whole ? matcher.matches() : matcher.find();
    while (on && !whole) {
      on = matcher.find();
    }
    return looks[0];
  }

  /// Those kept in constants, and those written where they are used.
  private static Map<String, Pattern> patterns() throws IOException, IllegalAccessException {
    Map<String, Pattern> patterns = new TreeMap<>();
    for (JavaClass type : new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.tingbok")) {
      for (JavaField constant : type.getFields()) {
        if (constant.getModifiers().contains(JavaModifier.STATIC) && holds(constant)) {
          Field field = constant.reflect();
          field.setAccessible(true);
          collect(constant.getFullName(), field.get(null), patterns);
        }
      }
    }
    try (Stream<Path> modules = Files.list(Path.of(".."))) {
      for (Path sources : modules.map(module -> module.resolve("src/main/java")).filter(Files::isDirectory).toList()) {
        written(sources, patterns);
      }
    }
    return patterns;
  }

  private static boolean holds(JavaField field) {
    return field.getRawType().isEquivalentTo(Pattern.class)
        || field.getType().getAllInvolvedRawTypes().stream().anyMatch(type -> type.isEquivalentTo(Pattern.class));
  }

  private static void collect(String name, Object value, Map<String, Pattern> patterns) {
    switch (value) {
      case Pattern pattern -> patterns.put(name + "#" + patterns.size(), pattern);
      case Collection<?> all -> all.forEach(one -> collect(name, one, patterns));
      case Map<?, ?> all -> {
        all.keySet().forEach(one -> collect(name, one, patterns));
        all.values().forEach(one -> collect(name, one, patterns));
      }
      default -> {
        // something beside the patterns
      }
    }
  }

  private static void written(Path sources, Map<String, Pattern> patterns) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(sources)) {
      files = all.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
    for (Path file : files) {
      Matcher matcher = WRITTEN.matcher(Files.readString(file));
      while (matcher.find()) {
        try {
          patterns.put(file.getFileName() + "@" + matcher.start(), Pattern.compile(unescaped(matcher.group(1))));
        } catch (PatternSyntaxException e) {
          // another method of that name
        }
      }
    }
  }

  /// A literal of Java as the text that it stands for.
  private static String unescaped(String literal) {
    return Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u([0-9a-fA-F]{4})").matcher(literal)
        .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + (char) Integer.parseInt(found.group(2), 16)))
        .translateEscapes();
  }
}
