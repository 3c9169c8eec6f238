package org.tingbok.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.input.ListSource;
import org.tingbok.exchange.names.ListKind;
import org.tingbok.exchange.names.ListOrder;
import org.tingbok.exchange.names.ListReader;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NameList;
import org.tingbok.ledger.NameReceipt;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.UnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok names import`.
@Command(name = "import", mixinStandardHelpOptions = true,
    description = {"Record what a published list says of names, with who publishes it and since when.",
        "All of it or nothing. The same list again adds nothing; of a later edition, what is new is added, and what is"
            + " gone is recorded as withdrawn on its day."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok names import attack enterprise-attack.json",
        "  tingbok names import misp threat-actor.json --date 2026-08-01",
        "  tingbok names import microsoft https://example.org/MicrosoftMapping.json",
        "  tingbok names import csv ours.csv --claimant \"Our desk\"",
        "  tingbok names import csv october.csv --claimant \"Our desk\" --list ours    the next edition of the list 'ours'"})
public final class NamesImportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "KIND",
      description = "attack (a STIX bundle), misp (a galaxy cluster), microsoft (its mapping), csv (name, actor, giver,"
          + " source, date).")
  private String kind = "";

  @Parameters(index = "1", paramLabel = "FILE|URL", description = "The list, plain or gzipped; - for standard input.")
  private String place = "";

  @Option(names = "--date", paramLabel = "DAY", defaultValue = "",
      description = "The day of this edition (default: what the list tells, else today).")
  private String date = "";

  @Option(names = "--claimant", paramLabel = "NAME", description = "Who says what it says (default: by its kind).")
  private Optional<String> claimant = Optional.empty();

  @Option(names = "--list", paramLabel = "NAME",
      description = "Under which name its editions follow each other (default: by its content; of csv, by the file's name, so that"
          + " a file of another name is another list).")
  private Optional<String> list = Optional.empty();

  @Option(names = "--accept-losses", description = "Take it even if it lacks more than half of the last edition.")
  private boolean acceptLosses;

  @Mixin
  private LedgerOptions ledgers = new LedgerOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public NamesImportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /// What `names import` answers to programs.
  record Imported(String ledger, String list, String edition, String recordedAt, int added, int known, int withdrawn) {
  }

  @Override
  public Integer call() {
    ListKind of = Coded.find(ListKind.class, kind).orElseThrow(() -> new BadInputException("LIST_KIND",
        "'" + kind + "' is no kind of list; one of: attack, misp, microsoft, csv"));
    if (list.filter(String::isBlank).isPresent()) {
      throw new BadInputException("USAGE", "--list '': give the list a name, as in --list ours");
    }
    LocalDate today = LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
    ListOrder order = new ListOrder(of, place.equals("-") ? "standard input" : place, today, day(date),
        claimant.map(String::strip).filter(name -> !name.isEmpty()), list);
    NameList edition;
    try (InputStream bytes = ListSource.open(place, surroundings.folder(), surroundings.in())) {
      edition = ListReader.read(bytes, order);
    } catch (IOException e) {
      throw new UnavailableException("LIST_UNAVAILABLE", place + " cannot be read (" + e.getMessage() + ")", e);
    }
    notYetToCome(edition.day(), today);
    Streams streams = Streams.of(surroundings);
    try (Ledger ledger = ledgers.made(surroundings)) {
      NameReceipt receipt = ledger.append(edition, acceptLosses);
      if (ledgers.json()) {
        streams.json(new Imported(ledgers.name(), receipt.list(), receipt.edition().toString(),
            receipt.recordedAt().toString(), receipt.added(), receipt.known(), receipt.withdrawn()));
      } else {
        streams.line(
            "imported " + receipt.list() + " of " + receipt.edition() + " into " + ledgers.name() + ": "
                + ReadingText.count(receipt.added(), "new listing", "new listings") + ", " + receipt.known()
                + " on record already, " + receipt.withdrawn() + " withdrawn");
      }
    }
    streams.flush();
    return 0;
  }

  /// Refuses a day that has not begun anywhere: what is said on it would count at once.
  static void notYetToCome(LocalDate day, LocalDate today) {
    if (day.isAfter(today.plusDays(1))) {
      throw new BadInputException("DATE_TO_COME", day + " is yet to come, today is " + today
          + "; give the day with --date");
    }
  }

  /// A whole day; empty if none was given.
  static Optional<LocalDate> day(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    PartialDate date = PartialDate.parse(text.strip());
    if (!date.first().equals(date.last())) {
      throw new BadInputException("DATE_UNREADABLE", "'" + text + "': give a whole day, as in 2021-06-30");
    }
    return date.first();
  }
}
