package org.tingbok.reading.syntax;

import java.io.BufferedReader;
import java.io.DataInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.tingbok.text.Upos;

/// Finds dictionary forms: own list first, then what the treebank says of the word, then the ending most like it.
/// Immutable once read, thread-safe.
final class Lemmatizer {
  static final int LONGEST_ENDING = 6;

  private final Map<String, String> own;
  private final Map<String, String> seen; // "form|tag" to lemma
  private final Map<String, String> endings; // "ending|tag" to "letters to strip:letters to add"

  Lemmatizer(Map<String, String> own, Map<String, String> seen, Map<String, String> endings) {
    this.own = own;
    this.seen = seen;
    this.endings = endings;
  }

  static Lemmatizer read(String language, DataInput in) throws IOException {
    return new Lemmatizer(ownList(language), table(in), table(in));
  }

  private static Map<String, String> table(DataInput in) throws IOException {
    int size = in.readInt();
    Map<String, String> table = HashMap.newHashMap(size);
    for (int i = 0; i < size; i++) {
      table.put(in.readUTF(), in.readUTF());
    }
    return table;
  }

  /// Our own list for a language, one word a line: form, tag, lemma. Empty if there is none.
  static Map<String, String> ownList(String language) {
    Map<String, String> list = new HashMap<>();
    try (InputStream in = Lemmatizer.class.getResourceAsStream("lemmas-" + language + ".tsv")) {
      if (in == null) {
        return list;
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        String[] fields = line.split("\t", -1);
        for (String tag : fields[1].split(",", -1)) {
          list.putIfAbsent(fields[0] + "|" + tag, fields[2]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the lemma list of \"" + language + "\"", e);
    }
    return list;
  }

  /// The tag under which a word is looked up: the treebank's where it tells forms apart, else the part of speech.
  static String key(Upos upos, String xpos) {
    return xpos.isEmpty() ? upos.name() : upos.name() + "." + xpos;
  }

  String lemma(String form, Upos upos, String xpos) {
    if (upos == Upos.PUNCT || upos == Upos.SYM || upos == Upos.NUM || upos == Upos.X) {
      return form;
    }
    String lower = form.toLowerCase(Locale.ROOT).replace('’', '\'');
    String found = own.get(lower + "|" + (xpos.isEmpty() ? upos.name() : xpos));
    if (found != null) {
      return found;
    }
    found = own.get(lower + "|" + upos.name());
    if (found != null) {
      return found;
    }
    if (upos == Upos.PROPN) {
      return form;
    }
    String tag = key(upos, xpos);
    found = seen.get(lower + "|" + tag);
    if (found != null) {
      return found;
    }
    for (int from = Math.max(0, lower.length() - LONGEST_ENDING); from <= lower.length(); from++) {
      String edit = endings.get(lower.substring(from) + "|" + tag);
      if (edit != null) {
        return edited(lower, edit);
      }
    }
    return lower;
  }

  /// Applies "letters to strip:letters to add".
  static String edited(String form, String edit) {
    int colon = edit.indexOf(':');
    int strip = Integer.parseInt(edit, 0, colon, 10);
    return strip >= form.length() ? form : form.substring(0, form.length() - strip) + edit.substring(colon + 1);
  }

  /// The edit that leads from a form to its lemma.
  static String edit(String form, String lemma) {
    int common = 0;
    while (common < form.length() && common < lemma.length() && form.charAt(common) == lemma.charAt(common)) {
      common++;
    }
    return form.length() - common + ":" + lemma.substring(common);
  }
}
