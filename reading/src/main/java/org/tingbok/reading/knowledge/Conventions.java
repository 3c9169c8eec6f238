package org.tingbok.reading.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Naming conventions of those who name threat actors: a name that nobody has listed still tells its giver.
final class Conventions {
  private record Rule(Pattern pattern, String giver, String country) {
  }

  private final List<Rule> rules = new ArrayList<>();
  private final Pattern any;

  Conventions() {
    Table table = Table.read("conventions.tsv");
    StringBuilder all = new StringBuilder();
    for (int row = 0; row < table.size(); row++) {
      String regex = table.cell(row, "regex");
      rules.add(new Rule(Pattern.compile(regex), table.cell(row, "giver"), table.cell(row, "iso2")));
      all.append(all.isEmpty() ? "" : "|").append("(?:").append(regex).append(')');
    }
    any = Pattern.compile("(?<![\\p{L}\\d])(?:" + all + ")(?![\\p{L}\\d])");
  }

  /// Adds names that follow a convention where no known actor stands.
  List<NameMatch> add(String text, List<NameMatch> known) {
    List<NameMatch> all = new ArrayList<>(known);
    Matcher matcher = any.matcher(text);
    while (matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      boolean taken = false;
      for (NameMatch match : known) {
        if (match.start() < end && start < match.end()
            && (match.as(Name.Sort.ACTOR).isPresent() || match.start() < start || match.end() > end)) {
          taken = true;
        }
      }
      if (!taken) {
        all.removeIf(match -> match.start() < end && start < match.end());
        String name = matcher.group();
        String country = rule(name).map(Rule::country).orElse("");
        all.add(new NameMatch(start, end, List.of(new Name("convention:" + name, name, Name.Sort.ACTOR,
            country.isEmpty() ? Optional.empty() : Optional.of(country), "")), name, false));
      }
    }
    all.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return all;
  }

  Optional<String> giver(String name) {
    return rule(name).map(Rule::giver);
  }

  private Optional<Rule> rule(String name) {
    return rules.stream().filter(rule -> rule.pattern.matcher(name).matches()).findFirst();
  }
}
