package org.tingbok.app.feeds;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.app.fetch.Address;
import org.tingbok.app.fetch.Answer;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.input.Readers;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.syndication.Feed;
import org.tingbok.app.syndication.Listing;
import org.tingbok.app.intake.Delivery;
import org.tingbok.app.intake.Gatherer;
import org.tingbok.app.intake.Intake;
import org.tingbok.app.intake.MispOrders;
import org.tingbok.app.intake.Order;
import org.tingbok.app.intake.TaxiiClient;
import org.tingbok.app.intake.TaxiiLogins;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Subscription;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// Asks the feeds that are subscribed to for news and orders their new entries. Safe for use by several threads.
public final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofDays(1);
  /// How often it is looked whether a feed is due.
  private static final Duration TICK = Duration.ofSeconds(20);
  /// Entries of one feed that are ordered together; the others follow in the next round.
  private static final int AT_ONCE = 50;
  /// How often an entry is tried before it is given up.
  private static final int ATTEMPTS = 5;

  private final Supplier<Ledger> ledgers;
  private final Fetcher fetcher;
  private final Readers readers;
  private final Intake intake;
  private final FeedBook book;
  private final Clock clock;
  private final RandomGenerator random;
  private final ReentrantLock rounds = new ReentrantLock();
  private final ReentrantLock waiting = new ReentrantLock();
  private final Condition poked = waiting.newCondition();
  private final AtomicBoolean on = new AtomicBoolean(true);
  private final Set<String> atOnce = new HashSet<>();
  private Optional<Thread> thread = Optional.empty();

  /// A poller.
  ///
  /// @param ledgers opens the ledger to ask it; what it gives is closed each time
  /// @param fetcher fetches feeds
  /// @param readers read them
  /// @param intake takes their entries in
  /// @param book knows how far each has been read
  /// @param clock tells what is due
  /// @param random spreads requests, so that not every program on earth asks on the hour
  public Poller(Supplier<Ledger> ledgers, Fetcher fetcher, Readers readers, Intake intake, FeedBook book, Clock clock,
      RandomGenerator random) {
    this.readers = readers;
    this.ledgers = ledgers;
    this.fetcher = fetcher;
    this.intake = intake;
    this.book = book;
    this.clock = clock;
    this.random = random;
  }

  /// What came of asking a feed.
  ///
  /// @param address the feed
  /// @param delivery the delivery of its new entries; empty if it has none
  /// @param trouble why it could not be read; empty if it could
  /// @param entries how many entries it has; 0 if it has not changed
  public record Polled(String address, Optional<Delivery> delivery, Optional<Trouble> trouble, int entries) {
  }

  /// Asks in the background until closed.
  ///
  /// @return itself
  public Poller start() {
    Thread started = Thread.ofPlatform().daemon().name("feeds").start(this::work);
    thread = Optional.of(started);
    return this;
  }

  private void work() {
    while (on.get()) {
      try {
        round(false);
      } catch (TingbokException e) {
        LOG.warn("feeds could not be asked: {}", e.code());
      } catch (RuntimeException e) {
        LOG.error("feeds could not be asked", e);
      }
      waiting.lock();
      try {
        if (on.get() && poked.awaitNanos(TICK.toNanos()) < 0) {
          LOG.trace("looking whether a feed is due");
        }
      } catch (InterruptedException e) {
        return;
      } finally {
        waiting.unlock();
      }
    }
  }

  /// Has a feed asked at once, in the background.
  ///
  /// @param address the feed; empty text for all of them
  public void poke(String address) {
    waiting.lock();
    try {
      synchronized (atOnce) {
        atOnce.add(address);
      }
      poked.signalAll();
    } finally {
      waiting.unlock();
    }
  }

  /// Asks the feeds that are due.
  ///
  /// @param all whether to ask those too that are not
  /// @return what came of it, by the order of subscription
  public List<Polled> round(boolean all) {
    rounds.lock();
    try {
      Set<String> poked;
      synchronized (atOnce) {
        poked = Set.copyOf(atOnce);
        atOnce.clear();
      }
      List<Act.Recorded> acts;
      try (Ledger ledger = ledgers.get()) {
        acts = ledger.acts();
      }
      List<Polled> polled = new ArrayList<>();
      for (Subscription subscription : Subscription.standing(acts.stream().map(Act.Recorded::act).toList())) {
        FeedBook.State state = book.of(subscription.address());
        if (on.get() && (all || poked.contains("") || poked.contains(subscription.address())
            || state.due().filter(clock.instant()::isBefore).isEmpty())) {
          polled.add(collects(subscription.address()) ? collected(subscription.address(), acts)
              : poll(subscription.address(), state, onRecord(acts, subscription.address())));
        }
      }
      return polled;
    } finally {
      rounds.unlock();
    }
  }

  /// Whether an address is a collection of TAXII or a feed of MISP: what brings claims, not reports.
  private static boolean collects(String address) {
    return TaxiiClient.is(address) || MispOrders.is(address);
  }

  /// Orders what is new in a collection, or the events of a feed of MISP that are new.
  private Polled collected(String address, List<Act.Recorded> acts) {
    try {
      List<Order> orders = TaxiiClient.is(address)
          ? List.of(new Order(Optional.of(URI.create(address)), Optional.of(new Order.Announced(address, address, "",
              Optional.empty(), "", Optional.empty(), Optional.empty()))))
          : MispOrders.of(address, fetcher, Gatherer.before(acts), on::get);
      List<Order> first = orders.stream().limit(AT_ONCE).toList();
      Optional<Delivery> delivery = first.isEmpty() ? Optional.empty()
          : Optional.of(intake.order(first, ended -> ended.items().stream().flatMap(item -> item.trouble().stream())
              .findFirst().ifPresent(trouble -> failed(address, trouble, Optional.empty(), false))));
      book.note(address, now -> read(now, now.title(), Answer.State.NONE));
      return new Polled(address, delivery, Optional.empty(), orders.size());
    } catch (TingbokException e) {
      return failed(address, Trouble.of(e, address), Optional.empty(), false);
    }
  }

  /// The entries of a feed that are on record.
  private static Set<String> onRecord(List<Act.Recorded> acts, String feed) {
    Set<String> entries = new HashSet<>();
    for (Act.Recorded recorded : acts) {
      if (recorded.act() instanceof Act.Fetched fetched && fetched.feed().filter(feed::equals).isPresent()) {
        fetched.entry().ifPresent(entries::add);
      }
    }
    return entries;
  }

  private Polled poll(String address, FeedBook.State state, Set<String> onRecord) {
    // An entry that failed is only seen again where the feed is sent again.
    boolean again = state.failed().values().stream()
        .anyMatch(one -> one.again().filter(moment -> !moment.isAfter(clock.instant())).isPresent());
    Answer answer = fetcher.get(URI.create(address), again ? Answer.State.NONE : state.http(), on::get);
    return switch (answer) {
      case Answer.Unchanged _ -> {
        book.note(address, now -> read(now, now.title(), now.http()));
        yield new Polled(address, Optional.empty(), Optional.empty(), 0);
      }
      case Answer.Not not -> failed(address, not.trouble(), not.after(), not.gone());
      case Answer.Got got -> {
        Feed feed;
        boolean lists = false;
        try {
          switch (readers.listing(got.found(), got.body())) {
            case Listing.OfEntries one -> feed = one.feed();
            case Listing.OfPages pages -> {
              Sitemaps.Site site = Sitemaps.site(pages, fetcher, readers, got.found(), on::get);
              feed = site.feed();
              lists = site.lists();
            }
            case Listing.Nothing none -> throw new BadInputException(none.code(), none.message());
          }
        } catch (TingbokException e) { // one that its reader breaks down over is one feed's trouble
          yield failed(address, Trouble.of(e, address), Optional.empty(), false);
        }
        List<Feed.Entry> fresh = feed.entries().stream()
            .filter(entry -> !onRecord.contains(entry.id()) && due(state, entry)).toList();
        List<Order> orders =
            fresh.stream().limit(AT_ONCE).map(entry -> order(address, feed, entry)).toList();
        // The state is kept only once nothing is left behind, or the rest would never be seen.
        Answer.State http = fresh.size() > AT_ONCE || lists
            ? Answer.State.NONE
            : got.state();
        try {
          Optional<Delivery> delivery = orders.isEmpty() ? Optional.empty()
              : Optional.of(intake.order(orders, ended -> ended(address, orders, ended)));
          book.note(address, now -> read(now, feed.title(), http));
          yield new Polled(address, delivery, Optional.empty(), feed.entries().size());
        } catch (UnavailableException e) { // the intake is full
          yield failed(address, Trouble.of(e, address), Optional.of(Duration.ofMinutes(5)), false);
        }
      }
    };
  }

  private boolean due(FeedBook.State state, Feed.Entry entry) {
    return Optional.ofNullable(state.failed().get(entry.id()))
        .map(failed -> failed.again().filter(moment -> !moment.isAfter(clock.instant())).isPresent()).orElse(true);
  }

  private static Order order(String address, Feed feed, Feed.Entry entry) {
    return new Order(entry.link(), Optional.of(new Order.Announced(address, entry.id(), entry.title(),
        entry.published(), feed.title(), feed.language(), entry.content())));
  }

  private FeedBook.State read(FeedBook.State state, String title, Answer.State http) {
    return new FeedBook.State(title, Optional.of(clock.instant()), Optional.of(after(USUAL)), http, 0,
        Optional.empty(), state.failed());
  }

  private Polled failed(String address, Trouble trouble, Optional<Duration> asked, boolean gone) {
    if (on.get()) {
      book.note(address, now -> {
        int failures = now.failures() + 1;
        Duration wait = gone ? LONGEST : backOff(USUAL, failures);
        Duration least = asked.filter(time -> time.compareTo(wait) > 0 || failures == 1).orElse(wait);
        return new FeedBook.State(now.title(), Optional.of(clock.instant()), Optional.of(after(least)), now.http(),
            failures, Optional.of(trouble), now.failed());
      });
    }
    return new Polled(address, Optional.empty(), Optional.of(trouble), 0);
  }

  /// How long to wait after so many failures in a row, 1 or more.
  static Duration backOff(Duration first, int failures) {
    Duration wait = first.multipliedBy(1L << Math.min(failures - 1, 10));
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  /// A moment about as far away as that, up to a tenth later.
  private Instant after(Duration wait) {
    return clock.instant().plus(wait).plusMillis((long) (wait.toMillis() * random.nextDouble() / 10));
  }

  /// Notes which entries of a delivery failed, and when they are tried again.
  private void ended(String address, List<Order> orders, Delivery delivery) {
    if (delivery.items().size() != orders.size()) {
      return; // only a part was tried again
    }
    for (int i = 0; i < orders.size(); i++) {
      String entry = orders.get(i).entry().orElseThrow().id();
      Optional<Trouble> trouble = delivery.items().get(i).trouble().or(delivery::trouble);
      boolean recorded = delivery.state() == Delivery.State.DONE && delivery.items().get(i).document().isPresent();
      if (recorded && !book.of(address).failed().containsKey(entry)) {
        continue;
      }
      book.note(address, now -> now.with(entry, recorded ? Optional.empty()
          : Optional.of(again(now, entry,
              trouble.orElseGet(() -> new Trouble("FETCH_STOPPED", entry + " was not read: stopped"))))));
    }
  }

  /// Notes what became of entries that an earlier program ordered and did not come to read.
  ///
  /// @param orders what was ordered
  /// @param delivery as it ended
  public void resumed(List<Order> orders, Delivery delivery) {
    orders.stream().flatMap(order -> order.entry().stream()).map(Order.Announced::feed).findFirst()
        .filter(_ -> orders.stream().allMatch(order -> order.entry().isPresent()))
        .ifPresent(feed -> ended(feed, orders, delivery));
  }

  private FeedBook.Failed again(FeedBook.State state, String entry, Trouble trouble) {
    int attempts = Optional.ofNullable(state.failed().get(entry)).map(FeedBook.Failed::attempts).orElse(0) + 1;
    return new FeedBook.Failed(attempts,
        attempts < ATTEMPTS ? Optional.of(after(backOff(USUAL, attempts))) : Optional.empty(), trouble);
  }

  /// The feed that an address means: itself, the one that the page there names as its own, or the sitemap that the site names
  /// for programs.
  ///
  /// @param typed as somebody typed it
  /// @return the address of a feed that could be read just now
  /// @throws TingbokException `ADDRESS_UNREADABLE`, `FEED_UNREADABLE`, or why nothing could be fetched
  public URI feed(String typed) {
    return feed(fetcher, intake.gatherer().map(Gatherer::taxii)
        .orElseGet(() -> new TaxiiClient(fetcher, clock, TaxiiLogins.NONE)), readers, typed);
  }

  /// The same without subscriptions.
  ///
  /// @param fetcher fetches it
  /// @param taxii asks servers of TAXII
  /// @param readers read what a page lists
  /// @param typed as somebody typed it
  /// @return the address of a feed that could be read just now; `taxii+…` of a collection, of a feed of MISP its manifest
  /// @throws TingbokException `ADDRESS_UNREADABLE`, `FEED_UNREADABLE`, `TAXII_COLLECTIONS`, `MISP_MANIFEST`, or why nothing could
  ///     be fetched
  public static URI feed(Fetcher fetcher, TaxiiClient taxii, Readers readers, String typed) {
    if (TaxiiClient.is(typed)) {
      return URI.create(taxii.order(typed, () -> true).asked());
    }
    if (MispOrders.is(typed)) {
      return MispOrders.manifest(typed, fetcher, () -> true);
    }
    URI address = Address.parse(typed);
    Answer.Got got = got(fetcher, address);
    return switch (readers.listing(got.found(), got.body())) {
      case Listing.OfEntries _, Listing.OfPages _ -> address;
      case Listing.Nothing none when none.named().isEmpty() -> fetcher.sitemaps(got.found(), () -> true).stream()
          .findFirst().filter(map -> readers.listing(map, got(fetcher, map).body()) instanceof Listing.OfPages)
          .orElseThrow(() -> new BadInputException(none.code(), none.message()));
      case Listing.Nothing none -> {
        URI named = none.named().get();
        Answer.Got feed = got(fetcher, named);
        yield switch (readers.listing(feed.found(), feed.body())) {
          case Listing.OfEntries _, Listing.OfPages _ -> named;
          case Listing.Nothing neither -> throw new BadInputException(neither.code(), neither.message());
        };
      }
    };
  }

  private static Answer.Got got(Fetcher fetcher, URI address) {
    return switch (fetcher.get(address, Answer.State.NONE, () -> true)) {
      case Answer.Got got -> got;
      case Answer.Not not -> throw new BadInputException(not.trouble().code(), not.trouble().message());
      case Answer.Unchanged _ -> throw new BadInputException("FETCH_STATUS",
          address + " answers with status 304, unasked");
    };
  }

  /// How far feeds have been read.
  ///
  /// @return the book
  public FeedBook book() {
    return book;
  }

  /// Stops; what was ordered is the intake's.
  @Override
  public void close() {
    on.set(false);
    thread.ifPresent(running -> {
      running.interrupt();
      boolean interrupted = Thread.interrupted();
      boolean ended = false;
      while (!ended) {
        try {
          running.join();
          ended = true;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    });
  }
}
