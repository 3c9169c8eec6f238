package org.tingbok.exchange.coders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.exchange.Extract;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.Extracts;
import org.tingbok.exchange.imports.Imported;
import org.tingbok.exchange.imports.Imports;
import org.tingbok.exchange.names.Csv;
import org.tingbok.mention.Party;
import org.tingbok.testkit.Casebook;
import org.tingbok.testkit.ReadingGenerator;
import org.tingbok.vocabulary.BadInputException;

class CodersTest {
  private static final String ATTRIBUTIONS = """
      incident_ID,attribution_ID,attribution_date,attribution_type,attribution_basis,attributing_actor,attribution_it_company,attributing_country,attributed_initiator,attributed_initiator_country,attributed_initiator_category
      7.0,11.0,2019-01-01,Not available,IT-security community attributes attacker,Nordlys Lab,,Norway,Copper Lynx,China,"Non-state actor, state-affiliation suggested"
      7.0,12.0,2021-06-19,Not available,Attribution by receiver government / state entity,,,Norway,Tin Heron,China,State
      7.0,12.0,2021-06-19,Not available,Attribution by receiver government / state entity,,,Sweden,Tin Heron,China,State
      7.0,12.0,2021-06-19,Not available,Attribution by receiver government / state entity,,,Norway,Grey Heron,China,State
      7.0,12.0,2021-06-19,Not available,Attribution by receiver government / state entity,,,Sweden,Grey Heron,China,State
      8,13,,Not available,Attacker confirms,,Not available,,Tide Crew/CL-7/G0999,,Non-state-group
      9,14,2020-01-01,Not available,Not available,,,,,"Korea, Republic of",State
      9,15,2020-01-01,Not available,Media-based attribution,,,,,Iran,Individual hacker(s)
      """;
  private static final String GLOBAL = """
      ID,name,start_date,end_date,incident_type,receiver_name,receiver_country,initiator_name,initiator_country,initiator_category,number_of_attributions,attribution_date,attribution_basis,attributing_actor,attributing_country,attributed_initiator,attributed_initiator_country,political_response_date,political_response_type,political_response_actor,mitre_initial_access
      41.0,Lighthouse 2020,2020-01-01,2020-01-01,Data theft; Disruption,Lighthouse Office,Norway,Copper Lynx,China,State,2,"['2020-05-04', '2020-07-01']","['IT-security community attributes attacker', 'Attribution by third-party']","[['Nordlys Lab', 'Fjord Lab'], ['Elvheim CERT']]","[['Norway'], ['Sweden']]","[['Copper Lynx'], ['Tin Heron']]","[['China'], ['China']]",2020-08-01,"Executive reactions: sanctions (asset freezes; travel bans)",Council of Tides,Phishing
      42.0,Harbour 2021,2021-03-02,2021-03-09,Disruption,Harbour,Sweden,,,Unknown - not attributed,2,"['2021-04-04', '2021-05-01']","['Not available', 'Not available']","[['Nordlys Lab']]",,"[['Copper Lynx'], ['Tin Heron']]",,,,,
      """;
  private static final String CFR = """
      Title,Date,Affiliations,Description,Response,Victims,Sponsor,Type,Category,Sources_1,Sources_2,Sources_3
      Targeting of the lighthouse,2020-05-04,Believed to be the work of Copper Lynx,Lamps went out.,Denouncement   https://example.org/a,"Norway",China,Sabotage,Government,https://example.org/b,,
      Targeting of tide tables,2021-01-01,"Copper Lynx, Tin Heron. Also known as CL-7.",,,Tide Office,"China, Korea (Republic of)",Espionage,,,,
      Targeting of pilots,2021-02-01,Believed to be the work of the Iranian government,,,,Iran (Islamic Republic of),Espionage,,,,
      """;

  private static Imported read(String table) {
    return Imports.read("table.csv", table.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static String names(List<Party> parties) {
    return String.join(" + ", parties.stream().map(party -> party.name() + party.country().map(one -> "/" + one)
        .orElse("")).toList());
  }

  private static List<String> lines(Reading reading) {
    return reading.claims().stream().map(CodersTest::line).toList();
  }

  private static String line(Claim claim) {
    String what = switch (claim) {
      case Claim.Attribution one -> " > " + names(one.accused());
      case Claim.Affiliation one ->
        " > " + one.actor().name() + " " + one.relation().code() + " " + one.sponsor().name();
      case Claim.Alias one -> " > " + one.first().name() + " = " + one.second().name();
      case Claim.Response one -> " > " + one.kind();
      case Claim.Impact one -> " > " + one.what();
      case Claim.Method one -> " > " + one.what();
      case Claim.NonAttribution _, Claim.Denial _ -> "";
    };
    return claim.type().code() + ": " + names(claim.saying().claimants()) + what + " | "
        + claim.saying().reportedBy() + " " + claim.saying().certainty().level().code() + " "
        + claim.saying().saidOn().iso();
  }

  @Test
  void aCrossProductIsOneAttribution() {
    Imported told = read(ATTRIBUTIONS);
    assertThat(told.faults()).isEmpty();
    assertThat(told.readings()).hasSize(3);
    assertThat(lines(told.readings().get(0))).containsExactly(
        "attribution: Nordlys Lab/NO > Copper Lynx/CN | [EuRepoC] asserted 2019",
        "affiliation: EuRepoC > Copper Lynx linked-to China | [] low ",
        "attribution: Norway/NO + Sweden/SE > Tin Heron + Grey Heron | [EuRepoC] asserted 2021-06-19");
    assertThat(lines(told.readings().get(1))).containsExactly(
        "attribution: Tide Crew > Tide Crew | [EuRepoC] asserted ",
        "alias: EuRepoC > Tide Crew = CL-7 | [] asserted ");
    assertThat(lines(told.readings().get(2))).containsExactly(
        "attribution: EuRepoC > South Korea/KR | [] asserted ",
        "attribution: EuRepoC > Individual hacker(s) from Iran/IR | [] asserted ");
  }

  @Test
  void parallelListsArePairedOnlyIfTheyAreOfOneLength() {
    Imported told = read(GLOBAL);
    assertThat(told.faults()).singleElement().satisfies(fault -> {
      assertThat(fault.code()).isEqualTo("CODER_UNPAIRED");
      assertThat(fault.message()).contains("incident 42", "attributing_actor has 1", "attributed_initiator has 2");
    });
    assertThat(lines(told.readings().get(0))).containsExactly(
        "attribution: Nordlys Lab + Fjord Lab > Copper Lynx/CN | [EuRepoC] asserted 2020-05-04",
        "attribution: Elvheim CERT/SE > Tin Heron/CN | [EuRepoC] asserted 2020-07-01",
        "response: Council of Tides > Optional[SANCTION] | [EuRepoC] asserted 2020-08-01",
        "attribution: EuRepoC > Copper Lynx/CN | [] asserted ", "impact: EuRepoC > Data theft | [] asserted ",
        "impact: EuRepoC > Disruption | [] asserted ", "method: EuRepoC > Phishing | [] asserted ");
    assertThat(lines(told.readings().get(1))).containsExactly("non-attribution: EuRepoC | [] asserted ",
        "impact: EuRepoC > Disruption | [] asserted ");
    Claim first = told.readings().get(0).claims().getFirst();
    assertThat(first.evidence().stream().map(Evidence::quote)).contains("Nordlys Lab", "Copper Lynx");
    assertThat(first.account().orElseThrow().period().iso()).isEqualTo("2020");
    assertThat(first.account().orElseThrow().countries()).containsExactly("NO");
    assertThat(told.readings().get(1).claims().getFirst().account().orElseThrow().period().iso())
        .isEqualTo("2021-03-02/2021-03-09");
  }

  @Test
  void theTrackersRowsAreItsOwnClaims() {
    Imported told = read(CFR);
    assertThat(told.faults()).isEmpty();
    String own = "Council on Foreign Relations";
    assertThat(lines(told.readings().get(0))).containsExactly(
        "attribution: " + own + " > Copper Lynx | [] moderate ", "attribution: " + own + " > China/CN | [] asserted ",
        "affiliation: " + own + " > Copper Lynx supported-by China | [] moderate ",
        "impact: " + own + " > Sabotage | [] asserted ");
    assertThat(lines(told.readings().get(1))).containsExactly("alias: " + own + " > Tin Heron = CL-7 | [] asserted ",
        "attribution: " + own + " > Copper Lynx + Tin Heron | [] asserted ",
        "attribution: " + own + " > China/CN + South Korea/KR | [] asserted ",
        "impact: " + own + " > Espionage | [] asserted ");
    assertThat(lines(told.readings().get(2))).containsExactly(
        "attribution: " + own + " > Iran/IR | [] moderate ", "impact: " + own + " > Espionage | [] asserted ");
    assertThat(told.readings()).allSatisfy(reading -> assertThat(reading.claims()).allSatisfy(
        claim -> assertThat(claim.account().map(account -> account.period().stated()).orElse(false)).isFalse()));
  }

  @Test
  void semicolonsWithinBracketsSplitNothing() {
    assertThat(Cells.values("Short-term (< 24h; one point); Long-term")).containsExactly(
        "Short-term (< 24h; one point)",
        "Long-term");
    assertThat(Cells.values("open (one; two")).containsExactly("open (one; two");
    assertThat(Cells.entries("[['A, B', \"it's\"], [], ['C']]")).isEqualTo(
        List.of(List.of("A, B", "it's"), List.of(), List.of("C")));
    assertThat(Cells.entries("['x', 2.0]")).isEqualTo(List.of(List.of("x"), List.of("2.0")));
    assertThat(Cells.values("Not available; Unknown; Copper Lynx")).containsExactly("Copper Lynx");
  }

  @Test
  void receiversAloneAreRefusedInWords() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> read("incident_ID,receiver_name,receiver_country,receiver_category\n1,X,Norway,Media\n"))
        .extracting(BadInputException::code).isEqualTo("CODER_RECEIVERS");
    assertThat(Imports.read("a.csv", "name,value\na,b\n".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static List<List<String>> table(byte[] bytes) {
    Csv csv = new Csv(new ByteArrayInputStream(bytes), "table");
    List<List<String>> rows = new ArrayList<>();
    try {
      for (Optional<List<String>> row = csv.row(); row.isPresent(); row = csv.row()) {
        rows.add(row.get());
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return rows;
  }

  private static byte[] written(List<Reading> readings, boolean eurepoc) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (eurepoc) {
      CoderTables.eurepoc(out, Extracts.of(readings));
    } else {
      CoderTables.cfr(out, Extracts.of(readings));
    }
    return out.toByteArray();
  }

  @Test
  void whatIsWrittenInEurepocsVariablesIsReadBack() {
    byte[] table = written(Casebook.readings(), true);
    Imported back = Imports.read("eurepoc.csv", table).orElseThrow();
    TreeSet<String> accusations = new TreeSet<>();
    back.readings().stream().flatMap(reading -> reading.claims().stream()).forEach(claim -> {
      if (claim instanceof Claim.Attribution one && !one.saying().ownVoice()) {
        accusations.add(one.saying().claimants().getFirst().name() + " > " + one.accused().getFirst().name());
      }
    });
    assertThat(accusations).contains("Nordlys Lab > Grey Heron", "Norwegian Police Security Service > Arctic Tern");
    assertThat(back.faults()).isEmpty();
  }

  /// The words of one claim, that of the next column; addresses and no names of files.
  @Test
  void aRowTellsOneSentenceAndAddresses() {
    Map<String, String> quotes = new TreeMap<>();
    Casebook.readings().forEach(reading -> reading.claims().forEach(claim -> quotes.put(claim.id(),
        claim.evidence().getFirst().quote().replaceAll("\\s+", " ").strip())));
    List<List<String>> cfr = table(written(Casebook.readings(), false));
    int told = cfr.getFirst().indexOf("Description");
    int by = cfr.getFirst().indexOf("Description_claims");
    assertThat(cfr.subList(1, cfr.size())).isNotEmpty()
        .allSatisfy(row -> assertThat(row.get(told)).endsWith(".").contains(quotes.get(row.get(by))));
    List<List<String>> eurepoc = table(written(Casebook.readings(), true));
    int sources = eurepoc.getFirst().indexOf("sources_url");
    assertThat(eurepoc.subList(1, eurepoc.size())).isNotEmpty()
        .allSatisfy(row -> assertThat(row.get(sources)).matches("|https?://\\S+(?:; https?://\\S+)*"));
  }

  @Test
  void aQuoteIsToldInItsWholeSentenceAndAPageByTheAddressThatItGivesItself() {
    String text =
        "Head of it\n\nOther words. Nordlys Lab said on **Friday** in _our_ `system_log_x` that Grey\nHeron was behind the intru-\nsion, as"
            + " [others](https://fjord.example/x) had. More.\n\nNext.";
    String quote = "that Grey\nHeron was behind the intru-\nsion";
    int at = text.indexOf(quote);
    Document document = document("text/plain", text);
    assertThat(WholeSentence.of(document, new Evidence(at, at + quote.length(), quote)))
        .isEqualTo(
            "Nordlys Lab said on Friday in our system_log_x that Grey Heron was behind the intrusion, as others had.");
    assertThat(WholeSentence.of(document, new Evidence(0, 4, "Head"))).isEqualTo("Head");
    String page = "<html><head><link rel=\"canonical\" href=\"https://nordlys.example/heron\"></head><body><p>x</p>";
    assertThat(PageAddress.of(new Extract.Part(document("text/html", page), java.time.Instant.EPOCH, List.of(),
        List.of(), true))).contains("https://nordlys.example/heron");
    assertThat(PageAddress.of(new Extract.Part(document, java.time.Instant.EPOCH, List.of(), List.of(), true)))
        .isEmpty();
  }

  private static Document document(String type, String text) {
    String digest = ContentId.sha256(text.getBytes(StandardCharsets.UTF_8));
    return new Document(DocumentId.of(digest), "folder/report.txt", digest, type, text, Optional.empty(),
        Optional.empty(), PartialDate.NOT_STATED, "en", List.of(), false, List.of());
  }

  @Test
  void everyRowHasItsClaimsAndNoneIsOfAnotherIncident() {
    ReadingGenerator generator = ReadingGenerator.printingItsSeed();
    for (int round = 1; round < 20; round++) {
      List<Reading> readings = generator.readings(round);
      TreeSet<String> ids = new TreeSet<>();
      readings.forEach(reading -> reading.claims().forEach(claim -> ids.add(claim.id())));
      for (boolean eurepoc : new boolean[] {true, false}) {
        List<List<String>> rows = table(written(readings, eurepoc));
        List<String> columns = rows.getFirst();
        for (List<String> row : rows.subList(1, rows.size())) {
          assertThat(row).hasSameSizeAs(columns);
          for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).endsWith("_claims") && !row.get(i).isEmpty()) {
              assertThat(ids).containsAll(List.of(row.get(i).split("; ", -1)));
            }
          }
        }
        assertThat(Imports.read("back.csv", written(readings, eurepoc))).isPresent();
      }
    }
  }

  /// Names of the settled initiator that slashes join are one actor's by EuRepoC, as those of an attribution are.
  @Test
  void namesJoinedBySlashesAreAliases() {
    Imported told =
        read(GLOBAL.replace("Norway,Copper Lynx,China,State,2", "Norway,Copper Lynx/CL-7/G0999,China,State,2"));
    assertThat(lines(told.readings().getFirst()))
        .anyMatch(line -> line.startsWith("attribution: EuRepoC > Copper Lynx/"))
        .anyMatch(line -> line.startsWith("alias: EuRepoC > Copper Lynx = CL-7"));
  }
}
