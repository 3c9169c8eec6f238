package org.tingbok.reading.syntax;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.tingbok.document.Span;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// All that is trained for one language. The file is one deflated stream: magic, tags, labels, lexicon, lemmas, the
/// tagger's weights, the network's rows and weights.
record SyntaxModel(Tagset tagset, List<String> labels, KeyTable lexicon, Lemmatizer lemmatizer, Tagger tagger,
    TokenKeys keys, Network network) {
  static final int MAGIC = 0x54535932;

  static SyntaxModel read(String language, InputStream stream) throws IOException {
    var in = new DataInputStream(new BufferedInputStream(new InflaterInputStream(stream), 1 << 16));
    if (in.readInt() != MAGIC) {
      throw new IOException("not a syntax model of this version, language \"" + language + "\"");
    }
    var tagset = new Tagset(strings(in));
    List<String> labels = strings(in);
    var lexicon = KeyTable.read(in);
    var lemmatizer = Lemmatizer.read(language, in);
    var tagger = new Tagger(PackedWeights.read(in), tagset);
    var keys = new TokenKeys(KeyTable.read(in), KeyTable.read(in));
    return new SyntaxModel(tagset, labels, lexicon, lemmatizer, tagger, keys, NetworkReader.read(in));
  }

  /// Parses some tokens and adds them to those of their sentence. The root of a further piece hangs on the first root.
  void parse(CharSequence text, List<Span> ranges, List<Token> tokens) {
    int size = ranges.size();
    List<String> forms = new ArrayList<>(size);
    for (Span range : ranges) {
      forms.add(text.subSequence(range.start(), range.end()).toString());
    }
    var words = Words.of(forms, lexicon);
    int[] tags = tagger.tag(words);
    int[] lemmaKeys = new int[size];
    String[] lemmas = new String[size];
    for (int i = 0; i < size; i++) {
      lemmas[i] = lemmatizer.lemma(forms.get(i), tagset.upos[tags[i]], tagset.xpos[tags[i]]);
      lemmaKeys[i] = lemmaKey(lemmas[i]);
    }
    Network.Reading reading = network.read(keys.of(words, tags, lemmaKeys), labels.indexOf("root"));
    int base = tokens.size();
    int root = -1;
    for (int i = 0; i < base && root < 0; i++) {
      root = tokens.get(i).head() < 0 ? i : -1;
    }
    for (int i = 0; i < size; i++) {
      int tag = reading.tags()[i];
      Upos upos = tagset.upos[tag];
      String xpos = tagset.xpos[tag];
      String lemma = tag == tags[i] ? lemmas[i] : lemmatizer.lemma(forms.get(i), upos, xpos);
      boolean top = reading.heads()[i] < 0;
      String relation = top && root >= 0 ? "parataxis" : labels.get(reading.relations()[i]);
      tokens.add(new Token(base + i, ranges.get(i).start(), ranges.get(i).end(), forms.get(i), lemma, upos, xpos,
          top ? root : base + reading.heads()[i], relation));
    }
  }

  static int lemmaKey(String lemma) {
    return Hash.of(Spelling.normal(lemma));
  }

  private static List<String> strings(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<String> strings = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      strings.add(in.readUTF());
    }
    return strings;
  }
}
