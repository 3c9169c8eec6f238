package org.tingbok.app.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.SameStory;
import org.tingbok.analysis.View;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.app.terminal.ProgressBar;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Erasure;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Rereading;
import org.tingbok.ledger.Snapshot;
import org.tingbok.reading.ReportReader;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.TingbokException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tingbok ledger reread`.
@Command(name = "reread", mixinStandardHelpOptions = true,
    description = {"Read the texts on record again with this reader, and record the differences.",
        "What analysts confirmed, corrected or rejected stays decided, and names mean what they decided ('tingbok names"
            + " reject'); what a language model proposed is left alone. A second run changes nothing."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok ledger reread --dry-run          what would change",
        "  tingbok ledger reread",
        "  tingbok ledger reread --document document--5a1b"})
public final class RereadCommand implements Callable<Integer> {
  @Option(names = "--document", paramLabel = "DOCUMENT",
      description = "Only this one: its id or the beginning of it; once for each (default: all).")
  private List<String> documents = List.of();

  @Option(names = "--dry-run", description = "Tell what would change; record nothing.")
  private boolean dry;

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public RereadCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `ledger reread` answers to programs.
  ///
  /// @param ledger the ledger
  /// @param recorded whether the differences were recorded
  /// @param read how many documents were read again
  /// @param erased how many were passed over because their text is gone
  /// @param changed those that are read otherwise now
  record Reread(String ledger, boolean recorded, int read, int erased, List<Changed> changed) {
  }

  /// A document that is read otherwise now.
  ///
  /// @param document its id
  /// @param source where it was found
  /// @param added ids of claims that are new
  /// @param revised ids of claims that are read better
  /// @param misread ids of claims that are no longer read
  /// @param carriedOver ids of claims that an earlier ruling was moved to
  /// @param unread how many sentences are unread now that were not, or no longer
  record Changed(String document, String source, List<String> added, List<String> revised, List<String> misread,
      List<String> carriedOver, int unread) {
    static Changed of(Rereading change) {
      List<String> revised = new ArrayList<>();
      List<String> misread = new ArrayList<>();
      List<String> carried = new ArrayList<>();
      int unread = change.additions().unread().size();
      for (Act act : change.acts()) {
        switch (act) {
          case Act.Revised one -> revised.add(one.subject());
          case Act.Misread one when one.claim().startsWith("unread--") -> unread++;
          case Act.Misread one -> misread.add(one.subject());
          case Act.Ruled one when one.ruling().carriedFrom().isPresent() -> carried.add(one.subject());
          case Act.Ruled _, Act.Reopened _, Act.Retracted _, Act.Erased _, Act.Grouped _, Act.WatchSet _, Act.WatchSeen _, Act.WatchDropped _, Act.Graded _, Act.Subscribed _, Act.Fetched _, Act.Marked _ ->
            {
            }
        }
      }
      Document document = change.additions().document();
      return new Changed(document.id().value(), document.source(),
          change.additions().claims().stream().map(Claim::id).toList(), revised, misread, carried, unread);
    }

    String words() {
      return added.size() + " added, " + revised.size() + " revised, " + misread.size() + " no longer read"
          + (carriedOver.isEmpty() ? "" : ", " + carriedOver.size() + " with a ruling carried over")
          + (unread == 0 ? "" : "; unread sentences changed: " + unread);
    }
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = dry ? options.existing(surroundings) : options.writable(surroundings)) {
      Lookup lookup = new Lookup(ledger, AsOf.NOW, View.ANY);
      Set<DocumentId> wanted = new HashSet<>();
      documents.forEach(key -> wanted.add(lookup.document(key)));
      List<Snapshot.Recorded> all = ledger.readings();
      Map<String, List<Act.Recorded>> acts = new HashMap<>();
      ledger.acts().forEach(act -> acts.computeIfAbsent(act.act().subject(), _ -> new ArrayList<>()).add(act));
      List<Snapshot.Recorded> chosen = all.stream()
          .filter(one -> wanted.isEmpty() || wanted.contains(one.reading().document().id())).toList();
      List<Snapshot.Recorded> readable =
          chosen.stream().filter(one -> !Erasure.dropped(one.reading().document().text()))
              .filter(one -> !Imports.made(one.reading().document())).toList();
      int erased = (int) chosen.stream().filter(one -> Erasure.dropped(one.reading().document().text())).count();
      Map<DocumentId, PartialDate> first = firstPublished(all);
      ReportReader reader =
          ReportReader.with(NameDecisions.of(ledger.asOf(AsOf.NOW).names().meanings()));
      List<Changed> changed = new ArrayList<>();
      List<Rereading> changes = new ArrayList<>();
      try (ProgressBar bar =
          new ProgressBar(streams.err(), surroundings.errTerminal(), "reading again", readable.size())) {
        int done = 0;
        for (Snapshot.Recorded one : readable) {
          changed(one, reader, acts, first, streams).ifPresent(change -> {
            changes.add(change);
            changed.add(Changed.of(change));
          });
          bar.at(++done);
        }
      }
      if (!dry && !changes.isEmpty()) {
        ledger.append(
            changes.stream().map(Rereading::additions)
                .filter(reading -> !reading.claims().isEmpty() || !reading.unread().isEmpty()).toList(),
            changes.stream().flatMap(change -> change.acts().stream()).toList());
      }
      print(new Reread(options.name(), !dry, readable.size(), erased, changed), streams);
    }
    streams.flush();
    return 0;
  }

  /// What was done about a document, its claims and unread sentences.
  private static List<Act.Recorded> about(Reading reading, Map<String, List<Act.Recorded>> acts) {
    List<Act.Recorded> about = new ArrayList<>();
    reading.claims().forEach(claim -> about.addAll(acts.getOrDefault(claim.id(), List.of())));
    reading.unread().forEach(
        one -> about.addAll(acts.getOrDefault(one.id(reading.document().id()), List.of())));
    return about;
  }

  private Optional<Rereading> changed(Snapshot.Recorded one, ReportReader reader,
      Map<String, List<Act.Recorded>> acts, Map<DocumentId, PartialDate> first, Streams streams) {
    Document document = one.reading().document();
    try {
      Text text = reader.parse(document);
      PartialDate published = first.getOrDefault(document.id(), text.document().published());
      Reading fresh = reader.read(text, published);
      Rereading change =
          Rereading.of(Rereading.OnRecord.of(one, about(one.reading(), acts)), fresh, ReaderVersion.name(),
              LocalDate.ofInstant(surroundings.clock().instant(), java.time.ZoneOffset.UTC));
      return change.nothing() ? Optional.empty() : Optional.of(change);
    } catch (TingbokException e) {
      streams.trouble(new Trouble(e.code(), e.getMessage() + "; it stays as it is on record"));
      return Optional.empty();
    }
  }

  /// Copies are read as of the day their story was first published, as they were when they were added.
  private static Map<DocumentId, PartialDate> firstPublished(List<Snapshot.Recorded> all) {
    Map<DocumentId, PartialDate> first = new HashMap<>();
    for (Family family : SameStory.group(all.stream().map(one -> one.reading().document()).toList())) {
      if (family.members().size() > 1 && family.earliest().stated()) {
        family.members().forEach(member -> first.put(member, family.earliest()));
      }
    }
    return first;
  }

  private void print(Reread reread, Streams streams) {
    if (options.json()) {
      streams.json(reread);
      return;
    }
    Paint paint = streams.paint();
    for (Changed one : reread.changed()) {
      streams.lines(Columns.paragraph(paint.strong(Paint.plain(one.source())) + "  "
          + paint.faint(ReadingText.shortId(one.document())) + "  " + one.words(), streams.width(), 0));
    }
    streams.line(ReadingText.count(reread.read(), "document", "documents") + " read again, " + reread.changed().size()
        + " otherwise than on record" + (reread.erased() == 0 ? "" : "; " + reread.erased() + " erased, passed over")
        + (reread.recorded() || reread.changed().isEmpty() ? "" : "; nothing was recorded (--dry-run)"));
  }
}
