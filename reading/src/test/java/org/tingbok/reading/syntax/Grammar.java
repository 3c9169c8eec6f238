package org.tingbok.reading.syntax;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.tingbok.document.Span;

/// Makes sentences with their trees from a small grammar of our own; the notation is explained in `grammar-en.txt`.
final class Grammar {
  private static final int LONGEST = 48;
  private static final int ATTEMPTS = 1000;

  private record Item(boolean head, boolean optional, boolean joined, String relation, String word, String tag,
      List<Item> group, String symbol) {}

  private record Alternative(int weight, List<Item> items) {}

  private final String language;
  private final Map<String, List<Alternative>> rules = new HashMap<>();
  private final List<String> forms = new ArrayList<>();
  private final List<String> tags = new ArrayList<>();
  private final List<Boolean> joins = new ArrayList<>();
  private final List<Integer> heads = new ArrayList<>();
  private final List<String> relations = new ArrayList<>();

  private Grammar(String language) {
    this.language = language;
  }

  static Grammar read(String language) throws IOException {
    var grammar = new Grammar(language);
    try (InputStream in = Grammar.class.getResourceAsStream("grammar-" + language + ".txt")) {
      if (in == null) {
        return grammar;
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int equals = line.indexOf(" = ");
        if (equals > 0 && !line.startsWith("#")) {
          grammar.rules.put(line.substring(0, equals), alternatives(line.substring(equals + 3)));
        }
      }
    }
    return grammar;
  }

  private static List<Alternative> alternatives(String text) {
    List<Alternative> alternatives = new ArrayList<>();
    for (String alternative : text.split(" \\| ", -1)) {
      Deque<String> tokens = new ArrayDeque<>(List.of(alternative.strip().split(" ", -1)));
      int weight = tokens.getFirst().matches("\\d+") ? Integer.parseInt(tokens.removeFirst()) : 1;
      alternatives.add(new Alternative(weight, items(tokens, alternative)));
    }
    return alternatives;
  }

  private static List<Item> items(Deque<String> tokens, String where) {
    List<Item> items = new ArrayList<>();
    while (!tokens.isEmpty() && !tokens.getFirst().startsWith(")")) {
      items.add(item(tokens, where));
    }
    if (items.stream().filter(Item::head).count() != 1) {
      throw new IllegalArgumentException("not one head in: " + where);
    }
    return items;
  }

  private static Item item(Deque<String> tokens, String where) {
    String token = tokens.removeFirst();
    boolean optional = token.startsWith("?");
    token = optional ? token.substring(1) : token;
    boolean head = token.startsWith("*");
    token = head ? token.substring(1) : token;
    boolean joined = token.startsWith("~");
    token = joined ? token.substring(1) : token;
    if (token.equals("(")) {
      List<Item> group = items(tokens, where);
      String close = tokens.removeFirst();
      return new Item(head, optional, joined, close.length() > 2 ? close.substring(2) : "", "", "", group, "");
    }
    int slash = token.startsWith("<") ? token.indexOf('>') : token.lastIndexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException("no tag on \"" + token + "\" in: " + where);
    }
    int colon = token.indexOf(':', slash + 1);
    String relation = colon < 0 ? "" : token.substring(colon + 1);
    if (head != relation.isEmpty()) {
      throw new IllegalArgumentException("head or relation at \"" + token + "\" in: " + where);
    }
    if (token.startsWith("<")) {
      return new Item(head, optional, joined, relation, "", "", List.of(), token.substring(1, slash));
    }
    return new Item(head, optional, joined, relation, token.substring(0, slash),
        tag(token.substring(slash + 1, colon < 0 ? token.length() : colon)), List.of(), "");
  }

  private static String tag(String tag) {
    int plus = tag.indexOf('+');
    if (plus >= 0) {
      return tag.substring(plus + 1) + "|" + tag.substring(0, plus);
    }
    String upos = switch (tag) {
      case "NNP", "NNPS" -> "PROPN";
      case "NN", "NNS" -> "NOUN";
      case "JJ", "JJR" -> "ADJ";
      case "VB", "VBD", "VBN", "VBZ", "VBP", "VBG", "VBF" -> "VERB";
      case "IN", "RP" -> "ADP";
      case "DT" -> "DET";
      case "CD" -> "NUM";
      case "RB" -> "ADV";
      case "CC" -> "CCONJ";
      case "TO", "POS" -> "PART";
      case "PRP", "PRP$", "WP", "WDT", "EX" -> "PRON";
      case "MD" -> "AUX";
      case ",", ".", "``", "''", "-LRB-", "-RRB-" -> "PUNCT";
      default -> throw new IllegalArgumentException("no part of speech for tag \"" + tag + "\"");
    };
    return upos + "|" + tag;
  }

  /// The words that stand alone under a symbol, for exchanging names.
  List<String> words(String symbol) {
    List<String> words = new ArrayList<>();
    for (Alternative alternative : rules.getOrDefault(symbol, List.of())) {
      if (alternative.items().size() == 1 && !alternative.items().getFirst().word().isEmpty()) {
        words.add(alternative.items().getFirst().word());
      }
    }
    return words;
  }

  /// Makes sentences; none if there is no grammar.
  List<GoldSentence> sentences(int count, long seed) {
    List<GoldSentence> sentences = new ArrayList<>();
    var random = new Random(seed);
    for (int i = 0; i < count * ATTEMPTS && sentences.size() < count && !rules.isEmpty(); i++) {
      forms.clear();
      tags.clear();
      joins.clear();
      heads.clear();
      relations.clear();
      int root = expand("S", random, false);
      if (forms.size() <= LONGEST) {
        heads.set(root, -1);
        relations.set(root, "root");
        dropDoubledMarks();
        if (language.equals("es")) {
          contract();
        }
        sentences.add(sentence());
      }
    }
    return sentences;
  }

  private int expand(String symbol, Random random, boolean joined) {
    List<Alternative> alternatives = rules.getOrDefault(symbol, List.of());
    if (alternatives.isEmpty()) {
      throw new IllegalStateException("no rule for " + symbol);
    }
    int dice = random.nextInt(alternatives.stream().mapToInt(Alternative::weight).sum());
    int at = 0;
    while (dice >= alternatives.get(at).weight()) {
      dice -= alternatives.get(at++).weight();
    }
    return expand(alternatives.get(at).items(), random, joined);
  }

  private int expand(List<Item> items, Random random, boolean joined) {
    int head = -1;
    boolean join = joined;
    List<int[]> children = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (Item item : items) {
      if (forms.size() > LONGEST || (item.optional() && random.nextBoolean())) {
        if (item.head() && head < 0) {
          head = word("…", "PUNCT|.", false); // too long already; the sentence is thrown away
        }
        continue;
      }
      boolean joins = item.joined() || join;
      join = false;
      int place = !item.symbol().isEmpty() ? expand(item.symbol(), random, joins)
          : item.group().isEmpty() ? word(item.word(), item.tag(), joins) : expand(item.group(), random, joins);
      if (item.head()) {
        head = place;
      } else {
        children.add(new int[] {place});
        names.add(item.relation());
      }
    }
    for (int i = 0; i < children.size(); i++) {
      heads.set(children.get(i)[0], head);
      relations.set(children.get(i)[0], names.get(i));
    }
    return head;
  }

  private int word(String form, String tag, boolean joined) {
    forms.add(form);
    tags.add(tag);
    joins.add(joined);
    heads.add(-1);
    relations.add("");
    return forms.size() - 1;
  }

  private void dropDoubledMarks() {
    for (int i = forms.size() - 1; i >= 0; i--) {
      boolean doubled = forms.get(i).equals(",")
          && (i == forms.size() - 1 || List.of(",", ".", ")").contains(forms.get(i + 1)));
      doubled |= i > 0 && forms.get(i).equals(".") && forms.get(i - 1).endsWith(".");
      if (doubled) {
        drop(i);
      }
    }
  }

  private void drop(int gone) {
    forms.remove(gone);
    tags.remove(gone);
    joins.remove(gone);
    heads.subList(gone, gone + 1).clear();
    relations.remove(gone);
    heads.replaceAll(head -> head > gone ? head - 1 : head);
  }

  /// Spanish "de el" and "a el" as "del" and "al".
  private void contract() {
    for (int i = forms.size() - 1; i > 0; i--) {
      String before = forms.get(i - 1);
      if (forms.get(i).equals("el") && tags.get(i).startsWith("DET") && tags.get(i - 1).startsWith("ADP")
          && (before.equals("de") || before.equals("a"))) {
        forms.set(i - 1, before + "l");
        drop(i);
      }
    }
  }

  /// Puts the auxiliaries of a verb in the plural.
  private void agree(int verb) {
    for (int i = 0; i < forms.size(); i++) {
      if (heads.get(i) == verb && tags.get(i).startsWith("AUX|VB")) {
        switch (forms.get(i)) {
          case "has" -> {
            forms.set(i, "have");
            tags.set(i, "AUX|VBP");
          }
          case "is" -> {
            forms.set(i, "are");
            tags.set(i, "AUX|VBP");
          }
          case "was" -> forms.set(i, "were");
          default -> {}
        }
      }
    }
  }

  private boolean joinedByAnd(int noun) {
    for (int i = noun + 1; i < forms.size(); i++) {
      if (heads.get(i) == noun && relations.get(i).equals("conj")) {
        return true;
      }
    }
    return false;
  }

  private void agreeInSpanish(int verb) {
    boolean auxiliary = false;
    for (int i = 0; i < forms.size(); i++) {
      boolean finite = heads.get(i) == verb && relations.get(i).matches("aux.*|cop") && !tags.get(i).endsWith("VBN")
          && !tags.get(i).endsWith("VB");
      if (finite && !auxiliary) {
        auxiliary = true;
        pluralise(i);
      }
    }
    if (!auxiliary && tags.get(verb).matches("VERB\\|VB[ZDF]")) {
      pluralise(verb);
    }
  }

  private void pluralise(int verb) {
    String form = forms.get(verb);
    String plural = switch (form) {
      case "es" -> "son";
      case "fue" -> "fueron";
      case "dijo", "sostuvo", "detuvo", "mantuvo", "impuso", "quiso", "estuvo", "pudo" ->
        form.substring(0, form.length() - 1) + (form.equals("dijo") ? "eron" : "ieron");
      default -> form.matches(".*[aeá]") ? form + "n"
          : form.endsWith("ió") ? form.substring(0, form.length() - 2) + "ieron"
              : form.endsWith("yó") ? form.substring(0, form.length() - 1) + "eron"
                  : form.endsWith("ó") ? form.substring(0, form.length() - 1) + "aron" : form;
    };
    forms.set(verb, plural);
    tags.set(verb, tags.get(verb).replace("VBZ", "VBP"));
  }

  private GoldSentence sentence() {
    for (int i = 1; i < forms.size(); i++) {
      if (forms.get(i - 1).equals("a") && tags.get(i - 1).equals("DET|DT")
          && "aeio".indexOf(forms.get(i).charAt(0)) >= 0) {
        forms.set(i - 1, "an");
      }
    }
    for (int i = 0; i < forms.size(); i++) {
      if (relations.get(i).startsWith("nsubj")
          && (tags.get(i).endsWith("|NNS") || relations.indexOf("conj") == i + 2
              || (language.equals("es") && joinedByAnd(i)))) {
        if (language.equals("es")) {
          agreeInSpanish(heads.get(i));
        } else {
          agree(heads.get(i));
        }
      }
    }
    String first = forms.getFirst();
    if (!List.of("\"", "“", "«", "¿", "—").contains(first)) {
      forms.set(0, first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1));
    } else {
      forms.set(1, forms.get(1).substring(0, 1).toUpperCase(Locale.ROOT) + forms.get(1).substring(1));
    }
    var text = new StringBuilder();
    List<Span> ranges = new ArrayList<>();
    for (int i = 0; i < forms.size(); i++) {
      if (i > 0 && !joins.get(i)) {
        text.append(' ');
      }
      ranges.add(new Span(text.length(), text.length() + forms.get(i).length()));
      text.append(forms.get(i));
    }
    return new GoldSentence(text.toString(), ranges, List.copyOf(forms), List.copyOf(tags),
        forms.stream().map(form -> "").toList(), heads.stream().mapToInt(Integer::intValue).toArray(),
        List.copyOf(relations), true);
  }
}
