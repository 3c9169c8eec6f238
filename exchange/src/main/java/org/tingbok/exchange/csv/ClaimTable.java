package org.tingbok.exchange.csv;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tingbok.analysis.Incident;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Speaker;
import org.tingbok.document.Document;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.StixConfidence;
import org.tingbok.exchange.names.Csv;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.SlotRole;
import org.tingbok.vocabulary.Tlp;

/// Claims as a table of RFC 4180, one row each, in UTF-8 without byte order mark. Columns are in `docs/csv.md`; further ones
/// are added at the end only.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe, which is not the text's.
public final class ClaimTable {
  /// What a table is, for those who ask by type.
  public static final String MEDIA_TYPE = "text/csv; charset=utf-8; header=present";

  /// The columns, in order.
  public static final List<String> COLUMNS = List.of("claim_id", "type", "claimants", "claimant_countries", "speaker",
      "speaker_role", "own_voice", "reported_by", "accused", "accused_countries", "names", "relation", "actor",
      "sponsor",
      "kind", "target", "what", "polarity", "vulnerabilities", "techniques", "withdraws", "certainty",
      "certainty_words",
      "stix_confidence", "said_from", "said_to", "said_bound", "status", "taken_back_by", "taken_back_on", "ruling",
      "incident_id", "incident_name", "victims", "victim_countries", "happened_from", "happened_to", "document_id",
      "document_title", "publisher", "published_from", "published_to", "language", "source", "document_sha256",
      "ranges",
      "quote", "recorded_at", "changed_at", "read_by", "tlp");

  private static final String BETWEEN = "; ";

  private ClaimTable() {
  }

  /// Writes a table.
  ///
  /// @param out receives it; left open
  /// @param extract what is handed over
  public static void write(OutputStream out, Extract extract) {
    try {
      out.write(Csv.line(COLUMNS, ',').getBytes(StandardCharsets.UTF_8));
      for (Extract.Part part : extract.parts()) {
        for (RecordedClaim recorded : part.claims()) {
          Map<String, String> row = row(recorded, part, extract.incidents().apply(recorded));
          List<String> cells = COLUMNS.stream().map(column -> guarded(row.getOrDefault(column, ""))).toList();
          out.write(Csv.line(cells, ',').getBytes(StandardCharsets.UTF_8));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A cell that no spreadsheet takes for a formula.
  ///
  /// @param cell any text
  /// @return the text, with an apostrophe before it where it begins like a formula
  public static String guarded(String cell) {
    String seen = cell.stripLeading();
    boolean formula = !cell.isEmpty() && ("\t\r\n".indexOf(cell.charAt(0)) >= 0
        || !seen.isEmpty() && "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(seen.charAt(0)) >= 0);
    return formula ? "'" + cell : cell;
  }

  /// The cells of a claim, as text.
  ///
  /// @param recorded the claim
  /// @param part the document that it stands in
  /// @param about the incident that it is about
  /// @return by the name of the column; none where nothing is known
  public static Map<String, String> row(RecordedClaim recorded, Extract.Part part, Optional<Extract.About> about) {
    Document document = part.document();
    Claim claim = recorded.claim();
    Saying saying = claim.saying();
    Map<String, String> row = new LinkedHashMap<>();
    row.put("claim_id", recorded.id());
    row.put("type", claim.type().code());
    row.put("claimants", names(saying.claimants()));
    row.put("claimant_countries", countries(saying.claimants()));
    row.put("speaker", saying.speaker().map(Speaker::name).orElse(""));
    row.put("speaker_role", saying.speaker().flatMap(Speaker::role).orElse(""));
    row.put("own_voice", Boolean.toString(saying.ownVoice()));
    row.put("reported_by", String.join(BETWEEN, saying.reportedBy()));
    slots(row, claim);
    row.put("certainty", saying.certainty().level().code());
    row.put("certainty_words", saying.certainty().words().orElse(""));
    OptionalInt confidence = StixConfidence.of(saying.certainty());
    row.put("stix_confidence", confidence.isPresent() ? Integer.toString(confidence.getAsInt()) : "");
    period(row, "said", recorded.said());
    row.put("said_bound", recorded.bound().code());
    row.put("status", recorded.retraction().map(Act.Retracted::kind).map(Coded::code).orElse("standing"));
    row.put("taken_back_by", recorded.retraction().map(Act.Retracted::by).orElse(""));
    row.put("taken_back_on", recorded.retraction().map(act -> act.day().toString()).orElse(""));
    row.put("tlp", recorded.marking().map(Tlp::label).orElse(""));
    row.put("ruling", recorded.ruling().map(ruling -> ruling.verdict().code()).orElse(""));
    row.put("incident_id", about.map(one -> one.incident().id()).orElse(""));
    row.put("incident_name", about.map(Extract.About::incident).map(Incident::name)
        .or(() -> claim.account().map(IncidentAccount::label)).orElse(""));
    claim.account().ifPresent(account -> {
      row.put("victims", names(account.victims()));
      row.put("victim_countries", String.join(BETWEEN, account.countries()));
      period(row, "happened", account.period());
    });
    row.put("document_id", document.id().value());
    row.put("document_title", document.title().orElse(""));
    row.put("publisher", document.publisher().orElse(""));
    period(row, "published", document.published());
    row.put("language", document.language());
    row.put("source", part.source());
    row.put("document_sha256", document.sha256());
    row.put("ranges", String.join(BETWEEN, claim.evidence().stream().map(one -> one.start() + ".." + one.end())
        .toList()));
    row.put("quote", String.join(" […] ", claim.evidence().stream().map(Evidence::quote).toList()));
    row.put("recorded_at", recorded.recordedAt().toString());
    row.put("changed_at", recorded.changedAt().toString());
    row.put("read_by", saying.readBy().orElse(""));
    return row;
  }

  private static void slots(Map<String, String> row, Claim claim) {
    List<Party> accused = new ArrayList<>();
    claim.slots().stream().filter(slot -> slot.role() == SlotRole.ACCUSED).forEach(slot -> accused.add(slot.party()));
    row.put("accused", names(accused));
    row.put("accused_countries", countries(accused));
    switch (claim) {
      case Claim.Attribution _, Claim.Denial _ -> {
        // who is accused is told above
      }
      case Claim.NonAttribution non -> row.put("withdraws", Boolean.toString(non.withdraws()));
      case Claim.Alias alias -> {
        row.put("names", names(List.of(alias.first(), alias.second())));
        row.put("relation", alias.relation().code());
      }
      case Claim.Affiliation affiliation -> {
        row.put("actor", affiliation.actor().name());
        row.put("sponsor", affiliation.sponsor().name());
        row.put("relation", affiliation.relation().code());
      }
      case Claim.Response response -> {
        row.put("kind", response.kind().map(Coded::code).orElse(""));
        row.put("target", names(response.target()));
      }
      case Claim.Impact impact -> {
        row.put("what", impact.what());
        row.put("polarity", impact.polarity().code());
      }
      case Claim.Method method -> {
        row.put("what", method.what());
        row.put("polarity", method.polarity().code());
        row.put("vulnerabilities", String.join(BETWEEN, method.vulnerabilities()));
        row.put("techniques", String.join(BETWEEN, method.techniques()));
      }
    }
  }

  private static void period(Map<String, String> row, String name, PartialDate date) {
    row.put(name + "_from", date.first().map(Object::toString).orElse(""));
    row.put(name + "_to", date.last().map(Object::toString).orElse(""));
  }

  private static String names(Collection<Party> parties) {
    return String.join(BETWEEN, parties.stream().map(Party::name).toList());
  }

  /// As many as there are names, so that the two lists can be laid side by side.
  private static String countries(Collection<Party> parties) {
    return parties.stream().allMatch(party -> party.country().isEmpty()) ? ""
        : String.join(BETWEEN, parties.stream().map(party -> party.country().orElse("-")).toList());
  }
}
