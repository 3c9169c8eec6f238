package org.tingbok.app.hooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.app.desk.CardJson;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.ClaimCards;
import org.tingbok.app.desk.GoneCard;
import org.tingbok.app.desk.WatchNews;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.Watch;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.TingbokException;

/// Sends the news of watches to where they are wanted, again and again if need be. Safe for use by several threads.
public final class HookSender implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HookSender.class);
  private static final Duration TICK = Duration.ofSeconds(10);
  private static final Duration FIRST = Duration.ofSeconds(30);
  private static final int ATTEMPTS = 8;
  /// Claims that one request tells of at most.
  private static final int MOST = 500;

  private final Ledger ledger;
  private final HookBook book;
  private final Fetcher fetcher;
  private final Clock clock;
  private final CountDownLatch closed = new CountDownLatch(1);
  private Optional<Thread> thread = Optional.empty();

  /// A sender.
  ///
  /// @param ledger where news are looked for; stays the caller's to close
  /// @param book where they are to be sent
  /// @param fetcher sends them
  /// @param clock tells what is due
  public HookSender(Ledger ledger, HookBook book, Fetcher fetcher, Clock clock) {
    this.ledger = ledger;
    this.book = book;
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /// What is sent.
  ///
  /// @param id names it; the same for every attempt
  /// @param watch the watch
  /// @param question what it asks
  /// @param since the news are later than this
  /// @param upTo and no later than this
  /// @param claims claims that were recorded, ruled on, read better or retracted
  /// @param gone claims that are no answer any more
  /// @param further how many more there are than are told here
  public record Message(String id, String watch, String question, Instant since, Instant upTo, List<ClaimCard> claims,
      List<GoneCard> gone, int further) {
  }

  /// Sends in the background until closed.
  ///
  /// @return itself
  public HookSender start() {
    thread = Optional.of(Thread.ofPlatform().daemon().name("hooks").start(this::work));
    return this;
  }

  private void work() {
    try {
      do {
        try {
          round();
        } catch (TingbokException e) {
          LOG.warn("news could not be sent: {}", e.code());
        } catch (RuntimeException e) {
          LOG.error("news could not be sent", e);
        }
      } while (!closed.await(TICK.toSeconds(), TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Sends what is due.
  public void round() {
    List<Hook> hooks = book.all();
    if (hooks.isEmpty()) {
      return;
    }
    List<Watch> watches = WatchNews.watches(ledger);
    for (Hook hook : hooks) {
      watches.stream().filter(watch -> watch.name().equals(hook.watch())).findFirst()
          .ifPresent(watch -> one(hook, watch));
    }
  }

  private void one(Hook hook, Watch watch) {
    Optional<Hook.Delivery> pending = hook.pending();
    if (pending.isPresent()) {
      Hook.Delivery delivery = pending.get();
      if (delivery.fate() == Hook.Fate.DUE && !delivery.due().isAfter(clock.instant())) {
        send(hook, watch, delivery, news(watch, delivery.since(), Optional.of(delivery.upTo())));
      }
      return;
    }
    WatchNews news = news(watch, hook.upTo(), Optional.empty());
    if (!news.nothing()) {
      Instant upTo = news.upTo().orElseThrow();
      Hook.Delivery delivery =
          new Hook.Delivery(ContentId.of("delivery", hook.id(), upTo.toString()), hook.upTo(), upTo,
              news.claims().size() + news.gone().size(), Hook.Fate.DUE, clock.instant(), List.of());
      send(hook, watch, delivery, news);
    }
  }

  /// What is new between two moments. What was recorded later is left for the next delivery.
  private WatchNews news(Watch watch, Instant since, Optional<Instant> upTo) {
    WatchNews all = WatchNews.since(ledger, WatchNews.query(ledger, watch), Optional.of(since), Stems.FORMS);
    return upTo.map(last -> new WatchNews(
        all.claims().stream().filter(claim -> !claim.changedAt().isAfter(last)).toList(),
        all.gone().stream().filter(gone -> !gone.recordedAt().isAfter(last)).toList(), upTo)).orElse(all);
  }

  private void send(Hook hook, Watch watch, Hook.Delivery delivery, WatchNews news) {
    List<RecordedClaim> claims = news.claims().subList(0, Math.min(MOST, news.claims().size()));
    List<GoneCard> gone = news.gone().subList(0, Math.min(MOST, news.gone().size()));
    byte[] body = CardJson.bytes(new Message(delivery.id(), watch.name(), watch.question(), delivery.since(),
        delivery.upTo(), new ClaimCards(ledger, Stems.FORMS).claims(claims), gone,
        news.claims().size() - claims.size() + news.gone().size() - gone.size()));
    Instant now = clock.instant();
    Fetcher.Sent sent = fetcher.post(URI.create(hook.target()), Map.of("Content-Type", "application/json",
        "Tingbok-Delivery", delivery.id(), "Tingbok-Signature", signature(hook.secret(), now, body)), body);
    List<Hook.Attempt> attempts = new ArrayList<>(delivery.attempts());
    attempts.add(new Hook.Attempt(now, sent.status(), sent.trouble()));
    long failed = attempts.stream().filter(one -> one.trouble().isPresent()).count();
    Hook.Fate fate = sent.trouble().isEmpty() ? Hook.Fate.TAKEN
        : failed % ATTEMPTS == 0 ? Hook.Fate.GIVEN_UP : Hook.Fate.DUE;
    Instant due = now.plus(FIRST.multipliedBy(1L << 2 * Math.min(failed - 1 < 0 ? 0 : (failed - 1) % ATTEMPTS, 6)));
    book.note(hook.id(), one -> one.with(new Hook.Delivery(delivery.id(), delivery.since(), delivery.upTo(),
        delivery.items(), fate, due, attempts.subList(Math.max(0, attempts.size() - 3 * ATTEMPTS), attempts.size()))));
  }

  /// What proves that a request comes from here, and when it was made.
  ///
  /// @param secret the secret of the hook
  /// @param at when it is sent
  /// @param body what is sent
  /// @return `t=SECONDS,v1=HEX`: HMAC-SHA256 over the seconds since 1970, a full stop and the body
  public static String signature(String secret, Instant at, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
      return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new FaultException("DIGEST_MISSING", "this Java has no HmacSHA256, which every Java must have", e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    thread.ifPresent(running -> {
      boolean interrupted = Thread.interrupted();
      boolean ended = false;
      running.interrupt();
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
