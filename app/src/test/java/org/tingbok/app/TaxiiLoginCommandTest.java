package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.taxii.Logins;

/// `tingbok taxii-login`, whose lines the server reads.
class TaxiiLoginCommandTest {
  @TempDir
  private Path folder = Path.of("");

  @Test
  void makesLinesThatHoldDigestsOnly() throws Exception {
    Shell.Result password = new Shell(folder).input("open sea\nmore\n").run("taxii-login", "nordlys");
    Shell.Result token = new Shell(folder).run("taxii-login", "splunk", "--token");
    assertThat(password.out().lines()).hasSize(1).noneMatch(line -> line.contains("sea"));
    assertThat(token.out().lines()).hasSize(1);
    String told = token.err().strip().replaceFirst("(?s).*: ", "");
    assertThat(told).hasSize(43);
    assertThat(token.out()).doesNotContain(told);
    Path file = folder.resolve("logins");
    Files.writeString(file, password.out() + token.out());
    assertThat(Logins.of(file)).isNotSameAs(Logins.NONE);
  }

  @Test
  void refusesALoginWithoutAPassword() {
    Shell.Result result = new Shell(folder).input("\n").run("taxii-login", "nordlys");
    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).contains("a login needs a name");
  }
}
