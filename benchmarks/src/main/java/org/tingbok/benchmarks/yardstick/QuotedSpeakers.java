package org.tingbok.benchmarks.yardstick;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tingbok.document.Span;
import org.tingbok.reading.speech.ReportedSpeech;
import org.tingbok.reading.speech.SpeechReader;
import org.tingbok.reading.syntax.SyntaxAnalyzer;
import tools.jackson.databind.JsonNode;

/// Who spoke the direct quotations of PolNeAR's development part: Tingbok and, where its output is at hand, CoreNLP.
///
/// Only what CoreNLP's quote annotator can find is asked for: quotations in marks of four words and more that PolNeAR has as,
/// or within, the content of an attribution with a source.
final class QuotedSpeakers implements Yardstick {
  @Override
  public String name() {
    return "quotes";
  }

  @Override
  public String file() {
    return "polnear-train-dev.tar.gz";
  }

  @Override
  public String blind() {
    return "indirect speech, which CoreNLP does not look for; a speaker that CoreNLP names elsewhere in the text by "
        + "coreference counts if the words are the same";
  }

  @Override
  public List<Tally> measure(Corpus corpus, Errors errors) {
    Tally ours = new Tally("Tingbok, speaker of a direct quotation");
    Tally theirs = new Tally("CoreNLP, speaker of a direct quotation");
    String folder = System.getProperty("corenlp", "");
    SortedMap<String, String> outputs = folder.isEmpty() ? new TreeMap<>()
        : Corpus.open(java.nio.file.Path.of(folder), "").texts("", ".json");
    String part = corpus.texts("/dev/text/", ".txt").isEmpty() ? "/" : "/dev/";
    Map<String, String> annotated = WhoSaidWhat.annotations(corpus, part);
    SpeechReader reader = new SpeechReader(SyntaxAnalyzer.load("en"));
    corpus.texts(part + "text/", ".txt").forEach((path, text) -> {
      String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.txt$", "");
      String annotation = annotated.get(name);
      if (annotation == null) {
        return;
      }
      List<WhoSaidWhat.Relation> gold = WhoSaidWhat.relations(annotation);
      List<Answer> read = new ArrayList<>();
      for (ReportedSpeech speech : reader.outermost(text)) {
        String source = speech.source().isEmpty() ? "" : speech.source().get(0).of(text);
        speech.content().forEach(span -> read.add(new Answer(span, source)));
      }
      count(text, gold, read, ours, errors);
      Optional<String> output =
          outputs.entrySet().stream().filter(entry -> entry.getKey().endsWith(name + ".txt.json"))
              .map(Map.Entry::getValue).findFirst();
      output.ifPresent(json -> count(text, gold, quotes(Corpus.json(json)), theirs, errors));
    });
    return outputs.isEmpty() ? List.of(ours) : List.of(ours, theirs);
  }

  private record Answer(Span quote, String speaker) {
  }

  private static List<Answer> quotes(JsonNode document) {
    List<Answer> answers = new ArrayList<>();
    for (JsonNode quote : document.path("quotes")) {
      String mention = quote.path("mention").asString("");
      answers.add(new Answer(new Span(quote.path("beginIndex").asInt(), quote.path("endIndex").asInt()),
          mention.isEmpty() || mention.equals("Unknown") ? quote.path("speaker").asString("") : mention));
    }
    return answers;
  }

  private static void count(String text, List<WhoSaidWhat.Relation> gold, List<Answer> read, Tally tally,
      Errors errors) {
    for (WhoSaidWhat.Relation relation : gold) {
      for (Span content : relation.content()) {
        String words = content.of(text).strip();
        boolean quoted = !words.isEmpty() && "\"“'".indexOf(words.charAt(0)) >= 0;
        if (!quoted || relation.source().isEmpty() || words.split("\\s+", -1).length < 4) {
          continue;
        }
        String wanted = relation.source().get(0).of(text);
        Optional<Answer> answer = read.stream().filter(other -> other.quote().overlaps(content))
            .filter(other -> !other.speaker().isEmpty() && !other.speaker().equals("Unknown")).findFirst();
        boolean right = answer.filter(other -> agree(wanted, other.speaker())).isPresent();
        tally.add(right ? 1 : 0, answer.isPresent() ? 1 : 0, 1);
        if (!right) {
          errors.note("MISSED", wanted + " read " + answer + " << " + words);
        }
      }
    }
  }

  /// Equal but for case, or one is the other with more words around it ("Smith", "Jo Smith, a farmer").
  private static boolean agree(String wanted, String read) {
    String a = " " + wanted.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip() + " ";
    String b = " " + read.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\d]+", " ").strip() + " ";
    return a.contains(b) || b.contains(a);
  }
}
