package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.analysis.View;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Watch;
import org.tingbok.query.ClaimOrder;
import org.tingbok.query.ClaimQuery;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;

/// Reads the question of a watch, which is kept in the words of the command line's options.
final class WatchQuestion {
  private WatchQuestion() {
  }

  /// What a watch asks, the last recorded first.
  ///
  /// @throws BadInputException `WATCH_UNREADABLE` if it was set by a Tingbok that can ask more
  static ClaimQuery of(Ledger ledger, Watch watch) {
    Map<ClaimQuestion.Slot, List<String>> asked = new EnumMap<>(ClaimQuestion.Slot.class);
    Optional<View> view = Optional.empty();
    List<String> words = words(watch.question());
    for (int i = 0; i < words.size(); i += 2) {
      String slot = words.get(i).startsWith("--") ? words.get(i).substring(2) : "";
      Optional<ClaimQuestion.Slot> known = Coded.find(ClaimQuestion.Slot.class, slot);
      if (i + 1 == words.size() || known.isEmpty() && !slot.equals("view")) {
        throw new BadInputException("WATCH_UNREADABLE", "the watch '" + watch.name() + "' asks '" + watch.question()
            + "', which this Tingbok does not understand; set it anew");
      }
      if (known.isEmpty()) {
        view = Optional.of(View.parse(words.get(i + 1)));
      } else {
        asked.computeIfAbsent(known.get(), _ -> new ArrayList<>()).add(words.get(i + 1));
      }
    }
    return new ClaimQuestion(asked, "--").query(new Lookup(ledger, AsOf.NOW, view.orElse(View.ANY)),
        ClaimOrder.RECORDED);
  }

  /// Takes the words apart as a shell does.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i <= text.length(); i++) {
      char unit = i == text.length() ? ' ' : text.charAt(i);
      if (i < text.length() && unit == '\'') {
        quoted = !quoted;
        any = true;
      } else if (!quoted && unit == '\\' && i + 1 < text.length()) {
        word.append(text.charAt(++i));
        any = true;
      } else if (i == text.length() || !quoted && unit == ' ') {
        if (any) {
          words.add(word.toString());
        }
        word.setLength(0);
        any = false;
      } else {
        word.append(unit);
        any = true;
      }
    }
    return words;
  }
}
