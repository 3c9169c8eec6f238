package org.tingbok.benchmarks.yardstick;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.claim.Claim;
import org.tingbok.mention.Party;
import org.tingbok.reading.ReportReader;

/// The claims of a short text that has no file of its own.
final class Claims {
  private final ReportReader reader = ReportReader.standard();

  List<Claim> of(String text) {
    return reader.read(reader.parse("text.txt", text.getBytes(StandardCharsets.UTF_8))).claims();
  }

  static List<Party> accused(List<Claim> claims) {
    List<Party> accused = new ArrayList<>();
    for (Claim claim : claims) {
      if (claim instanceof Claim.Attribution attribution) {
        accused.addAll(attribution.accused());
      }
    }
    return accused;
  }

  static Set<String> victimStates(List<Claim> claims) {
    Set<String> states = new TreeSet<>();
    for (Claim claim : claims) {
      claim.account().ifPresent(account -> {
        states.addAll(account.countries());
        account.victims().forEach(victim -> victim.country().ifPresent(states::add));
      });
    }
    return states;
  }

  static Set<String> states(List<Party> parties) {
    Set<String> states = new TreeSet<>();
    parties.forEach(party -> party.country().ifPresent(states::add));
    return states;
  }
}
