package org.tingbok.app.api;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tingbok.analysis.View;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.ledger.Watch;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;

/// The question of a watch as the ledger keeps it: the options of the command `claims`, in the words of a shell.
///
/// @param question what is asked
/// @param view under which view on names
record WatchWords(ClaimQuestion question, View view) {
  static String of(ClaimQuestion question, String view) {
    List<String> words = new ArrayList<>();
    for (ClaimQuestion.Slot slot : ClaimQuestion.Slot.values()) {
      question.values(slot).forEach(value -> add(words, slot.code(), value));
    }
    if (!view.isEmpty()) {
      add(words, "view", view);
    }
    return String.join(" ", words);
  }

  private static void add(List<String> words, String option, String value) {
    words.add("--" + option);
    words.add(value.matches("[\\p{L}\\p{N}.:/_-]+") ? value : "'" + value.replace("'", "'\\''") + "'");
  }

  static WatchWords parse(Watch watch) {
    Map<ClaimQuestion.Slot, List<String>> asked = new EnumMap<>(ClaimQuestion.Slot.class);
    View view = View.ANY;
    List<String> words = words(watch.question());
    for (int i = 0; i + 1 < words.size(); i += 2) {
      String option = words.get(i).replaceFirst("^--", "");
      String value = words.get(i + 1);
      if (option.equals("view")) {
        view = View.parse(value);
      } else {
        asked.computeIfAbsent(Coded.find(ClaimQuestion.Slot.class, option).orElseThrow(() -> unreadable(watch)),
            _ -> new ArrayList<>()).add(value);
      }
    }
    if (words.size() % 2 == 1) {
      throw unreadable(watch);
    }
    return new WatchWords(new ClaimQuestion(asked, ""), view);
  }

  private static BadInputException unreadable(Watch watch) {
    return new BadInputException("WATCH_UNREADABLE", "the watch '" + watch.name() + "' asks '" + watch.question()
        + "', which this Tingbok does not understand; set it anew");
  }

  /// Takes words apart as a shell does.
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
        i++;
        word.append(text.charAt(i));
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
