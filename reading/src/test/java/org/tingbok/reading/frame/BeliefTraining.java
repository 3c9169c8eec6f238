package org.tingbok.reading.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tingbok.document.Span;
import org.tingbok.reading.assembly.ClaimReader;
import org.tingbok.reading.document.DocumentParser;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.ClaimType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Trains the weights of [Belief], see `reading/training/belief`.
final class BeliefTraining {
  private static final int ROUNDS = 60;
  private static final double STEP = 0.1;
  private static final int SELDOM = 4; // examples that a sign has to be seen in
  private static final int PARTS = 5;
  private static final double PENALTY = 0.08;
  private static final String DENSE = Belief.density(100, 1000);
  private static final Set<ClaimType> CORE = Set.of(ClaimType.ATTRIBUTION, ClaimType.NON_ATTRIBUTION, ClaimType.DENIAL,
      ClaimType.ALIAS, ClaimType.AFFILIATION, ClaimType.RESPONSE);

  /// A claim that was read, its signs, and whether it is one.
  private record Example(String document, boolean gold, ClaimType type, List<String> signs, boolean claim) {
  }

  /// What is known of a document: places of claims, by type, and whether those that were judged are claims.
  private record Known(Map<ClaimType, List<Span>> claims, Map<ClaimType, List<Span>> none, boolean complete) {
    Optional<Boolean> is(ClaimType type, Span span) {
      if (meets(claims.getOrDefault(type, List.of()), span)) {
        return Optional.of(true);
      }
      return complete || meets(none.getOrDefault(type, List.of()), span) ? Optional.of(false) : Optional.empty();
    }

    private static boolean meets(List<Span> spans, Span span) {
      return spans.stream().anyMatch(other -> {
        int common = Math.min(other.end(), span.end()) - Math.max(other.start(), span.start());
        return common * 2 >= span.length() || common > 0 && common * 2 >= other.length();
      });
    }
  }

  private BeliefTraining() {
  }

  /// Trains.
  ///
  /// @param args the file to write, the file of judgements, the folder of the texts judged, then folders of gold
  /// @throws IOException if one of them cannot be read
  public static void main(String[] args) throws IOException {
    List<Example> examples = new ArrayList<>();
    for (String folder : List.of(args).subList(3, args.length)) {
      gold(Path.of(folder), examples);
    }
    judged(Path.of(args[1]), Path.of(args[2]), examples);
    System.out.println(examples.size() + " claims read, " + examples.stream().filter(Example::claim).count() + " are");
    report(examples);
    Map<String, Double> weights = train(examples);
    StringBuilder out = new StringBuilder("# sign, weight: what speaks for a claim that was read being one; made by "
        + "reading/training/belief\n");
    new TreeMap<>(weights).forEach((sign, weight) -> {
      if (Math.abs(weight) >= 0.005) {
        out.append(sign).append('\t').append(String.format(Locale.ROOT, "%.2f", weight)).append('\n');
      }
    });
    Files.writeString(Path.of(args[0]), out);
  }

  private static void gold(Path folder, List<Example> examples) throws IOException {
    Set<String> heldBack = new HashSet<>();
    Path list = folder.resolve("HELD-BACK.txt");
    if (Files.exists(list)) {
      heldBack.addAll(Files.readAllLines(list));
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString().replace(".json", "");
      if (heldBack.contains(name)) {
        continue;
      }
      for (String ending : List.of(".txt", ".md", ".html")) {
        for (Path place : List.of(folder, folder.resolve("../../samples"))) {
          Path text = place.resolve(name + ending);
          if (Files.exists(text)) {
            JsonNode gold = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
            read(text, name, true, parsed -> known(gold, parsed), examples);
          }
        }
      }
    }
  }

  private static Known known(JsonNode gold, Text text) {
    Map<ClaimType, List<Span>> claims = new HashMap<>();
    for (JsonNode claim : gold.path("claims")) {
      for (JsonNode quote : claim.path("evidence")) {
        StringBuilder pattern = new StringBuilder();
        for (String word : quote.asString("").strip().split("\\s+")) {
          pattern.append(pattern.isEmpty() ? "" : "[\\s*]+").append(Pattern.quote(word));
        }
        Matcher at = Pattern.compile(pattern.toString()).matcher(text.document().text());
        if (at.find()) {
          ClaimType type = Stream.of(ClaimType.values())
              .filter(some -> some.code().equals(claim.path("type").asString(""))).findFirst().orElseThrow();
          claims.computeIfAbsent(type, _ -> new ArrayList<>()).add(new Span(at.start(), at.end()));
        }
      }
    }
    return new Known(claims, Map.of(), true);
  }

  private static void judged(Path judgements, Path folder, List<Example> examples) throws IOException {
    Map<String, Known> known = new TreeMap<>();
    for (String line : Files.readAllLines(judgements)) {
      String[] cells = line.split("\t");
      if (line.startsWith("#") || cells.length < 5) {
        continue;
      }
      Known document =
          known.computeIfAbsent(cells[0], _ -> new Known(new HashMap<>(), new HashMap<>(), false));
      ClaimType type =
          Stream.of(ClaimType.values()).filter(some -> some.code().equals(cells[1])).findFirst().orElseThrow();
      (cells[4].equals("1") ? document.claims() : document.none()).computeIfAbsent(type, _ -> new ArrayList<>())
          .add(new Span(Integer.parseInt(cells[2]), Integer.parseInt(cells[3])));
    }
    Map<String, Path> places = new HashMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      all.filter(Files::isRegularFile).sorted()
          .forEach(file -> places.putIfAbsent(file.getFileName().toString(), file));
    }
    known.forEach((name, document) -> {
      Path file = places.get(name);
      if (file == null) {
        System.out.println("not there: " + name);
        return;
      }
      read(file, name, false, _ -> document, examples);
    });
  }

  private static void read(Path file, String name, boolean gold, java.util.function.Function<Text, Known> known,
      List<Example> examples) {
    try {
      Text text = DocumentParser.parse(file.toString(), Files.readAllBytes(file));
      Known places = known.apply(text);
      new ClaimReader(Names.standard(), FrameCatalogue.standard(), (draft, signs) -> {
        Span view = draft.evidence().get(0);
        Span canonical = text.canonical(view.start(), view.end());
        if (CORE.contains(draft.type())) {
          places.is(draft.type(), canonical)
              .ifPresent(claim -> examples.add(new Example(name, gold, draft.type(), signs, claim)));
        }
        return true;
      }).read(text, text.document().published().last());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Each fifth of the documents judged by what the other four teach.
  private static void report(List<Example> examples) {
    Map<String, int[]> counts = new TreeMap<>();
    for (int part = 0; part < PARTS; part++) {
      int here = part;
      Map<String, Double> weights = train(examples.stream()
          .filter(some -> Math.floorMod(some.document().hashCode(), PARTS) != here).toList());
      for (Example example : examples) {
        if (Math.floorMod(example.document().hashCode(), PARTS) == here) {
          String set = (example.gold() ? "gold" : "judged") + (example.signs().contains(DENSE) ? ", dense" : ", thin");
          double sum = sum(weights, example.signs());
          for (double least : new double[] {-9, -1.5, -1, -0.5, 0, 0.5}) {
            int[] count = counts.computeIfAbsent(String.format(Locale.ROOT, "%s, above %4.1f", set, least),
                _ -> new int[2]);
            count[0] += sum > least ? 1 : 0;
            count[1] += sum > least && example.claim() ? 1 : 0;
          }
        }
      }
    }
    counts.forEach((set, count) -> System.out.println(set + ": " + count[0] + " kept, claims " + count[1]));
  }

  private static double sum(Map<String, Double> weights, List<String> signs) {
    double sum = weights.getOrDefault("", 0d);
    for (String sign : signs) {
      sum += weights.getOrDefault(sign, 0d);
    }
    return sum;
  }

  /// Logistic regression with a squared penalty, by steps that shrink as a sign is seen.
  private static Map<String, Double> train(List<Example> examples) {
    Map<String, Integer> seen = new HashMap<>();
    examples.forEach(example -> example.signs().forEach(sign -> seen.merge(sign, 1, Integer::sum)));
    Map<String, Double> weights = new HashMap<>();
    Map<String, Double> steps = new HashMap<>();
    List<Example> order = new ArrayList<>(examples);
    Random random = new Random(8);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      for (Example example : order) {
        double wrong = (example.claim() ? 1 : 0) - 1 / (1 + Math.exp(-sum(weights, example.signs())));
        for (String sign : Stream.concat(Stream.of(""), example.signs().stream()).toList()) {
          if (!sign.isEmpty() && seen.getOrDefault(sign, 0) < SELDOM) {
            continue;
          }
          double weight = weights.getOrDefault(sign, 0d);
          double slope = wrong - (sign.isEmpty() ? 0 : PENALTY * weight);
          double sum = steps.merge(sign, slope * slope, Double::sum);
          weights.put(sign, weight + STEP * slope / Math.sqrt(1e-6 + sum));
        }
      }
    }
    return weights;
  }
}
