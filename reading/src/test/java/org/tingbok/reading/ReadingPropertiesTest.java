package org.tingbok.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.document.Span;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;

/// What holds for the reading of any report, held over all reports of the repository.
class ReadingPropertiesTest {
  private static final int THREADS = 8;
  private static final List<String> DECOMPOSED_DIFFERS = List.of("bundestag-haftbefehl-deutsch.txt",
      "fylkesmennene-henlagt-norsk.txt", "b-kartenamt-deutsch.txt", "b-prague-embassy-rejects.txt",
      "b-statsforvalter-norsk.txt");

  /// A report as it was read first.
  private record Report(Path file, Text text, Reading reading) {
    static Report of(Path file) {
      Text text = parse(file, bytes(file));
      return new Report(file, text, Reports.READER.read(text));
    }
  }

  private static final class Holder {
    private static final List<Report> REPORTS = Reports.all().stream().map(Report::of).toList();
  }

  private static byte[] bytes(Path report) {
    try {
      return Files.readAllBytes(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Text parse(Path report, byte[] bytes) {
    return Reports.READER.parse(report.getFileName().toString(), bytes);
  }

  /// Type and quotes of each claim, for comparisons over spellings of one report.
  private static List<String> told(Reading reading) {
    return reading.claims().stream().map(claim -> claim.type().code() + " " + claim.evidence().stream()
        .map(evidence -> Normalizer.normalize(evidence.quote(), Normalizer.Form.NFC)).toList()).toList();
  }

  private static List<Report> plainTexts() {
    List<Report> plain =
        Holder.REPORTS.stream().filter(report -> report.file().toString().endsWith(".txt")).toList();
    assertThat(plain).hasSizeGreaterThan(30);
    return plain;
  }

  private static Reading readAs(Report report, String text) {
    return Reports.READER.read(parse(report.file(), text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String content(Report report) {
    return new String(bytes(report.file()), StandardCharsets.UTF_8);
  }

  @Test
  void aDocumentOnRecordIsParsedTheSameWithoutItsBytes() {
    for (Report report : Holder.REPORTS) {
      Text again = Reports.READER.parse(report.text().document());
      assertThat(again.document()).as("%s", report.file()).isEqualTo(report.text().document());
      assertThat(again.view()).isEqualTo(report.text().view());
      assertThat(again.blocks()).isEqualTo(report.text().blocks()).allSatisfy(block -> assertThat(
          again.canonical(block.start(), block.end())).isEqualTo(report.text().canonical(block.start(), block.end())));
    }
  }

  @Test
  void findsClaimsInNearlyAllReports() {
    assertThat(Holder.REPORTS).hasSizeGreaterThan(60);
    assertThat(Holder.REPORTS).filteredOn(report -> report.reading().claims().isEmpty()).hasSizeLessThan(5);
  }

  @Test
  void everyQuoteStandsInTheTextWhereItSays() {
    for (Report report : Holder.REPORTS) {
      String text = report.reading().document().text();
      List<Evidence> all = new ArrayList<>();
      report.reading().claims().forEach(claim -> all.addAll(claim.evidence()));
      report.reading().unread().forEach(unread -> all.add(unread.evidence()));
      assertThat(all).as(report.file().toString())
          .allSatisfy(one -> assertThat(text.substring(one.start(), one.end())).isEqualTo(one.quote()));
    }
  }

  @Test
  void noClaimRestsOnBoilerplate() {
    for (Report report : Holder.REPORTS) {
      List<Span> boilerplate = report.text().blocks().stream()
          .filter(block -> block.kind() == BlockKind.BOILERPLATE)
          .map(block -> report.text().canonical(block.start(), block.end())).toList();
      List<Evidence> evidence =
          report.reading().claims().stream().flatMap(claim -> claim.evidence().stream()).toList();
      assertThat(evidence).as(report.file().toString()).noneMatch(one -> boilerplate.stream()
          .anyMatch(span -> span.overlaps(new Span(one.start(), one.end()))));
    }
  }

  @Test
  void noTwoClaimsOfAReportHaveOneId() {
    for (Report report : Holder.REPORTS) {
      assertThat(report.reading().claims()).as(report.file().toString()).extracting(Claim::id)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void readsTheSameAgainAndInManyThreads() throws InterruptedException, ExecutionException {
    ReportReader reader = ReportReader.standard();
    List<Callable<Reading>> work = new ArrayList<>();
    Holder.REPORTS.forEach(report -> work.add(() -> reader.read(parse(report.file(), bytes(report.file())))));
    List<Reading> again = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (Future<Reading> reading : threads.invokeAll(work)) {
        again.add(reading.get());
      }
    }
    assertThat(again).isEqualTo(Holder.REPORTS.stream().map(Report::reading).toList());
  }

  @Test
  void endsOfLinesChangeNothing() {
    for (Report report : plainTexts()) {
      Reading reading = readAs(report, content(report).replace("\r\n", "\n").replace("\n", "\r\n"));
      assertThat(told(reading)).as(report.file().toString()).isEqualTo(told(report.reading()));
      assertThat(reading.document().text()).doesNotContain("\r");
    }
  }

  /// A known limit: the view keeps decomposed letters as they are, so that words of other languages than English are not
  /// always known again.
  @Test
  void decomposedLettersChangeNothingButInTheseReports() {
    assertThat(plainTexts()).filteredOn(report -> {
      Reading reading = readAs(report, Normalizer.normalize(content(report), Normalizer.Form.NFD));
      return !told(reading).equals(told(report.reading()));
    }).extracting(report -> report.file().getFileName().toString()).isSubsetOf(DECOMPOSED_DIFFERS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"If China were behind the break-in at the shipyard, the evidence would look different.",
      "Suppose that Turla had attacked the water works: who would have noticed?",
      "If it turned out that Sandworm had attacked the waterworks, Poland would summon the ambassador.",
      "Unless Iran is behind the intrusion at the refinery, the sanctions make little sense.",
      "Whether North Korea was behind the theft from the exchange nobody can say yet.",
      "Had Moscow attacked the grid, the lights would have gone out in every town.",
      "Attackers such as Lazarus might one day try to reach the satellites too.",
      "It would be easy to blame North Korea for a theft of this kind.",
      "Denmark would accuse Russia of the attack if it had proof."})
  void readsNoAttributionInWhatIsOnlySupposed(String text) {
    readsNoAttribution(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Was it Russia that hacked the postal service?",
      "Could APT28 have broken into the ministry's mail server?", "Who attacked the hospital network, and why?",
      "Did Beijing order the hack of the ferry line?", "What if North Korea broke into the exchange?",
      "Would Estonia blame Russia if the attack came from Belarus?"})
  void readsNoAttributionInQuestions(String text) {
    readsNoAttribution(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Brussels accused China of flooding the market with cheap solar panels.",
      "Washington accused Vietnam of dumping steel pipes below cost.",
      "Poland blamed Germany for the delay of the gas pipeline.",
      "The farmers' union blamed Brazil for the fall of the sugar price.",
      "Canada accused India of keeping its lentils out with new tariffs.",
      "Hungary blamed Ukraine for the interruption of oil deliveries.",
      "Russia accused Britain of violating its airspace with two fighter aircraft.",
      "Norway expelled two Russian diplomats who had photographed a naval base.",
      "Lithuania expelled two Chinese diplomats for spying on a shipyard.",
      "Belgium expelled three Chinese students suspected of stealing seeds from a greenhouse.",
      "Latvia accused a former officer of passing maps of a barracks to Russia.",
      "The court found the clerk guilty of selling army documents to Belarus."})
  void readsNoAttributionInAccusationsOfOtherThings(String text) {
    readsNoAttribution(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Anyone who blames Russia for every broken printer should read the log first.",
      "Cyberattacks on hospitals are rising everywhere in Europe, and patching stays the best defence.",
      "Our platform shows who attacks you, and stops APT29 before the first click."})
  void readsNoAttributionInBackgroundAndAdvertisements(String text) {
    readsNoAttribution(text);
  }

  private static void readsNoAttribution(String text) {
    assertThat(Reports.read(Claim.Attribution.class, text)).isEmpty();
  }
}
