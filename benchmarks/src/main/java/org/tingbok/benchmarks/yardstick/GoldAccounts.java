package org.tingbok.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.Incidents;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.databind.JsonNode;

/// Grouping measured apart from reading: accounts as the gold has them, without the gold's keys.
///
/// Victims that begin with a capital count as named. An account's names of operations are the words of its label that have
/// capitals within them, such as `NotPetya`.
final class GoldAccounts implements Yardstick {
  @Override
  public String name() {
    return "gold-accounts";
  }

  @Override
  public String file() {
    return "";
  }

  @Override
  public String blind() {
    return "what reading gets wrong, which `tingbok evaluate` shows; each of these accounts tells all that its gold tells";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    Pairs labelled = grouped(corpus, true, errors);
    Pairs bare = grouped(corpus, false, errors);
    return List.of(labelled.bCubed("accounts, with labels, B-cubed"), labelled.together("pairs of them"),
        bare.bCubed("accounts, without labels, B-cubed"), bare.together("pairs of them"));
  }

  private static Pairs grouped(Corpus corpus, boolean labels, Errors errors) {
    Map<DocumentId, PartialDate> published = new HashMap<>();
    List<IncidentAccount> accounts = new ArrayList<>();
    Pairs pairs = new Pairs();
    Map<String, String> text = new HashMap<>();
    corpus.texts("", ".json").forEach((name, json) -> {
      JsonNode gold = Corpus.json(json);
      DocumentId document = new DocumentId("document--" + name);
      PartialDate day = PartialDate.parse(gold.at("/document/published/0").asString(""));
      published.put(document, day);
      boolean shared = !gold.has("shared_incidents") || gold.path("shared_incidents").asBoolean();
      int number = 0;
      for (Map.Entry<String, JsonNode> entry : gold.path("incidents").properties()) {
        IncidentAccount account = account(document, String.valueOf(number++), entry.getValue(), day, labels);
        accounts.add(account);
        text.put(account.id(), entry.getKey() + " " + account.label() + " " + account.period().iso());
        pairs.want(account.id(), shared ? entry.getKey() : name + entry.getKey());
      }
    });
    for (Incident incident : Incidents.group(accounts, published)) {
      incident.accounts().forEach(account -> pairs.make(account.id(), incident.id()));
      errors.note(incident.name(), String.join(" | ",
          incident.accounts().stream().map(account -> text.getOrDefault(account.id(), "")).toList()));
    }
    return pairs;
  }

  private static IncidentAccount account(DocumentId document, String key, JsonNode gold, PartialDate day,
      boolean labels) {
    List<Party> victims = new ArrayList<>();
    gold.path("victims").forEach(victim -> victims.add(new Party(victim.asString(), kind(victim.asString()),
        Optional.empty(), victim.asString())));
    Set<String> countries = new TreeSet<>();
    gold.path("countries").forEach(country -> countries.add(country.asString()));
    String label = gold.path("label").asString("");
    Set<String> names = new TreeSet<>();
    for (String word : label.split("[^\\p{L}\\p{N}]+", -1)) {
      if (word.length() > 4 && word.substring(1).chars().anyMatch(Character::isUpperCase)
          && word.chars().anyMatch(Character::isLowerCase)) {
        names.add(word);
      }
    }
    return new IncidentAccount(document, key, labels ? label : "", victims, period(gold, day), names, countries);
  }

  private static PartialDate period(JsonNode gold, PartialDate day) {
    String from = gold.path("from").asString("");
    String to = gold.path("to").asString("");
    if (from.isEmpty()) {
      return to.isEmpty() ? PartialDate.NOT_STATED : PartialDate.parse(to.substring(0, 4));
    }
    return PartialDate.parse(from + "/" + (to.isEmpty() ? day.last().orElseThrow().toString() : to));
  }

  private static PartyKind kind(String victim) {
    for (String code : java.util.Locale.getISOCountries()) {
      if (java.util.Locale.of("", code).getDisplayCountry(java.util.Locale.ENGLISH).equals(victim)) {
        return PartyKind.STATE;
      }
    }
    return Character.isUpperCase(victim.charAt(0)) ? PartyKind.ORGANISATION : PartyKind.DESCRIBED;
  }
}
