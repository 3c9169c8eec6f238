package org.tingbok.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tingbok.document.Span;
import org.tingbok.reading.speech.ReportedSpeech;
import org.tingbok.reading.speech.SpeechReader;
import org.tingbok.reading.syntax.SyntaxAnalyzer;

/// PolNeAR's development part: spans of source, cue and content of reported speech, thought and attitude.
final class WhoSaidWhat implements Yardstick {
  private enum Role {
    SOURCE, CUE, CONTENT
  }

  @Override
  public String name() {
    return "polnear";
  }

  @Override
  public String file() {
    return "polnear-train-dev.tar.gz";
  }

  @Override
  public String blind() {
    return "whether the three belong together, and who a pronoun is; one annotator of each article, relations that enclose "
        + "others only, as the set has them";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    String part = "/" + System.getProperty("part", "dev") + "/";
    SortedMap<String, String> texts = corpus.texts(part + "text/", ".txt");
    Map<String, String> annotated = annotations(corpus, part);
    SpeechReader reader = new SpeechReader(SyntaxAnalyzer.load("en"));
    Map<Role, Tally> exact = tallies("exact");
    Map<Role, Tally> overlap = tallies("overlapping");
    int limit = Integer.getInteger("limit", Integer.MAX_VALUE);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      String name = text.getKey().substring(text.getKey().lastIndexOf('/') + 1).replaceFirst("\\.txt$", "");
      String annotation = annotated.get(name);
      if (annotation == null || limit-- <= 0) {
        continue;
      }
      Map<Role, List<List<Span>>> gold = gold(annotation);
      Map<Role, List<List<Span>>> read = new EnumMap<>(Role.class);
      for (ReportedSpeech speech : reader.outermost(text.getValue())) {
        keep(read, Role.SOURCE, speech.source());
        keep(read, Role.CUE, speech.cue());
        keep(read, Role.CONTENT, speech.content());
      }
      for (Role role : Role.values()) {
        compare(text.getValue(), role, gold.getOrDefault(role, List.of()), read.getOrDefault(role, List.of()), exact,
            overlap, errors);
      }
    }
    List<Tally> rows = new ArrayList<>(exact.values());
    rows.addAll(overlap.values());
    return rows;
  }

  /// Who says what, as annotated.
  record Relation(List<Span> source, List<Span> content) {
  }

  /// The annotation of each article, by the article's name; the first of several annotators.
  static Map<String, String> annotations(Corpus corpus, String part) {
    SortedMap<String, String> annotated = new TreeMap<>();
    corpus.texts(part + "attributions/", ".ann").forEach((path, text) -> {
      String name = path.substring(path.lastIndexOf('/') + 1);
      annotated.putIfAbsent(name.substring(0, name.lastIndexOf('_')), text);
    });
    return annotated;
  }

  /// The relations of an annotation.
  static List<Relation> relations(String annotation) {
    Map<String, List<Span>> spans = new HashMap<>();
    List<Relation> relations = new ArrayList<>();
    for (String line : annotation.lines().toList()) {
      String[] cells = line.split("\t", -1);
      if (cells.length > 1 && cells[0].startsWith("T")) {
        spans.put(cells[0], ranges(cells[1].substring(cells[1].indexOf(' ') + 1)));
      } else if (cells.length > 1 && cells[0].startsWith("E")) {
        List<Span> source = new ArrayList<>();
        List<Span> content = new ArrayList<>();
        for (String role : cells[1].split(" ", -1)) {
          List<Span> filler = spans.getOrDefault(role.substring(role.indexOf(':') + 1), List.of());
          if (role.startsWith("Source")) {
            source.addAll(filler);
          } else if (role.startsWith("Content")) {
            content.addAll(filler);
          }
        }
        relations.add(new Relation(source, content));
      }
    }
    return relations;
  }

  private static List<Span> ranges(String cell) {
    List<Span> spans = new ArrayList<>();
    for (String range : cell.split(";", -1)) {
      String[] ends = range.split(" ", -1);
      spans.add(new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
    }
    return spans;
  }

  private static Map<Role, Tally> tallies(String how) {
    Map<Role, Tally> tallies = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      tallies.put(role, new Tally(role.name().toLowerCase(java.util.Locale.ROOT) + ", " + how));
    }
    return tallies;
  }

  private static void keep(Map<Role, List<List<Span>>> into, Role role, List<Span> spans) {
    if (!spans.isEmpty()) {
      into.computeIfAbsent(role, _ -> new ArrayList<>()).add(spans.stream().sorted().toList());
    }
  }

  private static Map<Role, List<List<Span>>> gold(String annotation) {
    Map<Role, List<List<Span>>> gold = new EnumMap<>(Role.class);
    for (String line : annotation.lines().toList()) {
      String[] cells = line.split("\t", -1);
      if (cells.length < 2 || !cells[0].startsWith("T")) {
        continue;
      }
      int blank = cells[1].indexOf(' ');
      String type = cells[1].substring(0, blank).toUpperCase(java.util.Locale.ROOT);
      if (!type.equals("SOURCE") && !type.equals("CUE") && !type.equals("CONTENT")) {
        continue;
      }
      keep(gold, Role.valueOf(type), ranges(cells[1].substring(blank + 1)));
    }
    return gold;
  }

  private static void compare(String text, Role role, List<List<Span>> gold, List<List<Span>> read,
      Map<Role, Tally> exact, Map<Role, Tally> overlap, Errors errors) {
    Set<List<Span>> wanted = new HashSet<>();
    gold.forEach(spans -> wanted.add(merged(text, spans)));
    Set<List<Span>> got = new HashSet<>();
    read.forEach(spans -> got.add(merged(text, spans)));
    int right = 0;
    int touching = 0;
    Set<List<Span>> free = new HashSet<>(wanted);
    for (List<Span> spans : got.stream().sorted(Comparator.comparing(List::getFirst)).toList()) {
      if (wanted.contains(spans)) {
        right++;
      } else {
        errors.note("EXTRA " + role, show(text, spans));
      }
      List<Span> near = wanted.contains(spans) ? spans
          : free.stream().filter(other -> touch(spans, other)).min(Comparator.comparing(List::getFirst))
              .orElse(List.of());
      if (free.remove(near)) {
        touching++;
      }
    }
    wanted.stream().filter(spans -> !got.contains(spans)).sorted(Comparator.comparing(List::getFirst))
        .forEach(spans -> errors.note("MISSED " + role, show(text, spans)));
    java.util.Objects.requireNonNull(exact.get(role)).add(right, got.size(), wanted.size());
    java.util.Objects.requireNonNull(overlap.get(role)).add(touching, got.size(), wanted.size());
  }

  /// Stretches with nothing but white space between them are one; white space at their ends does not count.
  private static List<Span> merged(String text, List<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans) {
      int start = span.start();
      int end = span.end();
      while (start < end && blank(text.charAt(start))) {
        start++;
      }
      while (end > start && blank(text.charAt(end - 1))) {
        end--;
      }
      Span last = merged.isEmpty() ? span : merged.getLast();
      if (!merged.isEmpty() && last.end() <= start && text.substring(last.end(), start).isBlank()) {
        merged.set(merged.size() - 1, new Span(last.start(), end));
      } else {
        merged.add(new Span(start, end));
      }
    }
    return merged;
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c) || c == '\u00a0';
  }

  private static boolean touch(List<Span> some, List<Span> others) {
    return some.stream().anyMatch(span -> others.stream().anyMatch(span::overlaps));
  }

  private static String show(String text, List<Span> spans) {
    int start = Math.max(0, spans.getFirst().start() - 30);
    int end = Math.min(text.length(), spans.getLast().end() + 30);
    return String.join(" | ", spans.stream().map(span -> span.of(text)).toList()) + "   <<" + text.substring(start, end)
        + ">>";
  }
}
