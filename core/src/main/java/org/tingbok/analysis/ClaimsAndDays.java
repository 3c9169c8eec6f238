package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.ClaimHistory;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidTime;
import org.tingbok.ledger.Snapshot;
import org.tingbok.vocabulary.PartialDate;

/// What [Groundwork] takes from each claim as it goes by. Not safe for several threads.
final class ClaimsAndDays {
  private static final long[] NONE = {};

  private final AsOf record;
  private final Snapshot.Histories histories;
  private final Map<String, IncidentAccount> accounts = new TreeMap<>();
  private final Map<DocumentId, PartialDate> published = new HashMap<>();
  private final Map<String, Set<String>> said = new HashMap<>();
  private final Map<String, LocalDate> accused = new HashMap<>();
  private final Map<String, Set<String>> blamed = new HashMap<>();
  private final Map<String, long[]> days = new HashMap<>();
  private final Map<Parties.Fact, Integer> facts = new HashMap<>();
  private final List<RecordedClaim> aliases = new ArrayList<>();
  private final Map<DocumentId, Document> aliasDocuments = new HashMap<>();
  private final List<GoneBackOn> goneBackOn = new ArrayList<>();
  private final Set<DocumentId> again = new HashSet<>();
  private final Set<DocumentId> sayingPart = new HashSet<>();
  private final Dates dates = new Dates();
  private final ClaimIds ids = new ClaimIds();
  /// Claims that stand by another id than they were first read under.
  private final NavigableMap<String, String> corrected = new TreeMap<>();

  /// A claim that its source went back on at some time, which makes it another claim from that day on.
  record GoneBackOn(ClaimHistory history, Document document) {
  }

  ClaimsAndDays(AsOf record, List<Act.Recorded> acts) {
    this.record = record;
    this.histories = Snapshot.Histories.of(acts);
  }

  void add(Snapshot.Recorded reading) {
    Document document = reading.reading().document();
    published.put(document.id(), document.published());
    if (ToldParts.cued(document)) {
      sayingPart.add(document.id());
    }
    List<RecordedClaim> standing = new ArrayList<>();
    for (Claim read : reading.reading().claims()) {
      ClaimHistory history = histories.of(read, reading.recordedAt());
      ids.add(read.id());
      history.asOf(document, record).ifPresent(claim -> {
        standing.add(claim.held());
        add(claim, history, document);
      });
    }
    around(standing);
  }

  private void add(RecordedClaim recorded, ClaimHistory history, Document document) {
    Claim claim = recorded.claim();
    SaidTime time = SaidTime.of(claim, document);
    dates.add(time);
    if (!claim.id().equals(recorded.id())) {
      corrected.putIfAbsent(claim.id(), recorded.id());
    }
    int by = Dates.by(time);
    claim.account().ifPresent(account -> {
      accounts.merge(account.id(), account, Incidents::together);
      days.merge(account.id(), new long[] {IncidentBook.saying(by, recorded)}, ClaimsAndDays::with);
    });
    boolean wentBack = history.acts().stream().anyMatch(done -> done.act() instanceof Act.Retracted);
    if (wentBack) {
      goneBackOn.add(new GoneBackOn(history, bare(document)));
    } else {
      Parties.tell(recorded, fact -> facts.merge(fact, by, Math::min));
    }
    if (claim instanceof Claim.Alias) {
      aliases.add(recorded.held());
      aliasDocuments.computeIfAbsent(document.id(), _ -> bare(document));
    }
  }

  private static long[] with(long[] some, long[] one) {
    long[] more = Arrays.copyOf(some, some.length + 1);
    more[some.length] = one[0];
    return more;
  }

  private static Document bare(Document document) {
    return new Document(document.id(), document.source(), document.sha256(), document.mediaType(), "",
        document.title(), document.publisher(), document.published(), document.language(), List.of(), false, List.of());
  }

  /// What is said of the accounts of one document.
  private void around(List<RecordedClaim> claims) {
    Incidents.said(claims).forEach(said::put);
    accused.putAll(Incidents.accused(claims));
    blamed.putAll(Incidents.blamed(claims));
  }

  void again(DocumentId document) {
    again.add(document);
  }

  /// What was read of a document at several times is looked at together once more.
  void readAgain(Function<Collection<DocumentId>, List<Snapshot.Recorded>> readings) {
    for (DocumentId id : again) {
      Map<String, RecordedClaim> claims = new LinkedHashMap<>();
      for (Snapshot.Recorded reading : readings.apply(List.of(id))) {
        for (Claim read : reading.reading().claims()) {
          histories.of(read, reading.recordedAt()).asOf(reading.reading().document(), record)
              .ifPresent(claim -> claims.put(claim.id(), claim.held()));
        }
      }
      claims.values().forEach(claim -> claim.claim().account().ifPresent(account -> {
        said.remove(account.id());
        accused.remove(account.id());
        blamed.remove(account.id());
      }));
      around(List.copyOf(claims.values()));
    }
  }

  AccountNode.Surroundings around(IncidentAccount account, DocumentId story) {
    return new AccountNode.Surroundings(published.getOrDefault(account.document(), PartialDate.NOT_STATED), story,
        said.getOrDefault(account.id(), Set.of()), Optional.ofNullable(accused.get(account.id())),
        blamed.getOrDefault(account.id(), Set.of()));
  }

  /// When the claims about an account were said ([IncidentBook#saying]), rising.
  long[] days(IncidentAccount account) {
    long[] unsorted = days.getOrDefault(account.id(), NONE);
    Arrays.sort(unsorted);
    return unsorted;
  }

  boolean saysPart(DocumentId document) {
    return sayingPart.contains(document);
  }

  Collection<IncidentAccount> accounts() {
    return accounts.values();
  }

  Map<Parties.Fact, Integer> facts() {
    return facts;
  }

  List<RecordedClaim> aliases() {
    return aliases;
  }

  Map<DocumentId, Document> aliasDocuments() {
    return aliasDocuments;
  }

  List<GoneBackOn> goneBackOn() {
    return goneBackOn;
  }

  ClaimIds ids() {
    return ids;
  }

  NavigableMap<String, String> corrected() {
    return corrected;
  }

  Dates dates() {
    return dates;
  }
}
