package org.tingbok.app.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.app.input.Source;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.intake.Delivery.Fate;
import org.tingbok.app.intake.Delivery.Item;
import org.tingbok.app.intake.Delivery.State;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;

/// Gets the reports of a delivery there, before they are read.
///
/// @param ledgers opens the ledger, which knows what was fetched before
/// @param spool where reports are laid
/// @param gatherer fetches them; empty if nothing is to be fetched
record Gathering(Supplier<Ledger> ledgers, Spool spool, Optional<Gatherer> gatherer) {
  private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);

  /// What of a delivery is to be read, and where it came from.
  ///
  /// @param places the place of each source in the delivery
  /// @param from where a source came from, where it was fetched
  /// @param same reports that have not changed since they were put on record, by place
  record Gathered(Map<Source, Integer> places, Map<Source, Gatherer.From> from,
      Map<Integer, Gatherer.Gathered.Same> same) {
    /// Where each report came from, for the ledger.
    ///
    /// @param items the reports of the delivery, in order
    List<Act> acts(List<Item> items) {
      List<Act> acts = new ArrayList<>();
      from.forEach((source, one) -> items.get(places.getOrDefault(source, 0)).document()
          .ifPresent(document -> acts.add(one.act(new DocumentId(document)))));
      same.values().forEach(one -> acts.add(one.from().act(one.document())));
      return acts;
    }
  }

  /// Gets there what has to be fetched. The ledger is open for a moment only: others may add meanwhile.
  Gathered gathered(Work work) {
    Gathered gathered = new Gathered(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>());
    boolean away = work.parts().stream().anyMatch(Part.Away.class::isInstance);
    Map<String, Act.Fetched> before = away ? before(work) : Map.of();
    for (int i = 0; i < work.parts().size() && work.on(); i++) {
      switch (work.parts().get(i)) {
        case Part.Here(Source source) -> gathered.places.put(source, i);
        case Part.Away(Order order) -> {
          Path place = spool.room(work.now().id());
          switch (gatherer.orElseThrow().gather(order, Optional.ofNullable(before.get(order.asked())), place,
              Integer.toString(i), work::on)) {
            case Gatherer.Gathered.Report(Source source, Gatherer.From from) -> {
              // Two addresses may lead to one page.
              Source own = gathered.places.containsKey(source) ? new Source(order.name(), source.path()) : source;
              gathered.places.put(own, i);
              gathered.from.put(own, from);
              work.set(i, new Item(source.name(), Fate.FETCHED, Optional.empty(), Optional.empty(), Optional.empty()));
            }
            case Gatherer.Gathered.Same same -> {
              gathered.same.put(i, same);
              work.set(i, new Item(order.name(), Fate.KNOWN, Optional.of(same.document().value()), Optional.empty(),
                  Optional.empty()));
            }
            case Gatherer.Gathered.Not(Trouble trouble) -> work.set(i,
                new Item(order.name(), Fate.FAILED, Optional.empty(), Optional.empty(), Optional.of(trouble)));
          }
        }
      }
    }
    return gathered;
  }

  private Map<String, Act.Fetched> before(Work work) {
    work.to(State.FETCHING);
    try (Ledger ledger = Patience.with(ledgers, () -> LOG.info("delivery {} waits for others", work.now().id()))) {
      return Gatherer.before(ledger.acts());
    }
  }
}
