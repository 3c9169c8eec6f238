package org.tingbok.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.Incidents;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Do entries of several tables of incidents come together that rest on one source, and stay apart that are two entries of
/// one table? A table has an incident once, so that two of its entries are the hard negatives: one actor, one victim,
/// another year.
final class SameIncident implements Yardstick {
  private static final Map<String, String> STATES = states();

  @Override
  public String name() {
    return "same-incident";
  }

  @Override
  public String file() {
    return "incidents-dev.jsonl.gz";
  }

  @Override
  public String also() {
    return "same_incident_pairs-dev.jsonl.gz";
  }

  @Override
  public String blind() {
    return "words of articles: entries of tables stand for accounts; of the pairs, one in seven is doubtful";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    Map<String, JsonNode> entries = new TreeMap<>();
    List<JsonNode> pairs = new ArrayList<>();
    for (JsonNode line : corpus.lines(".jsonl.gz")) {
      if (line.has("a")) {
        pairs.add(line);
      } else {
        entries.put(line.path("id").asString(), line);
      }
    }
    List<IncidentAccount> accounts = new ArrayList<>();
    entries.forEach((id, entry) -> accounts.add(account(id, entry)));
    Map<String, String> incidentOf = new HashMap<>();
    List<Incident> incidents = Incidents.group(accounts, Map.of());
    incidents.forEach(incident -> incident.documents()
        .forEach(document -> incidentOf.put(document.value().substring("document--".length()), incident.id())));
    Tally together = Tally.recall("entries that share a source, together");
    for (JsonNode pair : pairs) {
      String a = pair.path("a").asString();
      String b = pair.path("b").asString();
      boolean one = incidentOf.getOrDefault(a, a).equals(incidentOf.getOrDefault(b, b));
      together.add(one ? 1 : 0, 1, 1);
      if (!one) {
        errors.note("apart", line(entries.getOrDefault(a, MissingNode.getInstance())) + " ||| "
            + line(entries.getOrDefault(b, MissingNode.getInstance())));
      }
    }
    Tally apart = Tally.recall("entries of one table with a victim in common, apart");
    Tally joins = Tally.recall("joined entries that are of two tables");
    Tally actor = Tally.recall("entries of one table with an actor in common, apart");
    Map<String, List<String>> byVictim = new TreeMap<>();
    Map<String, List<String>> byActor = new TreeMap<>();
    entries.forEach((id, entry) -> {
      entry.path("victims").forEach(victim -> byVictim.computeIfAbsent(entry.path("src").asString() + victim.asString(),
          _ -> new ArrayList<>()).add(id));
      entry.path("actors").forEach(one -> byActor.computeIfAbsent(entry.path("src").asString() + one.asString(),
          _ -> new ArrayList<>()).add(id));
    });
    count(byVictim, incidentOf, apart);
    count(byActor, incidentOf, actor);
    for (Incident incident : incidents) {
      List<String> ids =
          incident.documents().stream().map(one -> one.value().substring("document--".length())).toList();
      for (int i = 0; i < ids.size(); i++) {
        for (int j = i + 1; j < ids.size(); j++) {
          boolean two = ids.get(i).charAt(0) != ids.get(j).charAt(0);
          joins.add(two ? 1 : 0, 1, 1);
          if (!two) {
            errors.note("together", line(entries.getOrDefault(ids.get(i), MissingNode.getInstance())) + " ||| "
                + line(entries.getOrDefault(ids.get(j), MissingNode.getInstance())));
          }
        }
      }
    }
    return List.of(together, joins, apart, actor);
  }

  private static void count(Map<String, List<String>> alike, Map<String, String> incidentOf, Tally tally) {
    for (List<String> ids : alike.values()) {
      for (int i = 0; i < ids.size(); i++) {
        for (int j = i + 1; j < ids.size(); j++) {
          boolean kept = !incidentOf.getOrDefault(ids.get(i), ids.get(i))
              .equals(incidentOf.getOrDefault(ids.get(j), ids.get(j)));
          tally.add(kept ? 1 : 0, 1, 1);
        }
      }
    }
  }

  private static String line(JsonNode entry) {
    return entry.path("id").asString() + " " + entry.path("start").asString() + " " + entry.path("victims") + " "
        + entry.path("victim_countries") + " " + entry.path("title").asString() + ": " + entry.path("text").asString();
  }

  private static IncidentAccount account(String id, JsonNode entry) {
    List<Party> victims = new ArrayList<>();
    Set<String> countries = new TreeSet<>();
    entry.path("victims").forEach(victim -> {
      String name = victim.asString();
      victims.add(new Party(name, Character.isUpperCase(name.charAt(0)) && !name.contains(" in ")
          ? PartyKind.ORGANISATION
          : PartyKind.DESCRIBED, Optional.empty(), name));
    });
    entry.path("victim_countries").forEach(state -> {
      Optional.ofNullable(STATES.get(state.asString())).ifPresent(countries::add);
      if (victims.isEmpty()) {
        victims.add(new Party(state.asString(), PartyKind.STATE, Optional.empty(), state.asString()));
      }
    });
    String title = entry.path("title").asString("");
    return new IncidentAccount(new DocumentId("document--" + id), "0",
        title.isEmpty() ? entry.path("text").asString("") : title, victims, period(entry), Set.of(), countries);
  }

  /// 1 January of a year without an end may stand for the year.
  private static PartialDate period(JsonNode entry) {
    String start = entry.path("start").asString("");
    String end = entry.path("end").asString("");
    if (start.isEmpty()) {
      return PartialDate.NOT_STATED;
    }
    if (start.endsWith("-01-01") && (end.isEmpty() || end.equals(start))) {
      return PartialDate.parse(start.substring(0, 4));
    }
    return PartialDate.parse(end.isEmpty() || end.compareTo(start) < 0 ? start : start + "/" + end);
  }

  private static Map<String, String> states() {
    Map<String, String> states = new HashMap<>();
    for (String code : java.util.Locale.getISOCountries()) {
      states.put(java.util.Locale.of("", code).getDisplayCountry(java.util.Locale.ENGLISH), code);
    }
    states.put("United States of America", "US");
    return states;
  }
}
