package org.tingbok.claim;

import java.util.ArrayList;
import java.util.List;
import org.tingbok.mention.Party;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.ContentId;

/// What makes a claim that claim, and the checks that all kinds share.
final class ClaimIdentity {
  private ClaimIdentity() {
  }

  static <T> List<T> some(List<T> list, String slot) {
    if (list.isEmpty()) {
      throw new BadInputException("CLAIM_WITHOUT_" + slot.toUpperCase(java.util.Locale.ROOT), "a claim needs " + slot);
    }
    return List.copyOf(list);
  }

  /// Certainty and dates are left out on purpose: a reader that reads a hedge better has read the same claim.
  static String of(Claim claim) {
    return claim.saying().erasedId().orElseGet(() -> made(claim));
  }

  private static String made(Claim claim) {
    List<String> parts = new ArrayList<>();
    parts.add(claim.document().value());
    parts.add(claim.type().code());
    for (Evidence evidence : claim.evidence()) {
      parts.add(evidence.start() + "-" + evidence.end());
    }
    parties(parts, "claimant", claim.saying().claimants());
    switch (claim) {
      case Claim.Attribution attribution -> parties(parts, "accused", attribution.accused());
      case Claim.NonAttribution non -> {
        parties(parts, "accused", non.accused());
        if (non.withdraws()) {
          parts.add("withdraws");
        }
      }
      case Claim.Denial _ -> {
      }
      case Claim.Alias alias -> {
        parties(parts, "names", List.of(alias.first(), alias.second()));
        parts.add(alias.relation().code());
      }
      case Claim.Affiliation affiliation -> {
        parties(parts, "actor-sponsor", List.of(affiliation.actor(), affiliation.sponsor()));
        parts.add(affiliation.relation().code());
      }
      case Claim.Response response -> {
        parties(parts, "target", response.target());
        parts.add(response.kind().map(Coded::code).orElse(""));
      }
      case Claim.Impact impact -> {
        parts.add(impact.what());
        parts.add(impact.polarity().code());
      }
      case Claim.Method method -> {
        parts.add(method.what());
        parts.add(method.polarity().code());
      }
    }
    claim.account().ifPresent(account -> parts.add(account.id()));
    return ContentId.of("claim", parts.toArray(String[]::new));
  }

  private static void parties(List<String> parts, String slot, List<Party> parties) {
    parts.add(slot);
    for (Party party : parties) {
      parts.add(party.id());
    }
  }
}
