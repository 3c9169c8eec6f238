package org.tingbok.app.command;

import java.net.URI;
import java.util.List;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.feeds.Poller;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.intake.TaxiiClient;
import org.tingbok.app.intake.TaxiiLogins;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok subscribe`.
@Command(name = "subscribe", mixinStandardHelpOptions = true,
    description = {
        "Have the reports read that a feed announces: RSS, Atom, JSON Feed, or the sitemap of a site; or what is new in a"
            + " collection of TAXII 2.1 or a feed of MISP.",
        "'tingbok serve' asks the feed about once an hour, 'tingbok fetch' at once. Makes the ledger where there is none."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok subscribe https://example.org/feed.xml --by ida",
        "  tingbok subscribe https://example.org/ --by ida   the feed that the page names",
        "  tingbok subscribe taxii+https://example.org/taxii2/ --by ida   its collection",
        "  tingbok subscribe misp+https://example.org/feed/ --by ida"})
public final class SubscribeCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ADDRESS",
      description = "The feed, a sitemap, or a page that names its own; taxii+https://… or misp+https://…")
  private String typed = "";

  @Option(names = "--by", paramLabel = "WHO", required = true, description = "Who wants it.")
  private String by = "";

  @Mixin
  private FetchOptions fetching = new FetchOptions();

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public SubscribeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `subscribe` answers to programs.
  record Subscribed(String ledger, String address, String by, boolean recorded) {
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    URI feed;
    try (Fetcher fetcher = fetching.fetcher(surroundings)) {
      feed = Poller.feed(fetcher,
          new TaxiiClient(fetcher, surroundings.clock(), TaxiiLogins.of(surroundings.environment())),
          surroundings.readers(), typed);
    }
    try (Ledger ledger = options.made(surroundings)) {
      boolean recorded = ledger.act(List.of(new Act.Subscribed(feed.toString(), true, by.strip()))).added() > 0;
      if (options.json()) {
        streams.json(new Subscribed(options.name(), feed.toString(), by.strip(), recorded));
      } else {
        streams
            .line(Paint.plain((recorded ? "recorded: subscription to " : "on record already: subscription to ") + feed
                + "; 'tingbok fetch' reads it now"));
      }
    }
    streams.flush();
    return 0;
  }
}
