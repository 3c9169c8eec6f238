package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tingbok.app.web.TaxiiCaller.JSON;
import static org.tingbok.app.web.TaxiiCaller.encoded;
import static org.tingbok.app.web.TaxiiCaller.ids;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.input.Readers;
import org.tingbok.app.beside.Beside;
import org.tingbok.app.taxii.Logins;
import org.tingbok.app.taxii.Sources;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Ruling;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.Ledger;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.RulingVerdict;
import tools.jackson.databind.JsonNode;

/// Walks through collections that grow meanwhile, and what is served after a restart.
class TaxiiWalkTest {
  private static final int MANY = 100_000;
  private static final int AT_ONCE = 5000;

  @TempDir
  private Path folder = Path.of("");

  /// A server over a ledger in a file that others write to.
  private WebServer serve(Ledger ledger, Path file) {
    return WebServer.start(LedgerSource.ofFile(ledger, file).offering(new Sources.Settings(
        Optional.of(Beside.of(folder, "tingbok.ledger")), Logins.NONE, Casebook.CLOCK, Readers.HERE)), Optional.of(0));
  }

  @Test
  void losesAndRepeatsNothingOfAHundredThousandObjectsWhileOthersWrite() throws Exception {
    try (WritableSite site = WritableSite.empty(folder); TaxiiCaller caller = new TaxiiCaller(site.port())) {
      String inbox = caller.collection("inbox");
      for (int from = 0; from < MANY; from += AT_ONCE) {
        hand(caller, inbox, from);
      }
      Set<String> known = new HashSet<>();
      IntStream.range(0, MANY).forEach(number -> known.add(TaxiiInboxTest.id(number)));
      CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
        for (int from = MANY; from < MANY + 4 * AT_ONCE; from += AT_ONCE) {
          hand(caller, inbox, from);
        }
      });
      List<String> seen = new ArrayList<>();
      String last = "";
      String next = "";
      do {
        var page = caller.get(inbox + "objects/?limit=1000" + next);
        JsonNode body = JSON.readTree(page.body());
        seen.addAll(ids(body.get("objects")));
        last = page.headers().firstValue("X-TAXII-Date-Added-Last").orElseThrow();
        next = body.get("more").asBoolean() ? "&next=" + encoded(body.get("next").asString()) : "";
      } while (!next.isEmpty());
      // Sets, not lists: a hundred thousand times a hundred thousand comparisons take minutes.
      Set<String> once = new HashSet<>(seen);
      assertThat(once).hasSize(seen.size());
      assertThat(once.containsAll(known)).isTrue();
      writer.join();
      // What came meanwhile comes with the next walk.
      seen.addAll(ids(caller.walk(inbox + "objects/?added_after=" + last, 1000)));
      assertThat(seen).hasSize(MANY + 4 * AT_ONCE);
      assertThat(new HashSet<>(seen)).hasSize(seen.size());
    }
  }

  private static void hand(TaxiiCaller caller, String inbox, int from) {
    try {
      String[] objects =
          IntStream.range(from, from + AT_ONCE).mapToObj(number -> TaxiiInboxTest.identity(number, ""))
              .toArray(String[]::new);
      assertThat(caller.post(inbox + "objects/", TaxiiInboxTest.envelope(objects)).statusCode()).isEqualTo(202);
    } catch (java.io.IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void servesWhatIsNewSinceTheLastWalk() throws Exception {
    Path file = folder.resolve("tingbok.ledger");
    List<Reading> readings = Casebook.readings();
    try (Ledger ledger = Ledgers.open(file, Casebook.CLOCK)) {
      ledger.append(readings.subList(0, 1));
      try (WebServer server = serve(ledger, file); TaxiiCaller caller = new TaxiiCaller(server.port())) {
        String all = caller.collection("everything");
        JsonNode first = caller.json(all + "objects/?limit=2");
        List<String> before = ids(caller.walk(all + "manifest/", 1000));
        String last = caller.get(all + "manifest/").headers().firstValue("X-TAXII-Date-Added-Last").orElseThrow();
        ledger.append(readings.subList(1, 3));
        // A walk under way is of what there was when it began.
        List<String> walked = new ArrayList<>(ids(first.get("objects")));
        for (JsonNode page = first; page.get("more").asBoolean();) {
          page = caller.json(all + "objects/?limit=2&next=" + encoded(page.get("next").asString()));
          walked.addAll(ids(page.get("objects")));
        }
        assertThat(walked).isEqualTo(before);
        List<JsonNode> fresh = caller.walk(all + "manifest/?added_after=" + last, 1000);
        assertThat(ids(fresh)).isNotEmpty().doesNotHaveDuplicates();
        assertThat(fresh).allMatch(entry -> entry.get("date_added").asString().compareTo(last) > 0);
        Set<String> together = new HashSet<>(before);
        together.addAll(ids(fresh));
        assertThat(together).containsExactlyInAnyOrderElementsOf(ids(caller.walk(all + "objects/", 7)));
      }
    }
  }

  @Test
  void revokesWhatAnAnalystRejectsAndShowsVersionsOnlyToWhoAsksForAll() throws Exception {
    Path file = folder.resolve("tingbok.ledger");
    try (Ledger ledger = Ledgers.open(file, Casebook.CLOCK)) {
      ledger.append(Casebook.readings());
      ledger.act(List.of(new Act.WatchSet("Accusations", "--type attribution", "desk")));
      try (WebServer server = serve(ledger, file); TaxiiCaller caller = new TaxiiCaller(server.port())) {
        String all = caller.collection("everything");
        Claim claim = Casebook.readings().getFirst().claims().stream().filter(Claim.Attribution.class::isInstance)
            .findFirst().orElseThrow();
        String note = note(caller.walk(all + "objects/?match%5Btype%5D=note", 1000), claim.id());
        String watch = watch(caller);
        assertThat(ids(caller.walk(watch + "objects/", 1000))).contains(note);
        String last = caller.get(all + "manifest/").headers().firstValue("X-TAXII-Date-Added-Last").orElseThrow();
        ledger.act(List.of(new Act.Ruled(new Ruling(claim.id(), RulingVerdict.REJECTED, Optional.empty(),
            "not what it says", "desk", LocalDate.of(2026, 11, 22), Optional.empty()))));
        for (String collection : List.of(all, watch)) {
          List<JsonNode> given = caller.walk(collection + "objects/" + note + "/", 9);
          assertThat(given).hasSize(1);
          assertThat(given.getFirst().get("revoked").asBoolean()).isTrue();
          assertThat(caller.walk(collection + "objects/" + note + "/?match%5Bversion%5D=first", 9).getFirst()
              .has("revoked")).isFalse();
          assertThat(caller.walk(collection + "objects/" + note + "/?match%5Bversion%5D=all", 9)).hasSize(2);
          assertThat(caller.json(collection + "objects/" + note + "/versions/").get("versions").size()).isEqualTo(2);
        }
        assertThat(ids(caller.walk(all + "objects/?added_after=" + last, 1000))).contains(note);
      }
    }
  }

  private static String watch(TaxiiCaller caller) throws Exception {
    return caller.collection(caller.json(TaxiiCaller.ROOT + "collections/").get("collections").get(1).get("alias")
        .asString());
  }

  private static String note(List<JsonNode> notes, String claim) {
    return notes.stream().filter(one -> one.get("content").asString().contains(claim)).findFirst().orElseThrow()
        .get("id").asString();
  }

  @Test
  void givesTheSameDatesAfterARestart() throws Exception {
    Path file = folder.resolve("tingbok.ledger");
    try (Ledger ledger = Ledgers.open(file, Casebook.CLOCK)) {
      ledger.append(Casebook.readings());
      List<JsonNode> before;
      try (WebServer server = serve(ledger, file); TaxiiCaller caller = new TaxiiCaller(server.port())) {
        before = caller.walk(caller.collection("everything") + "manifest/", 1000);
      }
      try (WebServer server = serve(ledger, file); TaxiiCaller caller = new TaxiiCaller(server.port())) {
        assertThat(caller.walk(caller.collection("everything") + "manifest/", 4)).isEqualTo(before).isNotEmpty();
      }
    }
  }
}
