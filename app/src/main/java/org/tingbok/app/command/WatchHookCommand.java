package org.tingbok.app.command;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.WatchNews;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.hooks.Hook;
import org.tingbok.app.hooks.HookBook;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Watch;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok watch hook`.
@Command(name = "hook", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Have the news of a watch sent to an address as they come, signed; or list where they are sent.",
        "'tingbok serve' sends them. The secret is printed once, and kept beside the ledger, not in it."})
final class WatchHookCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "The watch; none to list every hook.")
  private Optional<String> name = Optional.empty();

  @Option(names = "--to", paramLabel = "ADDRESS", description = "Where its news are sent.")
  private Optional<String> target = Optional.empty();

  @Option(names = "--drop", paramLabel = "ID", description = "A hook that nothing more is sent to.")
  private Optional<String> drop = Optional.empty();

  @Option(names = "--retry", paramLabel = "ID", description = "A hook that is to be tried again at once.")
  private Optional<String> retry = Optional.empty();

  @Mixin
  private FetchOptions fetching = new FetchOptions();

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  WatchHookCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// A hook for programs; the secret only when it is made.
  record Card(String id, String watch, String target, Optional<String> secret, String upTo,
      List<Hook.Delivery> deliveries) {
    static Card of(Hook hook, boolean made) {
      return new Card(hook.id(), hook.watch(), hook.target(), made ? Optional.of(hook.secret()) : Optional.empty(),
          hook.upTo().toString(), hook.deliveries());
    }
  }

  /// What `watch hook` answers to programs.
  record Hooks(List<Card> hooks) {
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    HookBook book = new HookBook(options.beside(surroundings));
    drop.ifPresent(book::drop);
    retry.ifPresent(book::retry);
    if (target.isPresent()) {
      made(book, streams);
    } else {
      List<Hook> hooks = name.map(book::of).orElseGet(book::all);
      if (options.json()) {
        streams.json(new Hooks(hooks.stream().map(hook -> Card.of(hook, false)).toList()));
      } else {
        streams.lines(Columns.table(hooks.stream().map(hook -> List.of(hook.id(), Paint.plain(hook.watch()),
            Paint.plain(hook.target()), state(hook))).toList(), streams.width(), 0));
        streams.line(streams.paint().faint(ReadingText.count(hooks.size(), "hook", "hooks")));
      }
    }
    streams.flush();
    return 0;
  }

  private static String state(Hook hook) {
    return hook.pending().map(one -> one.fate().code() + ", " + one.attempts().size() + " attempts: " + one.attempts()
        .reversed().stream().flatMap(attempt -> attempt.trouble().stream()).findFirst().map(trouble -> trouble.line())
        .orElse(""))
        .orElse("sent up to " + hook.upTo());
  }

  private void made(HookBook book, Streams streams) {
    URI address = Address.parse(target.orElseThrow());
    try (Fetcher fetcher = fetching.fetcher(surroundings); Ledger ledger = options.existing(surroundings)) {
      fetcher.check(address);
      Watch watch = WatchListCommand.named(ledger, name.orElseThrow(
          () -> new BadInputException("USAGE", "name the watch whose news are sent to " + address)));
      Hook hook = book.add(watch.name(), address, HookBook.from(
          WatchNews.since(ledger, WatchNews.query(ledger, watch), Optional.empty(), Stems.FORMS).upTo()));
      if (options.json()) {
        streams.json(Card.of(hook, true));
      } else {
        streams.line(Paint.plain("made: " + hook.id() + ", news of " + watch.name() + " go to " + address));
        streams.line("secret: " + hook.secret());
      }
    }
  }
}
