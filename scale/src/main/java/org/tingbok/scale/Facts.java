package org.tingbok.scale;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import org.tingbok.analysis.ClaimParts;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.IncidentPairs;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.containers.Place;
import org.tingbok.exchange.tables.Cell;
import org.tingbok.exchange.tables.Table;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Snapshot;
import org.tingbok.reading.document.OwnMarking;
import org.tingbok.store.Ledgers;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.TingbokException;
import scala.Tuple2;

/// Reads the claims of a corpus, each document as of the day of its story, and appends them to a ledger on the way. What is left is
/// what tables and incidents are made of.
final class Facts {
  /// Rows of a table: its name behind this.
  static final String ROW = "row ";
  /// Accounts of operations ([IncidentPairs.InStory]).
  static final String ACCOUNT = "account";
  /// Texts that tell of parts of campaigns.
  static final String TEXT = "text";
  /// Names that a claim says to be part of others.
  static final String PARTS = "parts";
  /// Documents with their claims, and those that stand for a story of several ([ClaimParts.Told]).
  static final String TOLD = "told";
  /// What could not be read.
  static final String FAULT = "fault";

  private static final int AT_ONCE = 100;
  private static final Set<String> TABLES = Set.of("documents", "claims", "claim_parties");

  private Facts() {
  }

  /// A row of a table, each cell as its words; empty for none.
  ///
  /// @param cells in order of the columns
  /// @param account of a claim, id of the account that it is about; empty for none
  record Row(List<String> cells, String account) {
  }

  /// A text that has words of being part of something.
  ///
  /// @param document its id
  /// @param text its text
  record PartText(String document, String text) {
    Document asDocument() {
      return new Document(new DocumentId(document), "", "", "", text, Optional.empty(), Optional.empty(),
          PartialDate.NOT_STATED, "und", List.of(), false, List.of());
    }
  }

  /// Names that are said to be part of others.
  ///
  /// @param said keys of names, by the contained one the containing ones
  record Parts(Map<String, Set<String>> said) {
  }

  /// One document that is to be read.
  ///
  /// @param story the story that it tells, with the day of it; empty for one of its own
  private record Wanted(Optional<Family> story) {
  }

  /// To the part of the corpus that a document lies in.
  private static final class ToPart extends Partitioner {
    private static final long serialVersionUID = 1;
    private final int parts;

    ToPart(int parts) {
      this.parts = parts;
    }

    @Override
    public int numPartitions() {
      return parts;
    }

    @Override
    public int getPartition(Object key) {
      return (int) (long) (Long) key;
    }
  }

  /// Reads a corpus.
  ///
  /// @param prints its documents
  /// @param stories by number, the stories of several documents
  /// @param ledger address of the ledger that claims are appended to; empty for none
  /// @return facts by kind
  static JavaPairRDD<String, byte[]> of(Prints prints, JavaPairRDD<Long, byte[]> stories, Optional<String> ledger) {
    int parts = prints.files().getNumPartitions();
    JavaPairRDD<Long, Tuple2<Long, byte[]>> wanted = prints.places().cogroup(stories).mapToPair(one -> {
      long[] place = one._2()._1().iterator().next();
      Iterator<byte[]> story = one._2()._2().iterator();
      return new Tuple2<>(place[0], new Tuple2<>(place[1], story.hasNext() ? story.next() : new byte[0]));
    }).partitionBy(new ToPart(parts));
    String address = ledger.orElse("");
    Broadcast<SerializableConfiguration> systems = prints.systems();
    return prints.files().zipPartitions(wanted, (files, documents) -> {
      Map<Long, Wanted> all = new HashMap<>();
      documents.forEachRemaining(one -> all.put(one._2()._1(), new Wanted(one._2()._2().length == 0 ? Optional.empty()
          : Optional.of(Wire.read(one._2()._2(), Family.class)))));
      return new Walk(new Units(Prints.files(files), systems.value().value()), all, address);
    }).mapToPair(one -> one).persist(StorageLevel.MEMORY_AND_DISK());
  }

  /// Reads the documents of a part one after another; what was read is appended to the ledger some at a time.
  private static final class Walk implements Iterator<Tuple2<String, byte[]>> {
    private final Units units;
    private final Map<Long, Wanted> wanted;
    private final String ledger;
    private final Deque<Tuple2<String, byte[]>> found = new ArrayDeque<>();
    private final List<Reading> waiting = new ArrayList<>();
    private final Map<DocumentId, Place> places = new HashMap<>();
    private final Map<DocumentId, Family> stories = new HashMap<>();

    Walk(Units units, Map<Long, Wanted> wanted, String ledger) {
      this.units = units;
      this.wanted = wanted;
      this.ledger = ledger;
    }

    @Override
    public boolean hasNext() {
      while (found.isEmpty() && units.hasNext()) {
        Units.Unit unit = units.next();
        if (wanted.containsKey(unit.order()) && unit.found() instanceof Units.Content.Report report) {
          read(unit, report, java.util.Objects.requireNonNull(wanted.get(unit.order())));
        }
      }
      if (found.isEmpty()) {
        append();
      }
      return !found.isEmpty();
    }

    @Override
    public Tuple2<String, byte[]> next() {
      return found.remove();
    }

    private void read(Units.Unit unit, Units.Content.Report report, Wanted one) {
      try {
        Text text = Reader.standard().parse(unit.name(), report.bytes(), report.place().flatMap(Place::giver));
        Optional<PartialDate> day = one.story().flatMap(story -> story.readAsOf(text.document().published()));
        Reading reading = day.map(other -> Reader.standard().read(text, other))
            .orElseGet(() -> Reader.standard().read(text));
        if (ledger.isEmpty()) {
          told(reading, one.story(), Moments.NONE, found);
        } else {
          waiting.add(reading);
          one.story().ifPresent(story -> stories.put(reading.document().id(), story));
          report.place().ifPresent(place -> places.put(reading.document().id(), place));
          if (waiting.size() == AT_ONCE) {
            append();
          }
        }
      } catch (TingbokException e) {
        if (e.code().startsWith("LEDGER")) {
          throw e; // is tried again
        }
        fault(e.code(), String.valueOf(e.getMessage()));
      } catch (StackOverflowError | RuntimeException e) {
        fault("READ_FAULT", unit.name() + " could not be read for a defect of Tingbok (" + e + "); report it");
      }
    }

    private void fault(String code, String message) {
      found.add(new Tuple2<>(FAULT, (code + ": " + message).getBytes(StandardCharsets.UTF_8)));
    }

    /// Appends what waits, and tells it with the moments that the ledger has. What is on record is not recorded again, so that
    /// a part that is read twice adds nothing twice, and tells the same moments.
    private void append() {
      if (!waiting.isEmpty()) {
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
          List<Act> acts = new ArrayList<>();
          for (Reading reading : waiting) {
            Document document = reading.document();
            if (open.document(document.id()).isEmpty()) {
              OwnMarking.of(document.text()).ifPresent(own -> acts.add(new Act.Marked(document.id().value(),
                  Optional.of(own.tlp()), "it bears \"" + own.words() + "\"",
                  document.publisher().orElse("its author"))));
              Optional.ofNullable(places.get(document.id())).flatMap(place -> place.fetched(document.id()))
                  .ifPresent(acts::add);
            }
          }
          Set<DocumentId> before = new HashSet<>();
          waiting.stream().map(reading -> reading.document().id()).filter(id -> open.document(id).isPresent())
              .forEach(before::add);
          open.append(waiting, acts);
          Moments moments = Moments.of(open, waiting, before);
          waiting.forEach(reading -> told(reading, Optional.ofNullable(stories.get(reading.document().id())), moments,
              found));
        }
        waiting.clear();
        places.clear();
        stories.clear();
      }
    }
  }

  /// What a reading tells.
  ///
  /// @param story the story of several documents that its document tells; empty for one of its own
  /// @param moments when a ledger recorded it
  /// @param found takes facts by kind
  static void told(Reading reading, Optional<Family> story, Moments moments, Collection<Tuple2<String, byte[]>> found) {
    Document document = reading.document();
    DocumentId told = story.map(Family::representative).orElse(document.id());
    List<IncidentPairs.Told> accounts = IncidentPairs.told(reading);
    accounts.forEach(account -> found.add(new Tuple2<>(ACCOUNT,
        Wire.bytes(new IncidentPairs.InStory(account, told)))));
    if (accounts.size() > 1 && IncidentPairs.tellsOfParts(document)) {
      found.add(new Tuple2<>(TEXT, Wire.bytes(new PartText(document.id().value(), document.text()))));
    }
    Map<String, Set<String>> parts = IncidentPairs.partsSaid(reading.claims());
    if (!parts.isEmpty()) {
      found.add(new Tuple2<>(PARTS, Wire.bytes(new Parts(parts))));
    }
    if (!reading.claims().isEmpty() || story.isPresent() && told.equals(document.id())) {
      found.add(new Tuple2<>(TOLD, Wire.bytes(ClaimParts.told(reading, told))));
    }
    rows(reading, story, moments, found);
  }

  private static void rows(Reading reading, Optional<Family> story, Moments moments,
      Collection<Tuple2<String, byte[]>> found) {
    Document document = reading.document();
    Snapshot.Histories histories = Snapshot.Histories.of(List.of());
    List<RecordedClaim> claims = reading.claims().stream()
        .flatMap(claim -> histories.of(claim, Instant.EPOCH).asOf(document, AsOf.NOW).stream()).toList();
    Map<String, String> accounts = new HashMap<>();
    for (Claim claim : reading.claims()) {
      claim.account().map(IncidentAccount::id).ifPresent(account -> accounts.put(claim.id(), account));
    }
    Extract.Part part = new Extract.Part(document, Instant.EPOCH, claims, reading.unread(), true);
    Extract extract = new Extract("", AsOf.NOW, List.of(part), _ -> Optional.empty(),
        id -> story.flatMap(family -> family.copyOf(id)));
    for (Table table : Output.tables(extract, List.of()).all()) {
      if (TABLES.contains(table.name())) {
        for (List<Cell> row : table.rows()) {
          List<String> cells = moments.told(table, row);
          found.add(new Tuple2<>(ROW + table.name(), Wire.bytes(new Row(cells,
              table.name().equals("claims") ? accounts.getOrDefault(cells.getFirst(), "") : ""))));
        }
      }
    }
  }
}
