package org.tingbok.analysis;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Claim;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.PartialDate;

/// Accusations that whoever made them has taken back.
final class Withdrawals {
  private Withdrawals() {
  }

  /// Since when accusations of one voice no longer stand: its claimants take back what they said of these accused, or all
  /// that they said of the incident, and do not say it again on a later day.
  static Optional<PartialDate> of(List<RecordedClaim> accusations, Statements statements, Standing standing,
      Voices voices) {
    LocalDate last = accusations.stream().map(one -> one.said().first().orElse(LocalDate.MIN))
        .max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
    Set<String> speaking = new HashSet<>();
    accusations.forEach(one -> one.claim().saying().claimants().forEach(party -> speaking.add(voices.of(party))));
    return accusations.stream().flatMap(one -> statements.incidentOf(one.claim()).stream()).distinct()
        .flatMap(incident -> statements.on(incident).stream())
        .filter(recorded -> recorded.claim() instanceof Claim.NonAttribution non && non.withdraws()
            && non.saying().claimants().stream().anyMatch(party -> speaking.contains(voices.of(party)))
            && meant(non, accusations, standing)
            && (non.accused().isEmpty() ? recorded.said().first().orElse(LocalDate.MIN).isAfter(last)
                : !recorded.said().last().orElse(LocalDate.MAX).isBefore(last)))
        .map(RecordedClaim::said).min(Comparator.comparing(date -> date.first().orElse(LocalDate.MAX)));
  }

  private static boolean meant(Claim.NonAttribution non, List<RecordedClaim> accusations, Standing standing) {
    return non.accused().isEmpty() || accusations.stream().anyMatch(one -> one.claim() instanceof Claim.Attribution a
        && a.accused().stream().anyMatch(party -> non.accused().stream().anyMatch(no -> standing.one(no, party))));
  }
}
