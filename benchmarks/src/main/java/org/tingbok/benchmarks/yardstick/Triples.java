package org.tingbok.benchmarks.yardstick;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import tools.jackson.databind.JsonNode;

/// CTINexus' explicit triples that say that two attackers are one, or that ties an attacker to somebody.
final class Triples implements Yardstick {
  private static final Pattern ALIAS =
      Pattern.compile("(is|are|was|also|previously|formerly|known|tracked|named|dubbed|"
          + "calls itself|called|as|by|is also known as|\\s)+");
  private static final Pattern TIE = Pattern.compile(
      ".*(attributed to|linked to|affiliated|associated with|backed by|sponsored|part of|works? for|operated by).*");
  private static final Set<String> PARTY = Set.of("Attacker", "Organization", "Location");

  private final NameAgreement agreement = new NameAgreement();
  private final Claims claims = new Claims();

  @Override
  public String name() {
    return "ctinexus";
  }

  @Override
  public String file() {
    return "ctinexus.tar.gz";
  }

  @Override
  public String blind() {
    return "precision: only some of what a text says is in its triples; subjects such as \"the group\" need coreference";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    Tally alias = Tally.recall("aliases of attackers");
    Tally malware = Tally.recall("aliases of malware (no claim of ours)");
    Tally tie = Tally.recall("attackers tied to somebody");
    corpus.texts("data/annotation/", ".json").forEach((path, file) -> {
      JsonNode report = Corpus.json(file);
      Map<String, String> kinds = new HashMap<>();
      report.path("entities")
          .forEach(entity -> kinds.put(entity.path("entity_name").asString(), entity.path("entity_type").asString()));
      String text = report.path("text").asString();
      List<Claim> read = claims.of(text);
      for (JsonNode triple : report.path("explicit_triplets")) {
        String subject = triple.path("subject").asString();
        String object = triple.path("object").asString();
        String relation = triple.path("relation").asString();
        String from = kinds.getOrDefault(subject, "");
        String to = kinds.getOrDefault(object, "");
        boolean named = ALIAS.matcher(relation).matches() && relation.matches(".*(known|tracked|named|dubbed|call).*");
        if (named && from.equals("Attacker") && to.equals("Attacker")) {
          count(alias, read.stream().anyMatch(claim -> isAlias(claim, subject, object)), triple, read, text, errors);
        } else if (named && from.equals("Malware") && to.equals("Malware")) {
          count(malware, read.stream().anyMatch(claim -> isAlias(claim, subject, object)), triple, List.of(), text,
              new Errors(System.err, 0));
        } else if (TIE.matcher(relation).matches() && from.equals("Attacker") && PARTY.contains(to)) {
          count(tie, read.stream().anyMatch(claim -> isTie(claim, subject, object)), triple, read, text, errors);
        }
      }
    });
    return List.of(alias, tie, malware);
  }

  private static void count(Tally tally, boolean found, JsonNode triple, List<Claim> read, String text, Errors errors) {
    tally.add(found ? 1 : 0, found ? 1 : 0, 1);
    if (!found) {
      errors.note("MISSED", triple + " read " + read.stream().map(claim -> switch (claim) {
        case Claim.Alias pair -> pair.first().name() + " = " + pair.second().name();
        case Claim.Affiliation affiliation -> affiliation.actor().name() + " of " + affiliation.sponsor().name();
        case Claim.Attribution _, Claim.Denial _, Claim.Impact _, Claim.Method _, Claim.NonAttribution _, Claim.Response _ ->
          "";
      }).filter(words -> !words.isEmpty()).toList() + " :: " + text);
    }
  }

  private boolean isAlias(Claim claim, String one, String two) {
    return claim instanceof Claim.Alias alias && pair(alias.first(), alias.second(), one, two);
  }

  private boolean isTie(Claim claim, String one, String two) {
    return claim instanceof Claim.Affiliation affiliation && pair(affiliation.actor(), affiliation.sponsor(), one, two)
        || isAlias(claim, one, two);
  }

  private boolean pair(Party first, Party second, String one, String two) {
    return spelt(first, one) && spelt(second, two) || spelt(first, two) && spelt(second, one);
  }

  private boolean spelt(Party party, String name) {
    return agreement.same(party, name);
  }
}
