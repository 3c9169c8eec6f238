package org.tingbok.app.desk;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.vocabulary.BadInputException;

/// Finds what the beginning of an id denotes; several ids may denote the same.
final class IdBeginning {
  private IdBeginning() {
  }

  /// What an id or a prefix of one denotes; the type may be left out.
  static <T> Optional<T> find(Map<String, T> byId, String key, String type) {
    String lower = key.strip().toLowerCase(Locale.ROOT);
    String prefix = lower.startsWith(type) ? lower : type + lower;
    if (!prefix.substring(type.length()).matches("[0-9a-f][0-9a-f-]{3,}")) {
      return Optional.empty();
    }
    Set<String> ids = new HashSet<>();
    Set<T> different = new HashSet<>();
    Optional<T> found = Optional.empty();
    for (Map.Entry<String, T> entry : byId.entrySet()) {
      if (entry.getKey().startsWith(prefix)) {
        ids.add(entry.getKey());
        different.add(entry.getValue());
        found = Optional.of(entry.getValue());
      }
    }
    if (different.size() > 1) {
      throw new BadInputException("ID_AMBIGUOUS", key + " begins " + ids.size() + " ids, "
          + ids.stream().min(Comparator.naturalOrder()).orElseThrow() + " among them; give more of it");
    }
    return found;
  }
}
