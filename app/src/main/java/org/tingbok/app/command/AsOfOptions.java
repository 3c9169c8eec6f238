package org.tingbok.app.command;

import java.util.Optional;
import org.tingbok.app.desk.Ranges;
import org.tingbok.ledger.AsOf;
import org.tingbok.query.Cursor;
import org.tingbok.query.PageRequest;
import picocli.CommandLine.Option;

/// As of when, and which part of the answer.
final class AsOfOptions {
  @Option(names = "--as-of", paramLabel = "DATE", defaultValue = "",
      description = "Answer by what had been said by the end of that day, month or year.")
  private String said = "";

  @Option(names = "--as-of-recorded", paramLabel = "TIME", defaultValue = "",
      description = "Answer by what the ledger had recorded by then: a day or a moment such as 2024-05-02T12:00:00Z.")
  private String recorded = "";

  @Option(names = "--page-size", paramLabel = "N", defaultValue = "50",
      description = "How many at once, 1 to 1000 (default: ${DEFAULT-VALUE}).")
  private int size = 50;

  @Option(names = "--page", paramLabel = "CURSOR", defaultValue = "",
      description = "Go on where the page before ended; it prints the cursor.")
  private String page = "";

  AsOf asOf() {
    AsOf asOf = QueryOptions.parse(said);
    return recorded.isBlank() ? asOf : asOf.recorded(Ranges.upTo("--as-of-recorded", recorded));
  }

  PageRequest page() {
    PageRequest first = PageRequest.first(size);
    return page.isBlank() ? first : first.then(Cursor.parse(page.strip()));
  }

  /// Whether it asks for more than the first page.
  boolean goesOn() {
    return !page.isBlank();
  }

  /// A line that tells what was asked.
  Optional<String> remark() {
    AsOf asked = asOf();
    Optional<String> day = asked.said().map(one -> "By what had been said by " + one + ".");
    Optional<String> moment = asked.recorded().map(one -> "By what was on record by " + one + ".");
    return day.isPresent() && moment.isPresent() ? Optional.of(day.get() + " " + moment.get()) : day.or(() -> moment);
  }
}
