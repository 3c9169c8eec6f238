package org.tingbok.exchange.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Whom the UUIDs of MISP's `producer` galaxy mean, which `name-attribution` names.
public final class Producers {
  private static final Map<String, String> NAMES = read();

  private Producers() {
  }

  /// The producer of a UUID.
  ///
  /// @param uuid its UUID
  /// @return its name; empty if the galaxy does not tell of it
  public static Optional<String> of(String uuid) {
    return Optional.ofNullable(NAMES.get(uuid));
  }

  private static Map<String, String> read() {
    Map<String, String> names = new HashMap<>();
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(Objects
        .requireNonNull(Producers.class.getResourceAsStream("producers.tsv"), "producers.tsv"),
        StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t", -1))
          .forEach(cells -> names.put(cells[0], cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(names);
  }
}
