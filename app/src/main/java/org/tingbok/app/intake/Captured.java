package org.tingbok.app.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.tingbok.app.input.Source;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;

/// What containers tell of where and when their entries were fetched.
public final class Captured {
  private Captured() {
  }

  /// The acts that say so.
  ///
  /// @param documents where each document was found
  /// @return by document; none for those that were in no container, or in one that does not tell
  public static List<Act> acts(Map<DocumentId, Source> documents) {
    return documents.entrySet().stream().sorted(Comparator.comparing(one -> one.getKey().value()))
        .<Act>flatMap(one -> one.getValue().place().flatMap(place -> place.fetched(one.getKey())).stream()).toList();
  }
}
