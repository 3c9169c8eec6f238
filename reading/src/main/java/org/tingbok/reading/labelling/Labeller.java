package org.tingbok.reading.labelling;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tingbok.document.Span;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.network.Dense;
import org.tingbok.reading.network.Layer;
import org.tingbok.reading.network.MatrixReader;
import org.tingbok.reading.time.TimeMention;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;

/// Finds the propositions of a sentence with a trained network: layers in which each token takes in its neighbours, its head and
/// its dependents, a score for each token as the predicate of each type of claim, and for each predicate found a score for every
/// token in every role.
///
/// Trained by `reading/training/train_labeller.py`; see `docs/reading.md`. Deterministic, immutable, thread-safe.
public final class Labeller {
  private static final List<ClaimType> TYPES = List.of(ClaimType.ATTRIBUTION, ClaimType.NON_ATTRIBUTION,
      ClaimType.DENIAL, ClaimType.ALIAS, ClaimType.AFFILIATION, ClaimType.RESPONSE, ClaimType.IMPACT, ClaimType.METHOD);
  private static final List<List<String>> CODES = List.of(List.of(""), List.of(""), List.of(""),
      List.of("same", "overlap", "former", "part-of", "distinct"),
      List.of("on-behalf-of", "part-of", "supported-by", "linked-to"),
      List.of("protest", "summons", "indictment", "warrant", "arrest", "sanction", "expulsion", "condemnation",
          "advisory", "takedown", "reward", "counter-operation", ""),
      List.of("affirmed", "negated"), List.of("affirmed", "negated"));
  private static final List<CertaintyLevel> LEVELS =
      List.of(CertaintyLevel.ASSERTED, CertaintyLevel.HIGH, CertaintyLevel.MODERATE, CertaintyLevel.LOW);
  private static final int CLAIMANT = 0;
  private static final int FIRST = 1;
  private static final int SECOND = 2;
  private static final int INCIDENT = 3;
  private static final int SAID = 4;
  private static final int FARTHEST = 12; // tokens; the network knows no greater distances
  private static final float ALSO = 0.25f; // probability from which a further token fills a role
  private static final float NEVER = -1e4f;
  private static final float LEAST_SEEN = 0.12f; // of a word as a predicate, to be looked at beside others

  private final List<Map<String, Integer>> vocabularies = new ArrayList<>();
  private final List<float[][]> tables = new ArrayList<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final float[][] vectors;
  private final List<TreeLayer> layers = new ArrayList<>();
  private final Layer triggerHidden;
  private final Layer trigger;
  private final Layer about;
  private final float[][] kind;
  private final Layer told;
  private final Layer asks;
  private final Layer filler;
  private final float[][] askKind;
  private final float[][] distance;
  private final Map<String, Integer> paths;
  private final float[][] path;
  private final Layer roles;

  private Labeller(DataInputStream in) throws IOException {
    MatrixReader reader = new MatrixReader(in);
    int kinds = in.readInt();
    for (int k = 0; k < kinds; k++) {
      vocabularies.add(vocabulary(in));
      tables.add(reader.matrix());
    }
    words.putAll(vocabulary(in));
    vectors = reader.matrix();
    int depth = in.readInt();
    for (int i = 0; i < depth; i++) {
      layers.add(TreeLayer.of(reader.layer(), reader.row(), reader.row()));
    }
    triggerHidden = reader.layer();
    trigger = reader.layer();
    about = reader.layer();
    kind = reader.matrix();
    told = reader.layer();
    asks = reader.layer();
    filler = reader.layer();
    askKind = reader.matrix();
    distance = reader.matrix();
    paths = vocabulary(in);
    path = reader.matrix();
    roles = reader.layer();
  }

  private static Map<String, Integer> vocabulary(DataInputStream in) throws IOException {
    Map<String, Integer> entries = new HashMap<>();
    int count = in.readInt();
    for (int i = 1; i <= count; i++) {
      entries.put(in.readUTF(), i);
    }
    return entries;
  }

  private static final class Standard {
    private static final Labeller LABELLER = read();

    private static Labeller read() {
      try (InputStream in = Labeller.class.getResourceAsStream("claims.labels")) {
        if (in == null) {
          throw new IllegalStateException("no model of claims on the class path");
        }
        return new Labeller(new DataInputStream(new BufferedInputStream(in, 1 << 16)));
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the model of claims", e);
      }
    }
  }

  /// The labeller that ships; read once, when first asked for.
  ///
  /// @return one for the whole process
  public static Labeller standard() {
    return Standard.LABELLER;
  }

  /// Finds the propositions of a sentence.
  ///
  /// @param sentence its tokens and tree
  /// @param names names found in it, in order
  /// @param times expressions of time found in it
  /// @param quotes stretches within quotation marks
  /// @param language "en", "nb", "de", "fr" or "es"
  /// @param classes the lexicon
  /// @return in the order of their predicates, improbable ones included; two words of one claim, which share a filler,
  ///     make one proposition with the sum of their probabilities
  public List<Proposition> label(Sentence sentence, List<NameMatch> names, List<TimeMention> times, List<Span> quotes,
      String language, WordClasses classes) {
    List<String[]> features = TokenFeatures.of(sentence, names, times, quotes, language, classes);
    int n = features.size();
    float[][] x = new float[n][];
    for (int t = 0; t < n; t++) {
      x[t] = input(features.get(t));
    }
    float[][] states = x;
    for (TreeLayer layer : layers) {
      states = layer.apply(states, sentence.tokens());
    }
    float[][] hidden = triggerHidden.apply(states);
    for (float[] row : hidden) {
      Dense.rectify(row);
    }
    float[][] scores = trigger.apply(hidden);
    List<int[]> likely = new ArrayList<>();
    for (int t = 0; t < n; t++) {
      for (int type = 0; type < TYPES.size(); type++) {
        if (logistic(scores[t][type]) > LEAST_SEEN) {
          likely.add(new int[] {t, type});
        }
      }
    }
    if (likely.isEmpty()) {
      return List.of();
    }
    likely.sort((a, b) -> Float.compare(scores[b[0]][b[1]], scores[a[0]][a[1]]));
    float[][] fillers = filler.apply(states);
    List<Proposition> found = new ArrayList<>();
    for (int[] one : likely) {
      Proposition proposition = proposition(sentence.tokens(), states, fillers, one[0], one[1],
          logistic(scores[one[0]][one[1]]));
      int same = 0;
      while (same < found.size() && !found.get(same).sharesWith(proposition)) {
        same++;
      }
      if (same < found.size()) {
        found.set(same, found.get(same).with(proposition.probability()));
      } else {
        found.add(proposition);
      }
    }
    found.sort(java.util.Comparator.comparingInt(proposition -> proposition.predicate().index()));
    return List.copyOf(found);
  }

  private float[] input(String[] features) {
    float[] sum = new float[vectors[0].length];
    for (int k = 0; k < features.length; k++) {
      Dense.add(sum, tables.get(k)[vocabularies.get(k).getOrDefault(features[k], 0)]);
    }
    Integer word = words.get(features[0]);
    if (word == null) {
      word = words.getOrDefault(features[1], 0);
    }
    Dense.add(sum, vectors[word]);
    return sum;
  }

  private Proposition proposition(List<Token> tokens, float[][] states, float[][] fillers, int at, int type,
      float probability) {
    float[][] here = {states[at]};
    float[] telling = about.apply(here)[0];
    Dense.add(telling, kind[type]);
    Dense.rectify(telling);
    float[] told = this.told.apply(new float[][] {telling})[0];
    int codes = CODES.stream().mapToInt(List::size).sum();
    int from = CODES.subList(0, type).stream().mapToInt(List::size).sum();
    String code = CODES.get(type).get(best(told, from, CODES.get(type).size()));
    CertaintyLevel certainty = LEVELS.get(best(told, codes, LEVELS.size()));
    float[][] fills = fills(tokens, here, fillers, at, type);
    int nobody = codes + LEVELS.size(); // scores of nobody: the publication, who spoke before, then one for each role
    ClaimType claim = TYPES.get(type);
    boolean pair = claim == ClaimType.ALIAS || claim == ClaimType.AFFILIATION;
    boolean object = pair || claim == ClaimType.ATTRIBUTION || claim == ClaimType.IMPACT || claim == ClaimType.METHOD;
    boolean own = told[nobody] >= told[nobody + 1];
    List<Token> claimants = filling(tokens, fills, CLAIMANT, Math.max(told[nobody], told[nobody + 1]),
        Math.min(told[nobody], told[nobody + 1]), false);
    Proposition.Voice voice = !claimants.isEmpty() ? Proposition.Voice.NAMED
        : own ? Proposition.Voice.OWN : Proposition.Voice.GOES_ON;
    return new Proposition(claim, code, certainty, tokens.get(at), voice, claimants,
        filling(tokens, fills, FIRST, told[nobody + 2], NEVER, object),
        filling(tokens, fills, SECOND, told[nobody + 3], NEVER, pair),
        filling(tokens, fills, INCIDENT, told[nobody + 4], NEVER, false),
        filling(tokens, fills, SAID, told[nobody + 5], NEVER, false), probability);
  }

  private float[][] fills(List<Token> tokens, float[][] here, float[][] fillers, int at, int type) {
    float[] asking = asks.apply(here)[0];
    Dense.add(asking, askKind[type]);
    float[][] mixed = new float[tokens.size()][];
    for (int j = 0; j < mixed.length; j++) {
      mixed[j] = asking.clone();
      Dense.add(mixed[j], fillers[j]);
      Dense.add(mixed[j], distance[Math.max(-FARTHEST, Math.min(FARTHEST, j - at)) + FARTHEST]);
      Dense.add(mixed[j], path[paths.getOrDefault(TreePath.between(tokens, at, j), 0)]);
      Dense.rectify(mixed[j]);
    }
    return roles.apply(mixed);
  }

  /// The tokens that fill a role: the best, if it beats nobody or the role is needed, and others nearly as probable.
  private static List<Token> filling(List<Token> tokens, float[][] fills, int role, float nobody, float neither,
      boolean needed) {
    int best = 0;
    for (int j = 1; j < fills.length; j++) {
      best = fills[j][role] > fills[best][role] ? j : best;
    }
    float top = Math.max(fills[best][role], nobody);
    if (!needed && nobody > fills[best][role]) {
      return List.of();
    }
    double sum = Math.exp(nobody - top) + Math.exp(neither - top);
    for (float[] fill : fills) {
      sum += Math.exp(fill[role] - top);
    }
    List<Token> found = new ArrayList<>();
    for (int j = 0; j < fills.length; j++) {
      if (j == best || Math.exp(fills[j][role] - top) / sum > ALSO) {
        found.add(tokens.get(j));
      }
    }
    return found;
  }

  private static int best(float[] scores, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (scores[from + i] > scores[from + best]) {
        best = i;
      }
    }
    return best;
  }

  private static float logistic(float score) {
    return (float) (1 / (1 + Math.exp(-score)));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "Labeller of %d words", words.size());
  }
}
