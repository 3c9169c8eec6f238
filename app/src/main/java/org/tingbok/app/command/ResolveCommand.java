package org.tingbok.app.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.ResolvedName;
import org.tingbok.app.input.ListSource;
import org.tingbok.exchange.names.Csv;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok names resolve`.
@Command(name = "resolve", mixinStandardHelpOptions = true,
    description = {"Annotate a table of one's own with the actors that its names denote under a view.",
        "Its columns stay as they are; columns are added behind them. Printed, not written back."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok names resolve ours.csv --view microsoft > resolved.csv",
        "  tingbok names resolve ours.csv --column Group --view 2-origins --as-of 2026-01-01",
        "  tingbok names resolve ours.csv --format json"})
public final class ResolveCommand extends QueryCommand {
  private static final List<String> USUAL = List.of("name", "actor", "threat actor", "group", "alias");
  private static final List<String> ADDED =
      List.of("tingbok_actor", "tingbok_names", "tingbok_either", "tingbok_said_by", "tingbok_status", "tingbok_view",
          "tingbok_inferred_giver", "tingbok_inferred_state", "tingbok_inferred_from");

  @Parameters(index = "0", paramLabel = "FILE", description = "A CSV file with a head; - for standard input.")
  private String place = "";

  @Option(names = "--column", paramLabel = "HEAD",
      description = "The column with the names (default: name, actor, threat actor, group or alias, else the first).")
  private Optional<String> column = Optional.empty();

  private final Surroundings around;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public ResolveCommand(Surroundings surroundings) {
    super(surroundings);
    this.around = surroundings;
  }

  /// What `names resolve` answers to programs.
  ///
  /// @param view the view
  /// @param rows one for each row of the table
  record Resolved(String view, List<Row> rows) {
  }

  /// A row.
  ///
  /// @param cells the table's own, by head
  /// @param resolved what its name denotes
  record Row(Map<String, String> cells, ResolvedName resolved) {
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    try (InputStream bytes = ListSource.open(place, around.folder(), around.in())) {
      Csv csv = new Csv(bytes, place);
      List<String> heads = csv.row()
          .orElseThrow(() -> new BadInputException("LIST_EMPTY", place + " is empty; a table begins with its heads"));
      int at = column(heads);
      List<Row> rows = new ArrayList<>();
      StringBuilder lines = new StringBuilder();
      for (Optional<List<String>> row = csv.row(); row.isPresent(); row = csv.row()) {
        List<String> cells = new ArrayList<>(row.get());
        if (cells.size() == 1 && cells.getFirst().isBlank()) {
          continue;
        }
        ResolvedName resolved = desk.naming().resolved(at < cells.size() ? cells.get(at).strip() : "");
        if (json) {
          Map<String, String> byHead = new LinkedHashMap<>();
          IntStream.range(0, Math.min(heads.size(), cells.size()))
              .forEach(i -> byHead.put(heads.get(i), cells.get(i)));
          rows.add(new Row(byHead, resolved));
        } else {
          while (cells.size() < heads.size()) {
            cells.add("");
          }
          cells.addAll(resolved.cells());
          lines.append(Csv.line(cells, csv.separator()));
        }
      }
      if (json) {
        streams.json(new Resolved(desk.names().view().text(), rows));
      } else {
        List<String> all = new ArrayList<>(heads);
        all.addAll(ADDED);
        streams.raw(Csv.line(all, csv.separator()));
        streams.raw(lines.toString());
      }
      return 0;
    } catch (IOException e) {
      throw new BadInputException("LIST_UNREADABLE", place + " cannot be read as a table in UTF-8 (" + e.getMessage()
          + ")", e);
    }
  }

  /// Nothing but the table goes to standard output.
  @Override
  boolean remarksOnDay() {
    return false;
  }

  private int column(List<String> heads) {
    List<String> lower = heads.stream().map(head -> head.strip().toLowerCase(Locale.ROOT)).toList();
    if (column.isPresent()) {
      int at = lower.indexOf(column.get().strip().toLowerCase(Locale.ROOT));
      if (at < 0) {
        throw new BadInputException("COLUMN_UNKNOWN", place + " has no column '" + column.get() + "'; it has: "
            + String.join(", ", heads.stream().limit(12).toList()));
      }
      return at;
    }
    return USUAL.stream().map(lower::indexOf).filter(at -> at >= 0).findFirst().orElse(0);
  }
}
