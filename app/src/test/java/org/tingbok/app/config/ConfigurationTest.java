package org.tingbok.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.Main;
import org.tingbok.app.Surroundings;
import org.tingbok.testkit.Casebook;
import picocli.CommandLine.Model.OptionSpec;

/// Options by flag, environment, file and default.
class ConfigurationTest {
  private static final String BEGIN = "<!-- every key, kept by ConfigurationTest -->\n";
  private static final String END = "<!-- end of keys -->";

  @TempDir
  private Path folder = Path.of("");

  private record Result(int status, String out, String err) {
  }

  private Surroundings surroundings(Map<String, String> environment, ByteArrayOutputStream out,
      ByteArrayOutputStream err) {
    return new Surroundings(InputStream.nullInputStream(), out, err, environment, folder, Casebook.CLOCK, false, false,
        140);
  }

  private Result run(Map<String, String> environment, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.commandLine(surroundings(environment, out, err)).execute(words);
    return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("a.toml"), text);
  }

  @Test
  void flagBeforeEnvironmentBeforeFileBeforeDefault() throws IOException {
    file("ledger = \"file.ledger\"\n[incidents]\nledger = \"own.ledger\"\n");
    assertThat(run(Map.of(), "incidents").err()).contains("no ledger at tingbok.ledger");
    assertThat(run(Map.of(), "--config", "a.toml", "actors").err()).contains("no ledger at file.ledger");
    assertThat(run(Map.of("TINGBOK_CONFIG", "a.toml"), "incidents").err()).contains("no ledger at own.ledger");
    assertThat(run(Map.of("TINGBOK_CONFIG", "a.toml", "TINGBOK_LEDGER", "env.ledger"), "incidents").err())
        .contains("no ledger at env.ledger");
    assertThat(run(Map.of("TINGBOK_LEDGER", "env.ledger", "TINGBOK_INCIDENTS_LEDGER", "nearer.ledger"), "incidents")
        .err()).contains("no ledger at nearer.ledger");
    assertThat(run(Map.of("TINGBOK_CONFIG", "a.toml", "TINGBOK_LEDGER", "env.ledger"), "incidents", "--ledger",
        "flag.ledger").err()).contains("no ledger at flag.ledger");
  }

  @Test
  void theUsersOwnFileIsFoundAndThatOfTheWorkingFolderIsNot() throws IOException {
    Files.writeString(folder.resolve("tingbok.toml"), "ledger = \"stranger.ledger\"\n");
    assertThat(run(Map.of(), "incidents").err()).contains("no ledger at tingbok.ledger");
    Files.createDirectories(folder.resolve("home/.config/tingbok"));
    Files.writeString(folder.resolve("home/.config/tingbok/tingbok.toml"), "ledger = \"own.ledger\"\n");
    assertThat(run(Map.of("HOME", folder.resolve("home").toString()), "incidents").err())
        .contains("no ledger at own.ledger");
  }

  @Test
  void flagsAndListsAndOddCharactersComeThrough() throws IOException {
    file("""
        [serve]
        read-only = true
        allow-host = ["one.example", "two.example"]
        port = 0
        [claims]
        accused = "${sys:user.home} $x"
        """);
    String told = run(Map.of("TINGBOK_CONFIG", "a.toml"), "config", "serve").out();
    assertThat(told).contains("serve.read-only", "true", "one.example,two.example", "a.toml, serve.port");
    assertThat(run(Map.of("TINGBOK_CONFIG", "a.toml"), "config", "claims").out()).contains("${sys:user.home} $x");
  }

  @Test
  void whatIsWrongIsToldWithItsPlaceAndTheNearest() throws IOException {
    file("ledgr = \"x\"\n");
    Result unknown = run(Map.of("TINGBOK_CONFIG", "a.toml"), "incidents");
    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).startsWith("CONFIG_UNKNOWN: ").contains("a.toml", "'ledgr'", "did you mean 'ledger'?");
    assertThat(run(Map.of("TINGBOK_LEGDER", "x"), "incidents").err()).contains("did you mean 'TINGBOK_LEDGER'?");
    file("[serve]\nport = \n");
    assertThat(run(Map.of("TINGBOK_CONFIG", "a.toml"), "incidents").err()).startsWith("CONFIG_UNREADABLE: ")
        .contains("line 2");
    assertThat(run(Map.of("TINGBOK_CONFIG", "none.toml"), "incidents").err()).startsWith("CONFIG_UNREADABLE: ");
    file("[serve]\nport = \"seaside\"\n");
    assertThat(run(Map.of("TINGBOK_CONFIG", "a.toml"), "serve").err()).startsWith("USAGE: ").contains("seaside",
        "a.toml, serve.port");
    file("ledger = [\"a\", \"b\"]\n");
    assertThat(run(Map.of("TINGBOK_CONFIG", "a.toml"), "incidents").err()).startsWith("CONFIG_VALUE: ");
  }

  @Test
  void passwordsAreNotShown() throws IOException {
    file("ledger = \"postgresql://ida:hunter2@db/tingbok\"\n");
    Result told = run(Map.of("TINGBOK_CONFIG", "a.toml"), "config");
    assertThat(told.out()).contains("postgresql://ida@db/tingbok", "a.toml").doesNotContain("hunter2");
    assertThat(run(Map.of("TINGBOK_CONFIG", "a.toml"), "config", "--format", "json").out())
        .contains("TINGBOK_LEDGER").doesNotContain("hunter2");
  }

  @Test
  void noTwoKeysShareAVariable() {
    Map<String, OptionSpec> all = keys();
    assertThat(all.keySet().stream().map(Keys::variable)).doesNotHaveDuplicates();
    assertThat(all.keySet()).contains("ledger", "serve.port", "names.import.ledger").doesNotContain("config",
        "serve.help");
  }

  private Map<String, OptionSpec> keys() {
    return Keys.of(Main.commandLine(
        surroundings(Map.of(), new ByteArrayOutputStream(), new ByteArrayOutputStream()))).all();
  }

  /// The page lists every option of every command with its variable and default; `-Dgolden=accept` writes it, and fails.
  @Test
  void thePageListsEveryKey() throws IOException {
    Path page = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
        .map(at -> at.resolve("docs/configuration.md")).filter(Files::isRegularFile).findFirst().orElseThrow();
    String text = Files.readString(page);
    String wanted = new TreeMap<>(keys()).entrySet().stream()
        .map(one -> "| `" + one.getKey() + "` | `" + Keys.variable(one.getKey()) + "` | "
            + (one.getValue().arity().max() == 0 ? "true, false" : cell(one.getValue().paramLabel())) + " | "
            + (Objects.requireNonNullElse(one.getValue().defaultValue(), "").isEmpty() ? ""
                : "`" + one.getValue().defaultValue() + "`")
            + " |\n")
        .collect(Collectors.joining("", "| key in the file | variable | value | default |\n|---|---|---|---|\n", ""));
    int from = text.indexOf(BEGIN) + BEGIN.length();
    int to = text.indexOf(END);
    if ("accept".equals(System.getProperty("golden"))) {
      Files.writeString(page, text.substring(0, from) + wanted + text.substring(to));
    }
    assertThat(text.substring(from, to)).as("docs/configuration.md").isEqualTo(wanted);
  }

  private static String cell(String label) {
    return label.replace("|", "\\|");
  }
}
