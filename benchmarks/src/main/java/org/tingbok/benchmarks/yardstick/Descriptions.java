package org.tingbok.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.knowledge.Names;
import tools.jackson.databind.JsonNode;

/// Incidents in a sentence or two (EuRepoC, CFR, CISSM): accused state, accused name, victim state.
final class Descriptions implements Yardstick {
  private static final List<String> SOURCES = List.of("eurepoc", "cfr", "cissm");

  private final NameAgreement agreement = new NameAgreement();
  private final Claims claims = new Claims();

  @Override
  public String name() {
    return "incidents";
  }

  @Override
  public String file() {
    return "incidents-dev.jsonl.gz";
  }

  @Override
  public String blind() {
    return "coders had sources beyond the sentence, so what it does not say counts as missed unless the row says \"in the "
        + "text\"; who claims it, and how surely, is not in the set";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    Map<String, Tally> rows = new LinkedHashMap<>();
    for (String source : SOURCES) {
      for (String what : List.of("accused state", "accused name", "victim state")) {
        rows.put(source + " " + what, new Tally(source + ", " + what));
        rows.put(source + " " + what + "!", Tally.recall(source + ", " + what + ", in the text"));
      }
    }
    int limit = Integer.getInteger("limit", Integer.MAX_VALUE);
    int every = Integer.getInteger("every", 1);
    int number = 0;
    for (JsonNode row : corpus.lines("")) {
      String source = row.path("src").asString();
      if (SOURCES.contains(source) && !row.path("text").asString("").isBlank() && number++ % every == 0
          && limit-- > 0) {
        row(row, source, rows, errors);
      }
    }
    return new ArrayList<>(rows.values());
  }

  private void row(JsonNode row, String source, Map<String, Tally> rows, Errors errors) {
    String text = row.path("text").asString();
    List<Claim> read = claims.of(text);
    List<Party> accused = Claims.accused(read);
    Set<String> mentioned = mentioned(text);
    if (!row.path("actor_countries").isEmpty()) {
      sets(source + " accused state", agreement.countries(list(row.path("actor_countries"))), Claims.states(accused),
          mentioned, rows, errors, text);
    }
    if (!row.path("victim_countries").isEmpty()) {
      sets(source + " victim state", agreement.countries(list(row.path("victim_countries"))),
          Claims.victimStates(read), mentioned, rows, errors, text);
    }
    names(source + " accused name", list(row.path("actors")), accused, rows, errors, text);
  }

  private static void sets(String what, Set<String> gold, Set<String> read, Set<String> mentioned,
      Map<String, Tally> rows, Errors errors, String text) {
    if (gold.isEmpty()) {
      return;
    }
    Set<String> right = new TreeSet<>(gold);
    right.retainAll(read);
    tally(rows, what).add(right.size(), read.size(), gold.size());
    Set<String> visible = new TreeSet<>(gold);
    visible.retainAll(mentioned);
    Set<String> seen = new TreeSet<>(visible);
    seen.retainAll(read);
    tally(rows, what + "!").add(seen.size(), seen.size(), visible.size());
    if (!seen.equals(visible) || !right.equals(read)) {
      errors.note("WRONG " + what, "gold " + gold + " read " + read + " :: " + text);
    }
  }

  private void names(String what, List<String> actors, List<Party> accused, Map<String, Tally> rows, Errors errors,
      String text) {
    List<String> gold =
        actors.stream().filter(actor -> actor.length() < 300 && !actor.matches("(?i).*(believed|unknown|suspected).*"))
            .filter(actor -> agreement.country(actor).isEmpty()).toList();
    if (gold.isEmpty()) {
      return;
    }
    List<Party> named = accused.stream().filter(party -> party.kind() != PartyKind.STATE
        && party.kind() != PartyKind.DESCRIBED).toList();
    Set<String> readNames = new TreeSet<>();
    named.forEach(party -> readNames.add(party.name()));
    int right = 0;
    int visible = 0;
    int seen = 0;
    Set<String> matched = new TreeSet<>();
    for (String actor : gold) {
      Set<String> spellings = NameAgreement.alternatives(actor);
      boolean found = false;
      for (Party party : named) {
        if (spellings.stream().anyMatch(spelling -> agreement.same(party, spelling))) {
          found = true;
          matched.add(party.name());
        }
      }
      boolean inText = spellings.stream().anyMatch(text::contains);
      right += found ? 1 : 0;
      visible += inText ? 1 : 0;
      seen += inText && found ? 1 : 0;
    }
    // one actor under two of its names is one
    int extra = (int) readNames.stream().filter(name -> !matched.contains(name)).count();
    tally(rows, what).add(right, right + extra, gold.size());
    tally(rows, what + "!").add(seen, seen, visible);
    if (seen < visible || extra > 0) {
      errors.note("WRONG " + what, "gold " + gold + " read " + readNames + " :: " + text);
    }
  }

  private static Tally tally(Map<String, Tally> rows, String what) {
    return java.util.Objects.requireNonNull(rows.get(what));
  }

  private static Set<String> mentioned(String text) {
    Set<String> states = new TreeSet<>();
    Names.standard().find(text)
        .forEach(match -> match.names().forEach(name -> name.country().ifPresent(states::add)));
    return states;
  }

  private static List<String> list(JsonNode node) {
    return Stream.iterate(0, i -> i < node.size(), i -> i + 1).map(i -> node.get(i).asString()).toList();
  }
}
