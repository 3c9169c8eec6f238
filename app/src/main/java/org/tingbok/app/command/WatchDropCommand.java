package org.tingbok.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `tingbok watch drop`.
@Command(name = "drop", mixinStandardHelpOptions = true, description = "Give a watch up.")
final class WatchDropCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME", description = "The watch.")
  private String name = "";

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  WatchDropCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `watch drop` answers to programs.
  record Dropped(String ledger, String name) {
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = options.writable(surroundings)) {
      String watch = WatchListCommand.named(ledger, name).name();
      ledger.act(List.of(new Act.WatchDropped(watch)));
      if (options.json()) {
        streams.json(new Dropped(options.name(), watch));
      } else {
        streams.line(Paint.plain("dropped: watch " + watch));
      }
    }
    streams.flush();
    return 0;
  }
}
