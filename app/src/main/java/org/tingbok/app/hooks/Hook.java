package org.tingbok.app.hooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.input.Trouble;
import org.tingbok.vocabulary.Coded;

/// Where the news of a watch are sent.
///
/// @param id names it
/// @param watch the watch
/// @param target the address that they are sent to
/// @param secret what they are signed with; nothing of it leaves this machine
/// @param upTo the moment of recording up to which everything was sent
/// @param deliveries what was sent or is to be, the latest first
public record Hook(String id, String watch, String target, String secret, Instant upTo, List<Delivery> deliveries) {
  private static final int KEPT = 20;

  /// Copies the list.
  public Hook {
    deliveries = List.copyOf(deliveries);
  }

  /// How far a delivery is.
  public enum Fate implements Coded {
    /// It is to be sent, for the first time or again.
    DUE("due"),
    /// The target took it.
    TAKEN("taken"),
    /// It was tried too often; it waits until somebody has it tried again.
    GIVEN_UP("given-up");

    private final String code;

    Fate(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /// News that were sent or are to be.
  ///
  /// @param id names them; the same for every attempt
  /// @param since they are later than this
  /// @param upTo and no later than this
  /// @param items how many claims they tell of
  /// @param fate how far it is
  /// @param due when it is tried again
  /// @param attempts what was tried, in order
  public record Delivery(String id, Instant since, Instant upTo, int items, Fate fate, Instant due,
      List<Attempt> attempts) {
    /// Copies the list.
    public Delivery {
      attempts = List.copyOf(attempts);
    }
  }

  /// An attempt.
  ///
  /// @param at when
  /// @param status what the target answered; 0 if nothing came back
  /// @param trouble why it failed; empty if the target took it
  public record Attempt(Instant at, int status, Optional<Trouble> trouble) {
  }

  /// What is to be sent before anything else.
  ///
  /// @return empty if everything that was found was sent
  public Optional<Delivery> pending() {
    return deliveries.stream().filter(one -> one.fate() != Fate.TAKEN).findFirst();
  }

  /// The same with a delivery more, or in the place of the one with its id.
  Hook with(Delivery delivery) {
    List<Delivery> others = deliveries.stream().filter(one -> !one.id().equals(delivery.id())).toList();
    List<Delivery> all = new java.util.ArrayList<>(others.subList(0, Math.min(KEPT - 1, others.size())));
    all.addFirst(delivery);
    return new Hook(id, watch, target, secret, delivery.fate() == Fate.TAKEN ? delivery.upTo() : upTo, all);
  }
}
