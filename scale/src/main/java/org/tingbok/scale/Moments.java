package org.tingbok.scale;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.tables.Cell;
import org.tingbok.exchange.tables.Table;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Snapshot;

/// When a ledger recorded documents and claims, and when it last recorded something about them.
///
/// @param recorded by id of a document or a claim
/// @param changed by id of a claim, where that is another moment
record Moments(Map<String, Instant> recorded, Map<String, Instant> changed) {
  /// Where no ledger is.
  static final Moments NONE = new Moments(Map.of(), Map.of());

  /// Of what has just been appended.
  ///
  /// @param ledger the ledger
  /// @param readings what was appended
  /// @param before which of the documents were on record before; about the claims of others nothing can have been done
  static Moments of(Ledger ledger, Collection<Reading> readings, Set<DocumentId> before) {
    Map<String, Instant> recorded = new HashMap<>();
    Map<String, Instant> changed = new HashMap<>();
    for (Snapshot.Recorded one : ledger.readings(readings.stream().map(reading -> reading.document().id()).toList())) {
      recorded.putIfAbsent(one.reading().document().id().value(), one.recordedAt());
      one.reading().claims().forEach(claim -> recorded.putIfAbsent(claim.id(), one.recordedAt()));
    }
    for (Reading reading : readings) {
      Document document = reading.document();
      for (Claim claim : before.contains(document.id()) ? reading.claims() : List.<Claim>of()) {
        ledger.claim(claim.id()).flatMap(history -> history.asOf(document, AsOf.NOW))
            .ifPresent(known -> changed.put(claim.id(), known.changedAt()));
      }
    }
    return new Moments(recorded, changed);
  }

  /// The cells of a row as words, with the moments of what its first cell names. Empty where there is no ledger.
  ///
  /// @param table `documents`, `claims` or `claim_parties`
  /// @param row one of its rows
  List<String> told(Table table, List<Cell> row) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      String id = row.getFirst().words();
      words.add(switch (table.columns().get(i).name()) {
        case "recorded_at" -> moment(recorded.get(id));
        case "changed_at" -> moment(Optional.ofNullable(changed.get(id)).orElse(recorded.get(id)));
        default -> row.get(i).words();
      });
    }
    return words;
  }

  private static String moment(@org.jspecify.annotations.Nullable Instant moment) {
    return moment == null ? "" : moment.toString();
  }
}
