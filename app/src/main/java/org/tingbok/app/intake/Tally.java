package org.tingbok.app.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.intake.Delivery.Fate;
import org.tingbok.app.intake.Delivery.Item;
import org.tingbok.document.DocumentId;

/// What the files of a delivery hold, as far as they are read: of a container all its entries together.
final class Tally {
  private final Collection<DocumentId> known;
  private final Set<DocumentId> seen = new HashSet<>();
  private final Map<Integer, Held> held = new HashMap<>();

  /// @param known what was on record before
  Tally(Collection<DocumentId> known) {
    this.known = known;
  }

  /// What one file holds.
  private static final class Held {
    private final List<DocumentId> documents = new ArrayList<>();
    private final List<Trouble> troubles = new ArrayList<>();
    private boolean first;
  }

  /// Adds what was read from a source.
  ///
  /// @param place the place of its file in the delivery
  /// @return what is to be told of that file now
  Item done(int place, Source source, List<DocumentId> documents, List<Trouble> troubles) {
    Held file = held.computeIfAbsent(place, _ -> new Held());
    file.documents.addAll(documents);
    file.troubles.addAll(troubles);
    for (DocumentId document : documents) {
      file.first |= seen.add(document);
    }
    Fate fate = file.documents.isEmpty() ? Fate.FAILED
        : !file.first ? Fate.REPEATED : known.containsAll(file.documents) ? Fate.KNOWN : Fate.READ;
    return new Item(source.file().name(), fate, file.documents.stream().findFirst().map(DocumentId::value),
        Optional.empty(), Trouble.summary(file.troubles));
  }

  /// The documents of a file.
  List<DocumentId> at(int place) {
    return Optional.ofNullable(held.get(place)).map(file -> List.copyOf(file.documents)).orElse(List.of());
  }
}
