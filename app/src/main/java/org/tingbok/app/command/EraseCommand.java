package org.tingbok.app.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tingbok.analysis.Family;
import org.tingbok.analysis.SameStory;
import org.tingbok.analysis.View;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.claim.Reading;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Erasure;
import org.tingbok.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok ledger erase`.
@Command(name = "erase", mixinStandardHelpOptions = true,
    description = {"Drop the text, title and quotes of a document because the law demands it.",
        "Digest, dates, reason, and who claims what of whom stay. This cannot be taken back, and holds for every day and"
            + " moment that may be asked about. Copies made earlier (backup, export) hold the text still."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok ledger erase document--5a1b --reason \"court order 12/2024\" --by \"counsel\"          what would go",
        "  tingbok ledger erase document--5a1b --reason \"court order 12/2024\" --by \"counsel\" --yes"})
public final class EraseCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DOCUMENT", description = "A document's id, or the beginning of it.")
  private String document = "";

  @Option(names = "--reason", paramLabel = "TEXT", required = true,
      description = "Which duty, in one line; never what is to be dropped.")
  private String reason = "";

  @Option(names = "--by", paramLabel = "WHO", required = true, description = "Who orders it.")
  private String by = "";

  @Option(names = "--date", paramLabel = "DAY", defaultValue = "", description = "The day of it (default: today).")
  private String date = "";

  @Option(names = "--yes", description = "Do it; else only what would go is told.")
  private boolean yes;

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public EraseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `ledger erase` answers to programs.
  record Erased(String ledger, String document, String source, int claims, int unread, String reason, String by,
      String day, boolean recorded, List<String> copies) {
  }

  /// Copies and reprints that hold the same text still.
  private static List<Document> copies(Ledger ledger, DocumentId id) {
    Map<DocumentId, Document> documents = ledger.asOf(AsOf.NOW).documents();
    return SameStory.group(documents.values()).stream().map(Family::members).filter(members -> members.contains(id))
        .flatMap(List::stream).filter(member -> !member.equals(id))
        .flatMap(member -> Stream.ofNullable(documents.get(member)))
        .filter(member -> !Erasure.dropped(member.text())).toList();
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = options.writable(surroundings)) {
      DocumentId id = new Lookup(ledger, AsOf.NOW, View.ANY).document(document);
      Reading reading = ledger.document(id).orElseThrow().reading();
      Act.Erased act = new Act.Erased(id, reason.strip(), by.strip(),
          LedgerOptions.day(date, surroundings.clock()));
      List<Document> copies = copies(ledger, id);
      boolean recorded = yes && ledger.act(List.of(act)).added() > 0;
      if (options.json()) {
        streams.json(new Erased(options.name(), id.value(), reading.document().source(), reading.claims().size(),
            reading.unread().size(), act.reason(), act.by(), act.day().toString(), recorded,
            copies.stream().map(copy -> copy.id().value()).toList()));
      } else {
        String what =
            "the text of " + reading.document().source() + " (" + ReadingText.shortId(id.value()) + "), its title"
                + " and the quotes of " + ReadingText.count(reading.claims().size(), "claim", "claims");
        streams.lines(Columns.paragraph(Paint.plain(recorded ? "erased: " + what
            : yes ? "erased already: " + what
                : "would erase " + what + "; add --yes to do it. It cannot be taken back."),
            streams.width(), 0));
        if (!copies.isEmpty()) {
          streams.lines(Columns.paragraph(Paint.plain("the same text, or nearly the same, is kept in "
              + String.join(", ", copies.stream()
                  .map(copy -> copy.source() + " (" + ReadingText.shortId(copy.id().value()) + ")").toList())
              + "; erasing one erases no other"), streams.width(), 0));
        }
      }
    }
    streams.flush();
    return 0;
  }
}
