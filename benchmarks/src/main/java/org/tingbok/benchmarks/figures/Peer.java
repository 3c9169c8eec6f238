package org.tingbok.benchmarks.figures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// CoreNLP over the same texts, by its own command line in a process of its own: it is licensed under the GPL and no part of this.
final class Peer {
  private Peer() {
  }

  /// Times it.
  ///
  /// @param jars the folder of its jars
  /// @param texts a folder of `.txt` files
  /// @return one line for each pipeline; none if the jars are not there
  static List<Figure> measure(Path jars, Path texts, Path work) throws IOException, InterruptedException {
    List<Figure> figures = new ArrayList<>();
    if (!Files.isDirectory(jars)) {
      return figures;
    }
    Path list = work.resolve("corenlp-files");
    int documents;
    try (Stream<Path> files = Files.walk(texts)) {
      List<String> names =
          files.filter(path -> path.toString().endsWith("-en.txt")).sorted().map(Path::toString).toList();
      documents = names.size();
      Files.write(list, names);
    }
    figures.add(
        timed("CoreNLP 4.5.10, tokens to dependency trees, two threads", "tokenize,ssplit,pos,lemma,depparse", jars,
            list, work, documents));
    figures.add(timed("CoreNLP 4.5.10, who is quoted: names, coreference and quotes too, two threads",
        "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote", jars, list, work, documents));
    return figures;
  }

  private static Figure timed(String what, String annotators, Path jars, Path list, Path work, int documents)
      throws IOException, InterruptedException {
    Child.Ended ended = Child.run(work, Child.java("-Xmx5g", jars + "/*", "edu.stanford.nlp.pipeline.StanfordCoreNLP",
        "-threads", "2", "-annotators", annotators, "-coref.algorithm", "statistical", "-ner.applyFineGrained", "false",
        "-ner.buildEntityMentions", "true", "-filelist", list.toString(), "-outputFormat", "conll", "-outputDirectory",
        work.resolve("corenlp-out").toString()));
    // "TOTAL: 12.3 sec. for 6000 tokens at 487.8 tokens/sec."
    String total = ended.lines().stream().filter(line -> line.contains("tokens/sec")).findFirst().map(String::strip)
        .orElse("it ended with status " + ended.status());
    return new Figure(what, documents + " English texts of the corpus in " + Figure.number(ended.seconds())
        + " s, models and start included (once); it says itself: " + total,
        "it does another task: trees and quotes of every sentence, no claims");
  }
}
