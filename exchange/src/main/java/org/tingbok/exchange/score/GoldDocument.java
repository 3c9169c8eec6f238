package org.tingbok.exchange.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.document.Span;
import org.tingbok.vocabulary.BadInputException;
import tools.jackson.databind.JsonNode;

/// One document of the gold, and the matching of a reading's claims with its own.
final class GoldDocument {
  static final List<String> CORE =
      List.of("attribution", "non-attribution", "denial", "alias", "affiliation", "response");
  static final List<String> SIDE = List.of("impact", "method");
  private static final int LONGEST = 600;

  private final String name;
  private final JsonNode gold;
  private final boolean alone;
  private final Quotes quotes;
  private final Map<String, JsonNode> documents;
  private final Optional<JsonNode> document;
  private final Scorer.Tally tally;

  GoldDocument(String name, JsonNode gold, boolean alone, String text, Map<String, JsonNode> documents,
      Scorer.Tally tally) {
    this.name = name;
    this.gold = gold;
    this.alone = alone;
    this.quotes = new Quotes(text);
    this.documents = documents;
    this.document = Optional.ofNullable(documents.get(name));
    this.tally = tally;
  }

  /// A pair of claims that may match: index in the gold, index in the reading, whether who and whom are right.
  private record Candidate(int gold, int predicted, boolean who, boolean whom, int weight) {
  }

  void score(Map<String, List<JsonNode>> claims) {
    document.ifPresentOrElse(this::scoreDocument, () -> tally.missing.add(name));
    List<JsonNode> wanted = list(gold.path("claims"));
    List<JsonNode> predicted = document.map(doc -> claims.getOrDefault(text(doc, "id"), List.of())).orElse(List.of());
    Optional<String> publisher = document.map(doc -> text(doc, "publisher"));
    List<Candidate> candidates = new ArrayList<>();
    List<List<Span>> goldSpans = wanted.stream().map(this::goldSpans).toList();
    List<List<Span>> predictedSpans = predicted.stream().map(this::predictedSpans).toList();
    for (int i = 0; i < wanted.size(); i++) {
      for (int j = 0; j < predicted.size(); j++) {
        List<Span> evidence = predictedSpans.get(j);
        if (text(wanted.get(i), "type").equals(text(predicted.get(j), "type"))
            && goldSpans.get(i).stream().anyMatch(span -> covers(span, evidence))) {
          boolean who = GoldClaim.whoRight(wanted.get(i), predicted.get(j), publisher);
          boolean whom = GoldClaim.whomRight(wanted.get(i), predicted.get(j));
          int weight = (who ? 10 : 0) + (whom ? 10 : 0) + (optional(wanted.get(i)) ? 0 : 1);
          candidates.add(new Candidate(i, j, who, whom, weight));
        }
      }
    }
    candidates.sort(Comparator.comparingInt((Candidate candidate) -> -candidate.weight()));
    Map<Integer, Candidate> byGold = new HashMap<>();
    Map<Integer, Candidate> byPredicted = new HashMap<>();
    for (Candidate candidate : candidates) {
      JsonNode claim = wanted.get(candidate.gold());
      boolean takesSeveral = GoldClaim.truth(claim.path("joint")) || claim.path("evidence").size() > 1;
      if (!byPredicted.containsKey(candidate.predicted())
          && (takesSeveral || !byGold.containsKey(candidate.gold()))) {
        byGold.putIfAbsent(candidate.gold(), candidate);
        byPredicted.put(candidate.predicted(), candidate);
      }
    }
    for (int i = 0; i < wanted.size(); i++) {
      Candidate match = byGold.get(i);
      if (!optional(wanted.get(i))) {
        if (match == null) {
          missed(wanted.get(i));
        } else {
          matched(wanted.get(i), predicted.get(match.predicted()), match);
        }
      }
    }
    for (int j = 0; j < predicted.size(); j++) {
      if (!byPredicted.containsKey(j) && !saidElsewhere(wanted, predicted.get(j), publisher)) {
        extra(predicted.get(j));
      }
    }
  }

  private void scoreDocument(JsonNode doc) {
    JsonNode meta = gold.path("document");
    for (String slot : List.of("publisher", "published")) {
      List<JsonNode> want = meta.path(slot).isArray() ? list(meta.path(slot)) : List.of(meta.path(slot));
      if (want.stream().anyMatch(GoldClaim::truth)) {
        String got = text(doc, slot);
        boolean absenceRight = got.isEmpty() && want.stream().anyMatch(node -> node.isNull() || node.isMissingNode());
        boolean named = want.stream().filter(GoldClaim::truth).map(node -> GoldNames.key(node.asString("")))
            .anyMatch(GoldNames.key(got)::equals);
        tally.slot(slot, absenceRight || named);
      }
    }
    String sameStory = text(meta, "same_story_as");
    if (!sameStory.isEmpty()) {
      JsonNode other = documents.get(sameStory);
      String copyOf = text(doc, "copyOf");
      tally.slot("copies", other != null && (copyOf.equals(text(other, "id"))
          || text(other, "copyOf").equals(text(doc, "id"))
          || (!copyOf.isEmpty() && copyOf.equals(text(other, "copyOf")))));
    }
  }

  private void matched(JsonNode wanted, JsonNode predicted, Candidate match) {
    tally.count(text(wanted, "type"), 1, 1, 1, match.who() && match.whom() ? 1 : 0);
    tally.slot("claimant", match.who());
    tally.slot("object", match.whom());
    String certainty = text(wanted, "certainty");
    if (!certainty.isEmpty()) {
      tally.slot("certainty", text(predicted.path("certainty"), "level").equals(certainty));
    }
    if (GoldClaim.truth(wanted.path("said"))) {
      String from = text(predicted.path("saidOn"), "from");
      String to = text(predicted.path("saidOn"), "to");
      tally.slot("saidOn", !from.isEmpty() && from.compareTo(wanted.path("said").path(1).asString("")) <= 0
          && (to.isEmpty() ? from : to).compareTo(wanted.path("said").path(0).asString("")) >= 0);
    }
    String incident = text(wanted, "incident");
    if (!incident.isEmpty()) {
      boolean shared = !gold.has("shared_incidents") || GoldClaim.truth(gold.path("shared_incidents"));
      String placed = text(predicted, "incident");
      tally.placed.add(new Scorer.Tally.Placed(alone || shared ? incident : name + incident,
          placed.isEmpty() ? "none-" + name + "-" + match.predicted() : placed));
    }
    if (!match.who() || !match.whom()) {
      tally.complaints.add(String.join(" | ", name, "wrong", text(wanted, "type"), quote(wanted),
          match.who() ? "" : "claimant", match.whom() ? "" : "object"));
    }
  }

  private void missed(JsonNode wanted) {
    tally.count(text(wanted, "type"), 1, 0, 0, 0);
    tally.complaints.add(String.join(" | ", name, "missed", text(wanted, "type"), quote(wanted)));
  }

  private void extra(JsonNode predicted) {
    tally.count(text(predicted, "type"), 0, 1, 0, 0);
    String quote = text(predicted.path("evidence").path(0), "quote");
    int end = quote.offsetByCodePoints(0, Math.min(160, quote.codePointCount(0, quote.length())));
    tally.complaints.add(String.join(" | ", name, "extra", text(predicted, "type"), quote.substring(0, end)));
  }

  private static boolean saidElsewhere(List<JsonNode> wanted, JsonNode predicted, Optional<String> publisher) {
    return CORE.contains(text(predicted, "type")) && wanted.stream()
        .anyMatch(claim -> text(claim, "type").equals(text(predicted, "type"))
            && GoldClaim.whoRight(claim, predicted, publisher) && GoldClaim.whomRight(claim, predicted));
  }

  private List<Span> goldSpans(JsonNode claim) {
    List<Span> spans = list(claim.path("evidence")).stream().map(quote -> quotes.locate(quote.asString("")))
        .flatMap(Optional::stream).toList();
    if (spans.isEmpty()) {
      throw new BadInputException("GOLD_QUOTE_MISSING", "gold quote not in " + name + ": " + claim.path("evidence"));
    }
    return spans;
  }

  private List<Span> predictedSpans(JsonNode claim) {
    List<Span> spans = new ArrayList<>();
    for (JsonNode evidence : list(claim.path("evidence"))) {
      tally.quotes++;
      Optional<Span> span = quotes.locate(text(evidence, "quote"));
      tally.falseQuotes += span.isEmpty() ? 1 : 0;
      span.filter(found -> found.length() <= LONGEST).ifPresent(spans::add);
    }
    return spans;
  }

  private static boolean covers(Span gold, List<Span> predicted) {
    int common = 0;
    int length = 0;
    for (Span span : predicted) {
      common += Math.max(0, Math.min(gold.end(), span.end()) - Math.max(gold.start(), span.start()));
      length += span.length();
    }
    return common > 0 && (common >= 0.5 * gold.length() || common >= 0.5 * length);
  }

  private static boolean optional(JsonNode claim) {
    return GoldClaim.truth(claim.path("optional"));
  }

  private static String quote(JsonNode claim) {
    return claim.path("evidence").path(0).asString("");
  }

  private static List<JsonNode> list(JsonNode array) {
    List<JsonNode> list = new ArrayList<>();
    array.forEach(list::add);
    return list;
  }

  private static String text(JsonNode node, String slot) {
    return node.path(slot).asString("");
  }
}
