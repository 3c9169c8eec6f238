package org.tingbok.app.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.GoneCard;
import org.tingbok.app.desk.QuestionText;
import org.tingbok.app.hooks.Hook;
import org.tingbok.ledger.Watch;
import org.tingbok.vocabulary.BadInputException;

/// What is new on a watch, as pages and programs get it.
///
/// @param watch the watch
/// @param claims what is new, the latest recorded first
/// @param gone what was an answer and is none any more
/// @param upTo the moment up to which all of it was done; empty if nothing is on record
/// @param further how many new claims there are besides
/// @param hooks where news are sent
public record WatchView(Shown watch, List<ClaimCard> claims, List<GoneCard> gone, Optional<String> upTo, int further,
    List<Sent> hooks) {
  /// Copies the lists.
  public WatchView {
    claims = List.copyOf(claims);
    gone = List.copyOf(gone);
    hooks = List.copyOf(hooks);
  }

  /// A watch.
  ///
  /// @param name what it is called
  /// @param question the question as the ledger has it
  /// @param asks the same for people, one phrase for each condition
  /// @param by whose it is
  /// @param seenUpTo the moment up to which everything was seen; empty if it was never looked at
  public record Shown(String name, String question, List<String> asks, String by, Optional<String> seenUpTo) {
    static Shown of(Watch watch) {
      List<String> asks;
      try {
        asks = QuestionText.of(watch).phrases();
      } catch (BadInputException e) {
        asks = List.of(watch.question()); // of a later Tingbok, or an import
      }
      return new Shown(watch.name(), watch.question(), asks, watch.by(), watch.seenUpTo().map(Instant::toString));
    }
  }

  /// A hook, without its secret.
  ///
  /// @param id names it
  /// @param target where news are sent
  /// @param upTo the moment up to which everything was sent
  /// @param deliveries what was sent or is to be, the latest first
  public record Sent(String id, String target, String upTo, List<Hook.Delivery> deliveries) {
    static Sent of(Hook hook) {
      return new Sent(hook.id(), hook.target(), hook.upTo().toString(), hook.deliveries());
    }
  }
}
