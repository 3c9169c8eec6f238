package org.tingbok.exchange.coders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Importer;
import org.tingbok.vocabulary.BadInputException;

/// Reads tables of EuRepoC: the global one, a row an incident, and that of attributions, in which each of them is multiplied by
/// all its values. See `docs/eurepoc.md`.
public final class EurepocImporter implements Importer {
  private static final Set<String> GLOBAL = Set.of("id", "name", "attribution_basis", "attributed_initiator");
  private static final Set<String> ATTRIBUTIONS = Set.of("incident_id", "attribution_id", "attribution_basis");
  private static final Set<String> RECEIVERS = Set.of("incident_id", "receiver_name", "receiver_category");
  private static final List<String> OF_ATTRIBUTION = List.of("attribution_date", "attribution_type",
      "attribution_basis", "attributing_actor", "attribution_it_company", "attributing_country",
      "attributed_initiator", "attributed_initiator_country", "attributed_initiator_category");
  private static final List<String> OF_POLITICS = List.of("political_response_date", "political_response_type",
      "political_response_country", "political_response_actor");
  private static final List<String> OF_LAW =
      List.of("legal_response_date", "legal_response_type", "legal_response_country", "legal_response_actor");

  /// A reader of tables.
  public EurepocImporter() {
  }

  @Override
  public boolean recognises(String name, byte[] bytes) {
    Set<String> columns = Table.columns(bytes);
    return columns.containsAll(GLOBAL) || columns.containsAll(ATTRIBUTIONS) || columns.containsAll(RECEIVERS);
  }

  @Override
  public Imported read(String name, byte[] bytes) {
    Set<String> columns = Table.columns(bytes);
    List<Imported.Fault> faults = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    if (columns.containsAll(GLOBAL)) {
      Table.read(name, bytes).rows().forEach(row -> readings.add(global(name, row, faults)));
    } else if (columns.containsAll(ATTRIBUTIONS)) {
      incidents(Table.read(name, bytes), faults)
          .forEach((incident, attributions) -> readings.add(new EurepocIncident(name, incident, Map.of(),
              attributions.values().stream().map(Fields::new).toList(), List.of()).reading()));
    } else {
      throw new BadInputException("CODER_RECEIVERS", name
          + " says who was hit and not who did it, so it holds no claim; add EuRepoC's global table, which has its receivers, too");
    }
    return new Imported(readings, faults);
  }

  /// Values that belong together, by column: of one attribution, of one response.
  ///
  /// @param values each value once, in order; a column without any is not there
  record Fields(Map<String, List<String>> values) {
    List<String> of(String column) {
      return values.getOrDefault(column, List.of());
    }
  }

  /// The table of attributions multiplies the values of each: taken together again, every column has each value once.
  private static Map<String, Map<String, Map<String, List<String>>>> incidents(Table table,
      List<Imported.Fault> faults) {
    Map<String, Map<String, Map<String, List<String>>>> incidents = new LinkedHashMap<>();
    for (Table.Row row : table.rows()) {
      String incident = number(row.cell("incident_id"));
      String attribution = number(row.cell("attribution_id"));
      if (incident.isEmpty()) {
        faults.add(new Imported.Fault("CODER_ROW", "line " + row.line() + " names no incident; it was left out"));
        continue;
      }
      Map<String, List<String>> values = incidents.computeIfAbsent(incident, _ -> new LinkedHashMap<>())
          .computeIfAbsent(attribution, _ -> new LinkedHashMap<>());
      for (String column : OF_ATTRIBUTION) {
        for (String value : Cells.values(row.cell(column))) {
          List<String> known = values.computeIfAbsent(column, _ -> new ArrayList<>());
          if (!known.contains(value)) {
            known.add(value);
          }
        }
      }
    }
    return incidents;
  }

  private static Reading global(String name, Table.Row row, List<Imported.Fault> faults) {
    String id = number(row.cell("id"));
    List<Fields> attributions = paired(row, OF_ATTRIBUTION, id, faults);
    List<Fields> responses = new ArrayList<>(paired(row, OF_POLITICS, id, faults));
    responses.addAll(paired(row, OF_LAW, id, faults));
    return new EurepocIncident(name, id, row.cells(), attributions, responses).reading();
  }

  /// Parallel lists, entry by entry. Where their lengths differ nobody can tell what belongs to what, and nothing is paired.
  private static List<Fields> paired(Table.Row row, List<String> columns, String id, List<Imported.Fault> faults) {
    Map<String, List<List<String>>> lists = new LinkedHashMap<>();
    columns.forEach(column -> {
      List<List<String>> entries = Cells.entries(row.cell(column));
      if (entries.stream().flatMap(List::stream).anyMatch(Words::told)) {
        lists.put(column, entries);
      }
    });
    Set<Integer> lengths = new java.util.TreeSet<>(lists.values().stream().map(List::size).toList());
    if (lengths.size() > 1) {
      faults.add(new Imported.Fault("CODER_UNPAIRED", "incident " + id + ", line " + row.line() + ": "
          + String.join(", ", lists.entrySet().stream().map(one -> one.getKey() + " has " + one.getValue().size())
              .toList())
          + " entries; which belongs to which is not told, so none were paired; the cells stay in the text"));
      return List.of();
    }
    int length = lengths.isEmpty() ? 0 : lengths.iterator().next();
    return IntStream.range(0, length).mapToObj(i -> {
      Map<String, List<String>> values = new LinkedHashMap<>();
      lists.forEach((column, entries) -> {
        List<String> told = entries.get(i).stream().flatMap(value -> Cells.values(value).stream()).distinct().toList();
        if (!told.isEmpty()) {
          values.put(column, told);
        }
      });
      return new Fields(values);
    }).filter(fields -> !fields.values().isEmpty()).toList();
  }

  /// `1410.0` is how some programs print 1410.
  static String number(String cell) {
    return cell.strip().replaceFirst("\\.0$", "");
  }
}
