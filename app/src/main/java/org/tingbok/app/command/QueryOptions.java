package org.tingbok.app.command;

import java.time.LocalDate;
import java.util.Optional;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.Ranges;
import org.tingbok.ledger.AsOf;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.PartialDate;
import picocli.CommandLine.Option;

/// The options that every query takes.
final class QueryOptions {
  @Option(names = "--ledger", paramLabel = "FILE|URL", defaultValue = LedgerFile.DEFAULT,
      description = "The ledger to ask (default: ${DEFAULT-VALUE} in the working folder).")
  private String ledger = LedgerFile.DEFAULT;

  @Option(names = "--as-of", paramLabel = "DATE", defaultValue = "",
      description = "Answer by what had been said by the end of that day, month or year: 2021-06-30, 2021-06, 2021.")
  private String asOf = "";

  @Option(names = "--as-of-recorded", paramLabel = "TIME", defaultValue = "",
      description = "Answer by what the ledger had recorded by then: a day or a moment such as 2024-05-02T12:00:00Z.")
  private String recorded = "";

  @Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
      description = "For people or for programs (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.text;

  @Option(names = "--view", paramLabel = "VIEW", defaultValue = "",
      description = "Whose word is taken on which names are one: any (the default), all, none, 2-origins, microsoft,"
          + " attack, misp or any claimant; with +overlap, +analysts or -analysts behind it.")
  private String view = "";

  String ledger() {
    return ledger;
  }

  boolean json() {
    return format == OutputFormat.json;
  }

  /// Empty if none was asked for.
  Optional<View> view() {
    return view.isBlank() ? Optional.empty() : Optional.of(View.parse(view));
  }

  AsOf asOf() {
    AsOf day = parse(asOf);
    return recorded.isBlank() ? day : day.recorded(Ranges.upTo("--as-of-recorded", recorded));
  }

  /// The day that `2021-06-30`, `2021-06` or `2021` ends with.
  static AsOf parse(String text) {
    Optional<LocalDate> day;
    try {
      day = PartialDate.parse(text.strip()).last();
    } catch (BadInputException e) {
      throw new BadInputException(e.code(), "as of '" + text + "': give a day that exists, as in 2021-06-30", e);
    }
    return new AsOf(day, Optional.empty());
  }
}
