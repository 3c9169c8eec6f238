package org.tingbok.app.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tingbok.analysis.Conflict;
import org.tingbok.analysis.Dispute;
import org.tingbok.analysis.Incident;
import org.tingbok.claim.Claim;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;

/// Tells what is new, what was said last, and who accuses whom. Immutable.
public final class FrontRoom {
  private static final int LATELY = 6;
  private static final int NEWS = 4;

  private final Desk desk;

  /// Of one desk.
  ///
  /// @param desk a ledger as of some day
  public FrontRoom(Desk desk) {
    this.desk = desk;
  }

  /// The front page.
  ///
  /// @param since since when news is asked for; empty for what was recorded on the last day on which anything was
  /// @param most rows and columns of the matrix at most
  /// @return the page
  public FrontPage page(Optional<Instant> since, int most) {
    return new FrontPage(news(since), accusations(), disputes(),
        matrix(AccusationMatrix.By.STATES, AccusationMatrix.Years.ALL).top(most), desk.summary());
  }

  /// Who accuses whom.
  ///
  /// @param by what rows and columns are
  /// @param years which years are asked for
  /// @return all of it
  public AccusationMatrix matrix(AccusationMatrix.By by, AccusationMatrix.Years years) {
    return AccusationMatrix.of(once(), claim -> desk.cards().incidentOf(claim).map(Incident::id), by, years);
  }

  /// When anything was last recorded or done.
  ///
  /// @return empty where nothing is on record
  public Optional<Instant> last() {
    return desk.documents().claims().stream().map(RecordedClaim::changedAt).max(Comparator.naturalOrder());
  }

  private List<RecordedClaim> once() {
    return desk.cards().once(List.copyOf(desk.documents().claims()));
  }

  /// What was recorded since a moment.
  private FrontPage.News news(Optional<Instant> asked) {
    Collection<RecordedClaim> all = desk.documents().claims();
    Optional<Instant> last = last();
    Optional<Instant> since = asked.or(() -> last.map(moment -> moment.atZone(ZoneOffset.UTC).toLocalDate()
        .atStartOfDay(ZoneOffset.UTC).toInstant()));
    if (since.isEmpty()) {
      return new FrontPage.News(Optional.empty(), Optional.empty(), 0, 0, List.of(), 0, List.of(), List.of());
    }
    Instant then = since.get();
    Set<DocumentId> before = new HashSet<>();
    Set<DocumentId> reports = new HashSet<>();
    Map<String, Boolean> incidents = new LinkedHashMap<>();
    List<RecordedClaim> fresh = new ArrayList<>();
    int changed = 0;
    for (RecordedClaim recorded : all) {
      boolean late = recorded.recordedAt().isAfter(then);
      (late ? reports : before).add(recorded.claim().document());
      desk.cards().incidentOf(recorded.claim()).map(Incident::id)
          .ifPresent(id -> incidents.merge(id, late, Boolean::logicalAnd));
      if (late) {
        fresh.add(recorded);
      } else if (recorded.changedAt().isAfter(then)) {
        changed++;
      }
    }
    reports.removeAll(before);
    return new FrontPage.News(Optional.of(then.toString()), last.map(Instant::toString), reports.size(), fresh.size(),
        incidents.entrySet().stream().filter(Map.Entry::getValue).flatMap(entry -> desk.incidents()
            .withId(entry.getKey()).stream()).map(Cards::name).toList(),
        changed, desk.cards().claims(weightiest(fresh)),
        desk.conflicts().stream().flatMap(conflict -> recordedSince(conflict, then).stream()).toList());
  }

  /// Accusations, denials and what was taken back before what is told besides; of each the last said first.
  private List<RecordedClaim> weightiest(List<RecordedClaim> fresh) {
    return desk.cards().once(fresh).stream().sorted(Comparator.comparingInt(FrontRoom::weight)
        .thenComparing(FrontRoom::day, Comparator.reverseOrder()).thenComparing(RecordedClaim::id)).limit(NEWS)
        .toList();
  }

  private static int weight(RecordedClaim recorded) {
    ClaimType type = recorded.claim().type();
    return switch (type) {
      case ATTRIBUTION -> 0;
      case DENIAL, NON_ATTRIBUTION -> 1;
      case RESPONSE, ALIAS, AFFILIATION -> 2;
      case IMPACT, METHOD -> 3;
    };
  }

  private static LocalDate day(RecordedClaim recorded) {
    return recorded.said().last().orElse(LocalDate.MIN);
  }

  /// A dispute is on record once two of its sides are; what closed it was recorded after that.
  private Optional<FrontPage.DisputeEvent> recordedSince(Conflict conflict, Instant then) {
    List<Dispute.Side> sides = conflict.dispute().sides();
    Optional<Instant> complete = sides.stream().flatMap(side -> side.claims().stream().map(RecordedClaim::recordedAt)
        .min(Comparator.naturalOrder()).stream()).sorted().skip(1).findFirst();
    if (complete.filter(moment -> moment.isAfter(then)).isPresent()) {
      return Optional.of(event(conflict, false));
    }
    boolean touched = sides.stream().flatMap(side -> side.claims().stream())
        .anyMatch(recorded -> recorded.recordedAt().isAfter(then) || recorded.changedAt().isAfter(then));
    return touched && conflict.resolved().isPresent() ? Optional.of(event(conflict, true)) : Optional.empty();
  }

  private FrontPage.DisputeEvent event(Conflict conflict, boolean closed) {
    return new FrontPage.DisputeEvent(conflict.dispute().id(), conflict.dispute().kind().code(), closed,
        DateCard.of(closed ? conflict.resolved().map(PartialDate::day).orElse(PartialDate.NOT_STATED)
            : conflict.opened()),
        DateWords.readable(conflict.sentence()),
        conflict.dispute().incident().flatMap(desk.incidents()::withId).map(Cards::name));
  }

  private List<FrontPage.DisputeEvent> disputes() {
    return desk.conflicts().stream().flatMap(conflict -> Stream.concat(
        conflict.opened().stated() ? Stream.of(event(conflict, false)) : Stream.empty(),
        conflict.resolved().isPresent() ? Stream.of(event(conflict, true)) : Stream.empty()))
        .sorted(Comparator.comparing((FrontPage.DisputeEvent event) -> event.when().to().orElse("")).reversed()
            .thenComparing(FrontPage.DisputeEvent::id))
        .limit(LATELY).toList();
  }

  /// Each accuser with each accused of an incident once, when it last said so.
  private List<ClaimCard> accusations() {
    Map<String, RecordedClaim> last = new HashMap<>();
    for (RecordedClaim recorded : once()) {
      if (recorded.standing() && recorded.claim() instanceof Claim.Attribution attribution
          && recorded.said().stated()) {
        String key = names(attribution.saying().claimants()) + " / " + names(attribution.accused()) + " / "
            + desk.cards().incidentOf(attribution).map(Incident::id).orElse(recorded.id());
        last.merge(key, recorded, (a, b) -> day(a).isBefore(day(b)) ? b : a);
      }
    }
    return desk.cards().claims(last.values().stream().sorted(Comparator.comparing(FrontRoom::day).reversed()
        .thenComparing(RecordedClaim::id)).limit(LATELY).toList());
  }

  private static String names(List<Party> parties) {
    return String.join(", ", parties.stream().map(party -> NameKey.of(party.name())).toList());
  }
}
