package org.tingbok.exchange.coders;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.document.Span;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Importer;
import org.tingbok.exchange.imports.Sheet;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;

/// Reads the table of the Cyber Operations Tracker of the Council on Foreign Relations, as its claims: the tracker names nobody
/// whom it follows. Its date is that of disclosure, so it says nothing of when it happened. See `docs/eurepoc.md`.
public final class CfrImporter implements Importer {
  private static final Set<String> COLUMNS = Set.of("title", "date", "affiliations", "sponsor");
  private static final String CODER = "Council on Foreign Relations";
  private static final Pattern ALSO = Pattern.compile("(?i)also known as\\s+(.+?)\\.?");
  private static final Pattern GOVERNMENT =
      Pattern.compile("(?i).*\\b(?:government|intelligence|ministry|agency|agencies|army|military|police)\\b.*");

  /// A reader of the table.
  public CfrImporter() {
  }

  @Override
  public boolean recognises(String name, byte[] bytes) {
    return Table.columns(bytes).containsAll(COLUMNS);
  }

  @Override
  public Imported read(String name, byte[] bytes) {
    List<Imported.Fault> faults = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (Table.Row row : Table.read(name, bytes).rows()) {
      if (row.cell("title").isEmpty()) {
        faults.add(new Imported.Fault("CODER_ROW", "line " + row.line() + " has no title; it was left out"));
      } else {
        readings.add(new Row(name, row.cells()).reading());
      }
    }
    return new Imported(readings, faults);
  }

  /// One incident.
  private static final class Row {
    private final Map<String, String> cells;
    private final Sheet sheet = new Sheet();
    private final Map<String, Span> places = new HashMap<>();
    private final Document document;
    private final List<Claim> claims = new ArrayList<>();

    Row(String name, Map<String, String> cells) {
      this.cells = cells;
      places.put("title", sheet.line(cell("title")));
      cells.forEach((column, cell) -> {
        if (!column.equals("title")) {
          places.put(column, sheet.entry(column, cell));
        }
      });
      this.document = sheet.document(
          new Sheet.Head(name, cell("title"), Optional.of(CODER), PartialDate.NOT_STATED, "en"));
      claim();
    }

    Reading reading() {
      return new Reading(document, claims.stream().distinct().toList(), List.of());
    }

    private String cell(String column) {
      return Optional.ofNullable(cells.get(column)).orElse("");
    }

    /// A name with how it is hedged.
    private record Named(Party party, Certainty certainty, Evidence evidence) {
    }

    private void claim() {
      List<Party> sponsors = Cells.values(cell("sponsor")).stream().flatMap(cell -> states(cell).stream()).toList();
      List<Named> named = affiliations(sponsors);
      for (Certainty certainty : named.stream().map(Named::certainty).distinct().toList()) {
        List<Named> alike = named.stream().filter(one -> one.certainty().equals(certainty)).toList();
        add(new Claim.Attribution(document.id(), saying(certainty),
            alike.stream().map(Named::party).distinct().toList(),
            Optional.of(account()), alike.stream().map(Named::evidence).distinct().toList()));
      }
      boolean told = named.stream().map(Named::party).anyMatch(sponsors::contains);
      if (!sponsors.isEmpty() && !told) {
        List<Evidence> evidence = List.of(sheet.quote(Objects.requireNonNull(places.get("sponsor"))));
        add(new Claim.Attribution(document.id(), saying(Certainty.ASSERTED), sponsors, Optional.of(account()),
            evidence));
        if (sponsors.size() == 1 && named.size() == 1 && named.getFirst().party().kind() == PartyKind.THREAT_ACTOR) {
          add(new Claim.Affiliation(document.id(), saying(named.getFirst().certainty()), named.getFirst().party(),
              sponsors.getFirst(), AffiliationRelation.SUPPORTED_BY, evidence));
        }
      }
      Cells.values(cell("type")).forEach(type -> add(new Claim.Impact(document.id(), saying(Certainty.ASSERTED),
          Optional.of(account()), type, Polarity.AFFIRMED, List.of(quote("type", type)))));
    }

    /// States that a comma separates are told from those with a comma in their name.
    private static List<Party> states(String cell) {
      Optional<Party> whole = Words.state(cell);
      if (whole.isPresent()) {
        return List.of(whole.get());
      }
      List<Party> states = new ArrayList<>();
      for (String part : cell.split(",\\s*(?![^(]*\\))", -1)) {
        Optional<Party> state = Words.state(part);
        if (state.isEmpty()) {
          return List.of(new Party(cell, PartyKind.STATE, Optional.empty(), cell));
        }
        states.add(state.get());
      }
      return states;
    }

    /// Names that commas separate; "Also known as" begins another name of the one before.
    private List<Named> affiliations(List<Party> sponsors) {
      List<Named> named = new ArrayList<>();
      for (String value : Cells.values(cell("affiliations"))) {
        Certainty certainty = Certainty.ASSERTED;
        String words = value;
        for (Map.Entry<String, List<String>> hedge : Words.HEDGES.entrySet()) {
          if (certainty.equals(Certainty.ASSERTED) && words.toLowerCase(Locale.ROOT)
              .startsWith(hedge.getKey().toLowerCase(Locale.ROOT))) {
            certainty = new Certainty(Coded.require(CertaintyLevel.class, hedge.getValue().getFirst()),
                Optional.of(words.substring(0, hedge.getKey().length())), Optional.empty(), Optional.empty());
            words = words.substring(hedge.getKey().length());
          }
        }
        for (String part : words.split(",|;|\\.\\s+(?=Also)", -1)) {
          String name = part.strip().replaceFirst("^[?\\s]+", "").replaceFirst("(?i)^the\\s+", "")
              .replaceFirst("[.?\\s]+$", "");
          java.util.regex.Matcher also = ALSO.matcher(name);
          if (also.matches() && !named.isEmpty()) {
            Party other = actor(also.group(1), List.of());
            add(new Claim.Alias(document.id(), saying(Certainty.ASSERTED), named.getLast().party(), other,
                AliasRelation.SAME, List.of(quote("affiliations", also.group(1)))));
          } else if (Words.told(name)) {
            named.add(new Named(actor(also.matches() ? also.group(1) : name, sponsors), certainty,
                quote("affiliations", certainty.equals(Certainty.ASSERTED) ? name : value)));
          }
        }
      }
      return named;
    }

    /// "The Iranian government" beside the sponsor Iran is Iran.
    private static Party actor(String name, List<Party> sponsors) {
      if (Words.state(name).isPresent()) {
        return Words.state(name).get();
      }
      if (!GOVERNMENT.matcher(name).matches()) {
        return new Party(name, PartyKind.THREAT_ACTOR, Optional.empty(), name);
      }
      return name.toLowerCase(Locale.ROOT).contains("government") && sponsors.size() == 1 ? sponsors.getFirst()
          : new Party(name, PartyKind.BODY, Optional.empty(), name);
    }

    private Evidence quote(String column, String words) {
      return sheet.quote(Objects.requireNonNull(places.get(column)), words);
    }

    private static Saying saying(Certainty certainty) {
      return new Saying(List.of(new Party(CODER, PartyKind.ORGANISATION, Optional.empty(), CODER)), Optional.empty(),
          true, List.of(), certainty, PartialDate.NOT_STATED);
    }

    private void add(Claim claim) {
      claims.add(claim);
    }

    private IncidentAccount account() {
      List<Party> victims = Cells.values(cell("victims")).stream()
          .map(name -> Words.state(name)
              .orElseGet(() -> new Party(name, PartyKind.ORGANISATION, Optional.empty(), name)))
          .toList();
      Set<String> countries = new TreeSet<>();
      victims.forEach(victim -> victim.country().ifPresent(countries::add));
      return new IncidentAccount(document.id(), "cfr", cell("title"), victims, PartialDate.NOT_STATED, Set.of(),
          countries);
    }
  }
}
