package org.tingbok.exchange.score;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tingbok.vocabulary.BadInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Scores a reading against gold claims, see `gold/README.md`.
///
/// A document of the reading belongs to gold NAME when its source's file name without ending is NAME. A claim of the
/// reading matches one of the gold when the types agree and one's evidence covers half of the other's. Gold that is
/// marked optional costs nothing when missed and nothing when found; so does a right claim said again elsewhere in the
/// document. Evidence over 600 characters counts as none: it points at nothing.
public final class Scorer {
  private static final List<String> ENDINGS = List.of(".txt", ".md", ".html");

  private Scorer() {
  }

  /// Scores a reading.
  ///
  /// @param reading a reading in the JSON contract; read to its end, left open
  /// @param gold folder of gold files NAME.json
  /// @param texts folder of the texts NAME.txt, .md or .html that the gold quotes
  /// @return the score, complaints about single claims included
  /// @throws BadInputException `GOLD_MISSING` if the folder holds no gold, `SCORE_UNREADABLE` if reading or gold cannot be read, `GOLD_TEXT_MISSING` if a text is
  ///     absent, `GOLD_QUOTE_MISSING` if the gold quotes what is not in its text
  public static Score score(InputStream reading, Path gold, Path texts) {
    JsonNode root = parse("the reading", () -> reading);
    if (!root.path("documents").isArray() || !root.path("claims").isArray()) {
      throw new BadInputException("SCORE_UNREADABLE", "the reading has no list of documents or of claims");
    }
    Map<String, JsonNode> documents = new HashMap<>();
    root.path("documents").forEach(document -> documents.put(stem(document.path("source").asString("")), document));
    Map<String, List<JsonNode>> claims = new HashMap<>();
    root.path("claims").forEach(claim -> claims
        .computeIfAbsent(claim.path("document").asString(""), _ -> new ArrayList<>()).add(claim));
    Map<String, JsonNode> golds = golds(gold);
    if (golds.isEmpty()) {
      throw new BadInputException("GOLD_MISSING",
          "no gold files NAME.json in " + gold + "; there is nothing to score against");
    }
    Tally tally = new Tally();
    golds.forEach((name, node) -> new GoldDocument(name, node, golds.size() == 1, text(name, texts), documents, tally)
        .score(claims));
    return tally.score();
  }

  private static Map<String, JsonNode> golds(Path folder) {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.getFileName().toString().endsWith(".json"))
          .sorted(java.util.Comparator.comparing(file -> file.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new BadInputException("SCORE_UNREADABLE", "no gold can be read in " + folder, e);
    }
    Map<String, JsonNode> golds = new java.util.LinkedHashMap<>();
    for (Path file : files) {
      String name = file.getFileName().toString();
      golds.put(name.substring(0, name.length() - ".json".length()), parse(name, () -> Files.newInputStream(file)));
    }
    return golds;
  }

  @FunctionalInterface
  private interface Source {
    InputStream open() throws IOException;
  }

  private static JsonNode parse(String what, Source source) {
    try {
      return JsonMapper.shared().readTree(new String(source.open().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException | JacksonException e) {
      throw new BadInputException("SCORE_UNREADABLE", what + " is no readable JSON", e);
    }
  }

  private static String text(String name, Path texts) {
    for (String ending : ENDINGS) {
      Path file = texts.resolve(name + ending);
      if (Files.exists(file)) {
        try {
          return Files.readString(file).replace("\r\n", "\n").replace('\r', '\n');
        } catch (IOException e) {
          throw new BadInputException("SCORE_UNREADABLE", file + " is no readable text", e);
        }
      }
    }
    throw new BadInputException("GOLD_TEXT_MISSING", "no text for " + name + " in " + texts);
  }

  /// The file name of a source without its last ending.
  private static String stem(String source) {
    String name = source.substring(source.lastIndexOf('/') + 1);
    int first = 0;
    while (first < name.length() && name.charAt(first) == '.') {
      first++;
    }
    int dot = name.lastIndexOf('.');
    return dot > first ? name.substring(0, dot) : name;
  }

  /// What is counted over all documents. Not safe for several threads.
  static final class Tally {
    final List<String> complaints = new ArrayList<>();
    final List<String> missing = new ArrayList<>();
    final List<Placed> placed = new ArrayList<>();
    int quotes;
    int falseQuotes;
    private final Map<String, Score.Row> rows = new TreeMap<>();
    private final Map<String, Score.Slot> slots = new java.util.LinkedHashMap<>();

    /// A claim's incident by the gold and by the reading.
    record Placed(String gold, String predicted) {
    }

    void count(String type, int gold, int predicted, int found, int right) {
      rows.merge(type, new Score.Row(gold, predicted, found, right), Score.Row::plus);
    }

    void slot(String name, boolean right) {
      slots.merge(name, new Score.Slot(right ? 1 : 0, 1),
          (a, b) -> new Score.Slot(a.right() + b.right(), a.asked() + b.asked()));
    }

    Score score() {
      Map<String, Score.Row> all = new java.util.LinkedHashMap<>();
      Score.Row none = new Score.Row(0, 0, 0, 0);
      Score.Row core = none;
      for (String type : GoldDocument.CORE) {
        all.put(type, rows.getOrDefault(type, none));
        core = core.plus(rows.getOrDefault(type, none));
      }
      Score.Row every = core;
      for (String type : GoldDocument.SIDE) {
        all.put(type, rows.getOrDefault(type, none));
        every = every.plus(rows.getOrDefault(type, none));
      }
      all.put("core", core);
      all.put("all", every);
      return new Score(complaints, all, slots, bCubed(), placed.size(), falseQuotes, quotes, missing);
    }

    /// B-cubed F1 of predicted against gold labels over the same claims.
    private double bCubed() {
      Map<Placed, Integer> both = new HashMap<>();
      Map<String, Integer> ofGold = new HashMap<>();
      Map<String, Integer> ofPredicted = new HashMap<>();
      for (Placed claim : placed) {
        both.merge(claim, 1, Integer::sum);
        ofGold.merge(claim.gold(), 1, Integer::sum);
        ofPredicted.merge(claim.predicted(), 1, Integer::sum);
      }
      double precision = 0;
      double recall = 0;
      for (Placed claim : placed) {
        precision += (double) both.getOrDefault(claim, 0) / ofPredicted.getOrDefault(claim.predicted(), 1);
        recall += (double) both.getOrDefault(claim, 0) / ofGold.getOrDefault(claim.gold(), 1);
      }
      precision /= Math.max(1, placed.size());
      recall /= Math.max(1, placed.size());
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }
}
