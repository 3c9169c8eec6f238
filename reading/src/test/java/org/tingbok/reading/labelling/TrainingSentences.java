package org.tingbok.reading.labelling;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tingbok.document.Span;
import org.tingbok.reading.clause.MaskedNames;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.frame.FrameCatalogue;
import org.tingbok.reading.frame.TrainedLexicon;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.syntax.SyntaxAnalyzer;
import org.tingbok.reading.time.TimeExpressions;
import org.tingbok.reading.time.TimeMention;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import tools.jackson.databind.ObjectMapper;

/// Turns the annotated sentences of `claims-*.txt` into what the labeller is trained on: for each sentence its tokens'
/// features, and its claims with the heads of their roles. The notation is told in `docs/reading.md`.
public final class TrainingSentences {
  private static final List<String> ROLES = List.of("claimant", "object", "second", "incident", "said");

  private final Names names = Names.standard();
  private final WordClasses classes = new TrainedLexicon(FrameCatalogue.standard().embedding());
  private final PrintStream complaints;
  private int problems;

  private TrainingSentences(PrintStream complaints) {
    this.complaints = complaints;
  }

  /// Writes one JSON object a sentence.
  ///
  /// @param args the file to write, then the files to read
  /// @throws IOException if one cannot be read or written
  public static void main(String[] args) throws IOException {
    var reader = new TrainingSentences(System.err);
    ObjectMapper mapper = new ObjectMapper();
    int count = 0;
    try (Writer out = Files.newBufferedWriter(Path.of(args[0]))) {
      for (int i = 1; i < args.length; i++) {
        for (Map<String, Object> sentence : reader.read(Path.of(args[i]))) {
          out.write(mapper.writeValueAsString(sentence) + "\n");
          count++;
        }
      }
    }
    System.err.println(count + " sentences, " + reader.problems + " claims with a word that is not there");
  }

  List<Map<String, Object>> read(Path file) throws IOException {
    List<Map<String, Object>> read = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    List<List<String>> claims = new ArrayList<>();
    String language = "en";
    int passage = 0;
    List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
    lines.add("");
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("= ")) {
        if (!sentences.isEmpty()) {
          read.addAll(passage(language, file.getFileName() + ":" + passage++, sentences, claims));
          sentences.clear();
          claims.clear();
        }
        language = line.startsWith("= ") ? line.substring(2).split(" ")[0] : language;
      } else if (line.startsWith(">")) {
        claims.getLast().add(line.substring(1).strip());
      } else {
        sentences.add(line);
        claims.add(new ArrayList<>());
      }
    }
    return read;
  }

  private List<Map<String, Object>> passage(String language, String id, List<String> sentences,
      List<List<String>> claims) {
    if (!List.of("en", "nb", "de", "fr", "es").contains(language)) {
      return List.of();
    }
    SyntaxAnalyzer syntax = SyntaxAnalyzer.load(language);
    String view = String.join("\n", sentences);
    List<NameMatch> found = names.find(view);
    List<Map<String, Object>> read = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < sentences.size(); i++) {
      Span span = new Span(start, start + sentences.get(i).length());
      start = span.end() + 1;
      List<NameMatch> here = found.stream()
          .filter(match -> match.start() < span.end() && match.end() > span.start()).toList();
      List<TimeMention> times =
          new TimeExpressions(Optional.empty(), OptionalInt.of(2020)).find(view, span.start(), span.end());
      Sentence sentence = MaskedNames.parse(syntax, view, span, here, times);
      List<Span> quotes = Quotes.in(view, span.start(), span.end());
      List<Map<String, Object>> told = new ArrayList<>();
      for (String claim : claims.get(i)) {
        claim(new Tree(sentence), sentences.get(i), span.start(), claim, id).ifPresent(told::add);
      }
      read.add(Map.of("id", id, "text", sentences.get(i), "forms",
          sentence.tokens().stream().map(Token::form).toList(), "heads",
          sentence.tokens().stream().map(Token::head).toList(), "features",
          TokenFeatures.of(sentence, here, times, quotes, language, classes), "claims", told));
    }
    return read;
  }

  private Optional<Map<String, Object>> claim(Tree tree, String sentence, int offset, String line, String id) {
    String[] fields = line.split(" \\| ");
    String[] head = fields[0].split("\\s+");
    Map<String, Object> claim = new java.util.TreeMap<>();
    int colon = head[0].indexOf(':');
    claim.put("type", colon < 0 ? head[0] : head[0].substring(0, colon));
    claim.put("code", colon < 0 ? "" : head[0].substring(colon + 1));
    claim.put("certainty", head[1]);
    List<Integer> trigger = heads(tree, sentence, offset, fields[1]);
    if (trigger.isEmpty()) {
      complaints.println(id + ": " + line);
      problems++;
      return Optional.empty();
    }
    claim.put("trigger", trigger.get(0));
    claim.put("voice", switch (fields[2].strip()) {
      case "-" -> "own";
      case "^" -> "goes-on";
      default -> "named";
    });
    for (int r = 0; r < ROLES.size(); r++) {
      List<Integer> fillers = new ArrayList<>();
      String field = fields[r + 2].strip();
      if (!field.equals("-") && !field.equals("^")) {
        for (String words : field.split(" ; ")) {
          List<Integer> found = heads(tree, sentence, offset, words.strip());
          if (found.isEmpty()) {
            complaints.println(id + ": " + line);
            problems++;
          }
          fillers.addAll(found);
        }
      }
      claim.put(ROLES.get(r), fillers);
    }
    return Optional.of(claim);
  }

  /// The token that a stretch of words hangs by.
  private static List<Integer> heads(Tree tree, String sentence, int offset, String field) {
    String words = field.strip();
    int nth = 1;
    int hash = words.lastIndexOf('#');
    if (hash > 0 && words.substring(hash + 1).matches("\\d+")) {
      nth = Integer.parseInt(words.substring(hash + 1));
      words = words.substring(0, hash);
    }
    int at = -1;
    for (int i = 0; i < nth; i++) {
      do {
        at = sentence.indexOf(words, at + 1);
      } while (at >= 0 && !whole(sentence, at, at + words.length()));
      if (at < 0) {
        return List.of();
      }
    }
    int start = at + offset;
    int end = start + words.length();
    Token best = null;
    for (Token token : tree.tokens()) {
      boolean inside = token.start() < end && token.end() > start;
      if (inside) {
        boolean out = token.head() < 0 || tree.token(token.head()).start() >= end
            || tree.token(token.head()).end() <= start;
        boolean better = best == null || out && (best.upos() == org.tingbok.text.Upos.PUNCT
            || !Tree.nominal(best) && Tree.nominal(token) || Tree.is(best, "case", "det", "mark"));
        if (out && better) {
          best = token;
        }
      }
    }
    return best == null ? List.of() : List.of(best.index());
  }

  private static boolean whole(String sentence, int start, int end) {
    boolean front = start == 0 || !Character.isLetterOrDigit(sentence.charAt(start - 1))
        || !Character.isLetterOrDigit(sentence.charAt(start));
    boolean back = end >= sentence.length() || !Character.isLetterOrDigit(sentence.charAt(end))
        || !Character.isLetterOrDigit(sentence.charAt(end - 1));
    return front && back;
  }
}
