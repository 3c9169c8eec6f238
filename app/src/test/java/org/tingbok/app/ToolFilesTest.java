package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tingbok.app.fetch.Neighbour;
import org.tingbok.claim.Claim;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;

/// Feeds and files of other tools, out of one ledger and into another.
class ToolFilesTest extends CasebookCommands {
  private Map<String, String> files(String name) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (var list = Files.list(folder().resolve(name))) {
      for (Path file : list.toList()) {
        files.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return files;
  }

  private List<Claim> claims(String ledger) {
    try (Ledger open = Ledgers.open(folder().resolve(ledger), Casebook.CLOCK)) {
      return open.asOf(AsOf.NOW).claims().stream().map(recorded -> recorded.claim()).distinct().toList();
    }
  }

  @Test
  void aFeedIsWrittenOnceAndOnlyWhatChangedIsWrittenAgain() throws IOException {
    run("export", "--format", "misp-feed", "--to", "feed");
    Map<String, String> first = files("feed");
    assertThat(first).containsKeys("manifest.json", "hashes.csv");
    Map<String, Object> times = new HashMap<>();
    for (String name : first.keySet()) {
      times.put(name, Files.readAttributes(folder().resolve("feed").resolve(name),
          java.nio.file.attribute.BasicFileAttributes.class).fileKey());
    }
    assertThat(text("export", "--format", "misp-feed", "--to", "feed")).contains("0 written, 0 dropped");
    assertThat(files("feed")).isEqualTo(first);
    for (String name : first.keySet()) {
      assertThat(Files.readAttributes(folder().resolve("feed").resolve(name),
          java.nio.file.attribute.BasicFileAttributes.class).fileKey()).as(name).isEqualTo(times.get(name));
    }
    assertThat(text("export", "--format", "misp-feed", "--type", "denial", "--to", "feed")).contains("dropped");
    assertThat(files("feed").size()).isLessThan(first.size());
    refused("USAGE", "export", "--format", "misp-feed");
    Files.createDirectory(folder().resolve("other"));
    Files.writeString(folder().resolve("other/letter.txt"), "dear");
    refused("EXPORT_FOLDER", "export", "--format", "misp-feed", "--to", "other");
    assertThat(files("other")).containsOnlyKeys("letter.txt");
  }

  @Test
  void aFeedOfOneLedgerIsReadIntoAnother() {
    run("export", "--format", "misp-feed", "--to", "feed");
    Shell.Result added = new Shell(folder()).run("add", "--ledger", "second.ledger", "feed");
    assertThat(added.status()).as(added.err()).isZero();
    assertThat(added.err()).isEqualTo("passed over 2 files of kinds that are not read: 1 .csv, 1 .json\n");
    assertThat(claims("second.ledger").stream().map(ToolFilesTest::said))
        .containsExactlyInAnyOrderElementsOf(claims("tingbok.ledger").stream().map(ToolFilesTest::said).toList());
    assertThat(new Shell(folder()).run("add", "--ledger", "second.ledger", "feed").out()).contains("0 new documents");
    assertThat(new Shell(folder()).run("ledger", "verify", "--ledger", "second.ledger").status()).isZero();
  }

  /// Whoever reads a feed of its own ledger has nothing new, and whoever reads another's has the same documents.
  @Test
  void aFeedBringsTheDocumentsAndClaimsUnderTheirIds() {
    run("export", "--format", "misp-feed", "--to", "feed");
    assertThat(new Shell(folder()).run("add", "feed").out()).contains("0 new documents with 0 new claims");
    assertThat(new Shell(folder()).run("add", "--ledger", "sixth.ledger", "feed").status()).isZero();
    assertThat(claims("sixth.ledger")).containsExactlyInAnyOrderElementsOf(claims("tingbok.ledger"));
    try (Ledger open = Ledgers.open(folder().resolve("sixth.ledger"), Casebook.CLOCK)) {
      assertThat(open.asOf(AsOf.NOW).documents()).hasSameSizeAs(claims("tingbok.ledger").stream()
          .map(Claim::document).distinct().toList());
    }
  }

  private static String said(Claim claim) {
    return claim.type().code() + claim.slots() + claim.saying()
        + claim.evidence().stream().map(one -> one.quote()).toList();
  }

  @Test
  void aFeedIsFetchedAndThenOnlyWhatIsNewInIt() throws IOException {
    run("export", "--format", "misp-feed", "--to", "feed");
    try (Neighbour neighbour = new Neighbour()) {
      Map<String, String> files = files("feed");
      files.forEach((name, text) -> neighbour.text("/feed/" + name,
          name.endsWith(".csv") ? "text/csv" : "application/json", text));
      String address = "misp+" + neighbour.at("/feed/");
      Shell.Result added =
          new Shell(folder()).run("add", "--ledger", "third.ledger", "--allow-host", "localhost", address);
      assertThat(added.err()).isEmpty();
      assertThat(claims("third.ledger")).hasSameSizeAs(claims("tingbok.ledger"));
      int asked = neighbour.asked().size();
      Shell.Result again =
          new Shell(folder()).run("add", "--ledger", "third.ledger", "--allow-host", "localhost", address);
      assertThat(again.status()).isZero();
      assertThat(again.err()).contains("nothing new: all of it is on record as it is now");
      assertThat(neighbour.asked().size() - asked).as("the manifest and robots.txt").isLessThanOrEqualTo(2);
      assertThat(new Shell(folder()).run("add", "--ledger", "third.ledger", "--allow-host", "localhost",
          neighbour.at("/feed/hashes.csv").toString().replace("hashes.csv", "none/manifest.json")).err())
          .contains("FETCH_STATUS");
    }
  }

  @Test
  void aFeedIsSubscribedToAndFetchedStepByStep() throws IOException {
    run("export", "--format", "misp-feed", "--to", "feed");
    try (Neighbour neighbour = new Neighbour()) {
      files("feed").forEach((name, text) -> neighbour.text("/feed/" + name,
          name.endsWith(".csv") ? "text/csv" : "application/json", text));
      Shell shell = new Shell(folder());
      assertThat(shell.run("subscribe", "--ledger", "seventh.ledger", "misp+" + neighbour.at("/feed/"), "--by", "ida",
          "--allow-host", "localhost").out()).contains("/feed/manifest.json");
      assertThat(shell.run("fetch", "--ledger", "seventh.ledger", "--allow-host", "localhost").err()).isEmpty();
      assertThat(claims("seventh.ledger")).containsExactlyInAnyOrderElementsOf(claims("tingbok.ledger"));
      Shell.Result again = shell.run("fetch", "--ledger", "seventh.ledger", "--allow-host", "localhost");
      assertThat(again.err()).isEmpty();
      assertThat(again.out()).contains("0 new documents").doesNotContain("on record already");
    }
  }

  @Test
  void othersEventsSpeakOfTheNamesThatAreKnown() throws IOException {
    Files.writeString(folder().resolve("event.json"), """
        {"Event": {"uuid": "11111111-1111-4111-8111-111111111111", "info": "Intrusion at the lighthouse office",
          "date": "2024-03-05", "Orgc": {"name": "Elvheim CERT"},
          "Tag": [{"name": "misp-galaxy:mitre-intrusion-set=\\"APT28 - G0007\\""},
            {"name": "misp-galaxy:target-information=\\"Norway\\""}],
          "EventReport": [{"uuid": "r1", "name": "What we know",
            "content": "The Norwegian Police Security Service said that APT31 was behind the breach of the lighthouse."}]}}
        """, StandardCharsets.UTF_8);
    Shell.Result added = new Shell(folder()).run("add", "--ledger", "fourth.ledger", ".");
    assertThat(added.status()).as(added.err()).isZero();
    assertThat(claims("fourth.ledger").stream().map(claim -> claim.saying().claimants().getFirst().name() + ": "
        + claim.slots().stream().filter(slot -> slot.role() == org.tingbok.vocabulary.SlotRole.ACCUSED)
            .map(slot -> slot.party().name() + slot.party().country().orElse("")).toList()))
        .containsExactlyInAnyOrder("Elvheim CERT: [APT28RU]", "Norwegian Police Security Service: [APT31CN]");
    assertThat(claims("fourth.ledger").stream().flatMap(claim -> claim.account().stream())
        .anyMatch(account -> account.countries().contains("NO"))).isTrue();
  }

  @Test
  void tablesOfCodersGoOutAndIn() throws IOException {
    assertThat(printed("export", "--format", "eurepoc")).startsWith("ID,name,start_date");
    assertThat(printed("export", "--format", "cfr")).startsWith("Title,Date,Affiliations,Description,Response,");
    run("export", "--format", "eurepoc", "--to", "coded.csv");
    Shell.Result added = new Shell(folder()).run("add", "--ledger", "fifth.ledger", "coded.csv");
    assertThat(added.status()).as(added.err()).isZero();
    assertThat(claims("fifth.ledger")).isNotEmpty();
  }
}
