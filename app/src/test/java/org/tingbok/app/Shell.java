package org.tingbok.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.tingbok.testkit.Casebook;
import java.util.Map;

/// Runs commands in this process, as a shell would in a folder, without a terminal.
final class Shell {
  private final Path folder;
  private String input = "";
  private Map<String, String> environment = Map.of();
  private boolean terminal;
  private Runnable complaint = () -> {
  };

  Shell(Path folder) {
    this.folder = folder;
  }

  /// What standard input holds.
  Shell input(String text) {
    input = text;
    return this;
  }

  /// With one variable of the environment.
  Shell with(String variable, String value) {
    environment = Map.of(variable, value);
    return this;
  }

  /// As if a person looked on.
  Shell onTerminal() {
    terminal = true;
    return this;
  }

  /// With something that is done whenever a command writes to standard error.
  Shell onComplaint(Runnable done) {
    complaint = done;
    return this;
  }

  /// What a command left behind.
  record Result(int status, String out, String err) {
    List<String> errors() {
      return err.lines().toList();
    }
  }

  Result run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream() {
      @Override
      public void flush() {
        complaint.run();
      }
    };
    Surroundings surroundings = new Surroundings(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), out,
        err, environment, folder, Casebook.CLOCK, terminal, terminal, 100);
    int status = Main.commandLine(surroundings).execute(words);
    return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
