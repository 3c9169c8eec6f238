package org.tingbok.reading.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tingbok.document.Span;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;

/// Measures a model against a treebank: from the text of each sentence with our own tokens, and for splitting from
/// the sentences of a paragraph run together.
public final class Evaluation {
  private int gold;
  private int system;
  private int tokens;
  private int upos;
  private int xpos;
  private int lemmas;
  private int lemmasAsked;
  private int unlabelled;
  private int labelled;
  private int words;
  private int wordsLabelled;
  private final Map<String, int[]> byRelation = new java.util.TreeMap<>();

  private Evaluation() {}

  /// Measures and prints.
  ///
  /// @param language "en", "nb", "de" or "fr"
  /// @param model the model file
  /// @param treebank CoNLL-U file
  /// @param detailed whether to print figures for each relation
  /// @throws IOException if a file cannot be read
  public static void run(String language, Path model, Path treebank, boolean detailed) throws IOException {
    SyntaxAnalyzer analyzer;
    try (InputStream in = Files.newInputStream(model)) {
      analyzer = SyntaxAnalyzer.of(language, SyntaxModel.read(language, in));
    }
    List<GoldSentence> bank = Treebank.read(language, treebank);
    var evaluation = new Evaluation();
    for (GoldSentence sentence : bank) {
      evaluation.compare(sentence, analyzer.parse(sentence.text(), 0, sentence.text().length()));
    }
    String name = treebank.getFileName().toString().replace(".conllu.gz", "");
    System.out.printf(Locale.ROOT, "%-18s tokens F %.2f  UPOS %.2f  XPOS %.2f  lemma %.2f  UAS %.2f  LAS %.2f"
        + "  without punctuation LAS %.2f  splitting F %.2f%n", name, f(evaluation.tokens, evaluation),
        f(evaluation.upos, evaluation), f(evaluation.xpos, evaluation),
        100.0 * evaluation.lemmas / evaluation.lemmasAsked,
        f(evaluation.unlabelled, evaluation), f(evaluation.labelled, evaluation),
        100.0 * evaluation.wordsLabelled / evaluation.words, splitting(analyzer, bank));
    if (detailed) {
      evaluation.byRelation.forEach((relation, counts) -> System.out.printf(Locale.ROOT,
          "  %-16s gold %5d  P %.1f  R %.1f%n",
          relation, counts[0], 100.0 * counts[2] / Math.max(1, counts[1]), 100.0 * counts[2] / Math.max(1, counts[0])));
    }
  }

  /// Measures speed: the sentences of a treebank over and over on this thread.
  ///
  /// @param language "en", "nb", "de" or "fr"
  /// @param model the model file
  /// @param treebank CoNLL-U file
  /// @throws IOException if a file cannot be read
  public static void speed(String language, Path model, Path treebank) throws IOException {
    List<GoldSentence> bank = Treebank.read(language, treebank);
    long begin = System.nanoTime();
    long busyBefore = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    SyntaxAnalyzer analyzer;
    try (InputStream in = Files.newInputStream(model)) {
      analyzer = SyntaxAnalyzer.of(language, SyntaxModel.read(language, in));
    }
    long busyAfter = java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    System.out.printf("load %d ms, %d ms of processor time%n", (System.nanoTime() - begin) / 1_000_000,
        (busyAfter - busyBefore) / 1_000_000);
    var clock = java.lang.management.ManagementFactory.getThreadMXBean();
    double best = 0;
    double cpu = 0;
    for (int run = 0; run < 8; run++) {
      long start = System.nanoTime();
      long busy = clock.getCurrentThreadCpuTime();
      long tokens = 0;
      for (GoldSentence sentence : bank) {
        tokens += analyzer.parse(sentence.text(), 0, sentence.text().length()).tokens().size();
      }
      best = Math.max(best, tokens * 1e9 / (System.nanoTime() - start));
      cpu = Math.max(cpu, tokens * 1e9 / (clock.getCurrentThreadCpuTime() - busy));
    }
    System.out.printf("%.0f tokens/s, %.0f for each second of processor time, one thread, best of 8%n", best, cpu);
  }

  private static double f(int correct, Evaluation e) {
    return 200.0 * correct / (e.gold + e.system);
  }

  private void compare(GoldSentence want, Sentence got) {
    gold += want.size();
    system += got.tokens().size();
    Map<Span, Token> byRange = new HashMap<>();
    for (Token token : got.tokens()) {
      byRange.put(new Span(token.start(), token.end()), token);
      byRelation.computeIfAbsent(token.deprel(), k -> new int[3])[1]++;
    }
    for (int i = 0; i < want.size(); i++) {
      boolean punctuation = want.relations().get(i).equals("punct");
      words += punctuation ? 0 : 1;
      int[] counts = byRelation.computeIfAbsent(want.relations().get(i), k -> new int[3]);
      counts[0]++;
      Token token = byRange.get(want.ranges().get(i));
      if (token == null) {
        continue;
      }
      tokens++;
      String tag = want.tags().get(i);
      int bar = tag.indexOf('|');
      upos += token.upos().name().equals(tag.substring(0, bar)) ? 1 : 0;
      xpos += token.xpos().equals(tag.substring(bar + 1).replace("_", "")) ? 1 : 0;
      if (!want.lemmas().get(i).isEmpty() && !punctuation) {
        lemmasAsked++;
        lemmas += token.lemma().equals(want.lemmas().get(i)) ? 1 : 0;
      }
      Span head = want.heads()[i] < 0 ? null : want.ranges().get(want.heads()[i]);
      Span found = token.head() < 0 ? null
          : new Span(got.tokens().get(token.head()).start(), got.tokens().get(token.head()).end());
      if (java.util.Objects.equals(head, found)) {
        unlabelled++;
        if (token.deprel().equals(want.relations().get(i))) {
          labelled++;
          counts[2]++;
          wordsLabelled += punctuation ? 0 : 1;
        }
      }
    }
  }

  private static double splitting(SyntaxAnalyzer analyzer, List<GoldSentence> bank) {
    int right = 0;
    int found = 0;
    int at = 0;
    while (at < bank.size()) {
      var text = new StringBuilder();
      var ends = new java.util.HashSet<Span>();
      int last = Math.min(at + 10, bank.size());
      do {
        int start = text.length();
        text.append(bank.get(at).text());
        ends.add(new Span(start, text.length()));
        text.append(' ');
        at++;
      } while (at < last && !bank.get(at).opensParagraph());
      for (Span range : analyzer.split(text, 0, text.length())) {
        found++;
        right += ends.contains(range) ? 1 : 0;
      }
    }
    return 200.0 * right / (found + bank.size());
  }
}
