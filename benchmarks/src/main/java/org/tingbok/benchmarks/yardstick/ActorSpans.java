package org.tingbok.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tingbok.document.Span;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;

/// AnnoCTR's threat actors, by their exact tokens.
final class ActorSpans implements Yardstick {
  private static final int CYBER = 4; // column of the tags of actors and malware

  private record Tagged(String text, Set<Span> groups) {
  }

  @Override
  public String name() {
    return "actors";
  }

  @Override
  public String file() {
    return "annoctr-train-dev.tar.gz";
  }

  @Override
  public String blind() {
    return "actors that the set takes for malware of the same name; half the documents name no actor at all";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    List<Tally> rows = new ArrayList<>();
    for (String part : List.of("dev", "train")) {
      Tally tally = new Tally(part + ", span exact");
      for (Map.Entry<String, String> file : corpus.texts("/ner_bio/" + part, ".bio").entrySet()) {
        for (Tagged document : documents(file.getValue())) {
          Set<Span> read = new HashSet<>();
          for (NameMatch match : Names.standard().actors(document.text())) {
            read.add(new Span(match.start(), match.end()));
          }
          Set<Span> right = new HashSet<>(read);
          right.retainAll(document.groups());
          tally.add(right.size(), read.size(), document.groups().size());
          if (part.equals("dev") == Boolean.getBoolean("dev")) {
            read.stream().filter(span -> !document.groups().contains(span)).sorted()
                .forEach(span -> errors.note("EXTRA", show(document.text(), span)));
            document.groups().stream().filter(span -> !read.contains(span)).sorted()
                .forEach(span -> errors.note("MISSED", show(document.text(), span)));
          }
        }
      }
      rows.add(tally);
    }
    return rows;
  }

  private static String show(String text, Span span) {
    return span.of(text) + " << "
        + text.substring(Math.max(0, span.start() - 50), Math.min(text.length(), span.end() + 50));
  }

  private static List<Tagged> documents(String bio) {
    List<Tagged> documents = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    Set<Span> groups = new HashSet<>();
    int open = -1;
    String before = "";
    for (String line : bio.split("\n", -1)) {
      String[] cells = line.split("\t", -1);
      String tag = cells.length > CYBER ? cells[CYBER] : "O";
      if (open >= 0 && !tag.equals("I-GROUP")) {
        groups.add(new Span(open, text.length()));
        open = -1;
      }
      if (line.startsWith("<DOCSTART>")) {
        if (!text.isEmpty()) {
          documents.add(new Tagged(text.toString(), groups));
        }
        text = new StringBuilder();
        groups = new HashSet<>();
      } else if (cells.length <= CYBER) {
        text.append('\n');
        before = "";
      } else if (!cells[0].isBlank()) {
        if (!before.isEmpty() && !joins(before, cells[0])) {
          text.append(' ');
        }
        if (tag.equals("B-GROUP")) {
          open = text.length();
        }
        text.append(cells[0]);
        before = cells[0];
      }
    }
    documents.add(new Tagged(text.toString(), groups));
    return documents;
  }

  /// Whether two tokens stand without a space between them in running text.
  private static boolean joins(String before, String token) {
    return token.matches("[.,;:!?)\\]%’'/-]|['’]s|n['’]t") || before.matches("[(\\[/$-]");
  }
}
