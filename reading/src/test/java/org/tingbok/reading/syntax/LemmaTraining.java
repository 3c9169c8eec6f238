package org.tingbok.reading.syntax;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tingbok.text.Upos;

/// Learns lemmas: for every ending and tag the edit that mostly leads to the lemma, and the words it gets wrong.
final class LemmaTraining {
  private final TreeMap<String, TreeMap<String, Integer>> lemmas = new TreeMap<>(); // form|tag
  private final TreeMap<String, TreeMap<String, Integer>> edits = new TreeMap<>(); // ending|tag

  final TreeMap<String, String> seen = new TreeMap<>();
  final TreeMap<String, String> endings = new TreeMap<>();

  LemmaTraining(List<GoldSentence> sentences) {
    for (GoldSentence sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        count(sentence.forms().get(i), sentence.tags().get(i), sentence.lemmas().get(i));
      }
    }
    learn();
  }

  private void count(String form, String tag, String lemma) {
    int bar = tag.indexOf('|');
    Upos upos = Upos.valueOf(tag.substring(0, bar));
    if (lemma.isEmpty() || lemma.equals("_") || upos == Upos.PROPN || upos == Upos.PUNCT || upos == Upos.SYM
        || upos == Upos.NUM || upos == Upos.X) {
      return;
    }
    String own = tag.substring(bar + 1);
    String key = Lemmatizer.key(upos, own.equals("_") ? "" : own);
    String lower = form.toLowerCase(Locale.ROOT).replace('’', '\'');
    lemmas.computeIfAbsent(lower + "|" + key, k -> new TreeMap<>()).merge(lemma, 1, Integer::sum);
  }

  private void learn() {
    Map<String, String> best = new HashMap<>();
    lemmas.forEach((formAndTag, counts) -> {
      String lemma = most(counts);
      best.put(formAndTag, lemma);
      int bar = formAndTag.lastIndexOf('|');
      String form = formAndTag.substring(0, bar);
      String edit = Lemmatizer.edit(form, lemma);
      int strip = Integer.parseInt(edit.substring(0, edit.indexOf(':')));
      for (int from = Math.max(0, form.length() - Lemmatizer.LONGEST_ENDING); from <= form.length(); from++) {
        if (form.length() - from >= strip && form.length() - strip >= 1) {
          edits.computeIfAbsent(form.substring(from) + formAndTag.substring(bar), k -> new TreeMap<>())
              .merge(edit, 1, Integer::sum);
        }
      }
    });
    // an ending is kept where it says otherwise than the shorter ending does
    edits.entrySet().stream().sorted(Comparator.comparingInt(entry -> entry.getKey().length())).forEach(entry -> {
      String key = entry.getKey();
      int bar = key.lastIndexOf('|');
      String edit = most(entry.getValue());
      int times = entry.getValue().values().stream().mapToInt(Integer::intValue).sum();
      if ((times >= 2 || bar == 0) && !edit.equals(inherited(key, bar))) {
        endings.put(key, edit);
      }
    });
    var rules = new Lemmatizer(Map.of(), Map.of(), endings);
    best.forEach((formAndTag, lemma) -> {
      int bar = formAndTag.lastIndexOf('|');
      String form = formAndTag.substring(0, bar);
      String tag = formAndTag.substring(bar + 1);
      int dot = tag.indexOf('.');
      String upos = dot < 0 ? tag : tag.substring(0, dot);
      String own = dot < 0 ? "" : tag.substring(dot + 1);
      if (!rules.lemma(form, Upos.valueOf(upos), own).equals(lemma)) {
        seen.put(formAndTag, lemma);
      }
    });
  }

  private String inherited(String key, int bar) {
    for (int from = 1; from <= bar; from++) {
      String edit = endings.get(key.substring(from));
      if (edit != null) {
        return edit;
      }
    }
    return "0:";
  }

  private static String most(Map<String, Integer> counts) {
    String best = "";
    int times = 0;
    for (var entry : counts.entrySet()) {
      if (entry.getValue() > times) {
        best = entry.getKey();
        times = entry.getValue();
      }
    }
    return best;
  }
}
