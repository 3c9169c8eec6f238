package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.ledger.Act;
import org.tingbok.testkit.Casebook;

/// How far something may be passed on, told and decided on its own page and by programs.
class TlpPagesTest {
  private static final String CLAIM = Casebook.readings().getFirst().claims().getFirst().id();
  private static final String DOCUMENT = Casebook.readings().getFirst().document().id().value();

  @TempDir
  private Path folder = Path.of("");
  private WritableSite site = WritableSite.ofCasebook(folder);

  @BeforeEach
  void open() {
    site.close();
    site = WritableSite.ofCasebook(folder);
  }

  @AfterEach
  void close() {
    site.close();
  }

  private long markings() {
    return site.ledger().acts().stream().filter(one -> one.act() instanceof Act.Marked).count();
  }

  @Test
  void isShownAndDecidedOnThePageOfItsOwn() throws Exception {
    for (String path : new String[] {"/claim/" + CLAIM, "/document/" + DOCUMENT}) {
      assertThat(site.get(path).body()).as(path).contains("action=\"" + path + "/tlp\"")
          .doesNotContain("no longer marked");
      HttpResponse<String> done =
          site.submit(path + "/tlp", "tlp", "amber+strict", "by", "ida", "reason", "an <b>agreement</b>");
      assertThat(done.statusCode()).as(done.body()).isEqualTo(303);
      assertThat(done.headers().firstValue("Location")).contains(path);
      assertThat(site.get(path).body()).as(path).contains("TLP:AMBER+STRICT", "no longer marked");
      assertThat(site.submit(path + "/tlp", "tlp", "undone", "by", "ida", "reason", "published").statusCode())
          .isEqualTo(303);
      assertThat(site.json(path + ".json").toString()).as(path).doesNotContain("\"tlp\":\"");
    }
    assertThat(markings()).isEqualTo(4);
    assertThat(site.submit("/claim/" + CLAIM + "/tlp", "tlp", "purple", "by", "ida", "reason", "x").body())
        .contains("TLP_UNKNOWN");
    assertThat(site.submit("/claim/" + CLAIM + "/tlp", "tlp", "red", "by", "ida", "reason", " ").body())
        .contains("MARKING_INCOMPLETE");
    assertThat(site.post("/claim/" + CLAIM + "/tlp", WritableSite.form("tlp", "red", "by", "ida", "reason", "x"),
        "Content-Type", "application/x-www-form-urlencoded", "Origin", "http://elsewhere.example").statusCode())
        .isEqualTo(403);
    assertThat(markings()).isEqualTo(4);
  }

  @Test
  void isDecidedByPrograms() throws Exception {
    for (String path : new String[] {"/api/v1/claims/" + CLAIM, "/api/v1/documents/" + DOCUMENT}) {
      HttpResponse<String> done = site.post(path + "/markings",
          "{\"tlp\": \"green\", \"reason\": \"an agreement\", \"by\": \"ida\"}", "Content-Type", "application/json");
      assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
      assertThat(site.get(path).body()).as(path).contains("TLP:GREEN");
      String undo = "{\"tlp\": \"undone\", \"reason\": \"published\", \"by\": \"ida\"}";
      assertThat(site.post(path + "/markings", undo, "Content-Type", "application/json").statusCode()).isEqualTo(200);
      HttpResponse<String> none = site.post(path + "/markings", undo, "Content-Type", "application/json");
      assertThat(none.statusCode()).isEqualTo(422);
      assertThat(none.body()).contains("MARKING_NONE");
    }
  }

  @Test
  void aSiteThatOnlyShowsTakesNone() throws Exception {
    site.showOnly();
    assertThat(site.get("/claim/" + CLAIM).body()).doesNotContain("/tlp\"");
    assertThat(site.submit("/claim/" + CLAIM + "/tlp", "tlp", "red", "by", "ida", "reason", "x").statusCode())
        .isEqualTo(403);
    assertThat(site.post("/api/v1/claims/" + CLAIM + "/markings",
        "{\"tlp\": \"red\", \"reason\": \"x\", \"by\": \"ida\"}", "Content-Type", "application/json").statusCode())
        .isEqualTo(403);
    assertThat(markings()).isZero();
  }
}
