package org.tingbok.app.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.app.Main;
import org.tingbok.app.Surroundings;
import org.tingbok.app.access.Access;
import org.tingbok.app.beside.Beside;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.feeds.FeedBook;
import org.tingbok.app.feeds.Poller;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.hooks.HookBook;
import org.tingbok.app.hooks.HookSender;
import org.tingbok.app.intake.Gatherer;
import org.tingbok.app.intake.Intake;
import org.tingbok.app.intake.Spool;
import org.tingbok.app.operation.Health;
import org.tingbok.app.operation.Metrics;
import org.tingbok.app.operation.Operations;
import org.tingbok.app.operation.Stopping;
import org.tingbok.app.intake.TaxiiLogins;
import org.tingbok.app.taxii.Logins;
import org.tingbok.app.taxii.Sources;
import org.tingbok.app.web.Door;
import org.tingbok.app.web.LedgerSource;
import org.tingbok.app.web.WebServer;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.PageRequest;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Tlp;
import org.tingbok.vocabulary.UnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tingbok serve`.
@Command(name = "serve", mixinStandardHelpOptions = true,
    description = {"Show the ledger as web pages, until Ctrl-C.",
        "To this machine only, unless --listen says otherwise: then everybody has to log in, over TLS. Reports can be added and",
        "decisions recorded on the pages; what is added elsewhere meanwhile is shown. Makes the ledger where there is none."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok serve                            on http://localhost:8080, or the next free port",
        "  tingbok serve --port 9000 --ledger north.ledger",
        "  tingbok serve --read-only                the pages change nothing",
        "  tingbok serve --listen 192.0.2.7 --port 8443 --tls-certificate chain.pem --tls-key key.pem",
        "%nEvery page takes ?as-of=DATE, and is JSON under the same address with .json behind it."})
public final class ServeCommand implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "N",
      description = "The port (default: 8080, or the next free one; 0 for any).")
  private Optional<Integer> port = Optional.empty();

  @Option(names = "--ledger", paramLabel = "FILE|URL", defaultValue = LedgerFile.DEFAULT,
      description = "The ledger to show (default: ${DEFAULT-VALUE} in the working folder).")
  private String address = LedgerFile.DEFAULT;

  @Option(names = "--read-only",
      description = "Only show the ledger: nobody adds reports or records decisions on the pages.")
  private boolean readOnly;

  @Option(names = "--tlp", paramLabel = "COLOUR", converter = TlpConverter.class,
      description = "Show only what may be passed on as far: clear, green, amber, amber+strict or red. What is marked narrower"
          + " is not there and not counted, on no page and in no answer; nothing can be added.")
  private Optional<Tlp> ceiling = Optional.empty();

  @Mixin
  private FetchOptions fetching = new FetchOptions();

  @Mixin
  private LogOptions logging = new LogOptions();

  @Mixin
  private DoorOptions entrance = new DoorOptions();

  @Option(names = "--requests", paramLabel = "N",
      description = "How many requests a program may send in a minute to /api/v1 (default: " + LedgerSource.PER_MINUTE
          + "); where one has to log in, how many anybody may send anywhere (default: " + LedgerSource.GUARDED + ").")
  private Optional<Integer> asked = Optional.empty();

  @Option(names = "--taxii-logins", paramLabel = "FILE",
      description = "Who may ask under /taxii2/: a file of lines that 'taxii-login' makes (default: anybody on this machine).")
  private Optional<Path> logins = Optional.empty();

  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public ServeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    logging.begin(surroundings);
    Streams streams = Streams.of(surroundings);
    int requests = asked.orElse(entrance.guarded() ? LedgerSource.GUARDED : LedgerSource.PER_MINUTE);
    if (requests < 1) {
      throw new BadInputException("USAGE", "--requests " + requests + ": 1 or more");
    }
    Logins taxii = logins.map(surroundings.folder()::resolve).map(Logins::of).orElse(Logins.NONE);
    boolean shownOnly = readOnly || ceiling.isPresent() || unwritable(streams);
    Optional<Access> access = entrance.access(surroundings, address);
    try (Closing _ = () -> access.ifPresent(Access::close);
        Stopping stopping = Stopping.listen();
        Metrics metrics = new Metrics(Main.version());
        Ledger whole = LedgerFile.existing(surroundings.folder(), address)) {
      Door door = entrance.door(surroundings, port, access);
      Ledger ledger = ceiling.map(whole::cleared).orElse(whole);
      Beside beside = Beside.of(surroundings.folder(), address);
      LedgerSource bare = LedgerFile.shared(address) ? LedgerSource.ofShared(ledger)
          : LedgerSource.ofFile(ledger, surroundings.folder().resolve(address));
      LedgerSource shown =
          bare.limited(requests).offering(new Sources.Settings(Optional.of(beside).filter(_ -> !shownOnly), taxii,
              surroundings.clock(), ceiling.isPresent(), surroundings.readers()));
      if (shownOnly) {
        serve(shown, door, streams, stopping, new Operations(health(ledger, stopping, List.of()), metrics));
      } else {
        HookBook hooks = new HookBook(beside);
        FeedBook feeds = new FeedBook(beside);
        try (Fetcher fetcher = fetching.fetcher(surroundings);
            Intake intake =
                Intake.into(this::writable, surroundings.clock(), Spool.kept(beside), surroundings.readers(),
                    Optional
                        .of(new Gatherer(fetcher, surroundings.clock(), TaxiiLogins.of(surroundings.environment()),
                            surroundings.readers())),
                    metrics);
            Poller poller =
                new Poller(this::readable, fetcher, surroundings.readers(), intake, feeds, surroundings.clock(),
                    RandomGenerator.getDefault()).start();
            HookSender _ = new HookSender(ledger, hooks, fetcher, surroundings.clock()).start()) {
          int resumed = intake.resume(poller::resumed);
          if (resumed > 0) {
            LOG.atInfo().addKeyValue("deliveries", resumed).log("taking up what an earlier server left");
          }
          metrics.queue(intake::waiting);
          serve(shown.recording(new Recorder(this::writable, surroundings.clock())).taking(intake)
              .reaching(poller, hooks, fetcher), door, streams, stopping,
              new Operations(health(ledger, stopping, List.of(
                  new Health.Check("intake", () -> intake.alive() ? Optional.empty() : Optional.of("has stopped")),
                  Health.Check.room("disk", beside.folder()))), metrics));
        }
      }
    }
    return 0;
  }

  /// Closes what may not be there.
  private interface Closing extends AutoCloseable {
    @Override
    void close();
  }

  private static Health health(Ledger ledger, Stopping stopping, List<Health.Check> more) {
    return new Health(Stream.concat(Stream.of(
        new Health.Check("ledger", () -> {
          ledger.claims(ClaimQuery.EVERYTHING, AsOf.NOW, PageRequest.first(1));
          return Optional.empty();
        }),
        new Health.Check("running", () -> stopping.asked() ? Optional.of("stopping") : Optional.empty())),
        more.stream()).toList());
  }

  private static void serve(LedgerSource source, Door door, Streams streams, Stopping stopping,
      Operations operations) {
    operations.metrics().health(operations.health());
    try (WebServer server = WebServer.start(source, door, operations)) {
      LOG.atInfo().addKeyValue("port", server.port()).log("serving");
      streams.line("Tingbok is on " + door.shown(server.port()) + " until Ctrl-C.");
      streams.flush();
      stopping.await();
    }
  }

  /// Makes the ledger where there is none. One that cannot be written to is shown all the same.
  private boolean unwritable(Streams streams) {
    try {
      writable().close();
      return false;
    } catch (UnavailableException e) {
      if (!e.code().equals("LEDGER_UNWRITABLE")) {
        throw e;
      }
      streams.remark(e.getMessage() + "; the pages only show it");
      return true;
    }
  }

  private Ledger readable() {
    return LedgerFile.existing(surroundings.folder(), address);
  }

  private Ledger writable() {
    return LedgerFile.writable(surroundings.folder(), address, surroundings.clock());
  }
}
