package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.tingbok.analysis.Incident;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Regrouping;
import org.tingbok.app.terminal.Paint;
import org.tingbok.claim.AccountRef;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Mixin;

/// A command that records which accounts are one incident.
abstract class RegroupingCommand implements Callable<Integer> {
  @Mixin
  private DecidingOptions deciding = new DecidingOptions();

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  RegroupingCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What is to be recorded.
  ///
  /// @param regrouping why, who, when
  /// @param desk all that is on record
  abstract List<Act> acts(Regrouping regrouping, Desk desk);

  /// What regrouping answers to programs.
  record Regrouped(String ledger, String reason, String by, String day, int recorded, List<IncidentName> incidents) {
  }

  /// An incident as it is then.
  record IncidentName(String id, String name, int accounts) {
  }

  @Override
  public final Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = options.writable(surroundings)) {
      Regrouping regrouping =
          new Regrouping(deciding.reason(), deciding.by(), deciding.day(surroundings.clock()));
      List<Act> acts = acts(regrouping, Desk.of(ledger, AsOf.NOW));
      int recorded = ledger.act(acts).added();
      Desk desk = Desk.of(ledger, AsOf.NOW);
      Set<String> told = new TreeSet<>();
      List<IncidentName> incidents = new ArrayList<>();
      for (Act act : acts) {
        if (act instanceof Act.Grouped grouped) {
          for (AccountRef account : grouped.accounts()) {
            Optional<Incident> incident = desk.incidents().of(account).filter(one -> told.add(one.id()));
            incident.ifPresent(one -> incidents.add(new IncidentName(one.id(), one.name(), one.accounts().size())));
          }
        }
      }
      if (options.json()) {
        streams.json(new Regrouped(options.name(), regrouping.reason(), regrouping.by(), regrouping.day().toString(),
            recorded, incidents));
      } else {
        streams.line(Paint.plain((recorded > 0 ? "recorded by " : "on record already, by ") + regrouping.by() + ": "
            + regrouping.reason()));
        incidents.forEach(one -> streams.line(Paint.plain("  " + ReadingText.shortId(one.id()) + "  " + one.name()
            + ", " + ReadingText.count(one.accounts(), "account", "accounts"))));
      }
    }
    streams.flush();
    return 0;
  }
}
