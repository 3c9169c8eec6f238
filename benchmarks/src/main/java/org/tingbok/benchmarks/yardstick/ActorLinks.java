package org.tingbok.benchmarks.yardstick;

import java.util.List;
import java.util.Optional;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.Names;
import tools.jackson.databind.JsonNode;

/// AnnoCTR's mentions of actors and malware, led to ATT&CK's entries.
final class ActorLinks implements Yardstick {
  private final Names names = Names.standard();

  @Override
  public String name() {
    return "links";
  }

  @Override
  public String file() {
    return "annoctr-train-dev.tar.gz";
  }

  @Override
  public String blind() {
    return "mentions are given, so none is found too few; some titles of the set are broader than the mention (a service for "
        + "its unit), which are counted as they stand";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    Tally groups = Tally.recall("actors linked to ATT&CK");
    Tally malware = Tally.recall("malware and tools linked to ATT&CK");
    for (JsonNode row : corpus.lines("/linking/dev.jsonl")) {
      String type = row.path("entity_type").asString();
      if (!row.path("label_link").asString("").contains("attack.mitre.org")) {
        continue;
      }
      String mention = row.path("mention").asString();
      String title = row.path("label_title").asString();
      boolean group = type.equals("GROUP");
      if (group || type.equals("MALWARE") || type.equals("TOOL")) {
        Name.Sort sort = group ? Name.Sort.ACTOR : Name.Sort.MALWARE;
        boolean right = linked(mention, title, sort);
        (group ? groups : malware).add(right ? 1 : 0, right ? 1 : 0, 1);
        if (!right) {
          errors.note("MISSED " + type, mention + " -> " + title + " read " + named(mention, sort).map(Name::canonical)
              .orElse("-") + " title " + named(title, sort).map(Name::canonical).orElse("-"));
        }
      }
    }
    return List.of(groups, malware);
  }

  private boolean linked(String mention, String title, Name.Sort sort) {
    return named(mention, sort).flatMap(name -> named(title, sort).filter(other -> other.id().equals(name.id())))
        .isPresent();
  }

  private Optional<Name> named(String spelling, Name.Sort sort) {
    return names.lookUp(spelling).or(() -> names.find(spelling).stream().findFirst())
        .flatMap(match -> match.as(sort));
  }
}
