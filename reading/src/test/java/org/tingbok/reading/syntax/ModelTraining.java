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
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Trains everything for one language and writes the model file.
public final class ModelTraining {
  private static final int FOLDS = 5;
  private static final int TAGGER_ROUNDS = 6;
  private static final long SEED = 20261122L;

  private final String language;
  private final List<GoldSentence> bank;
  private final int parserRounds;

  private ModelTraining(String language, List<GoldSentence> bank, int parserRounds) {
    this.language = language;
    this.bank = bank;
    this.parserRounds = parserRounds;
  }

  /// Trains on some treebanks.
  ///
  /// @param language "en", "nb", "de" or "fr"
  /// @param treebanks CoNLL-U files, gzipped or not
  /// @param to where to write the model
  /// @param parserRounds how often the parser sees the treebank
  /// @throws IOException if a file cannot be read or written
  public static void run(String language, List<Path> treebanks, Path to, int parserRounds) throws IOException {
    List<GoldSentence> bank = new ArrayList<>();
    for (Path treebank : treebanks) {
      bank.addAll(Treebank.read(language, treebank));
    }
    new ModelTraining(language, bank, parserRounds).run(to);
  }

  private void run(Path to) throws IOException {
    long begin = System.nanoTime();
    var tagset = new Tagset(tags());
    List<String> labels = labels();
    int root = labels.indexOf("root");
    KeyTable lexicon = lexicon(bank);
    List<GoldSentence> wide = varied(bank);
    System.out.printf("%s: %d sentences (%d with variants), %d tags, %d labels%n", language, bank.size(), wide.size(),
        tagset.size(), labels.size());
    var lemmas = new LemmaTraining(bank);
    var lemmatizer = new Lemmatizer(Lemmatizer.ownList(language), lemmas.seen, lemmas.endings);
    TrainingWeights tagger = TaggerTraining.train(wide, lexicon, tagset, TAGGER_ROUNDS, SEED);
    List<ParserTraining.Example> examples = examples(tagset, labels, lexicon, lemmatizer);
    System.out.printf("  tagged by folds after %d s%n", (System.nanoTime() - begin) / 1_000_000_000L);
    TrainingWeights parser = ParserTraining.train(examples, labels.size(), root, parserRounds, SEED);
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
      tagger.write(out, Double.parseDouble(System.getProperty("tagger.scale", "6")), "tagger");
      parser.write(out, Double.parseDouble(System.getProperty("parser.scale", "4")), "parser");
    }
    System.out.printf("  wrote %s, %d bytes, after %d s%n", to.getFileName(), Files.size(to),
        (System.nanoTime() - begin) / 1_000_000_000L);
  }

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
  private static TreeMap<Integer, Integer> ambiguities(List<GoldSentence> sentences) {
    Map<String, TreeMap<String, Integer>> counts = new HashMap<>();
    for (GoldSentence sentence : sentences) {
      for (int i = 0; i < sentence.size(); i++) {
        counts.computeIfAbsent(Spelling.normal(sentence.forms().get(i)), k -> new TreeMap<>())
            .merge(sentence.tags().get(i), 1, Integer::sum);
      }
    }
    var ambiguities = new TreeMap<Integer, Integer>();
    counts.forEach((word, tags) -> {
      int all = tags.values().stream().mapToInt(Integer::intValue).sum();
      if (all >= 4) {
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

  private static KeyTable lexicon(List<GoldSentence> sentences) {
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
  private List<ParserTraining.Example> examples(Tagset tagset, List<String> labels, KeyTable lexicon,
      Lemmatizer lemmatizer) {
    List<ParserTraining.Example> examples = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      List<GoldSentence> in = new ArrayList<>();
      List<GoldSentence> out = new ArrayList<>();
      for (int i = 0; i < bank.size(); i++) {
        (i / 20 % FOLDS == fold ? out : in).add(bank.get(i));
      }
      KeyTable known = lexicon(in);
      var tagger = new Tagger(TaggerTraining.train(varied(in), known, tagset, TAGGER_ROUNDS - 2, SEED + fold), tagset);
      for (GoldSentence sentence : varied(out)) {
        int[] tags = tagger.tag(Words.of(sentence.forms(), known));
        int[] coarse = new int[tags.length];
        int[] keys = new int[tags.length];
        for (int i = 0; i < tags.length; i++) {
          coarse[i] = tagset.upos[tags[i]].ordinal();
          keys[i] = Hash.of(
              Spelling.normal(lemmatizer.lemma(sentence.forms().get(i), tagset.upos[tags[i]], tagset.xpos[tags[i]])));
        }
        examples
            .add(new ParserTraining.Example(Words.of(sentence.forms(), lexicon), tags, coarse, keys, sentence.heads(),
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

  private static void table(DataOutputStream out, TreeMap<String, String> table) throws IOException {
    out.writeInt(table.size());
    for (var entry : table.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeUTF(entry.getValue());
    }
  }
}
