package org.tingbok.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.analysis.View;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Mixin;

/// A command that asks a ledger and prints the answer.
abstract class QueryCommand implements Callable<Integer> {
  @Mixin
  private QueryOptions options = new QueryOptions();

  private final Surroundings surroundings;

  QueryCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// Prints the answer.
  ///
  /// @param desk the ledger as of the day asked for
  /// @param json whether for programs
  /// @param streams where to
  /// @return the exit status
  abstract int answer(Desk desk, boolean json, Streams streams);

  /// Whether the day asked for is told below the answer.
  ///
  /// @return true but for answers that are tables for programs
  boolean remarksOnDay() {
    return true;
  }

  @Override
  public final Integer call() {
    AsOf asOf = options.asOf();
    Optional<View> view = options.view();
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = LedgerFile.existing(surroundings.folder(), options.ledger())) {
      Desk desk = Desk.of(ledger, asOf, view);
      int status = answer(desk, options.json(), streams);
      if (!options.json() && remarksOnDay()) {
        asOf.said().ifPresent(day -> streams.line(streams.paint().faint("By what had been said by " + day + ".")));
        asOf.recorded()
            .ifPresent(moment -> streams.line(streams.paint().faint("By what was on record by " + moment + ".")));
        view.ifPresent(asked -> streams.line(streams.paint().faint("Names under the view " + asked.text() + ".")));
      }
      streams.flush();
      if (desk.unplaced() > 0) {
        streams.remark(ReadingText.count(desk.unplaced(), "claim is", "claims are")
            + " left out that cannot be placed before or after that day");
      }
      return status;
    }
  }
}
