package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `tingbok export`.
class ExportCommandTest extends CasebookCommands {
  private static final JsonMapper JSON = JsonMapper.shared();

  @Test
  void writesEveryFormat() {
    JsonNode stix = JSON.readTree(printed("export"));
    assertThat(stix.path("type").asString()).isEqualTo("bundle");
    assertThat(JSON.readTree(printed("export", "--format", "misp")).path("response")).isNotEmpty();
    assertThat(printed("export", "--format", "csv")).startsWith("claim_id,type,");
    assertThat(JSON.readTree(printed("export", "--format", "json")).path("claims")).hasSize(9);
    assertThat(printed("export", "--format", "markdown")).startsWith("# Everything on record\n");
    assertThat(printed("export", "--format", "brief")).startsWith("<!doctype html>").contains("@page");
    assertThat(printed("export")).isEqualTo(printed("export"));
  }

  @Test
  void writesWhatIsAskedFor() {
    assertThat(printed("export", "--format", "csv", "--type", "denial").lines()).hasSize(2);
    assertThat(text("export", "--format", "markdown", "--incident", "fjordline"))
        .contains("# Intrusion at Fjordline Booking, 2018", "## Held responsible");
    assertThat(text("export", "--format", "markdown", "--actor", "Arctic Tern"))
        .contains("# Arctic Tern", "## For whom it acts");
    assertThat(text("export", "--format", "markdown", "--incident", "fjordline", "--as-of", "2020"))
        .contains("By what had been said by 2020-12-31").doesNotContain("Arctic Tern");
    refused("USAGE", "export", "--actor", "Arctic Tern", "--type", "denial");
    refused("INCIDENT_UNKNOWN", "export", "--incident", "nothing-of-the-kind");
  }

  @Test
  void aFileIsThereWholeOrNotAtAll() throws IOException {
    run("export", "--format", "csv", "--to", "claims.csv");
    String whole = Files.readString(folder().resolve("claims.csv"));
    assertThat(whole).isEqualTo(printed("export", "--format", "csv"));
    Shell.Result none =
        new Shell(folder()).run("export", "--format", "csv", "--accused", "Grey Heron", "--type", "denial", "--to",
            "claims.csv");
    assertThat(none.status()).isEqualTo(1);
    assertThat(Files.readString(folder().resolve("claims.csv"))).isEqualTo(whole);
    refused("EXPORT_UNWRITABLE", "export", "--to", "no/such/folder/claims.json");
    try (var files = Files.list(folder())) {
      assertThat(files.map(Path::getFileName).map(Path::toString)).doesNotContain("no")
          .noneMatch(name -> name.endsWith(".part"));
    }
    assertThat(whole.lines()).hasSize(10);
  }
}
