package org.tingbok.reading.document;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The known organisations that publish, by the host of their address (`organisations.tsv` of the knowledge of names).
final class Outlets {
  private static final Map<String, String> BY_DOMAIN = new HashMap<>();
  private static final Set<String> ACRONYMS = new HashSet<>();

  static {
    load();
  }

  private Outlets() {
  }

  private static void load() {
    try (InputStream stream = Outlets.class.getResourceAsStream("/org/tingbok/reading/knowledge/organisations.tsv")) {
      if (stream == null) {
        return;
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
      Map<String, Integer> columns = new HashMap<>();
      String line = reader.readLine();
      while (line != null) {
        String[] cells = line.split("\t", -1);
        if (!line.startsWith("#") && columns.isEmpty()) {
          for (int i = 0; i < cells.length; i++) {
            columns.put(cells[i], i);
          }
        } else if (!line.startsWith("#")) {
          keep(cells, columns);
        }
        line = reader.readLine();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void keep(String[] cells, Map<String, Integer> columns) {
    String name = cell(cells, columns, "name");
    for (String domain : cell(cells, columns, "domain").split("[|;, ]+", -1)) {
      if (!domain.isEmpty()) {
        BY_DOMAIN.putIfAbsent(domain.toLowerCase(Locale.ROOT), name);
      }
    }
    for (String alias : (name + "|" + cell(cells, columns, "aliases")).split("[|;]", -1)) {
      if (alias.length() <= 6 && alias.length() > 1 && LineEnds.isCapitals(alias)) {
        ACRONYMS.add(alias);
      }
    }
  }

  private static String cell(String[] cells, Map<String, Integer> columns, String column) {
    int at = columns.getOrDefault(column, -1);
    return at < 0 || at >= cells.length ? "" : cells[at].strip();
  }

  /// Who publishes at a host.
  ///
  /// @param host without `www.`
  /// @return the organisation's name, or the host itself if nobody is known to publish there
  static String name(String host) {
    String rest = host;
    while (rest.indexOf('.') > 0) {
      String name = BY_DOMAIN.get(rest);
      if (name != null) {
        return name;
      }
      rest = rest.substring(rest.indexOf('.') + 1);
    }
    return host;
  }

  /// Whether a word in capitals is written so always.
  static boolean isAcronym(String word) {
    return ACRONYMS.contains(word) || word.chars().noneMatch(sign -> "AEIOUYÆØÅÄÖÜ".indexOf(sign) >= 0)
        || word.equals("OT")
        || word.equals("IT") || word.equals("UK") || word.equals("US") || word.equals("EU");
  }
}
