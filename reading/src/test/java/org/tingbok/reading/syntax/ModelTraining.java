package org.tingbok.reading.syntax;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Trains everything for one language and writes the model file.
public final class ModelTraining {
  private static final Set<String> NAME_RELATIONS = Set.of("nsubj", "nsubj:pass", "obj", "obl", "obl:agent", "nmod",
      "nmod:poss", "conj", "appos", "root", "xcomp");
  private static final Set<String> NAME_TAGS = Set.of("PROPN|NNP", "PROPN|NE", "PROPN|");
  private static final Set<String> PARTS_OF_NAMES =
      Set.of("flat", "flat:name", "compound", "amod", "nummod", "goeswith", "det");
  /// A treebank to measure with after every round; none if empty.
  private static final String WATCHED = System.getProperty("watch", "");
  private static final int FOLDS = 5;
  /// How often a word has to be seen for its tags to be known.
  private static final int KNOWN = 4;
  private static final int TAGGER_ROUNDS = 6;
  private static final int MADE = 2200;
  private static final int INNER = 96;
  private static final int MEMORY = 80;
  private static final int ARC = 80;
  private static final int HIDDEN = 96;
  private static final float RATE = 0.003f;
  private static final double TAGGER_SCALE = 6;
  private static final int TAGGER_LEAST = 6;
  private static final long SEED = 20261122L;

  private final String language;
  private final List<GoldSentence> bank;
  private final List<GoldSentence> dictionary;
  private final List<GoldSentence> renamed;
  private final int parserRounds;

  private ModelTraining(String language, List<GoldSentence> bank, List<GoldSentence> dictionary,
      List<GoldSentence> renamed, int parserRounds) {
    this.language = language;
    this.bank = bank;
    this.dictionary = dictionary;
    this.renamed = renamed;
    this.parserRounds = parserRounds;
  }

  /// Trains on some treebanks.
  ///
  /// @param language "en", "nb", "de", "fr" or "es"
  /// @param treebanks CoNLL-U files, gzipped or not
  /// @param to where to write the model
  /// @param parserRounds how often the parser sees the treebank
  /// @throws IOException if a file cannot be read or written
  public static void run(String language, List<Path> treebanks, Path to, int parserRounds) throws IOException {
    boolean rewritten = language.equals("es"); // no treebank: French trees rewritten, and more sentences of our own
    List<GoldSentence> bank = new ArrayList<>();
    List<GoldSentence> dictionary = new ArrayList<>();
    if (rewritten) {
      var lexicon = TransferLexicon.read();
      for (Path treebank : treebanks) {
        bank.addAll(Transfer.read(treebank, lexicon, SEED));
      }
      dictionary.addAll(lexicon.verbForms());
      dictionary.addAll(lexicon.nominalForms());
    } else {
      for (Path treebank : treebanks) {
        bank.addAll(Treebank.read(language, treebank));
      }
    }
    Grammar grammar = Grammar.read(language);
    List<GoldSentence> made =
        grammar.sentences(rewritten ? Integer.getInteger("made", bank.size()) : Math.min(MADE, bank.size() / 4), SEED);
    for (int i = 0; i < made.size(); i++) {
      bank.add(i * (bank.size() / made.size()), made.get(i)); // spread, so that every fold has its share
    }
    new ModelTraining(language, bank, dictionary, renamed(bank, grammar), parserRounds).run(to);
  }

  private void run(Path to) throws IOException {
    long begin = System.nanoTime();
    var tagset = new Tagset(tags());
    List<String> labels = labels();
    KeyTable lexicon = lexicon(bank);
    List<GoldSentence> wide = varied(bank);
    wide.addAll(changed(bank, renamed));
    System.out.printf("%s: %d sentences (%d with variants), %d tags, %d labels%n", language, bank.size(), wide.size(),
        tagset.size(), labels.size());
    var lemmas = new LemmaTraining(joined(bank, dictionary));
    var lemmatizer = new Lemmatizer(Lemmatizer.ownList(language), lemmas.seen, lemmas.endings);
    TrainingWeights tagger = TaggerTraining.train(wide, lexicon, tagset, TAGGER_ROUNDS, SEED);
    Vocabulary words = new Vocabulary();
    Vocabulary lemmaWords = new Vocabulary();
    List<Tagged> tagged = tagged(tagset, labels, lexicon, lemmatizer);
    for (Tagged sentence : tagged) {
      for (int i = 0; i < sentence.words().size; i++) {
        words.count(sentence.words().word[i]);
        lemmaWords.count(sentence.lemmas()[i]);
      }
    }
    words.close();
    lemmaWords.close();
    var keys = new TokenKeys(words.table(), lemmaWords.table());
    List<NetworkTraining.Example> examples = new ArrayList<>();
    for (Tagged sentence : tagged) {
      examples.add(new NetworkTraining.Example(keys.of(sentence.words(), sentence.tags(), sentence.lemmas()),
          sentence.goldTags(), sentence.heads(), sentence.relations()));
    }
    System.out.printf("  tagged by folds after %d s%n", (System.nanoTime() - begin) / 1_000_000_000L);
    int[] rows = new int[TokenKeys.KINDS];
    for (int kind = 0; kind < rows.length; kind++) {
      rows[kind] = TokenKeys.rows(kind, words.size(), lemmaWords.size(), tagset.size());
    }
    var network = new NetworkTraining(rows, new int[][] {words.frequencies(), lemmaWords.frequencies()}, tagset.size(),
        labels.size(), INNER, MEMORY, ARC, HIDDEN, SEED);
    System.out.printf("  %d words, %d lemmas%n", words.size(), lemmaWords.size());
    network.train(examples, parserRounds, RATE, () -> {
      try {
        write(to, tagset, labels, lemmas, tagger, words, lemmaWords, network);
        if (!WATCHED.isEmpty()) {
          Evaluation.run(language, to, Path.of(WATCHED), false);
        }
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
    System.out.printf("  wrote %s, %d bytes, after %d s%n", to.getFileName(), Files.size(to),
        (System.nanoTime() - begin) / 1_000_000_000L);
  }

  private void write(Path to, Tagset tagset, List<String> labels, LemmaTraining lemmas, TrainingWeights tagger,
      Vocabulary words, Vocabulary lemmaWords, NetworkTraining network) throws IOException {
    Files.createDirectories(to.toAbsolutePath().getParent());
    try (OutputStream file = Files.newOutputStream(to);
        var out =
            new DataOutputStream(new DeflaterOutputStream(file, new Deflater(Deflater.BEST_COMPRESSION), 1 << 16))) {
      out.writeInt(SyntaxModel.MAGIC);
      strings(out, tagset.names);
      strings(out, labels);
      lexicon(out);
      table(out, lemmas.seen);
      table(out, lemmas.endings);
      tagger.write(out, TAGGER_SCALE, TAGGER_LEAST);
      words.write(out);
      lemmaWords.write(out);
      NetworkWriter.write(out, network.network());
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  private record Tagged(Words words, int[] tags, int[] lemmas, int[] goldTags, int[] heads, int[] relations) {}

  private List<String> tags() {
    var tags = new TreeSet<String>();
    bank.forEach(sentence -> tags.addAll(sentence.tags()));
    return List.copyOf(tags);
  }

  private List<String> labels() {
    var labels = new TreeSet<String>();
    bank.forEach(sentence -> labels.addAll(sentence.relations()));
    labels.add("root");
    return List.copyOf(labels);
  }

  /// Frequent words and the set of tags each has, rare tags left aside.
  private Map<Integer, Integer> ambiguities(List<GoldSentence> sentences) {
    Map<String, TreeMap<String, Integer>> counts = new HashMap<>();
    for (GoldSentence sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        counts.computeIfAbsent(Spelling.normal(sentence.forms().get(i)), k -> new TreeMap<>())
            .merge(sentence.tags().get(i), 1, Integer::sum);
      }
    }
    for (GoldSentence form : dictionary) {
      counts.computeIfAbsent(Spelling.normal(form.forms().getFirst()), k -> new TreeMap<>())
          .merge(form.tags().getFirst(), KNOWN, Integer::sum);
    }
    var ambiguities = new TreeMap<Integer, Integer>();
    counts.forEach((word, tags) -> {
      int all = tags.values().stream().mapToInt(Integer::intValue).sum();
      if (all >= KNOWN) {
        int key = 1;
        for (var tag : tags.entrySet()) {
          if (tag.getValue() * 20 >= all) {
            key = Hash.mix(key * 31 + Hash.of(tag.getKey()));
          }
        }
        ambiguities.put(Hash.of(word), key == 0 ? 1 : key);
      }
    });
    return ambiguities;
  }

  private KeyTable lexicon(List<GoldSentence> sentences) {
    var ambiguities = ambiguities(sentences);
    return KeyTable.of(ambiguities.keySet().stream().mapToInt(Integer::intValue).toArray(),
        ambiguities.values().stream().mapToInt(Integer::intValue).toArray());
  }

  private void lexicon(DataOutputStream out) throws IOException {
    var ambiguities = ambiguities(bank);
    out.writeInt(ambiguities.size());
    for (var entry : ambiguities.entrySet()) {
      out.writeInt(entry.getKey());
      out.writeInt(entry.getValue());
    }
  }

  /// The sentences, and for a share of them a variant: as a headline, without capitals, or all in capitals; full stops
  /// are dropped from some. What is read is not always written as the treebank is.
  private static List<GoldSentence> varied(List<GoldSentence> sentences) {
    var random = new Random(SEED);
    List<GoldSentence> all = new ArrayList<>();
    for (GoldSentence sentence : sentences) {
      all.add(sentence);
      int dice = random.nextInt(100);
      if (dice < 10) {
        all.add(cased(sentence, Spelling.TITLE));
      } else if (dice < 16) {
        all.add(cased(sentence, Spelling.LOWER));
      } else if (dice < 18) {
        all.add(cased(sentence, Spelling.UPPER));
      }
    }
    return all;
  }

  /// For each sentence another one in which single names are exchanged for names of this subject, where it has any.
  private static List<GoldSentence> renamed(List<GoldSentence> sentences, Grammar grammar) {
    List<List<String>> names = List.of(grammar.words("CODE"), grammar.words("ACRONYM"), grammar.words("COUNTRY"),
        grammar.words("VENDOR0"), grammar.words("CAPITAL"));
    var random = new Random(SEED);
    List<GoldSentence> all = new ArrayList<>();
    for (GoldSentence sentence : sentences) {
      List<String> forms = new ArrayList<>(sentence.forms());
      boolean changed = false;
      for (int i = 0; i < forms.size(); i++) {
        if (NAME_TAGS.contains(sentence.tags().get(i)) && standsAlone(sentence, i) && random.nextInt(10) < 7) {
          List<String> list = names.get(random.nextInt(names.size()));
          if (!list.isEmpty()) {
            forms.set(i, list.get(random.nextInt(list.size())));
            changed = true;
          }
        }
      }
      all.add(changed && !sentence.lemmas().getFirst().isEmpty() ? sentence.withForms(forms) : sentence);
    }
    return all;
  }

  private static List<GoldSentence> changed(List<GoldSentence> before, List<GoldSentence> after) {
    List<GoldSentence> changed = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!after.get(i).forms().equals(before.get(i).forms())) {
        changed.add(after.get(i));
      }
    }
    return changed;
  }

  private static List<GoldSentence> joined(List<GoldSentence> some, List<GoldSentence> more) {
    List<GoldSentence> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }

  private static boolean standsAlone(GoldSentence sentence, int token) {
    return NAME_RELATIONS.contains(sentence.relations().get(token))
        && java.util.stream.IntStream.range(0, sentence.size())
            .noneMatch(i -> sentence.heads()[i] == token && PARTS_OF_NAMES.contains(sentence.relations().get(i)));
  }

  private static GoldSentence cased(GoldSentence sentence, int casing) {
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < sentence.size(); i++) {
      String form = sentence.forms().get(i);
      forms.add(switch (casing) {
        case Spelling.LOWER -> form.toLowerCase(Locale.ROOT);
        case Spelling.UPPER -> form.toUpperCase(Locale.ROOT);
        default -> {
          String tag = sentence.tags().get(i);
          boolean small = form.length() < 5 && (tag.startsWith("ADP") || tag.startsWith("DET") || tag.startsWith("PART")
              || tag.startsWith("CCONJ") || tag.startsWith("SCONJ") || form.startsWith("'"));
          yield small && i > 0 ? form : form.substring(0, 1).toUpperCase(Locale.ROOT) + form.substring(1);
        }
      });
    }
    return sentence.withForms(forms).withoutLast();
  }

  /// The parser learns from tags as they will be: each fifth is tagged by a tagger trained on the other four.
  private List<Tagged> tagged(Tagset tagset, List<String> labels, KeyTable lexicon, Lemmatizer lemmatizer) {
    List<Tagged> examples = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<GoldSentence> in = new ArrayList<>();
      List<GoldSentence> out = new ArrayList<>();
      List<GoldSentence> others = new ArrayList<>();
      List<GoldSentence> otherOut = new ArrayList<>();
      for (int i = 0; i < bank.size(); i++) {
        boolean held = i / 20 % FOLDS == fold;
        (held ? out : in).add(bank.get(i));
        if (!renamed.get(i).forms().equals(bank.get(i).forms())) {
          (held ? otherOut : others).add(renamed.get(i));
        }
      }
      KeyTable known = lexicon(in);
      var tagger = new Tagger(
          TaggerTraining.train(joined(varied(in), others), known, tagset, TAGGER_ROUNDS - 2, SEED + fold), tagset);
      for (GoldSentence sentence : joined(varied(out), otherOut)) {
        int[] tags = tagger.tag(Words.of(sentence.forms(), known));
        int[] keys = new int[tags.length];
        for (int i = 0; i < tags.length; i++) {
          keys[i] = SyntaxModel.lemmaKey(
              lemmatizer.lemma(sentence.forms().get(i), tagset.upos[tags[i]], tagset.xpos[tags[i]]));
        }
        examples.add(new Tagged(Words.of(sentence.forms(), lexicon), tags, keys,
            sentence.tags().stream().mapToInt(tagset::indexOf).toArray(), sentence.heads(),
            sentence.relations().stream().mapToInt(labels::indexOf).toArray()));
      }
    }
    return examples;
  }

  private static void strings(DataOutputStream out, List<String> strings) throws IOException {
    out.writeInt(strings.size());
    for (String string : strings) {
      out.writeUTF(string);
    }
  }

  private static void table(DataOutputStream out, Map<String, String> table) throws IOException {
    out.writeInt(table.size());
    for (var entry : table.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeUTF(entry.getValue());
    }
  }
}
