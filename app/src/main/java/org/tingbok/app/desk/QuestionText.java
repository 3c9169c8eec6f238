package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.analysis.View;
import org.tingbok.ledger.Watch;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;

/// The question of a watch: the options of `tingbok claims` in words, as a shell would have them.
///
/// @param slots what is asked, by slot
/// @param view the view on names, as it was typed; empty for the usual one
public record QuestionText(Map<ClaimQuestion.Slot, List<String>> slots, Optional<String> view) {
  /// Copies the map.
  public QuestionText {
    slots = Map.copyOf(slots);
  }

  /// The words of a question.
  ///
  /// @param slots what is asked, by slot; blank values ask nothing
  /// @param view the view; blank for the usual one
  /// @return in the order of the slots, so that the same question has the same words
  public static String of(Map<ClaimQuestion.Slot, List<String>> slots, String view) {
    List<String> words = new ArrayList<>();
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      slots.getOrDefault(slot, List.of()).forEach(value -> add(words, "--" + slot.code(), value));
    }
    add(words, "--view", view);
    return String.join(" ", words);
  }

  private static void add(List<String> words, String option, String value) {
    if (!value.isBlank()) {
      words.add(option);
      words.add(value.matches("[\\p{L}\\p{N}.:/_-]+") ? value : "'" + value.replace("'", "'\\''") + "'");
    }
  }

  /// Reads the question of a watch.
  ///
  /// @param watch the watch
  /// @return what it asks
  /// @throws BadInputException `WATCH_UNREADABLE` if it asks what this Tingbok does not know
  public static QuestionText of(Watch watch) {
    Map<ClaimQuestion.Slot, List<String>> slots = new EnumMap<>(ClaimQuestion.Slot.class);
    Optional<String> view = Optional.empty();
    List<String> words = words(watch.question());
    for (int at = 0; at < words.size(); at += 2) {
      String option = words.get(at);
      Optional<ClaimQuestion.Slot> slot = option.startsWith("--")
          ? Coded.find(ClaimQuestion.Slot.class, option.substring(2))
          : Optional.empty();
      if (at + 1 == words.size() || slot.isEmpty() && !option.equals("--view")) {
        throw new BadInputException("WATCH_UNREADABLE", "the watch '" + watch.name() + "' asks '" + watch.question()
            + "', which this Tingbok does not understand; set it anew");
      }
      String value = words.get(at + 1);
      if (slot.isPresent()) {
        slots.computeIfAbsent(slot.get(), _ -> new ArrayList<>()).add(value);
      } else {
        view = Optional.of(value);
      }
    }
    return new QuestionText(slots, view);
  }

  /// The question.
  ///
  /// @return to be asked of a ledger
  public ClaimQuestion question() {
    return new ClaimQuestion(slots, "--");
  }

  /// The view on names.
  ///
  /// @return the usual one if none was named
  public View names() {
    return view.map(View::parse).orElse(View.ANY);
  }

  /// The question for people.
  ///
  /// @return one phrase for each slot, in order; none if every claim is asked for
  public List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      if (slots.containsKey(slot)) {
        phrases.add(slot.code().replace('-', ' ') + ": " + String.join(" or ", slots.get(slot)));
      }
    }
    view.ifPresent(one -> phrases.add("names: " + one));
    return phrases;
  }

  /// Takes a text of [#of] apart, as a shell does.
  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    boolean any = false;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit == '\'') {
        quoted = !quoted;
        any = true;
      } else if (!quoted && unit == '\\' && i + 1 < text.length()) {
        word.append(text.charAt(++i));
        any = true;
      } else if (!quoted && unit == ' ') {
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
    if (any) {
      words.add(word.toString());
    }
    return words;
  }
}
