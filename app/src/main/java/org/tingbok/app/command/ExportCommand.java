package org.tingbok.app.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tingbok.analysis.View;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.ActorPage;
import org.tingbok.app.desk.Briefs;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.Extraction;
import org.tingbok.app.desk.IncidentPage;
import org.tingbok.app.desk.Lookup;
import org.tingbok.app.desk.Ranges;
import org.tingbok.app.web.PrintedBrief;
import org.tingbok.exchange.ContractWriter;
import org.tingbok.exchange.Extract;
import org.tingbok.exchange.brief.Brief;
import org.tingbok.exchange.coders.CoderTables;
import org.tingbok.exchange.csv.ClaimTable;
import org.tingbok.exchange.graph.GraphMl;
import org.tingbok.exchange.misp.MispWriter;
import org.tingbok.exchange.stix.StixManifest;
import org.tingbok.exchange.stix.StixWriter;
import org.tingbok.exchange.tables.CsvFile;
import org.tingbok.exchange.tables.ParquetFile;
import org.tingbok.exchange.tables.Table;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.query.ClaimOrder;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Tlp;
import org.tingbok.vocabulary.UnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `tingbok export`.
@Command(name = "export", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Write claims for other programs, or a brief to print.",
        "Without conditions everything on record; else the claims for which they hold, an incident, or an actor."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok export --to ledger.stix.json",
        "  tingbok export --format misp --incident visma --to visma.misp.json",
        "  tingbok export --format misp-feed --to /srv/www/misp-feed",
        "  tingbok export --format parquet --to tables/",
        "  tingbok export --format csv --accused APT31 --type attribution,denial > apt31.csv",
        "  tingbok export --format brief --actor APT31 --as-of 2021 --to apt31.html"})
public final class ExportCommand implements Callable<Integer> {
  /// What it is written as.
  enum Format {
    /// A bundle of STIX 2.1.
    stix,
    /// Events of MISP.
    misp,
    /// A feed of MISP: a folder.
    misp_feed,
    /// A table.
    csv,
    /// A table of incidents in EuRepoC's variables.
    eurepoc,
    /// A table of incidents in the columns of CFR's tracker.
    cfr,
    /// The JSON contract.
    json,
    /// Prose and tables with footnotes.
    markdown,
    /// The same as a page that prints.
    brief,
    /// A graph of parties and names.
    graphml,
    /// A folder with a table of Parquet for each kind of thing.
    parquet,
    /// The same tables as CSV.
    csv_all;

    /// Whether it is a folder of all tables and no file.
    boolean tables() {
      return this == parquet || this == csv_all;
    }

    /// As it is typed.
    @Override
    public String toString() {
      return name().replace('_', '-');
    }

    private static Format typed(String word) {
      return Stream.of(values()).filter(one -> one.toString().equals(word)).findFirst()
          .orElseThrow(() -> new TypeConversionException(
              "expected one of " + java.util.Arrays.toString(values()) + " (case-sensitive) but was '" + word + "'"));
    }
  }

  @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "stix", converter = FormatWord.class,
      description = "stix (default), misp, misp-feed (a folder), csv, eurepoc, cfr, json (the contract), markdown, brief (a page of"
          + " HTML that prints), graphml (for Gephi), or all tables in a folder: parquet, csv-all.")
  private Format format = Format.stix;

  @Option(names = "--to", paramLabel = "FILE|FOLDER", defaultValue = "-",
      description = "Where to; a file is there whole or not at all, one that is there is replaced. Default: standard output,"
          + " of tables and feeds there is none.")
  private String file = "-";

  @Option(names = "--actor", paramLabel = "NAME",
      description = "What is said of an actor: names, for whom it acts, what it is accused of, whether it denies.")
  private Optional<String> actor = Optional.empty();

  @Mixin
  private ClaimOptions question = new ClaimOptions();

  @Option(names = "--as-of", paramLabel = "DATE", defaultValue = "",
      description = "What had been said by the end of that day, month or year.")
  private String said = "";

  @Option(names = "--as-of-recorded", paramLabel = "TIME", defaultValue = "",
      description = "What the ledger had recorded by then: a day or a moment such as 2024-05-02T12:00:00Z.")
  private String recorded = "";

  @Option(names = "--tlp", paramLabel = "COLOUR", converter = TlpConverter.class,
      description = "Only what may be passed on as far: nothing that is marked narrower is written or counted.")
  private Optional<Tlp> ceiling = Optional.empty();

  @Option(names = "--ledger", paramLabel = "FILE|URL", defaultValue = LedgerFile.DEFAULT,
      description = "The ledger (default: ${DEFAULT-VALUE} in the working folder).")
  private String ledgerName = LedgerFile.DEFAULT;

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public ExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// Reads the format as it is typed.
  static final class FormatWord implements ITypeConverter<Format> {
    @Override
    public Format convert(String word) {
      return Format.typed(word);
    }
  }

  /// What was asked for.
  private record Asked(Extract extract, Optional<Brief> brief, Briefs briefs) {
    Brief told() {
      return brief.orElseGet(() -> briefs.claims("Claims", extract));
    }
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    AsOf day = QueryOptions.parse(said);
    AsOf asOf = recorded.isBlank() ? day : day.recorded(Ranges.upTo("--as-of-recorded", recorded));
    try (Ledger whole = LedgerFile.existing(surroundings.folder(), ledgerName)) {
      Ledger ledger = ceiling.map(whole::cleared).orElse(whole);
      if (format.tables()) {
        return tables(ledger, asOf, streams);
      }
      Asked asked = asked(ledger, asOf);
      if (!asked.extract.parts().iterator().hasNext()) {
        question.unknownNames(ledger).forEach(streams::remark);
        streams.remark("no claim fits; nothing was written");
        return Problems.NOTHING_FOUND;
      }
      if (format == Format.misp_feed) {
        feed(asked, streams);
      } else if (file.equals("-")) {
        toStandardOutput(asked, streams);
      } else {
        replace(surroundings.folder().resolve(file), out -> write(asked, out, streams));
      }
      return 0;
    }
  }

  private void feed(Asked asked, Streams streams) {
    if (file.equals("-")) {
      throw new BadInputException("USAGE", "a feed is a folder of files: say which with --to FOLDER");
    }
    FeedFolder.Written written = new FeedFolder(surroundings.folder().resolve(file), file).write(asked.extract);
    streams.line(file + " holds " + ReadingText.count(written.events(), "event", "events") + ": "
        + written.written() + " written, " + written.dropped() + " dropped, the rest as it was");
    streams.flush();
  }

  /// Every table in a file of its own.
  private int tables(Ledger ledger, AsOf asOf, Streams streams) {
    boolean conditions = actor.isPresent()
        || Stream.of(ClaimQuestion.Slot.values()).anyMatch(slot -> !question.question().values(slot).isEmpty());
    if (conditions || file.equals("-")) {
      throw new BadInputException("USAGE", "--format " + format
          + " writes all tables into a folder: give --to FOLDER, and no conditions but --as-of, --as-of-recorded and --view");
    }
    Path folder = surroundings.folder().resolve(file);
    List<Table> tables = new Extraction(ledger, Desk.of(ledger, asOf, question.view())).tables().all();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UnavailableException("EXPORT_UNWRITABLE",
          file + " is no folder and cannot be made one (" + e.getMessage() + "); name another", e);
    }
    for (Table table : tables) {
      replace(folder.resolve(table.name() + (format == Format.parquet ? ".parquet" : ".csv")), out -> {
        if (format == Format.parquet) {
          ParquetFile.write(out, table);
        } else {
          CsvFile.write(out, table);
        }
      });
    }
    streams.line("written to " + file + ": " + tables.stream().map(Table::name).collect(Collectors.joining(", ")));
    streams.flush();
    return 0;
  }

  private void toStandardOutput(Asked asked, Streams streams) {
    try {
      write(asked, streams.bytes(), streams);
      streams.bytes().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Something that writes a file.
  @FunctionalInterface
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private Asked asked(Ledger ledger, AsOf asOf) {
    ClaimQuestion conditions = question.question();
    Desk desk = Desk.of(ledger, asOf, question.view());
    Extraction claims = new Extraction(ledger, desk);
    Briefs briefs = new Briefs(desk, Optional.empty());
    List<ClaimQuestion.Slot> asked =
        Stream.of(ClaimQuestion.Slot.values()).filter(slot -> !conditions.values(slot).isEmpty())
            .toList();
    if (actor.isPresent()) {
      if (!asked.isEmpty()) {
        throw new BadInputException("USAGE",
            "--actor goes with --view and --as-of only; for other conditions use --accused "
                + actor.get());
      }
      ActorPage page = desk.actors().page(actor.get());
      return new Asked(claims.actor(page), Optional.of(briefs.actor(page)), briefs);
    }
    if (asked.equals(List.of(ClaimQuestion.Slot.INCIDENT))) {
      IncidentPage page = desk.incidents().page(conditions.values(ClaimQuestion.Slot.INCIDENT).getFirst());
      return new Asked(claims.incidents(page.card().name(), List.of(page.card().id())),
          Optional.of(briefs.incident(page)), briefs);
    }
    String title = asked.isEmpty() ? "Everything on record" : question.text();
    return new Asked(asked.isEmpty() ? claims.everything()
        : claims.matching(title, conditions.query(new Lookup(ledger, asOf, question.view().orElse(View.ANY)),
            ClaimOrder.RECORDED)),
        Optional.empty(), briefs);
  }

  private void write(Asked asked, OutputStream out, Streams streams) throws IOException {
    switch (format) {
      case stix -> {
        StixManifest manifest = StixWriter.write(out, asked.extract);
        if (!manifest.collapsing().isEmpty()) {
          streams.remark(
              "OpenCTI takes " + manifest.collapsing().stream().mapToInt(row -> row.relationships().size()).sum()
                  + " relationships for " + manifest.collapsing().size()
                  + ", as several claims join the same two; their notes"
                  + " stay apart");
        }
      }
      case misp -> MispWriter.write(out, asked.extract);
      case misp_feed -> throw new IllegalStateException("a feed is a folder");
      case csv -> ClaimTable.write(out, asked.extract);
      case eurepoc -> CoderTables.eurepoc(out, asked.extract);
      case cfr -> CoderTables.cfr(out, asked.extract);
      case json -> ContractWriter.write(out, asked.extract);
      case markdown -> text(out, asked.told().markdown());
      case brief -> text(out, PrintedBrief.html(asked.told()));
      case graphml -> GraphMl.write(out, asked.extract);
      case parquet, csv_all -> throw new IllegalStateException(format + " is no file");
    }
  }

  private static void text(OutputStream out, String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Nothing half written: the file takes its name when it is whole.
  private void replace(Path target, Writing writing) {
    Optional<Path> under = Optional.empty();
    try {
      Path made = target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
      under = Optional.of(made);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made), 1 << 16)) {
        writing.to(out);
      }
      Files.move(made, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UncheckedIOException | tools.jackson.core.exc.JacksonIOException e) {
      throw new UnavailableException("EXPORT_UNWRITABLE",
          file + " cannot be written (" + e.getMessage() + "); name a file in a folder that takes one", e);
    } finally {
      under.ifPresent(ExportCommand::drop);
    }
  }

  private static void drop(Path made) {
    try {
      Files.deleteIfExists(made);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
