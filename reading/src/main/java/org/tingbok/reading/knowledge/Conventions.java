package org.tingbok.reading.knowledge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.NameLevel;
import org.tingbok.vocabulary.PartialDate;

/// Naming conventions of those who name threat actors: a name that nobody has listed still tells its giver.
final class Conventions {
  private static final String WRITTEN_OUT = "advanced persistent threat";

  private final List<Convention> rules = new ArrayList<>();
  private final Pattern any;

  Conventions() {
    Table table = Table.read("conventions.tsv");
    StringBuilder all = new StringBuilder();
    for (int row = 0; row < table.size(); row++) {
      String regex = table.cell(row, "regex");
      String country = table.cell(row, "iso2");
      Convention rule = new Convention(table.cell(row, "id"), Pattern.compile(regex), table.cell(row, "giver"),
          country.isEmpty() ? Optional.empty() : Optional.of(country), table.cell(row, "kind"),
          level(table.cell(row, "level")), PartialDate.parse(table.cell(row, "since")),
          PartialDate.parse(table.cell(row, "until")), table.cell(row, "sought").equals("yes"),
          table.list(row, "examples"), table.list(row, "counterexamples"), table.cell(row, "note"),
          table.cell(row, "source"));
      rules.add(rule);
      if (rule.sought()) {
        all.append(all.isEmpty() ? "" : "|").append("(?:").append(regex).append(')');
      }
    }
    any = Pattern.compile("(?:" + all + ")(?![\\p{L}\\d])");
  }

  private static NameLevel level(String code) {
    return Coded.find(NameLevel.class, code)
        .orElseThrow(() -> new FaultException("KNOWLEDGE_LEVEL", "conventions.tsv knows no level " + code));
  }

  /// Adds names that follow a convention where no known actor stands.
  List<NameMatch> add(String text, List<NameMatch> known) {
    List<NameMatch> all = new ArrayList<>();
    BitSet replaced = new BitSet();
    Matcher matcher = any.matcher(text).useTransparentBounds(true).useAnchoringBounds(false);
    int end = 0;
    int first = 0; // of those that are known, the first that does not end before
    for (int start = 0; start < text.length(); start = Math.max(end, start + 1)) {
      if (!mayBegin(text, start) || !matcher.region(start, text.length()).lookingAt()) {
        continue;
      }
      end = matcher.end();
      while (first < known.size() && known.get(first).end() <= start) {
        first++;
      }
      int last = first;
      while (last < known.size() && known.get(last).start() < end) {
        last++;
      }
      if (yields(known.subList(first, last), start, end)) {
        replaced.set(first, last);
        String name = matcher.group();
        all.add(new NameMatch(start, end, List.of(new Name("convention:" + name, name, Name.Sort.ACTOR,
            state(name), "")), name, false));
      }
    }
    for (int at = 0; at < known.size(); at++) {
      if (!replaced.get(at)) {
        all.add(known.get(at));
      }
    }
    all.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return all;
  }

  /// Whether what is known at a place gives way to a name that follows a convention: no actor, and nothing that reaches further.
  private static boolean yields(List<NameMatch> there, int start, int end) {
    return there.stream().noneMatch(
        match -> match.as(Name.Sort.ACTOR).isPresent() || match.start() < start || match.end() > end);
  }

  /// Whether a name of a convention may begin at a place, by a glance that most words do not stand up to: it begins with a
  /// capital and is more than one plain word, or it is written out.
  private static boolean mayBegin(String text, int start) {
    char c = text.charAt(start);
    if (!(c >= 'A' && c <= 'Z' || c == 'a') || start > 0 && joins(text.charAt(start - 1))) {
      return false;
    }
    int i = start + 1;
    boolean capitals = false;
    while (i < text.length() && Character.isLetter(text.charAt(i))) {
      capitals |= Character.isUpperCase(text.charAt(i));
      i++;
    }
    if (text.regionMatches(true, start, WRITTEN_OUT, 0, WRITTEN_OUT.length())) {
      return true;
    }
    if (c == 'a' || i == text.length()) {
      return c != 'a' && capitals;
    }
    return capitals || isDigit(text.charAt(i)) || i + 1 < text.length() && " -_.".indexOf(text.charAt(i)) >= 0
        && (Character.isUpperCase(text.charAt(i + 1)) || isDigit(text.charAt(i + 1)));
  }

  private static boolean joins(char c) {
    return Character.isLetter(c) || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// The conventions that a name follows, in the table's order.
  List<Convention> of(String name) {
    return rules.stream().filter(rule -> rule.matches(name)).toList();
  }

  List<Convention> list() {
    return List.copyOf(rules);
  }

  Optional<String> giver(String name) {
    return of(name).stream().findFirst().map(Convention::giver);
  }

  /// The state that a name's shape stands for, if all who name so mean the same.
  private Optional<String> state(String name) {
    List<Optional<String>> states =
        of(name).stream().filter(Convention::sought).map(Convention::country).distinct().toList();
    return states.size() == 1 ? states.getFirst() : Optional.empty();
  }
}
