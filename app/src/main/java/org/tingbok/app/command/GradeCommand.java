package org.tingbok.app.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.SourcesPage;
import org.tingbok.app.desk.UsedNames;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.SourceReliability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok grade`.
@Command(name = "grade", mixinStandardHelpOptions = true,
    description = {"Record how far your organisation relies on a source, A to F, or tell the grade and its history.",
        "A completely, B usually, C fairly, D not usually, E not reliable; F: it cannot be judged."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok grade \"Nordlys Lab\" B --reason \"right in all but one of 40 reports\" --by \"Nordic desk\"",
        "  tingbok grade \"Nordlys Lab\"              its grade and how it came to it",
        "  tingbok grade \"Nordlys Lab\" --undo --reason \"mixed up\" --by \"Nordic desk\"",
        "  tingbok grade                            every source that was graded"})
public final class GradeCommand implements Callable<Integer> {
  @Parameters(index = "0", arity = "0..1", paramLabel = "SOURCE", defaultValue = "",
      description = "A claimant's or publisher's name.")
  private String source = "";

  @Parameters(index = "1", arity = "0..1", paramLabel = "A-F", defaultValue = "", description = "The letter.")
  private String letter = "";

  @Option(names = "--undo", description = "Take back the grade that holds.")
  private boolean undo;

  @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", description = "Why.")
  private String reason = "";

  @Option(names = "--by", paramLabel = "WHO", defaultValue = "", description = "Who decides.")
  private String by = "";

  @Option(names = "--date", paramLabel = "DAY", defaultValue = "",
      description = "The day of the decision (default: today).")
  private String date = "";

  @Option(names = "--as-of", paramLabel = "DATE", defaultValue = "",
      description = "Tell what held at the end of that day, month or year.")
  private String asOf = "";

  @Mixin
  private LedgerOptions options = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public GradeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `grade` answers to programs when it records.
  record Graded(String ledger, String source, Optional<String> reliability, String reason, String by, String day,
      boolean recorded) {
  }

  @Override
  public Integer call() {
    return letter.isBlank() && !undo ? tell() : record();
  }

  private int record() {
    Optional<SourceReliability> reliability = undo ? Optional.empty()
        : Optional.of(Coded.find(SourceReliability.class, letter.strip().toUpperCase(Locale.ROOT)).orElseThrow(
            () -> new BadInputException("GRADE_UNREADABLE",
                "'" + letter + "' is no grade; give a letter from A to F")));
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = options.writable(surroundings)) {
      UsedNames.warnings(ledger, List.of(source.strip())).forEach(streams::remark);
      LocalDate day = LedgerOptions.day(date, surroundings.clock());
      Act.Graded act = new Act.Graded(source.strip(), reliability, reason.strip(), by.strip(), day);
      boolean recorded = ledger.act(List.of(act)).added() > 0;
      if (options.json()) {
        streams.json(new Graded(options.name(), act.source(), act.reliability().map(Coded::code), act.reason(),
            act.by(), act.day().toString(), recorded));
      } else {
        streams.line(Paint.plain((recorded ? "recorded: " : "on record already: ") + act.source() + " "
            + act.reliability().map(one -> one.code() + ", " + one.words()).orElse("no longer graded") + ", by "
            + act.by() + " on " + act.day()));
      }
    }
    streams.flush();
    return 0;
  }

  private int tell() {
    Streams streams = Streams.of(surroundings);
    SourcesPage page;
    try (Ledger ledger = options.existing(surroundings)) {
      AsOf day = asOf.isBlank() ? AsOf.NOW : QueryOptions.parse(asOf);
      page = SourcesPage.of(ledger.asOf(day).acts(), source);
    }
    if (options.json()) {
      streams.json(page);
    } else {
      print(page.grades(), streams);
    }
    streams.flush();
    return page.grades().isEmpty() ? Problems.NOTHING_FOUND : 0;
  }

  private void print(List<SourcesPage.GradeCard> grades, Streams streams) {
    if (grades.isEmpty()) {
      streams.line(source.isBlank() ? "no source is graded" : Paint.plain(source) + " is not graded");
    }
    for (SourcesPage.GradeCard grade : grades) {
      streams.line(streams.paint().strong(Paint.plain(grade.source())) + "  "
          + grade.reliability().map(letter -> letter + ", " + grade.words().orElse("")).orElse("no longer graded"));
      List<List<String>> rows = new ArrayList<>();
      grade.history().forEach(one -> rows.add(List.of(one.day(), one.reliability().orElse("taken back"),
          Paint.plain(one.by()), Paint.plain(one.reason()))));
      streams.lines(Columns.table(rows, streams.width(), 2));
    }
  }
}
