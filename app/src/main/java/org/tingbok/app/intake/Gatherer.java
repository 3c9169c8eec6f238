package org.tingbok.app.intake;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.tingbok.app.fetch.Answer;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.input.Readers;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.containers.Kind;
import org.tingbok.exchange.containers.MadePage;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.ledger.Act;
import org.tingbok.vocabulary.UnavailableException;

/// Gets reports from where they are into a folder, and knows where each came from. Safe for use by several threads.
public final class Gatherer {
  private static final Map<String, String> ENDINGS = Map.of("text/html", ".html", "application/xhtml+xml", ".xhtml",
      "application/pdf", ".pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx",
      "text/plain", ".txt", "text/markdown", ".md");
  private static final List<String> READ = List.of(".html", ".htm", ".xhtml", ".pdf", ".docx", ".txt", ".md");

  private final Fetcher fetcher;
  private final Clock clock;
  private final TaxiiClient taxii;
  private final Readers readers;

  /// A gatherer.
  ///
  /// @param fetcher fetches
  /// @param clock tells when an entry was taken from its feed
  /// @param logins who we are to servers of TAXII
  /// @param readers read what pages list
  public Gatherer(Fetcher fetcher, Clock clock, TaxiiLogins logins, Readers readers) {
    this.readers = readers;
    this.fetcher = fetcher;
    this.clock = clock;
    this.taxii = new TaxiiClient(fetcher, clock, logins);
  }

  /// What fetches, for whoever has to look before it can be told what is to be gathered.
  ///
  /// @return the same for all
  public Fetcher fetcher() {
    return fetcher;
  }

  /// What reads feeds and sitemaps.
  ///
  /// @return the same for all
  public Readers readers() {
    return readers;
  }

  /// What fetches collections of TAXII.
  ///
  /// @return over the same fetcher
  public TaxiiClient taxii() {
    return taxii;
  }

  /// What came of an order.
  public sealed interface Gathered {
    /// It is there.
    ///
    /// @param source the file, under the address that answered
    /// @param from where it came from
    record Report(Source source, From from) implements Gathered {
    }

    /// It has not changed since it was put on record.
    ///
    /// @param document what it was then
    /// @param from where it is
    record Same(DocumentId document, From from) implements Gathered {
    }

    /// It is not there.
    ///
    /// @param trouble why
    record Not(Trouble trouble) implements Gathered {
    }
  }

  /// Where a report came from.
  ///
  /// @param order what was ordered
  /// @param found the address that answered
  /// @param state what the address calls its state
  /// @param at when
  public record From(Order order, String found, Answer.State state, Instant at) {
    /// What the ledger is told.
    ///
    /// @param document which document it is
    /// @return the act
    public Act.Fetched act(DocumentId document) {
      return new Act.Fetched(document, order.asked(), found, at, order.entry().map(Order.Announced::feed),
          order.entry().map(Order.Announced::id), state.etag(), state.modified());
    }
  }

  /// What was fetched before, by what was asked for.
  ///
  /// @param acts acts of any kind, in order of recording
  /// @return the last of each
  public static Map<String, Act.Fetched> before(List<Act.Recorded> acts) {
    Map<String, Act.Fetched> before = new HashMap<>();
    for (Act.Recorded recorded : acts) {
      if (recorded.act() instanceof Act.Fetched fetched) {
        before.put(fetched.asked(), fetched);
      }
    }
    return before;
  }

  /// Gets one.
  ///
  /// @param order what
  /// @param before what the same order gave the last time; empty if it was never given
  /// @param folder where it is put
  /// @param name the file's name, without an ending
  /// @param on asked now and then whether to go on
  /// @return what came of it
  public Gathered gather(Order order, Optional<Act.Fetched> before, Path folder, String name, BooleanSupplier on) {
    if (TaxiiClient.is(order.asked())) {
      return taxii.gather(order, before, folder, name, on);
    }
    Optional<String> content = order.entry().flatMap(Order.Announced::content);
    if (content.isPresent() || order.address().isEmpty()) {
      byte[] page = page(order.entry().orElseThrow(), order.address(), content.orElse(""));
      return new Gathered.Report(new Source(order.name(), Optional.of(put(folder.resolve(name + ".html"), page))),
          new From(order, order.asked(), Answer.State.NONE, clock.instant()));
    }
    URI address = order.address().get();
    Answer.State state = before.map(last -> new Answer.State(last.etag(), last.modified())).orElse(Answer.State.NONE);
    return switch (fetcher.get(address, state, on)) {
      case Answer.Not not -> new Gathered.Not(not.trouble());
      case Answer.Unchanged _ -> before.<Gathered>map(last -> new Gathered.Same(last.document(),
          new From(order, last.found(), state, clock.instant())))
          .orElseGet(
              () -> new Gathered.Not(new Trouble("FETCH_STATUS", address + " answers with status 304, unasked")));
      case Answer.Got got -> ending(got).<Gathered>map(ending -> new Gathered.Report(
          new Source(got.found().toString(), Optional.of(put(folder.resolve(name + ending), got.body()))),
          new From(order, got.found().toString(), got.state(), got.at())))
          .orElseGet(() -> new Gathered.Not(new Trouble("FETCH_KIND", got.found() + " is " + got.type()
              + (got.type().matches(".*(?:rss|atom|feed\\+json|xml).*") ? ", perhaps a feed: subscribe to it"
                  : ", which holds no report that is read"))));
    };
  }

  /// The ending by which the kind of a report is known; empty if it is of no kind that is read.
  private static Optional<String> ending(Answer.Got got) {
    Optional<String> known = Optional.ofNullable(ENDINGS.get(got.type()));
    if (known.isPresent() && !known.get().equals(".txt")) {
      return known;
    }
    String path = String.valueOf(got.found().getPath()).toLowerCase(Locale.ROOT);
    if (Imports.recognised(path, Arrays.copyOf(got.body(), Math.min(got.body().length, Imports.HEAD)))) {
      return Optional.of(got.body()[0] == '{' || got.body()[0] == '[' ? ".json" : ".csv");
    }
    if (known.isPresent()) {
      return known;
    }
    Optional<Kind> container = Kind.of(path, Arrays.copyOf(got.body(), Math.min(got.body().length, Kind.HEAD)));
    if (container.isPresent()) {
      return Optional.of(container.get() == Kind.MESSAGE ? ".eml" : container.get() == Kind.MAILBOX ? ".mbox" : "");
    }
    Optional<String> named = READ.stream().filter(path::endsWith).findFirst();
    boolean untold = got.type().isEmpty() || got.type().equals("application/octet-stream")
        || got.type().equals("binary/octet-stream");
    return untold ? named.or(() -> Optional.of(""))
        : got.type().startsWith("text/") && !got.type().equals("text/xml")
            ? Optional.of(".txt")
            : Optional.empty();
  }

  private static Path put(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UnavailableException("TEMPORARY_UNWRITABLE",
          "cannot keep what was fetched (" + e.getMessage() + "); make room, or set TMPDIR", e);
    }
  }

  /// An entry as a page that tells what the feed tells of it. The same entry gives the same bytes.
  private static byte[] page(Order.Announced entry, Optional<URI> address, String content) {
    return new MadePage(entry.title(), entry.publisher(), entry.published().map(Gatherer::day), entry.language(),
        address.map(URI::toString)).html(_ -> {
        }, article -> article.append(content), _ -> {
        });
  }

  /// A moment as feeds write it, as pages write it.
  private static String day(String written) {
    try {
      return java.time.ZonedDateTime.parse(written.replaceFirst("(?i)\\s(?:GMT|UT|UTC|Z)$", " GMT"),
          java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME).toOffsetDateTime().toString();
    } catch (java.time.format.DateTimeParseException e) {
      return written;
    }
  }
}
