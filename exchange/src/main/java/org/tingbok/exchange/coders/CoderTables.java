package org.tingbok.exchange.coders;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tingbok.claim.Claim;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.Topic;
import org.tingbok.exchange.csv.ClaimTable;
import org.tingbok.exchange.names.Csv;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.ResponseKind;

/// Writes incidents in the columns of EuRepoC and of the Cyber Operations Tracker of the Council on Foreign Relations: a row for
/// each incident, and beside them columns with the claims that the cells rest on. Claims that were taken back are left out. See
/// `docs/eurepoc.md`.
public final class CoderTables {
  private static final String CLAIMS = "_claims";
  /// Beyond so many characters a description does not tell more for being longer.
  private static final int LONG = 300;

  private CoderTables() {
  }

  /// Writes EuRepoC's variables.
  ///
  /// @param out receives the table; left open
  /// @param extract what is handed over; claims about no incident are left out
  /// @return how many incidents there are
  public static int eurepoc(OutputStream out, Extract extract) {
    return write(out, extract, CoderTables::eurepoc);
  }

  /// Writes the columns of the Cyber Operations Tracker.
  ///
  /// @param out receives the table; left open
  /// @param extract what is handed over; claims about no incident are left out
  /// @return how many incidents there are
  public static int cfr(OutputStream out, Extract extract) {
    return write(out, extract, CoderTables::cfr);
  }

  /// An incident with what stands of what is claimed of it.
  private record Told(Extract.About about, List<Extract.Part> parts, List<RecordedClaim> claims) {
    <T extends Claim> List<RecordedClaim> of(Class<T> kind) {
      return claims.stream().filter(one -> kind.isInstance(one.claim())).toList();
    }

    /// The addresses that its documents are from.
    List<String> addresses() {
      return parts.stream().flatMap(part -> PageAddress.of(part).stream()).distinct().sorted().toList();
    }

    /// The claim whose words tell most of what happened, in one sentence, so that it can stand for the incident: an accusation before
    /// others, the one that names whoever was hit and whoever is accused, of these the longest that is a sentence of its own.
    Optional<RecordedClaim> description() {
      List<RecordedClaim> attributions = of(Claim.Attribution.class);
      return (attributions.isEmpty() ? claims : attributions).stream()
          .max(java.util.Comparator.comparingInt(this::tells).thenComparingInt(one -> -one.claim().evidence().size())
              .thenComparingInt(one -> Math.min(LONG, sentence(one).length())).thenComparing(RecordedClaim::id));
    }

    private int tells(RecordedClaim recorded) {
      String words = sentence(recorded);
      return (about.incident().victims().stream().anyMatch(one -> words.contains(one.name())) ? 2 : 0)
          + (accused(recorded).stream().anyMatch(one -> words.contains(one.name()) || words.contains(one.text())) ? 1
              : 0)
          + (words.matches("(?s)\\p{Lu}.{40,}[.!?][\"”’]?") ? 1 : 0);
    }

    /// The sentence that a claim quotes first, whole.
    String sentence(RecordedClaim recorded) {
      return part(recorded).map(part -> WholeSentence.of(part.document(), recorded.claim().evidence().getFirst()))
          .orElse("");
    }

    Optional<Extract.Part> part(RecordedClaim recorded) {
      return parts.stream().filter(part -> part.document().id().equals(recorded.claim().document())).findFirst();
    }
  }

  private static int write(OutputStream out, Extract extract, Function<Told, Map<String, String>> row) {
    int rows = 0;
    try {
      for (Topic topic : Topic.of(extract)) {
        if (topic.about().isEmpty()) {
          continue;
        }
        Map<String, String> cells = row.apply(new Told(topic.about().get(), topic.parts(), topic.parts().stream()
            .flatMap(part -> part.claims().stream()).filter(RecordedClaim::standing).toList()));
        if (rows == 0) {
          line(out, cells.keySet());
        }
        line(out, cells.values().stream().map(ClaimTable::guarded).toList());
        rows++;
      }
      if (rows == 0) {
        line(out, row.apply(new Told(NOTHING, List.of(), List.of())).keySet());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  private static final Extract.About NOTHING = new Extract.About(new org.tingbok.analysis.Incident("", "", List.of(),
      java.util.Set.of(), PartialDate.NOT_STATED, List.of(), List.of(), List.of(), Optional.empty(), List.of(), false),
      java.time.Instant.EPOCH);

  private static void line(OutputStream out, Collection<String> cells) throws IOException {
    out.write(Csv.line(List.copyOf(cells), ',').getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> eurepoc(Told told) {
    Map<String, String> row = new LinkedHashMap<>();
    PartialDate period = told.about().incident().period();
    row.put("ID", told.about().incident().id());
    row.put("name", told.about().incident().name());
    row.put("start_date", day(period, true));
    row.put("end_date", day(period, false));
    row.put("sources_url", String.join("; ", told.addresses()));
    row.put("receiver_name", names(told.about().incident().victims()));
    row.put("receiver_country", countries(told.about().incident().countries()));
    List<RecordedClaim> attributions = told.of(Claim.Attribution.class);
    List<Party> accused = attributions.stream().flatMap(one -> accused(one).stream()).toList();
    row.put("initiator_name", agreed(accused, Party::name));
    row.put("initiator_country", agreed(accused, party -> party.country().map(CoderTables::country).orElse("")));
    row.put("number_of_attributions", Integer.toString(attributions.size()));
    row.put("attribution_ID", list(attributions, one -> List.of(one.id())));
    row.put("attribution_date", list(attributions, one -> List.of(day(one.said(), true))));
    row.put("attribution_basis", list(attributions, one -> List.of(basis(told, one))));
    row.put("attributing_actor", list(attributions, one -> each(claimants(one), Party::name)));
    row.put("attributing_country", list(attributions, one -> states(claimants(one))));
    row.put("attributed_initiator",
        list(attributions, one -> each(accused(one).stream().filter(party -> party.kind() != PartyKind.STATE).toList(),
            Party::name)));
    row.put("attributed_initiator_country", list(attributions, one -> states(accused(one))));
    row.put("attributed_initiator_category", list(attributions, one -> List.of(category(one))));
    row.put("sources_attribution", list(attributions, one -> List.of(source(told, one))));
    List<RecordedClaim> responses = told.of(Claim.Response.class);
    List<RecordedClaim> legal = responses.stream().filter(CoderTables::legal).toList();
    List<RecordedClaim> political = responses.stream().filter(one -> !legal(one)).toList();
    responses(row, "political_response", political);
    responses(row, "legal_response", legal);
    row.put("period" + CLAIMS, ids(told.claims(), one -> one.claim().account()
        .filter(account -> account.period().stated()).isPresent()));
    row.put("receiver" + CLAIMS, ids(told.claims(), one -> one.claim().account()
        .filter(account -> !account.victims().isEmpty() || !account.countries().isEmpty()).isPresent()));
    row.put("initiator" + CLAIMS, ids(attributions, _ -> true));
    row.put("attribution" + CLAIMS, ids(attributions, _ -> true));
    row.put("political_response" + CLAIMS, ids(political, _ -> true));
    row.put("legal_response" + CLAIMS, ids(legal, _ -> true));
    return row;
  }

  private static void responses(Map<String, String> row, String kind, List<RecordedClaim> responses) {
    row.put("number_of_" + kind + "s", Integer.toString(responses.size()));
    row.put(kind + "_date", list(responses, one -> List.of(day(one.said(), true))));
    row.put(kind + "_type", list(responses, one -> List.of(kind(one).map(Coded::code).orElse(""))));
    row.put(kind + "_country", list(responses, one -> states(claimants(one))));
    row.put(kind + "_actor", list(responses, one -> each(claimants(one), Party::name)));
  }

  private static Map<String, String> cfr(Told told) {
    Map<String, String> row = new LinkedHashMap<>();
    List<RecordedClaim> attributions = told.of(Claim.Attribution.class);
    List<RecordedClaim> sponsoring = told.claims().stream()
        .filter(one -> accused(one).stream().anyMatch(party -> party.kind() == PartyKind.STATE)).toList();
    List<RecordedClaim> acting = attributions.stream()
        .filter(one -> accused(one).stream().anyMatch(party -> party.kind() != PartyKind.STATE)).toList();
    List<RecordedClaim> answers = told.claims().stream()
        .filter(one -> one.claim() instanceof Claim.Denial || answer(one).isPresent()).toList();
    List<RecordedClaim> hit = told.claims().stream()
        .filter(one -> one.claim().account().filter(account -> !account.victims().isEmpty()).isPresent()).toList();
    Optional<RecordedClaim> first = told.claims().stream().filter(one -> one.said().stated())
        .min(java.util.Comparator.comparing(one -> one.said().last().orElseThrow()));
    row.put("Title", told.about().incident().name());
    row.put("Date", first.map(one -> one.said().iso()).orElse(""));
    row.put("Affiliations", names(acting.stream().flatMap(one -> accused(one).stream())
        .filter(party -> party.kind() != PartyKind.STATE).toList()).replace("; ", ", "));
    Optional<RecordedClaim> description = told.description();
    row.put("Description", description.map(told::sentence).orElse(""));
    row.put("Response", answers.stream().map(one -> one.claim() instanceof Claim.Denial ? "Denial"
        : answer(one).orElseThrow()).distinct().collect(Collectors.joining(", ")));
    row.put("Victims", names(told.about().incident().victims()).replace("; ", ", "));
    row.put("Sponsor", names(sponsoring.stream().flatMap(one -> accused(one).stream())
        .filter(party -> party.kind() == PartyKind.STATE).toList()).replace("; ", ", "));
    row.put("Type", "");
    row.put("Category", "");
    List<String> sources = told.addresses();
    for (int i = 0; i < 3; i++) {
      row.put("Sources_" + (i + 1), i < sources.size() ? sources.get(i) : "");
    }
    row.put("Date" + CLAIMS, first.map(RecordedClaim::id).orElse(""));
    row.put("Affiliations" + CLAIMS, ids(acting, _ -> true));
    row.put("Description" + CLAIMS, description.map(RecordedClaim::id).orElse(""));
    row.put("Response" + CLAIMS, ids(answers, _ -> true));
    row.put("Victims" + CLAIMS, ids(hit, _ -> true));
    row.put("Sponsor" + CLAIMS, ids(sponsoring, _ -> true));
    return row;
  }

  private static Optional<String> answer(RecordedClaim recorded) {
    return kind(recorded).flatMap(kind -> Optional.ofNullable(switch (kind) {
      case CONDEMNATION, PROTEST, SUMMONS -> "Denouncement";
      case SANCTION -> "Sanctions";
      case INDICTMENT, WARRANT, ARREST -> "Criminal charges";
      case COUNTER_OPERATION -> "Hack Back";
      case EXPULSION, ADVISORY, TAKEDOWN, REWARD -> kind.code();
    }));
  }

  private static List<Party> claimants(RecordedClaim recorded) {
    return recorded.claim().saying().claimants();
  }

  private static List<Party> accused(RecordedClaim recorded) {
    return recorded.claim() instanceof Claim.Attribution one ? one.accused() : List.of();
  }

  private static Optional<ResponseKind> kind(RecordedClaim recorded) {
    return recorded.claim() instanceof Claim.Response one ? one.kind() : Optional.empty();
  }

  private static boolean legal(RecordedClaim recorded) {
    return kind(recorded).filter(kind -> kind == ResponseKind.INDICTMENT || kind == ResponseKind.WARRANT
        || kind == ResponseKind.ARREST).isPresent();
  }

  /// EuRepoC's bases, as far as a claim tells which: whether a firm is one of IT security, a claim does not say.
  private static String basis(Told told, RecordedClaim recorded) {
    List<Party> claimants = claimants(recorded);
    List<String> victims = told.about().incident().victims().stream().map(one -> NameKey.of(one.name())).toList();
    if (claimants.stream().anyMatch(one -> accused(recorded).stream()
        .anyMatch(other -> NameKey.of(other.name()).equals(NameKey.of(one.name()))))) {
      return "Attacker confirms";
    }
    boolean official = claimants.stream()
        .allMatch(one -> one.kind() == PartyKind.STATE || one.kind() == PartyKind.BODY);
    boolean own = claimants.stream()
        .anyMatch(one -> one.country().filter(told.about().incident().countries()::contains).isPresent());
    return official && own ? "Attribution by receiver government / state entity"
        : official ? "Attribution by third-party"
            : claimants.stream().anyMatch(one -> victims.contains(NameKey.of(one.name())))
                ? "Receiver attributes attacker"
                : "Not available";
  }

  private static String category(RecordedClaim recorded) {
    boolean state = accused(recorded).stream().allMatch(
        party -> party.kind() == PartyKind.STATE || party.kind() == PartyKind.BODY);
    boolean person = accused(recorded).stream().allMatch(party -> party.kind() == PartyKind.PERSON);
    return state ? "State" : person ? "Individual hacker(s)" : "Not available";
  }

  private static String source(Told told, RecordedClaim recorded) {
    return told.part(recorded).flatMap(PageAddress::of).orElse("");
  }

  /// A day; a year as its 1 January, as EuRepoC writes it; a month as ISO 8601 has it; of a range its first or last day.
  private static String day(PartialDate date, boolean first) {
    String iso = date.iso();
    return iso.matches("\\d{4}") ? iso + "-01-01"
        : iso.contains("/") ? (first ? date.first() : date.last()).map(Object::toString).orElse("") : iso;
  }

  private static String names(Collection<Party> parties) {
    return parties.stream().map(Party::name).distinct().collect(Collectors.joining("; "));
  }

  private static String countries(Collection<String> codes) {
    return codes.stream().map(CoderTables::country).collect(Collectors.joining("; "));
  }

  private static String country(String code) {
    return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
  }

  private static List<String> states(List<Party> parties) {
    return parties.stream().flatMap(party -> party.country().stream()).distinct().map(CoderTables::country).toList();
  }

  private static List<String> each(List<Party> parties, Function<Party, String> word) {
    return parties.stream().map(word).distinct().toList();
  }

  /// What all say; nothing where they differ, for none of them is right because it comes first.
  private static String agreed(List<Party> accused, Function<Party, String> word) {
    List<String> words = accused.stream().map(word).toList();
    return words.stream().map(NameKey::of).distinct().count() == 1 ? words.getFirst() : "";
  }

  private static String ids(List<RecordedClaim> claims, java.util.function.Predicate<RecordedClaim> wanted) {
    return claims.stream().filter(wanted).map(RecordedClaim::id).distinct().collect(Collectors.joining("; "));
  }

  /// A list of lists as Python writes it: an entry for each claim, all columns of one kind in one order.
  private static String list(List<RecordedClaim> claims, Function<RecordedClaim, List<String>> values) {
    if (claims.isEmpty()) {
      return "";
    }
    List<String> entries = new ArrayList<>();
    claims.forEach(claim -> entries.add(values.apply(claim).stream().filter(value -> !value.isEmpty())
        .map(value -> "'" + value.replace("\\", "\\\\").replace("'", "\\'").replace("\n", " ") + "'")
        .collect(Collectors.joining(", ", "[", "]"))));
    return "[" + String.join(", ", entries) + "]";
  }
}
