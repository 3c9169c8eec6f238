package org.tingbok.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import tools.jackson.databind.JsonNode;

/// CAPTIER, passages of ATT&CK's group pages, put together again page by page: which group is tied to which organisation or
/// state.
final class GroupPages implements Yardstick {
  private final NameAgreement agreement = new NameAgreement();
  private final Claims claims = new Claims();

  private record Tie(String actor, String sponsor) {
  }

  @Override
  public String name() {
    return "captier";
  }

  @Override
  public String file() {
    return "captier.jsonl.gz";
  }

  @Override
  public String blind() {
    return "some 50 ties only, half of them bare nationality or seat, which the contract does not take for an affiliation; "
        + "a tie read beyond those that the set has on the page counts as wrong";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    Tally attributed = Tally.recall("attributed-to, group to organisation");
    Tally located = Tally.recall("located-at, group to place");
    Tally precise = new Tally("affiliations read, against both");
    Map<String, List<JsonNode>> pages = new TreeMap<>();
    for (JsonNode passage : corpus.lines("")) {
      String page = passage.path("id").asString().replaceFirst("_\\d+$", "");
      pages.computeIfAbsent(page, _ -> new ArrayList<>()).add(passage);
    }
    for (List<JsonNode> page : pages.values()) {
      List<Tie> organisations = new ArrayList<>();
      List<Tie> places = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (JsonNode passage : page) {
        ties(passage, organisations, places);
        text.append(passage.path("text").asString()).append("\n\n");
      }
      List<Tie> read = read(text.toString());
      recall(organisations, read, attributed, errors, text.toString());
      recall(places, read, located, errors, text.toString());
      List<Tie> gold = new ArrayList<>(organisations);
      gold.addAll(places);
      if (!gold.isEmpty()) {
        int right = (int) read.stream().filter(tie -> gold.stream().anyMatch(other -> same(tie, other))).count();
        int covered = (int) gold.stream().filter(tie -> read.stream().anyMatch(other -> same(tie, other))).count();
        precise.add(Math.min(right, covered), Math.min(right, covered) + read.size() - right, gold.size());
      }
    }
    return List.of(attributed, located, precise);
  }

  private static void ties(JsonNode passage, List<Tie> organisations, List<Tie> places) {
    Map<String, JsonNode> entities = new HashMap<>();
    passage.path("entities").forEach(entity -> entities.put(entity.path("id").asString(), entity));
    for (JsonNode relation : passage.path("relations")) {
      JsonNode from = entities.get(relation.path("from_id").asString());
      JsonNode to = entities.get(relation.path("to_id").asString());
      if (from == null || to == null || !from.path("label").asString().equals("Threat-Actor")) {
        continue;
      }
      Tie tie = new Tie(from.path("token").asString(), to.path("token").asString());
      switch (relation.path("type").asString() + " " + to.path("label").asString()) {
        case "attributed-to Identity" -> organisations.add(tie);
        case "located-at Location" -> places.add(tie);
        default -> {
        }
      }
    }
  }

  private void recall(List<Tie> gold, List<Tie> read, Tally tally, Errors errors, String text) {
    for (Tie tie : gold) {
      boolean found = read.stream().anyMatch(other -> same(tie, other));
      tally.add(found ? 1 : 0, found ? 1 : 0, 1);
      if (!found) {
        errors.note("MISSED", tie + " read " + read + " :: " + text);
      }
    }
  }

  private List<Tie> read(String text) {
    List<Tie> ties = new ArrayList<>();
    for (Claim claim : claims.of(text)) {
      if (claim instanceof Claim.Affiliation affiliation) {
        ties.add(new Tie(spelt(affiliation.actor()), affiliation.sponsor().name()));
      }
    }
    return ties.stream().filter(tie -> !agreement.same(tie.actor(), tie.sponsor())).distinct().toList();
  }

  /// A party's name, and the words of the text where they are others.
  private static String spelt(Party party) {
    return party.name().equals(party.text()) ? party.name() : party.name() + " / " + party.text();
  }

  private boolean same(Tie some, Tie other) {
    boolean sponsor = agreement.same(some.sponsor(), other.sponsor())
        || agreement.country(some.sponsor()).isPresent()
            && Objects.equals(state(some.sponsor()), state(other.sponsor()));
    return sponsor && agreement.same(some.actor(), other.actor());
  }

  private String state(String name) {
    return agreement.country(name).orElse("-" + name);
  }
}
