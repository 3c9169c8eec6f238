package org.tingbok.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tingbok.benchmarks.dispatches.Dispatches;
import org.tingbok.reading.ReportReader;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.syntax.SyntaxAnalyzer;
import org.tingbok.text.Sentence;
import org.tingbok.text.Text;

/// What the stages of reading take for one invented English report of some 4 KB, one thread, once warm; the reports in turn.
///
/// `wholeSyntax` parses every sentence, as nothing does that reads claims: there only sentences are parsed that may hold one.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class StageBenchmark {
  private static final long SEED = 20_261_101;
  private static final int REPORTS = 100;

  @SuppressWarnings("ArrayRecordComponent") // internal, never compared
  private record Input(String source, byte[] bytes, Text text) {
  }

  private final ReportReader reader = ReportReader.standard();
  private final Names names = Names.standard();
  private final SyntaxAnalyzer syntax = SyntaxAnalyzer.load("en");
  private final List<Input> inputs = new ArrayList<>();
  private int next;

  /// Made by the harness.
  public StageBenchmark() {
  }

  /// Writes the reports.
  @Setup(Level.Trial)
  public void write() {
    Dispatches dispatches = new Dispatches(SEED);
    for (int number = 0; inputs.size() < REPORTS; number++) {
      Dispatches.Dispatch one = dispatches.dispatch(number);
      if (one.name().contains("-en.")) {
        byte[] bytes = one.text().getBytes(StandardCharsets.UTF_8);
        inputs.add(new Input(one.name(), bytes, reader.parse(one.name(), bytes)));
      }
    }
  }

  private Input input() {
    next = (next + 1) % inputs.size();
    return inputs.get(next);
  }

  /// Bytes to text, with what the document says of itself.
  ///
  /// @return the text
  @Benchmark
  public Text bytesToText() {
    Input input = input();
    return reader.parse(input.source(), input.bytes());
  }

  /// The names in a text.
  ///
  /// @return how many
  @Benchmark
  public int names() {
    return names.find(input().text().view(), "en").size();
  }

  /// Tokens, tags, lemmas and trees of every sentence.
  ///
  /// @return the sentences
  @Benchmark
  public List<Sentence> wholeSyntax() {
    String view = input().text().view();
    return syntax.analyze(view, 0, view.length());
  }

  /// Text to claims, names and syntax included.
  ///
  /// @return how many claims
  @Benchmark
  public int textToClaims() {
    return reader.read(input().text()).claims().size();
  }
}
