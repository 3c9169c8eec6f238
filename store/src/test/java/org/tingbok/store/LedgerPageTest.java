package org.tingbok.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.testkit.ManualClock;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// `docs/ledger.md` says what the code does, and `docs/errors.md` what it raises.
class LedgerPageTest {
  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Pattern CODE = Pattern.compile("\\bLEDGER_[A-Z_]+\\b");

  @TempDir
  Path folder;

  @Test
  void itsExampleComesOut() throws IOException {
    ManualClock clock = new ManualClock(Instant.parse("2024-03-05T08:00:00Z"));
    List<String> rows = new ArrayList<>();
    try (Ledger ledger = Ledgers.open(folder.resolve("tides.ledger"), clock)) {
      ledger
          .append(List.of(report("Elvheim Gazette", "2024-03-04", "Institute: 2024-03-01", "harbour office: 2024-02")));
      clock.set(Instant.parse("2024-03-20T08:00:00Z"));
      ledger.append(List.of(report("Vik Radio", "2024-03-09", "embassy: "), report("a leaflet", "", "author: ")));
      for (String day : List.of("2024-02-15", "2024-02-29", "2024-03-01", "2024-03-08", "2024-03-09")) {
        rows.add(row(ledger, Optional.of(day), Optional.empty()));
      }
      rows.add(row(ledger, Optional.of("2024-03-09"), Optional.of("2024-03-06")));
      rows.add(row(ledger, Optional.empty(), Optional.empty()));
    }
    assertThat(page()).contains("|---|---|---|---|\n" + String.join("\n", rows) + "\n\n");
  }

  @Test
  void itListsEveryCodeAndNoOther() throws IOException {
    Set<String> raised = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(MODULE.resolve("src/main/java"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        Files.readString(source).lines().filter(line -> line.contains("\"LEDGER_"))
            .forEach(line -> raised.addAll(codes(line)));
      }
    }
    Set<String> listed = page("errors.md").lines().filter(line -> line.startsWith("| `LEDGER_"))
        .map(line -> line.split("\\|")[1]).flatMap(cell -> codes(cell).stream())
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(listed).isEqualTo(raised).isNotEmpty();
  }

  private static String row(Ledger ledger, Optional<String> day, Optional<String> recorded) {
    Snapshot snapshot = ledger.asOf(
        new AsOf(day.map(LocalDate::parse), recorded.map(date -> Instant.parse(date + "T23:59:59Z"))));
    String claimants = snapshot.claims().stream().map(claim -> claim.claim().saying().claimants().getFirst().name())
        .collect(Collectors.joining(", "));
    return "| " + day.orElse("any time") + " | " + recorded.orElse("any time") + " | "
        + (claimants.isEmpty() ? "none" : claimants) + " | " + snapshot.unplaced() + " |";
  }

  /// A report with one denial for each claimant.
  private static Reading report(String publisher, String published, String... claimantsAndDates) {
    String text = publisher + " on the tide tables.";
    String sha256 = ContentId.sha256(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Document document = new Document(DocumentId.of(sha256), publisher, sha256, "text/plain", text, Optional.empty(),
        Optional.of(publisher), PartialDate.parse(published), "en", List.of(), false, List.of());
    List<Claim> claims = new ArrayList<>();
    for (String each : claimantsAndDates) {
      int colon = each.indexOf(": ");
      Party claimant = new Party(each.substring(0, colon), PartyKind.BODY, Optional.empty(), "it");
      Saying saying = new Saying(List.of(claimant), Optional.empty(), false, List.of(), Certainty.ASSERTED,
          PartialDate.parse(each.substring(colon + 2)));
      claims.add(
          new Claim.Denial(document.id(), saying, Optional.empty(), List.of(new Evidence(0, text.length(), text))));
    }
    return new Reading(document, claims, List.of());
  }

  private static Set<String> codes(String text) {
    return CODE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
  }

  private static String page() throws IOException {
    return page("ledger.md");
  }

  private static String page(String name) throws IOException {
    for (Path above = MODULE; above != null; above = above.getParent()) {
      Path page = above.resolve("docs").resolve(name);
      if (Files.exists(page)) {
        return Files.readString(page);
      }
    }
    return fail("no docs/" + name + " above " + MODULE);
  }
}
