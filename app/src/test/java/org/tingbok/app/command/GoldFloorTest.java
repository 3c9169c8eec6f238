package org.tingbok.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.testkit.Casebook;
import org.tingbok.app.Surroundings;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.ContractWriter;
import org.tingbok.exchange.score.Score;
import org.tingbok.exchange.score.Scorer;

/// The reader stays as good as it was: figures over the gold, read as `tingbok evaluate` reads it, against the floors of
/// `gold/floors.properties`.
class GoldFloorTest {
  private static final Path ROOT = Path.of("..");
  private static final Path OWN = ROOT.resolve("gold/own");
  private static final Path MORE = ROOT.resolve("gold/more");
  private static final Path LANGUAGES = ROOT.resolve("gold/languages");
  /// A figure so far above its floor asks for the floor to be raised.
  private static final double SLACK = 0.03;

  @TempDir
  Path folder;

  @Test
  void readsGoldNoWorseThanItDid() throws IOException {
    Path dev = ROOT.resolve("gold/dev");
    Path samples = ROOT.resolve("samples");
    Set<String> heldBack = Set.copyOf(Files.readAllLines(OWN.resolve("HELD-BACK.txt")));
    String ofSamples = contract(samples);
    List<String> worse = new ArrayList<>();
    check("dev", score(contract(dev), dev, dev), worse);
    check("own", score(ofSamples, gold(OWN, "own", name -> !heldBack.contains(name)), samples), worse);
    check("held-back", score(ofSamples, gold(OWN, "held-back", heldBack::contains), samples), worse);
    Set<String> moreHeldBack = Set.copyOf(Files.readAllLines(MORE.resolve("HELD-BACK.txt")));
    String ofMore = contract(MORE);
    check("more", score(ofMore, gold(MORE, "more", name -> !moreHeldBack.contains(name)), MORE), worse);
    check("more-held-back", score(ofMore, gold(MORE, "more-held-back", moreHeldBack::contains), MORE), worse);
    Set<String> languagesHeldBack = Set.copyOf(Files.readAllLines(LANGUAGES.resolve("HELD-BACK.txt")));
    String ofLanguages = contract(LANGUAGES);
    check("languages",
        score(ofLanguages, gold(LANGUAGES, "languages", name -> !languagesHeldBack.contains(name)), LANGUAGES), worse);
    check("languages-held-back",
        score(ofLanguages, gold(LANGUAGES, "languages-held-back", languagesHeldBack::contains), LANGUAGES), worse);
    Path voices = ROOT.resolve("gold/voices");
    check("voices", score(contract(voices), voices, voices), worse);
    assertThat(worse).isEmpty();
  }

  private static void check(String name, Score score, List<String> worse) throws IOException {
    Score.Row core = Objects.requireNonNull(score.rows().get("core"));
    compare(name + ".f1", core.rightF1(), worse);
    compare(name + ".precision", core.rightPrecision(), worse);
    compare(name + ".grouping", score.placed(), worse);
    if (score.falseQuotes() > 0) {
      worse.add(name + ": " + score.falseQuotes() + " quotes that their document does not have");
    }
    score.missing().forEach(missing -> worse.add(name + ": not read: " + missing));
  }

  private static void compare(String key, double figure, List<String> worse) throws IOException {
    Properties floors = new Properties();
    try (InputStream in = Files.newInputStream(ROOT.resolve("gold/floors.properties"))) {
      floors.load(in);
    }
    double floor = Double.parseDouble(Objects.requireNonNull(floors.getProperty(key), key));
    String line = String.format(Locale.ROOT, "%s %.3f, floor %.3f", key, figure, floor);
    System.out.println(figure > floor + SLACK ? line + ": raise the floor in gold/floors.properties" : line);
    if (figure < floor) {
      worse.add(line);
    }
  }

  private static String contract(Path texts) {
    Surroundings surroundings = new Surroundings(InputStream.nullInputStream(), OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(), Map.of(), Path.of(""), Casebook.CLOCK, false, false, 100);
    List<Reading> readings =
        ReportInput.read(List.of(texts.toString()), surroundings, Streams.of(surroundings)).readings();
    assertThat(readings).hasSizeGreaterThan(15);
    return ContractWriter.text(readings);
  }

  private static Score score(String contract, Path gold, Path texts) {
    return Scorer.score(new ByteArrayInputStream(contract.getBytes(StandardCharsets.UTF_8)), gold, texts);
  }

  /// A folder with the part of a set of gold that a name is asked for.
  private Path gold(Path set, String part, Predicate<String> asked) throws IOException {
    Path chosen = Files.createDirectory(folder.resolve(part));
    try (Stream<Path> files = Files.list(set)) {
      files.filter(file -> file.getFileName().toString().endsWith(".json"))
          .filter(file -> asked.test(file.getFileName().toString().replace(".json", ""))).forEach(file -> {
            try {
              Files.copy(file, chosen.resolve(file.getFileName()));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return chosen;
  }
}
