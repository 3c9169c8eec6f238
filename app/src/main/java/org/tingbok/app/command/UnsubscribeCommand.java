package org.tingbok.app.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.feeds.FeedBook;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok unsubscribe`.
@Command(name = "unsubscribe", mixinStandardHelpOptions = true,
    description = "Have a feed read no longer. What was read of it stays.")
public final class UnsubscribeCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ADDRESS", description = "The feed.")
  private String typed = "";

  @Option(names = "--by", paramLabel = "WHO", required = true, description = "Who decides.")
  private String by = "";

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public UnsubscribeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    String address = Address.parse(typed).toString();
    try (Ledger ledger = options.writable(surroundings)) {
      ledger.act(List.of(new Act.Subscribed(address, false, by.strip())));
    }
    new FeedBook(options.beside(surroundings)).forget(address);
    if (options.json()) {
      streams.json(new SubscribeCommand.Subscribed(options.name(), address, by.strip(), true));
    } else {
      streams.line(Paint.plain("recorded: " + address + " is no longer read"));
    }
    streams.flush();
    return 0;
  }
}
