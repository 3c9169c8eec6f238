package org.tingbok.app.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.intake.Delivery.Fate;
import org.tingbok.app.intake.Delivery.Item;
import org.tingbok.app.intake.Delivery.State;

/// A delivery on its way. Safe for use by several threads.
final class Work {
  private final List<Part> parts;
  private final Consumer<Delivery> ended;
  private final int begun;
  private final CountDownLatch over = new CountDownLatch(1);
  private Delivery delivery;
  private boolean stopped;
  private boolean parked;

  /// A delivery, waiting.
  ///
  /// @param begun how often earlier programs began it
  Work(Delivery delivery, List<Part> parts, Consumer<Delivery> ended, int begun) {
    this.delivery = delivery;
    this.parts = List.copyOf(parts);
    this.ended = ended;
    this.begun = begun;
  }

  List<Part> parts() {
    return parts;
  }

  Consumer<Delivery> ended() {
    return ended;
  }

  int begun() {
    return begun;
  }

  CountDownLatch over() {
    return over;
  }

  synchronized boolean on() {
    return !stopped;
  }

  synchronized Delivery now() {
    return delivery;
  }

  /// Whether it was left for the next program.
  synchronized boolean parked() {
    return parked;
  }

  /// Stops it, unless it is being recorded already.
  ///
  /// @return whether it is stopped
  synchronized boolean stop() {
    if (delivery.state() == State.WAITING || delivery.state() == State.FETCHING
        || delivery.state() == State.READING) {
      stopped = true;
    }
    return stopped;
  }

  /// Stops it as [#stop] does, to be taken up by the next program; not if somebody stopped it before.
  synchronized void park() {
    if (!stopped) {
      parked = stop();
    }
  }

  /// Goes on to another state.
  ///
  /// @return whether it did; not if somebody stopped it
  synchronized boolean to(State state) {
    if (stopped) {
      end(State.CANCELLED, Optional.empty());
      return false;
    }
    delivery = new Delivery(delivery.id(), delivery.handedIn(), state, delivery.items(), Optional.empty());
    return true;
  }

  synchronized void end(State state, Optional<Trouble> trouble) {
    List<Item> items = delivery.items().stream().map(
        item -> switch (item.fate()) {
          case WAITING, FETCHED, READ -> item.with(Fate.DROPPED);
          case ADDED, KNOWN, REPEATED, FAILED, DROPPED -> item;
        }).toList();
    delivery = new Delivery(delivery.id(), delivery.handedIn(), state, items, trouble);
  }

  /// Tells what became of a report.
  ///
  /// @return whether to go on
  synchronized boolean set(int place, Item item) {
    List<Item> items = new ArrayList<>(delivery.items());
    items.set(place, item);
    delivery = new Delivery(delivery.id(), delivery.handedIn(), delivery.state(), items, Optional.empty());
    return !stopped;
  }
}
