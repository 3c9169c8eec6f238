package org.tingbok.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.Incidents;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.DocumentId;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Accounts made of the gold's incidents, brought together without their keys, make the gold's incidents again.
class GoldIncidentsTest {
  private static final Path GOLD = Path.of("..", "gold", "dev");
  private static final Set<String> STATES = Set.of("Estonia", "Ukraine", "Venezuela", "France", "United Kingdom",
      "Albania", "Norway");
  private static final List<String> OPERATIONS = List.of("NotPetya", "WannaCry", "Olympic Destroyer", "Cyclops Blink",
      "VPNFilter", "Stuxnet", "WhisperGate", "Industroyer2", "DanaBot", "Ghostwriter", "Salt Typhoon", "Snake");

  private final Map<DocumentId, PartialDate> published = new HashMap<>();
  private final Map<String, String> keyOf = new HashMap<>();

  @Test
  void bringsTogetherWhatTheGoldBringsTogether() throws Exception {
    List<IncidentAccount> accounts = accounts(true);

    double score = score(Incidents.group(accounts, published));

    assertThat(accounts).hasSizeGreaterThan(80);
    assertThat(score).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void doesSoWithoutLabels() throws Exception {
    double score = score(Incidents.group(accounts(false), published));

    assertThat(score).isGreaterThanOrEqualTo(0.95);
  }

  /// A reader does not find it all: here each account names one victim, tells its time by the year, the month or not at
  /// all, and has no label.
  @Test
  void doesWellOnAccountsThatTellLess() throws Exception {
    List<IncidentAccount> accounts = accounts(false);
    double sum = 0;
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      sum += score(Incidents.group(accounts.stream().map(account -> poorer(account, random)).toList(), published));
    }

    assertThat(sum / 20).isGreaterThanOrEqualTo(0.9);
  }

  private static IncidentAccount poorer(IncidentAccount account, Random random) {
    List<Party> victims = new ArrayList<>(account.victims());
    Collections.shuffle(victims, random);
    int precision = random.nextInt(5);
    PartialDate period = account.period().first().map(first -> switch (precision) {
      case 0 -> PartialDate.NOT_STATED;
      case 1 -> PartialDate.year(first.getYear());
      case 2 -> PartialDate.month(YearMonth.from(first));
      default -> account.period();
    }).orElse(PartialDate.NOT_STATED);
    return new IncidentAccount(account.document(), account.key(), "", victims.subList(0, Math.min(1, victims.size())),
        period, account.names(), random.nextBoolean() ? account.countries() : Set.of());
  }

  @Test
  void doesNotDependOnTheOrderOfArrival() throws Exception {
    List<IncidentAccount> accounts = new ArrayList<>(accounts(true));
    List<Incident> incidents = Incidents.group(accounts, published);

    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(accounts, new Random(seed));
      assertThat(Incidents.group(accounts, published)).as("seed %d", seed).isEqualTo(incidents);
    }
  }

  private List<IncidentAccount> accounts(boolean labels) throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.list(GOLD)) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    List<IncidentAccount> accounts = new ArrayList<>();
    for (Path file : files) {
      JsonNode gold = JsonMapper.shared().readTree(Files.readString(file));
      DocumentId document = new DocumentId("document--" + file.getFileName());
      PartialDate day = PartialDate.parse(gold.at("/document/published/0").asString(""));
      published.put(document, day);
      int number = 0;
      for (Map.Entry<String, JsonNode> entry : gold.get("incidents").properties()) {
        IncidentAccount account = account(document, String.valueOf(number++), entry.getValue(), day, labels);
        keyOf.put(account.id(), entry.getKey());
        accounts.add(account);
      }
    }
    return accounts;
  }

  private static IncidentAccount account(DocumentId document, String key, JsonNode gold, PartialDate day,
      boolean labels) {
    List<Party> victims = new ArrayList<>();
    gold.get("victims").forEach(victim -> victims.add(
        new Party(victim.asString(), kind(victim.asString()), Optional.empty(), victim.asString())));
    Set<String> countries = new TreeSet<>();
    gold.get("countries").forEach(country -> countries.add(country.asString()));
    String label = gold.get("label").asString();
    Set<String> names = new TreeSet<>(OPERATIONS);
    names.removeIf(name -> !label.contains(name));
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
    if (STATES.contains(victim)) {
      return PartyKind.STATE;
    }
    return Character.isUpperCase(victim.charAt(0)) ? PartyKind.ORGANISATION : PartyKind.DESCRIBED;
  }

  /// B-cubed F1 over the accounts.
  private double score(List<Incident> incidents) {
    double precision = 0;
    double recall = 0;
    int count = 0;
    for (Incident incident : incidents) {
      for (IncidentAccount account : incident.accounts()) {
        String key = keyOf.getOrDefault(account.id(), "");
        double together = incident.accounts().stream().filter(other -> key.equals(keyOf.get(other.id()))).count();
        precision += together / incident.accounts().size();
        recall += together / keyOf.values().stream().filter(key::equals).count();
        count++;
      }
    }
    return 2 * precision * recall / count / (precision + recall);
  }
}
