package org.tingbok.exchange.names;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Citation;
import org.tingbok.ledger.NameList;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.PartialDate;

/// A table whose first line names its columns, in any order: `name` and `actor`, and as far as there are such `giver`,
/// `source` (who says it), `date` (since when), `relation`, `url` (on what it rests). Other columns are passed over.
final class TableNames {
  private static final int SHOWN = 60;

  private final ListOrder order;
  private final Map<String, Integer> columns = new HashMap<>();

  private TableNames(ListOrder order) {
    this.order = order;
  }

  static NameList read(InputStream bytes, ListOrder order) throws IOException {
    return new TableNames(order).table(new Csv(bytes, order.source()));
  }

  private NameList table(Csv csv) throws IOException {
    List<String> heads = csv.row().orElseThrow(() -> new BadInputException("LIST_EMPTY",
        order.source() + " is empty; its first line has to name the columns, 'name' and 'actor' at least"));
    for (int i = 0; i < heads.size(); i++) {
      columns.putIfAbsent(heads.get(i).strip().toLowerCase(Locale.ROOT), i);
    }
    if (!columns.containsKey("name") || !columns.containsKey("actor")) {
      String first = String.join(",", heads).replaceAll("\\p{Cntrl}", " ");
      throw ListReader.otherKind(order, "its first line does not name the columns 'name' and 'actor', but says '"
          + (first.length() > SHOWN ? first.substring(0, SHOWN) + "…" : first) + "'; name them there");
    }
    if (!columns.containsKey("source") && order.claimant().isEmpty()) {
      throw new BadInputException("LIST_CLAIMANT",
          order.source() + " has no column 'source', so nobody says it; give --claimant NAME");
    }
    Entries entries = new Entries("csv/" + stem(order.source()), "", order);
    for (Optional<List<String>> row = csv.row(); row.isPresent(); row = csv.row()) {
      if (row.get().stream().anyMatch(cell -> !cell.isBlank())) {
        row(row.get(), csv.line(), entries);
      }
    }
    return entries.edition(Optional.empty());
  }

  private void row(List<String> row, int line, Entries entries) {
    String name = cell(row, "name");
    String actor = cell(row, "actor");
    String source = order.claimant().orElse(cell(row, "source"));
    if (name.isEmpty() || actor.isEmpty() || source.isEmpty()) {
      throw new BadInputException("LIST_UNREADABLE",
          order.source() + ", line " + line + ", lacks a name, an actor or a source");
    }
    PartialDate date;
    AliasRelation relation;
    try {
      date = PartialDate.parse(cell(row, "date"));
      String word = cell(row, "relation");
      relation = word.isEmpty() ? AliasRelation.SAME : Coded.require(AliasRelation.class, word);
    } catch (BadInputException e) {
      throw new BadInputException("LIST_UNREADABLE", order.source() + ", line " + line + ": " + e.getMessage(), e);
    }
    Optional<String> giver = Optional.of(cell(row, "giver")).filter(text -> !text.isEmpty());
    List<Citation> citations = Optional.of(cell(row, "url")).filter(text -> !text.isEmpty())
        .map(url -> List.of(new Citation(url, Optional.of(url), PartialDate.NOT_STATED))).orElse(List.of());
    String words = "name: " + name + "; actor: " + actor + giver.map(who -> "; giver: " + who).orElse("");
    entries.add(new Entries.Name(actor, actor, name, relation, giver, Certainty.ASSERTED, citations, date, words),
        source);
    if (!name.equals(actor)) {
      entries.add(new Entries.Name(actor, actor, actor, AliasRelation.SAME, Optional.empty(), Certainty.ASSERTED,
          List.of(), date, "actor: " + actor), source);
    }
  }

  private String cell(List<String> row, String column) {
    Integer at = columns.get(column);
    return at == null || at >= row.size() ? "" : row.get(at).strip();
  }

  /// The last part of a path or an address without its ending.
  private static String stem(String source) {
    String name = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
