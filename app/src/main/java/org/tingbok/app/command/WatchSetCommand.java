package org.tingbok.app.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.analysis.View;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Watch;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok watch set`.
@Command(name = "set", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Keep a question, with the options of 'tingbok claims'. One of the same name takes its place.")
final class WatchSetCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "NAME", description = "What the watch is called.")
  private String name = "";

  @Option(names = "--by", paramLabel = "WHO", required = true, description = "Whose watch.")
  private String by = "";

  @Mixin
  private ClaimOptions question = new ClaimOptions();

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  WatchSetCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `watch set` answers to programs.
  record Set(String ledger, String name, String question, String by, long claims, boolean recorded) {
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = options.writable(surroundings)) {
      // Asked once, so that a mistake in it is told to whoever makes it.
      ClaimQuery query =
          question.question().query(new Lookup(ledger, AsOf.NOW, question.view().orElse(View.ANY)), ClaimOrder.NEWEST);
      long claims = ledger.count(query, AsOf.NOW);
      if (claims == 0) {
        question.unknownNames(ledger).forEach(streams::remark);
      }
      Optional<Watch> before =
          WatchListCommand.standing(ledger).stream().filter(watch -> watch.name().equals(name.strip())).findFirst()
              .filter(watch -> !watch.question().equals(question.text()));
      boolean recorded =
          ledger.act(List.of(new Act.WatchSet(name.strip(), question.text(), by.strip()))).added() > 0;
      if (options.json()) {
        streams.json(new Set(options.name(), name.strip(), question.text(), by.strip(), claims, recorded));
      } else {
        streams.lines(Columns.paragraph(Paint.plain((recorded ? "recorded: watch " : "on record already: watch ") + name
            + ", " + claims + (claims == 1 ? " claim" : " claims") + " now; 'tingbok watch show "
            + (name.strip().matches("[\\w.-]+") ? name.strip() : '"' + name.strip() + '"') + "' tells what is new"),
            streams.width(), 0));
        before.ifPresent(watch -> streams.lines(Columns.paragraph(Paint.plain("It asked before: "
            + (watch.question().isEmpty() ? "every claim" : watch.question())), streams.width(), 0)));
      }
    }
    streams.flush();
    return 0;
  }
}
