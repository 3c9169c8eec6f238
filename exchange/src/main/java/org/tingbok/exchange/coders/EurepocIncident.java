package org.tingbok.exchange.coders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.document.Span;
import org.tingbok.exchange.coders.EurepocImporter.Fields;
import org.tingbok.exchange.imports.Sheet;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;

/// An incident as EuRepoC codes it. Of an attribution the speaker is whom the row names, told by EuRepoC; the settled initiator, the
/// type and everything that the row names nobody for is EuRepoC's own coding.
final class EurepocIncident {
  private static final String CODER = "EuRepoC";
  private static final Certainty SUGGESTED = new Certainty(CertaintyLevel.LOW, Optional.of("suggested"),
      Optional.empty(), Optional.empty());

  private final String id;
  private final Map<String, String> cells;
  private final List<Fields> attributions;
  private final Sheet sheet = new Sheet();
  private final Map<String, Span> places = new HashMap<>();
  private final Document document;
  private final List<Claim> claims = new ArrayList<>();

  EurepocIncident(String name, String id, Map<String, String> cells, List<Fields> attributions,
      List<Fields> responses) {
    this.id = id;
    this.cells = cells;
    this.attributions = attributions;
    write();
    this.document = sheet.document(new Sheet.Head(name, label(), Optional.of(CODER), PartialDate.NOT_STATED, "en"));
    attributions.forEach(this::attribution);
    responses.forEach(this::response);
    coded();
  }

  Reading reading() {
    Set<String> seen = new HashSet<>();
    return new Reading(document, claims.stream().filter(claim -> seen.add(claim.id())).toList(), List.of());
  }

  private String label() {
    return Optional.ofNullable(cells.get("name")).orElse("EuRepoC incident " + id);
  }

  private void write() {
    sheet.entry("EuRepoC incident", id);
    cells.forEach((column, cell) -> {
      if (!column.equals("id")) {
        places.put(column, sheet.entry(column, cell));
      }
    });
    if (cells.isEmpty()) {
      for (int i = 0; i < attributions.size(); i++) {
        sheet.line("Attribution " + (i + 1));
        attributions.get(i).values().forEach((column, values) -> values
            .forEach(value -> places.put(key(column, value), sheet.entry(column, value))));
        int number = i;
        attributions.get(i).values().forEach((column, values) -> values.forEach(
            value -> places.put(number + key(column, value), Objects.requireNonNull(places.get(key(column, value))))));
      }
    }
  }

  private static String key(String column, String value) {
    return column + "=" + value;
  }

  /// Where a value stands: in its attribution's own lines, else in the cell of its column.
  private Evidence quote(Fields fields, String column, String value) {
    Span own = places.get(attributions.indexOf(fields) + key(column, value));
    return own != null ? sheet.quote(own) : quote(column, value);
  }

  private Evidence quote(String column, String value) {
    return sheet.quote(Objects.requireNonNull(places.get(column)), value);
  }

  private List<Evidence> evidence(Fields fields, String... columns) {
    List<Evidence> evidence = new ArrayList<>();
    for (String column : columns) {
      fields.of(column).forEach(value -> evidence.add(quote(fields, column, value)));
    }
    evidence.sort(java.util.Comparator.comparingInt(Evidence::start));
    return evidence.stream().distinct().toList();
  }

  private void attribution(Fields fields) {
    List<Party> accused = accused(fields);
    List<Evidence> evidence = evidence(fields, "attribution_basis", "attributing_actor", "attribution_it_company",
        "attributing_country", "attributed_initiator", "attributed_initiator_country", "attributed_initiator_category");
    if (accused.isEmpty() || evidence.isEmpty()) {
      return;
    }
    add(new Claim.Attribution(document.id(), saying(claimants(fields, accused), said(fields, "attribution_date")),
        accused, Optional.of(account()), evidence));
    fields.of("attributed_initiator")
        .forEach(written -> chained(written, quote(fields, "attributed_initiator", written)));
    List<Party> states = states(fields.of("attributed_initiator_country"));
    if (fields.of("attributed_initiator").size() == 1 && states.size() == 1 && fields.of(
        "attributed_initiator_category").equals(List.of("Non-state actor, state-affiliation suggested"))) {
      add(new Claim.Affiliation(document.id(), new Saying(List.of(coder()), Optional.empty(), true, List.of(),
          SUGGESTED, PartialDate.NOT_STATED), accused.getFirst(), states.getFirst(), AffiliationRelation.LINKED_TO,
          evidence(fields, "attributed_initiator", "attributed_initiator_country", "attributed_initiator_category")));
    }
  }

  /// Whoever is named; else the state, where the coder calls it one; else somebody of that sort from there. A state belongs to
  /// an initiator only where the row has one of either.
  private static List<Party> accused(Fields fields) {
    List<Party> states = states(fields.of("attributed_initiator_country"));
    List<String> initiators = fields.of("attributed_initiator");
    Optional<String> country = states.size() == 1 && initiators.size() <= 1 ? states.getFirst().country()
        : Optional.empty();
    if (!initiators.isEmpty()) {
      return initiators.stream().map(written -> chain(written).getFirst()).map(name -> Words.state(name)
          .orElseGet(() -> new Party(name, PartyKind.THREAT_ACTOR, country, name))).toList();
    }
    List<String> sorts = fields.of("attributed_initiator_category");
    return sorts.equals(List.of("State")) ? states
        : states.stream().map(state -> new Party(
            (sorts.size() == 1 ? sorts.getFirst() : "Initiator") + " from " + state.name(), PartyKind.DESCRIBED,
            state.country(), state.text())).toList();
  }

  /// The names of one initiator, which EuRepoC joins by slashes; ATT&CK's number among them is none.
  private static List<String> chain(String written) {
    List<String> names = java.util.stream.Stream.of(written.split("/", -1)).map(String::strip)
        .filter(name -> !name.matches("G\\d{4}")).toList();
    return names.isEmpty() || names.stream().anyMatch(name -> name.length() < 2) ? List.of(written) : names;
  }

  /// That the names of a chain are one actor's is EuRepoC's claim.
  private void chained(String written, Evidence evidence) {
    List<String> names = chain(written);
    for (String other : names.subList(1, names.size())) {
      add(new Claim.Alias(document.id(), saying(List.of(coder()), PartialDate.NOT_STATED), named(names.getFirst()),
          named(other), AliasRelation.SAME, List.of(evidence)));
    }
  }

  private static Party named(String name) {
    return new Party(name, PartyKind.THREAT_ACTOR, Optional.empty(), name);
  }

  private static List<Party> states(List<String> written) {
    return written.stream()
        .map(name -> Words.state(name).orElseGet(() -> new Party(name, PartyKind.STATE, Optional.empty(), name)))
        .toList();
  }

  private List<Party> claimants(Fields fields, List<Party> accused) {
    List<Party> states = states(fields.of("attributing_country"));
    List<String> names = fields.of("attributing_actor").isEmpty() ? fields.of("attribution_it_company")
        : fields.of("attributing_actor");
    if (!names.isEmpty()) {
      Optional<String> country = states.size() == 1 && names.size() == 1 ? states.getFirst().country()
          : Optional.empty();
      return names.stream()
          .map(name -> Words.state(name).orElseGet(() -> new Party(name, PartyKind.ORGANISATION, country, name)))
          .toList();
    }
    List<String> speakers = fields.of("attribution_basis").stream()
        .map(basis -> Optional.ofNullable(Words.BASES.get(basis)).map(List::getFirst).orElse("coder")).distinct()
        .toList();
    return speakers.equals(List.of("accused")) ? accused
        : speakers.equals(List.of("state")) && !states.isEmpty() ? states : List.of(coder());
  }

  private static Party coder() {
    return new Party(CODER, PartyKind.ORGANISATION, Optional.empty(), CODER);
  }

  private static Saying saying(List<Party> claimants, PartialDate said) {
    boolean own = claimants.equals(List.of(coder()));
    return new Saying(claimants, Optional.empty(), own, own ? List.of() : List.of(CODER), Certainty.ASSERTED,
        own ? PartialDate.NOT_STATED : said);
  }

  private static PartialDate said(Fields fields, String column) {
    return fields.of(column).size() == 1 ? date(fields.of(column).getFirst()) : PartialDate.NOT_STATED;
  }

  /// 1 January is how the table writes a year.
  static PartialDate date(String cell) {
    try {
      LocalDate day = LocalDate.parse(cell.strip().substring(0, Math.min(10, cell.strip().length())));
      return day.getDayOfYear() == 1 ? PartialDate.year(day.getYear()) : PartialDate.day(day);
    } catch (java.time.DateTimeException e) {
      return cell.strip().matches("\\d{4}(?:-\\d\\d)?") ? PartialDate.parse(cell.strip()) : PartialDate.NOT_STATED;
    }
  }

  private void response(Fields fields) {
    String sort = fields.of("political_response_type").isEmpty() && fields.of("political_response_actor").isEmpty()
        && fields.of("political_response_country").isEmpty() ? "legal_response_" : "political_response_";
    List<String> actors = fields.of(sort + "actor");
    List<Party> states = states(fields.of(sort + "country"));
    List<Party> claimants = actors.isEmpty() ? states
        : actors.stream().map(name -> new Party(name, PartyKind.BODY,
            actors.size() == 1 && states.size() == 1 ? states.getFirst().country() : Optional.empty(), name)).toList();
    List<Evidence> evidence = evidence(fields, sort + "actor", sort + "country", sort + "type");
    if (!claimants.isEmpty() && !evidence.isEmpty()) {
      add(new Claim.Response(document.id(), saying(claimants, said(fields, sort + "date")),
          kind(fields.of(sort + "type")), List.of(), Optional.of(account()), evidence));
    }
  }

  static Optional<ResponseKind> kind(List<String> types) {
    return Words.RESPONSES.entrySet().stream()
        .filter(word -> types.stream().anyMatch(type -> type.toLowerCase(Locale.ROOT).contains(word.getKey())))
        .findFirst().flatMap(word -> Coded.find(ResponseKind.class, word.getValue().getFirst()));
  }

  /// What EuRepoC itself holds of the incident as a whole.
  private void coded() {
    Fields settled = new Fields(Map.of("attributed_initiator", values("initiator_name"),
        "attributed_initiator_country", values("initiator_country"), "attributed_initiator_category",
        values("initiator_category")));
    List<Party> accused = accused(settled);
    values("initiator_name").forEach(written -> chained(written, quote("initiator_name", written)));
    Saying own = saying(List.of(coder()), PartialDate.NOT_STATED);
    if (!accused.isEmpty()) {
      List<Evidence> evidence = new ArrayList<>();
      for (String column : List.of("initiator_name", "initiator_country", "initiator_category")) {
        if (!values(column).isEmpty()) {
          evidence.add(sheet.quote(Objects.requireNonNull(places.get(column))));
        }
      }
      evidence.sort(java.util.Comparator.comparingInt(Evidence::start));
      add(new Claim.Attribution(document.id(), own, accused, Optional.of(account()), evidence));
    } else if (Optional.ofNullable(cells.get("initiator_category")).filter(cell -> cell.contains("not attributed"))
        .isPresent()) {
      add(new Claim.NonAttribution(document.id(), own, List.of(), Optional.of(account()), false,
          List.of(sheet.quote(Objects.requireNonNull(places.get("initiator_category"))))));
    }
    values("incident_type").forEach(type -> add(new Claim.Impact(document.id(), own, Optional.of(account()), type,
        Polarity.AFFIRMED, List.of(quote("incident_type", type)))));
    values("mitre_initial_access").forEach(way -> add(new Claim.Method(document.id(), own, Optional.of(account()), way,
        Polarity.AFFIRMED, List.of(), List.of(), List.of(quote("mitre_initial_access", way)))));
  }

  private List<String> values(String column) {
    return Cells.values(Optional.ofNullable(cells.get(column)).orElse(""));
  }

  private void add(Claim claim) {
    claims.add(claim);
  }

  private IncidentAccount account() {
    List<Party> victims = values("receiver_name").stream()
        .map(name -> new Party(name, PartyKind.ORGANISATION, Optional.<String>empty(), name)).toList();
    Set<String> countries = new TreeSet<>();
    values("receiver_country").forEach(name -> Words.state(name).flatMap(Party::country).ifPresent(countries::add));
    return new IncidentAccount(document.id(), "eurepoc " + id, label(), victims, period(), Set.of(), countries);
  }

  private PartialDate period() {
    PartialDate start = date(Optional.ofNullable(cells.get("start_date")).orElse(""));
    PartialDate end = date(Optional.ofNullable(cells.get("end_date")).orElse(""));
    if (!start.stated() || !end.stated()) {
      return start;
    }
    try {
      return PartialDate.range(start.first().orElseThrow(), end.last().orElseThrow());
    } catch (BadInputException e) {
      return start;
    }
  }
}
