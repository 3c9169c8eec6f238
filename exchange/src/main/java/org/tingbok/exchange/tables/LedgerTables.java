package org.tingbok.exchange.tables;

import static org.tingbok.exchange.tables.Table.Type.DAY;
import static org.tingbok.exchange.tables.Table.Type.FLAG;
import static org.tingbok.exchange.tables.Table.Type.MOMENT;
import static org.tingbok.exchange.tables.Table.Type.TEXT;
import static org.tingbok.exchange.tables.Table.Type.WHOLE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tingbok.analysis.Conflict;
import org.tingbok.analysis.Dispute;
import org.tingbok.analysis.Incident;
import org.tingbok.analysis.NameStatement;
import org.tingbok.claim.Ruling;
import org.tingbok.claim.Slot;
import org.tingbok.document.Document;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.csv.ClaimTable;
import org.tingbok.exchange.tables.Table.Column;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.ledger.Watch;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;

/// The tables of a ledger. Columns are described in `docs/tables.md`; further ones are added at the end only.
///
/// @param everything all documents with all their claims
/// @param snapshot the same, with what was done about it
/// @param incidents the incidents
/// @param conflicts the disputes
/// @param names what is said of names
public record LedgerTables(Extract everything, Snapshot snapshot, List<Incident> incidents, List<Conflict> conflicts,
    Collection<NameStatement> names) {
  /// Copies the lists.
  public LedgerTables {
    incidents = List.copyOf(incidents);
    conflicts = List.copyOf(conflicts);
    names = List.copyOf(names);
  }

  /// All tables.
  ///
  /// @return in the order of the documentation
  public List<Table> all() {
    return List.of(documents(), claims(), claimParties(), parties(), incidentTable(), disputes(), disputeSides(),
        nameTable(), grades(), rulings(), watches());
  }

  private static List<Column> columns(Object... namesAndTypes) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      columns.add(new Column((String) namesAndTypes[i], (Table.Type) namesAndTypes[i + 1]));
    }
    return columns;
  }

  private <T> Iterable<T> rows(java.util.function.Function<Extract.Part, Stream<T>> of) {
    return () -> StreamSupport.stream(everything.parts().spliterator(), false).flatMap(of).iterator();
  }

  private static <T> Iterable<List<Cell>> rows(Collection<T> items, java.util.function.Function<T, List<Cell>> row) {
    return () -> {
      Iterator<T> all = items.iterator();
      return Stream.generate(() -> all).takeWhile(Iterator::hasNext).map(Iterator::next).map(row).iterator();
    };
  }

  private static Cell first(PartialDate date) {
    return Cell.day(date.first());
  }

  private static Cell last(PartialDate date) {
    return Cell.day(date.last());
  }

  private Table documents() {
    return new Table("documents",
        columns("document_id", TEXT, "title", TEXT, "publisher", TEXT, "published_from", DAY, "published_to", DAY,
            "date_conflict", FLAG, "language", TEXT, "media_type", TEXT, "source", TEXT, "sha256", TEXT, "characters",
            WHOLE, "claims", WHOLE, "unread", WHOLE, "copy_of", TEXT, "recorded_at", MOMENT),
        rows(part -> {
          Document document = part.document();
          return Stream
              .of(List.of(Cell.of(document.id().value()), Cell.of(document.title()), Cell.of(document.publisher()),
                  first(document.published()), last(document.published()), new Cell.Flag(document.dateConflict()),
                  Cell.of(document.language()), Cell.of(document.mediaType()), Cell.of(part.source()),
                  Cell.of(document.sha256()), new Cell.Whole(document.text().length()),
                  new Cell.Whole(part.claims().size()), new Cell.Whole(part.unread().size()),
                  Cell.of(everything.copies().apply(document.id()).map(org.tingbok.document.DocumentId::value)),
                  new Cell.Moment(part.recordedAt())));
        }));
  }

  private static Table.Type type(String column) {
    return switch (column) {
      case "said_from", "said_to", "taken_back_on", "happened_from", "happened_to", "published_from", "published_to" ->
        DAY;
      case "recorded_at", "changed_at" -> MOMENT;
      case "own_voice", "withdraws" -> FLAG;
      case "stix_confidence" -> WHOLE;
      default -> TEXT;
    };
  }

  private static Cell typed(String column, String text) {
    return text.isEmpty() ? new Cell.Absent() : switch (type(column)) {
      case TEXT -> new Cell.Text(text);
      case WHOLE -> new Cell.Whole(Long.parseLong(text));
      case FLAG -> new Cell.Flag(Boolean.parseBoolean(text));
      case DAY -> new Cell.Day(LocalDate.parse(text));
      case MOMENT -> new Cell.Moment(Instant.parse(text));
    };
  }

  private Table claims() {
    return new Table("claims",
        ClaimTable.COLUMNS.stream().map(name -> new Column(name, type(name))).toList(),
        rows(part -> part.claims().stream().map(recorded -> {
          Map<String, String> row = ClaimTable.row(recorded, part, everything.incidents().apply(recorded));
          return ClaimTable.COLUMNS.stream().map(name -> typed(name, row.getOrDefault(name, ""))).toList();
        })));
  }

  /// Who takes which part in a claim.
  private record Part(String role, Party party) {
  }

  private static List<Part> parts(RecordedClaim recorded) {
    List<Part> parts = new ArrayList<>();
    recorded.claim().saying().claimants().forEach(party -> parts.add(new Part("claimant", party)));
    for (Slot slot : recorded.claim().slots()) {
      Part part = new Part(slot.role().code(), slot.party());
      if (!parts.contains(part)) {
        parts.add(part);
      }
    }
    return parts;
  }

  private Table claimParties() {
    return new Table("claim_parties",
        columns("claim_id", TEXT, "role", TEXT, "position", WHOLE, "party_id", TEXT, "party", TEXT, "words", TEXT),
        rows(part -> part.claims().stream().flatMap(recorded -> {
          List<List<Cell>> rows = new ArrayList<>();
          for (Part one : parts(recorded)) {
            rows.add(List.of(Cell.of(recorded.id()), Cell.of(one.role), new Cell.Whole(rows.size() + 1),
                Cell.of(one.party.id()), Cell.of(one.party.name()), Cell.of(one.party.text())));
          }
          return rows.stream();
        })));
  }

  /// What the claims hold of a party.
  private static final class Tally {
    private final Party party;
    private final long[] roles = new long[3];

    Tally(Party party) {
      this.party = party;
    }
  }

  private Table parties() {
    return new Table("parties",
        columns("party_id", TEXT, "name", TEXT, "kind", TEXT, "country", TEXT, "as_claimant", WHOLE, "as_accused",
            WHOLE,
            "otherwise", WHOLE),
        () -> {
          Map<String, Tally> parties = new TreeMap<>();
          snapshot.claims().forEach(recorded -> parts(recorded).forEach(part -> parties
              .computeIfAbsent(part.party.id(), _ -> new Tally(part.party)).roles[part.role.equals("claimant") ? 0
                  : part.role.equals("accused") ? 1 : 2]++));
          return rows(parties.values(), one -> List.of(Cell.of(one.party.id()), Cell.of(one.party.name()),
              Cell.of(one.party.kind().code()), Cell.of(one.party.country()), new Cell.Whole(one.roles[0]),
              new Cell.Whole(one.roles[1]), new Cell.Whole(one.roles[2]))).iterator();
        });
  }

  private Table incidentTable() {
    return new Table("incidents",
        columns("incident_id", TEXT, "name", TEXT, "victims", TEXT, "victim_ids", TEXT, "countries", TEXT,
            "happened_from", DAY, "happened_to", DAY, "accounts", WHOLE, "documents", WHOLE, "disputed", FLAG,
            "part_of", TEXT),
        rows(incidents, one -> List.of(Cell.of(one.id()), Cell.of(one.name()),
            Cell.of(one.victims().stream().map(Party::name).toList()),
            Cell.of(one.victims().stream().map(Party::id).toList()),
            Cell.of(one.countries().stream().sorted().toList()),
            first(one.period()), last(one.period()), new Cell.Whole(one.accounts().size()),
            new Cell.Whole(one.documents().size()), new Cell.Flag(one.disputed()),
            Cell.of(one.whole().map(Incident.Part::incident)))));
  }

  private Table disputes() {
    return new Table("disputes",
        columns("dispute_id", TEXT, "kind", TEXT, "level", TEXT, "incident_id", TEXT, "opened_from", DAY, "opened_to",
            DAY,
            "resolved_on", DAY, "sides", WHOLE, "sentence", TEXT),
        rows(conflicts, one -> List.of(Cell.of(one.dispute().id()), Cell.of(one.dispute().kind().code()),
            Cell.of(one.level().map(Coded::code)), Cell.of(one.dispute().incident()), first(one.opened()),
            last(one.opened()), Cell.day(one.resolved()), new Cell.Whole(one.dispute().sides().size()),
            Cell.of(one.sentence()))));
  }

  private Table disputeSides() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Conflict conflict : conflicts) {
      int side = 0;
      for (Dispute.Side one : conflict.dispute().sides()) {
        side++;
        for (RecordedClaim recorded : one.claims()) {
          rows.add(List.of(Cell.of(conflict.dispute().id()), new Cell.Whole(side), Cell.of(one.position()),
              Cell.of(recorded.id())));
        }
      }
    }
    return new Table("dispute_sides", columns("dispute_id", TEXT, "side", WHOLE, "position", TEXT, "claim_id", TEXT),
        rows);
  }

  private Table nameTable() {
    return new Table("names",
        columns("statement_id", TEXT, "source", TEXT, "first", TEXT, "second", TEXT, "relation", TEXT, "claimants",
            TEXT,
            "said_from", DAY, "said_to", DAY, "dated", FLAG, "certainty", TEXT, "words", TEXT, "document_id", TEXT),
        rows(names, one -> List.of(Cell.of(one.id()), Cell.of(one.source().code()), Cell.of(one.first()),
            Cell.of(one.second()), Cell.of(one.relation().code()), Cell.of(one.claimants()), first(one.said()),
            last(one.said()), new Cell.Flag(one.dated()), Cell.of(one.certainty().level().code()), Cell.of(one.words()),
            Cell.of(one.document().map(org.tingbok.document.DocumentId::value)))));
  }

  private Table grades() {
    return new Table("grades",
        columns("source", TEXT, "grade", TEXT, "day", DAY, "by", TEXT, "reason", TEXT, "recorded_at", MOMENT),
        rows(acts(Act.Graded.class), one -> {
          Act.Graded graded = (Act.Graded) one.act();
          return List.of(Cell.of(graded.source()), Cell.of(graded.reliability().map(Coded::code)),
              new Cell.Day(graded.day()), Cell.of(graded.by()), Cell.of(graded.reason()),
              new Cell.Moment(one.recordedAt()));
        }));
  }

  private Table rulings() {
    return new Table("rulings",
        columns("claim_id", TEXT, "verdict", TEXT, "day", DAY, "by", TEXT, "reason", TEXT, "carried_from", TEXT,
            "recorded_at", MOMENT),
        rows(acts(Act.Ruled.class), one -> {
          Ruling ruling = ((Act.Ruled) one.act()).ruling();
          return List.of(Cell.of(ruling.claim()), Cell.of(ruling.verdict().code()), new Cell.Day(ruling.day()),
              Cell.of(ruling.by()), Cell.of(ruling.reason()), Cell.of(ruling.carriedFrom()),
              new Cell.Moment(one.recordedAt()));
        }));
  }

  private Table watches() {
    return new Table("watches", columns("name", TEXT, "question", TEXT, "by", TEXT, "seen_up_to", MOMENT),
        rows(Watch.standing(snapshot.acts().stream().map(Act.Recorded::act).toList()),
            one -> List.of(Cell.of(one.name()),
                Cell.of(one.question()), Cell.of(one.by()),
                one.seenUpTo().<Cell>map(Cell.Moment::new).orElseGet(Cell.Absent::new))));
  }

  private List<Act.Recorded> acts(Class<? extends Act> kind) {
    return snapshot.acts().stream().filter(recorded -> kind.isInstance(recorded.act())).toList();
  }
}
