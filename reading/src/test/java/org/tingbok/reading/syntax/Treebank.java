package org.tingbok.reading.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.tingbok.document.Span;

/// Reads CoNLL-U and joins words that our tokenizer keeps whole ("state" "-" "sponsored", French "du").
final class Treebank {
  private final String language;
  private final Tokenizer tokenizer;

  private Treebank(String language) {
    this.language = language;
    this.tokenizer = Tokenizer.of(language);
  }

  private record Word(int start, int end, String form, String lemma, String upos, String tag, int head,
      String relation) {}

  static List<GoldSentence> read(String language, Path file) throws IOException {
    var bank = new Treebank(language);
    List<GoldSentence> sentences = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
        var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
      String text = "";
      boolean paragraph = false;
      List<String[]> rows = new ArrayList<>();
      for (String line = reader.readLine();; line = reader.readLine()) {
        if (line == null || line.isEmpty()) {
          if (!rows.isEmpty()) {
            sentences.add(bank.sentence(text, rows, paragraph));
          }
          rows.clear();
          paragraph = false;
          if (line == null) {
            return sentences;
          }
        } else if (line.startsWith("# text =")) {
          text = line.substring(8).strip();
        } else if (line.startsWith("# newpar") || line.startsWith("# newdoc")) {
          paragraph = true;
        } else if (!line.startsWith("#")) {
          rows.add(line.split("\t", -1));
        }
      }
    }
  }

  private GoldSentence sentence(String text, List<String[]> rows, boolean paragraph) {
    List<Word> words = words(text, rows);
    List<Span> own = tokenizer.tokenise(text, 0, text.length());
    int[] group = new int[words.size()];
    List<int[]> groups = new ArrayList<>();
    int token = 0;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      int start = word.start();
      int end = word.end();
      while (token < own.size() && own.get(token).end() <= start) {
        token++;
      }
      // widen to whole tokens of ours
      int t = token;
      while (t < own.size() && own.get(t).start() < end) {
        start = Math.min(start, own.get(t).start());
        end = Math.max(end, own.get(t).end());
        t++;
      }
      int[] last = groups.isEmpty() ? new int[] {0, 0} : groups.getLast();
      if (!groups.isEmpty() && start < last[1]) {
        last[0] = Math.min(last[0], start);
        last[1] = Math.max(last[1], end);
      } else {
        groups.add(new int[] {start, end});
      }
      group[i] = groups.size() - 1;
    }
    return joined(text, words, group, groups, paragraph);
  }

  private static GoldSentence joined(String text, List<Word> words, int[] group, List<int[]> groups,
      boolean paragraph) {
    int size = groups.size();
    int[] chief = new int[size];
    int[] members = new int[size];
    java.util.Arrays.fill(chief, -1);
    for (int i = 0; i < words.size(); i++) {
      members[group[i]]++;
      if (chief[group[i]] < 0 || depth(words, i) < depth(words, chief[group[i]])) {
        chief[group[i]] = i; // the one nearest to the root, so that no cycle can come about
      }
    }
    List<Span> ranges = new ArrayList<>();
    List<String> forms = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    List<String> lemmas = new ArrayList<>();
    int[] heads = new int[size];
    List<String> relations = new ArrayList<>();
    for (int g = 0; g < size; g++) {
      Word word = words.get(chief[g]);
      int[] range = groups.get(g);
      ranges.add(new Span(range[0], range[1]));
      forms.add(text.substring(range[0], range[1]));
      tags.add(word.upos() + "|" + word.tag());
      boolean contracted = members[g] > 1 && word.start() == range[0] && word.end() == range[1];
      lemmas.add(members[g] == 1 || contracted ? word.lemma() : "");
      heads[g] = word.head() < 0 ? -1 : group[word.head()];
      relations.add(word.relation());
    }
    return new GoldSentence(text, ranges, forms, tags, lemmas, heads, relations, paragraph);
  }

  private static int depth(List<Word> words, int word) {
    int depth = 0;
    for (int i = word; words.get(i).head() >= 0; i = words.get(i).head()) {
      depth++;
    }
    return depth;
  }

  private List<Word> words(String text, List<String[]> rows) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    for (int r = 0; r < rows.size(); r++) {
      String[] row = rows.get(r);
      if (row[0].indexOf('.') >= 0) {
        continue;
      }
      while (at < text.length() && Spelling.isSpace(text.charAt(at))) {
        at++;
      }
      int dash = row[0].indexOf('-');
      if (dash < 0) {
        require(text, at, row[1]);
        words.add(word(row, at, at + row[1].length()));
        at += row[1].length();
        continue;
      }
      int parts = Integer.parseInt(row[0].substring(dash + 1)) - Integer.parseInt(row[0].substring(0, dash)) + 1;
      require(text, at, row[1]);
      var together = new StringBuilder();
      for (int p = 1; p <= parts; p++) {
        together.append(rows.get(r + p)[1]);
      }
      boolean cut = together.length() == row[1].length();
      int part = at;
      for (int p = 1; p <= parts; p++) {
        String[] inner = rows.get(r + p);
        words.add(cut ? word(inner, part, part + inner[1].length()) : word(inner, at, at + row[1].length()));
        part += inner[1].length();
      }
      at += row[1].length();
      r += parts;
    }
    return words;
  }

  private static void require(String text, int at, String form) {
    if (!text.startsWith(form, at)) {
      throw new IllegalStateException("\"" + form + "\" is not at " + at + " of: " + text);
    }
  }

  private Word word(String[] row, int start, int end) {
    return new Word(start, end, row[1], row[2], row[3], tag(row), Integer.parseInt(row[6]) - 1, row[7]);
  }

  /// English and German have tags of their own; for the others the features that matter are put together.
  private String tag(String[] row) {
    if (language.equals("en") || language.equals("de")) {
      return row[4];
    }
    var tag = new StringBuilder();
    for (String feature : row[5].split("\\|", -1)) {
      int equals = feature.indexOf('=');
      String name = equals < 0 ? feature : feature.substring(0, equals);
      String value = feature.substring(equals + 1);
      boolean wanted = switch (row[3]) {
        case "VERB", "AUX" -> name.equals("VerbForm") || name.equals("Tense") || name.equals("Voice")
            || (name.equals("Mood") && value.equals("Imp"));
        case "NOUN", "PROPN" -> name.equals("Definite") || name.equals("Case");
        case "PRON" -> name.equals("PronType") || name.equals("Case") || name.equals("Poss");
        case "ADJ" -> name.equals("VerbForm");
        case "DET" -> name.equals("PronType");
        default -> false;
      };
      if (wanted) {
        tag.append(tag.isEmpty() ? "" : ".").append(value);
      }
    }
    return tag.toString();
  }
}
