package org.tingbok.exchange.coders;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;

/// What words of the coders' tables mean.
final class Words {
  private static final Map<String, List<String>> STATES = states();
  /// `attribution_basis` of EuRepoC, and who speaks where a row names nobody.
  static final Map<String, List<String>> BASES = table("bases.tsv");
  /// Words for responses, and their kind.
  static final Map<String, List<String>> RESPONSES = table("responses.tsv");
  /// Hedges at the beginning of a name, the longest first.
  static final Map<String, List<String>> HEDGES = table("hedges.tsv");

  private Words() {
  }

  /// A state as coders write it.
  static Optional<Party> state(String written) {
    return Optional.ofNullable(STATES.get(written.strip().toLowerCase(Locale.ROOT)))
        .map(cells -> new Party(cells.get(0), PartyKind.STATE, Optional.of(cells.get(1)), written));
  }

  /// Whether a cell tells something. Blank, not coded and unknown differ, and none of them names anybody.
  static boolean told(String value) {
    return !value.isBlank() && !List.of("not available", "unknown", "none", "nan", "n/a", "-")
        .contains(value.strip().toLowerCase(Locale.ROOT)) && !value.startsWith("Unknown");
  }

  private static Map<String, List<String>> states() {
    Map<String, List<String>> states = new LinkedHashMap<>();
    for (String code : Locale.getISOCountries()) {
      String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
      states.put(name.toLowerCase(Locale.ROOT), List.of(name, code));
    }
    table("states.tsv").forEach((written, cells) -> states.put(written.toLowerCase(Locale.ROOT), cells));
    return states;
  }

  private static Map<String, List<String>> table(String name) {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(
        Objects.requireNonNull(Words.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).map(line -> List.of(line.split("\t", -1)))
          .forEach(cells -> rows.put(cells.getFirst(), cells.subList(1, cells.size())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
