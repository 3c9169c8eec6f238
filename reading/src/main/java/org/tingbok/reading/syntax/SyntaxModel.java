package org.tingbok.reading.syntax;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.InflaterInputStream;

/// All that is trained for one language. The file is one deflated stream: magic, tags, labels, lexicon, lemmas, the
/// tagger's weights, the parser's.
record SyntaxModel(Tagset tagset, KeyTable lexicon, Lemmatizer lemmatizer, Tagger tagger, ArcEagerParser parser) {
  static final int MAGIC = 0x54535931;

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
    var parser = new ArcEagerParser(PackedWeights.read(in), labels);
    return new SyntaxModel(tagset, lexicon, lemmatizer, tagger, parser);
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
