package org.tingbok.benchmarks.yardstick;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import tools.jackson.databind.JsonNode;

/// EuRepoC's attributions: who attributes, and to whom, as far as the incident's description names both.
final class Attributors implements Yardstick {
  private final NameAgreement agreement = new NameAgreement();
  private final Claims claims = new Claims();

  @Override
  public String name() {
    return "attributions";
  }

  @Override
  public String file() {
    return "eurepoc_attributions-dev.jsonl.gz";
  }

  @Override
  public String also() {
    return "incidents-dev.jsonl.gz";
  }

  @Override
  public String blind() {
    return "attributions that the description leaves out; a further attribution read from a description is not counted as "
        + "wrong, as the set lists one description's for several sources";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    Map<String, String> texts = new HashMap<>();
    for (JsonNode row : corpus.lines("incidents-dev.jsonl.gz")) {
      texts.put(row.path("id").asString(), row.path("text").asString(""));
    }
    Tally both = Tally.recall("actor and initiator, both named in the text");
    Tally actor = Tally.recall("attributing actor, as above");
    Tally initiator = Tally.recall("attributed initiator, as above");
    Map<String, List<Claim>> read = new HashMap<>();
    Set<String> seen = new HashSet<>();
    for (JsonNode row : corpus.lines("eurepoc_attributions-dev.jsonl.gz")) {
      String id = "E" + row.path("incident_ID").asString();
      String text = texts.getOrDefault(id, "");
      Set<String> actors = names(row.path("attributing_actor").asString(""));
      Set<String> initiators = names(row.path("attributed_initiator").asString(""));
      String country = row.path("attributed_initiator_country").asString("");
      boolean named = present(text, actors) && (present(text, initiators) || presentState(text, country));
      if (!named || !seen.add(id + actors + initiators + country)) {
        continue;
      }
      List<Claim> found = read.computeIfAbsent(id, _ -> claims.of(text));
      boolean who = false;
      boolean whom = false;
      boolean whole = false;
      for (Claim claim : found) {
        if (claim instanceof Claim.Attribution attribution) {
          boolean claimant = claim.saying().claimants().stream().anyMatch(party -> is(party, actors));
          boolean accused = attribution.accused().stream().anyMatch(party -> is(party, initiators)
              || !present(text, initiators) && party.country().equals(agreement.country(country)));
          who |= claimant;
          whom |= accused;
          whole |= claimant && accused;
        }
      }
      both.add(whole ? 1 : 0, whole ? 1 : 0, 1);
      actor.add(who ? 1 : 0, who ? 1 : 0, 1);
      initiator.add(whom ? 1 : 0, whom ? 1 : 0, 1);
      if (!whole) {
        errors.note("MISSED", actors + " -> " + initiators + " " + country + " :: read "
            + found.stream().filter(claim -> claim instanceof Claim.Attribution)
                .map(claim -> claim.saying().claimants().stream().map(Party::name).toList() + " -> "
                    + Claims.accused(List.of(claim)).stream().map(Party::name).toList())
                .toList()
            + " :: " + text);
      }
    }
    return List.of(both, actor, initiator);
  }

  private boolean is(Party party, Set<String> names) {
    return names.stream().anyMatch(name -> agreement.same(party, name));
  }

  private static Set<String> names(String cell) {
    return cell.equals("Not available") || cell.equals("Unknown") ? Set.of() : NameAgreement.alternatives(cell);
  }

  private static boolean present(String text, Set<String> names) {
    return names.stream().anyMatch(text::contains);
  }

  private boolean presentState(String text, String country) {
    return agreement.country(country).filter(code -> org.tingbok.reading.knowledge.Names.standard().find(text).stream()
        .anyMatch(match -> match.names().stream().anyMatch(name -> Objects.equals(name.country().orElse(""), code))))
        .isPresent();
  }
}
