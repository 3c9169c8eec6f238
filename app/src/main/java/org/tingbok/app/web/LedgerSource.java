package org.tingbok.app.web;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.tingbok.analysis.View;
import org.tingbok.app.api.Holdings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Parts;
import org.tingbok.app.desk.QueueShelf;
import org.tingbok.app.desk.Recorder;
import org.tingbok.app.desk.ReviewQueues;
import org.tingbok.app.feeds.Poller;
import org.tingbok.app.fetch.Fetcher;
import org.tingbok.app.hooks.HookBook;
import org.tingbok.app.intake.Intake;
import org.tingbok.app.taxii.Sources;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.query.ClaimQuery;
import org.tingbok.query.Cursor;
import org.tingbok.query.Page;
import org.tingbok.query.PageRequest;
import org.tingbok.store.Stems;
import org.tingbok.vocabulary.Tlp;

/// Gives desks of a ledger, worked out once for each day asked for and anew when the ledger has changed.
///
/// Safe for use by several threads.
public final class LedgerSource {
  private static final int KEPT = 12;

  /// Requests that a program may send in a minute if nothing else is said: the server is this machine's own.
  public static final int PER_MINUTE = 60_000;

  /// The same where one has to log in, and for everything.
  public static final int GUARDED = 1_200;

  private final Kept kept;
  private final Optional<Recorder> recorder;
  private final Optional<Intake> intake;
  private final Outside outside;
  private final Sources.Settings taxii;
  private final int perMinute;

  private LedgerSource(Kept kept, Optional<Recorder> recorder, Optional<Intake> intake, Outside outside,
      Sources.Settings taxii, int perMinute) {
    this.kept = kept;
    this.taxii = taxii;
    this.outside = outside;
    this.perMinute = perMinute;
    this.recorder = recorder;
    this.intake = intake;
  }

  private static LedgerSource shown(Kept kept) {
    return new LedgerSource(kept, Optional.empty(), Optional.empty(), Outside.NONE, Sources.Settings.PASSING,
        PER_MINUTE);
  }

  /// A ledger that does not change while it is shown.
  ///
  /// @param ledger the ledger; stays the caller's to close
  /// @return its desks
  public static LedgerSource of(Ledger ledger) {
    return shown(new Kept(ledger, () -> ""));
  }

  /// A ledger that may be added to while it is shown.
  ///
  /// @param ledger the ledger; stays the caller's to close
  /// @param file where it lies, watched for changes
  /// @return its desks
  public static LedgerSource ofFile(Ledger ledger, Path file) {
    return shown(new Kept(ledger, () -> stamp(file)));
  }

  /// A ledger in a database, to which others add while it is shown.
  ///
  /// @param ledger the ledger; stays the caller's to close; asked for its last moment whenever a page is
  /// @return its desks
  public static LedgerSource ofShared(Ledger ledger) {
    return shown(new Kept(ledger, () -> lastMoment(ledger)));
  }

  /// The same ledger for those who may not record.
  ///
  /// @return its desks, the same ones
  LedgerSource shownOnly() {
    return new LedgerSource(kept, Optional.empty(), Optional.empty(), Outside.NONE, taxii, perMinute);
  }

  /// The same ledger for those who see it up to a marking.
  ///
  /// @param ceiling the narrowest marking that they see
  /// @return its desks; nothing is recorded through it
  LedgerSource upTo(Tlp ceiling) {
    return new LedgerSource(new Kept(kept.ledger.cleared(ceiling), kept.stamps), Optional.empty(), Optional.empty(),
        Outside.NONE, taxii.cleared(ceiling), perMinute);
  }

  /// The same, where analysts may hand in decisions and rulings on the pages.
  ///
  /// @param open records them
  /// @return its desks
  public LedgerSource recording(Recorder open) {
    return new LedgerSource(kept, Optional.of(open), intake, outside, taxii, perMinute);
  }

  /// The same, where reports may be handed in on the pages.
  ///
  /// @param open takes them in; stays the caller's to close
  /// @return its desks
  public LedgerSource taking(Intake open) {
    return new LedgerSource(kept, recorder, Optional.of(open), outside, taxii, perMinute);
  }

  /// What goes out of this machine and comes in from others.
  ///
  /// @param poller reads feeds
  /// @param hooks knows where news are sent
  /// @param fetcher sends them
  private record Outside(Optional<Poller> poller, Optional<HookBook> hooks, Optional<Fetcher> fetcher) {
    private static final Outside NONE = new Outside(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The same, where feeds are read and news are sent.
  ///
  /// @param poller reads feeds; stays the caller's to close
  /// @param hooks knows where news are sent
  /// @param fetcher tells where they may be sent; stays the caller's to close
  /// @return its desks
  public LedgerSource reaching(Poller poller, HookBook hooks, Fetcher fetcher) {
    return new LedgerSource(kept, recorder, intake,
        new Outside(Optional.of(poller), Optional.of(hooks), Optional.of(fetcher)), taxii, perMinute);
  }

  /// Who reads feeds.
  ///
  /// @return empty if none are read
  Optional<Poller> poller() {
    return outside.poller;
  }

  /// Where news are sent.
  ///
  /// @return empty if nothing is sent
  Optional<HookBook> hooks() {
    return outside.hooks;
  }

  /// Refuses a target that nothing may be sent to.
  void checkTarget(URI target) {
    outside.fetcher.ifPresent(fetcher -> fetcher.check(target));
  }

  /// The same with another bound on how often programs may ask.
  ///
  /// @param requests how many requests a client may send in a minute, 1 or more
  /// @return its desks
  public LedgerSource limited(int requests) {
    return new LedgerSource(kept, recorder, intake, outside, taxii, requests);
  }

  /// The same, served by TAXII otherwise.
  ///
  /// @param settings where what was served is kept, who may ask
  /// @return its desks
  public LedgerSource offering(Sources.Settings settings) {
    return new LedgerSource(kept, recorder, intake, outside, settings, perMinute);
  }

  /// What there is to answer programs from.
  ///
  /// @return as of the ledger's last change
  public Holdings holdings() {
    return new Holdings(kept.ledger, this::desk, this::parts, this::queues, this::settle, recorder, intake);
  }

  /// What waits for an analyst in the ledger as it stands.
  ReviewQueues queues() {
    return kept.shelf.of(desk(AsOf.NOW, Optional.empty()));
  }

  /// What a TAXII server serves.
  Sources taxii() {
    return new Sources(kept.ledger, kept.stamps, () -> desk(AsOf.NOW, Optional.empty()), recorder, taxii);
  }

  /// How many requests a program may send in a minute.
  ///
  /// @return 1 or more
  int perMinute() {
    return perMinute;
  }

  /// Who takes reports in.
  ///
  /// @return empty if the ledger is only shown
  Optional<Intake> intake() {
    return intake;
  }

  /// The ledger itself, for questions that it answers page by page.
  ///
  /// @return open as long as the server runs
  Ledger ledger() {
    return kept.ledger;
  }

  /// The last moment on record, asked before anything is looked at: whatever is recorded later, nobody who looks now has
  /// overlooked.
  ///
  /// @return the beginning of 1970 for an empty ledger
  Instant moment() {
    Ledger ledger = kept.ledger;
    Page<RecordedClaim> claims = ledger.claims(ClaimQuery.EVERYTHING, AsOf.NOW, PageRequest.first(1));
    return claims.next().map(Cursor::recorded).orElseGet(() -> Stream.of(
        claims.items().stream().map(RecordedClaim::changedAt), ledger.acts().stream().map(Act.Recorded::recordedAt),
        ledger.names().stream().map(NameEntry.Recorded::recordedAt)).flatMap(moments -> moments)
        .max(Comparator.naturalOrder()).orElse(Instant.EPOCH));
  }

  /// Who records what analysts hand in.
  ///
  /// @return empty if the ledger is only shown
  Optional<Recorder> recorder() {
    return recorder;
  }

  /// Desks of parts of the ledger, for which no more of it is read than they tell of.
  ///
  /// @param asOf the day
  /// @param view the view; empty for the usual one
  /// @return by the ledger as it is; which reports are of one incident may be behind for a while after a change, where there
  ///     are very many
  public Parts parts(AsOf asOf, Optional<View> view) {
    return kept.grounds.parts(asOf, view);
  }

  /// Waits until parts are by all that was recorded before.
  void settle() {
    kept.grounds.settle();
  }

  /// The desk as of a day, under a view on names.
  ///
  /// @param asOf the day
  /// @param view the view; empty for the usual one
  /// @return as of the last change of the ledger
  public Desk desk(AsOf asOf, Optional<View> view) {
    return kept.desk(new Question(asOf, view));
  }

  private record Question(AsOf asOf, Optional<View> view) {
  }

  private static final Question NOW = new Question(AsOf.NOW, Optional.empty());

  /// A ledger with what was worked out of it: the same for all who see as much of it.
  private static final class Kept {
    private final Ledger ledger;
    private final Supplier<String> stamps;
    private final Grounds grounds;
    private final QueueShelf shelf;
    private final Map<Question, Desk> desks = new LinkedHashMap<>(KEPT, 0.75f, true);
    private String stamp = "";

    Kept(Ledger ledger, Supplier<String> stamps) {
      this.ledger = ledger;
      this.stamps = stamps;
      this.grounds = new Grounds(ledger, stamps);
      this.shelf = new QueueShelf(ledger, Stems.FORMS);
    }

    synchronized Desk desk(Question question) {
      String current = stamps.get();
      if (!current.equals(stamp)) {
        desks.clear();
        stamp = current;
      }
      Desk known = desks.get(question);
      if (known != null) {
        return known;
      }
      Desk now = desks.get(NOW);
      if (now == null) {
        now = Desk.of(ledger, AsOf.NOW);
        desks.put(NOW, now);
      }
      Desk desk = question.equals(NOW) ? now : now.asOf(ledger, question.asOf, question.view);
      desks.put(question, desk);
      if (desks.size() > KEPT) {
        desks.remove(desks.keySet().stream().filter(key -> !key.equals(NOW)).findFirst().orElseThrow());
      }
      return desk;
    }
  }

  /// Every answer that has a further page tells the last moment on record; a ledger of less has little to tell.
  private static String lastMoment(Ledger ledger) {
    Page<RecordedClaim> claims = ledger.claims(ClaimQuery.EVERYTHING, AsOf.NOW, PageRequest.first(1));
    return claims.next().map(cursor -> cursor.recorded().toString()).orElseGet(() -> claims.items().toString());
  }

  /// Size and time of the file and of its log; both change with every entry.
  private static String stamp(Path file) {
    StringBuilder stamp = new StringBuilder();
    for (Path part : new Path[] {file, file.resolveSibling(file.getFileName() + "-wal")}) {
      try {
        stamp.append(Files.size(part)).append('@').append(Files.getLastModifiedTime(part)).append(' ');
      } catch (IOException e) {
        stamp.append("none ");
      }
    }
    return stamp.toString();
  }
}
