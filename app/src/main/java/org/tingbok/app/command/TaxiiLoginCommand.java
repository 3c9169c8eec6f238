package org.tingbok.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.taxii.Logins;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok taxii-login`.
@Command(name = "taxii-login", mixinStandardHelpOptions = true,
    description = {"Make a line for the file of 'serve --taxii-logins'.",
        "Reads a password, a line of standard input, and prints a line that holds its digest only."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok taxii-login opencti >> logins          with a password, for Basic",
        "  tingbok taxii-login splunk --token >> logins   with a token of its own making, told on standard error"})
public final class TaxiiLoginCommand implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "Who logs in.")
  private String name = "";

  @Option(names = "--token", description = "Make a token for Bearer or Token instead of taking a password.")
  private boolean token;

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public TaxiiLoginCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    if (token) {
      String made = Logins.fresh();
      streams.line(Logins.token(name, made));
      streams.remark("the token, told this once: " + made);
    } else {
      streams.line(Logins.password(name, password()));
    }
    streams.flush();
    return 0;
  }

  private String password() {
    try {
      String line = new String(surroundings.in().readAllBytes(), StandardCharsets.UTF_8);
      return line.lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
