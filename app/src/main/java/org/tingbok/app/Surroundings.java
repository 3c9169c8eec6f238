package org.tingbok.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.input.Readers;
import org.tingbok.app.terminal.Paint;
import org.tingbok.app.worker.Workers;

/// What a command finds around it; all that differs between a person's shell and a test.
///
/// @param in standard input
/// @param out standard output, bytes; text on it is UTF-8
/// @param err standard error, likewise
/// @param environment environment variables
/// @param folder the working folder
/// @param clock gives the moment of recording
/// @param outTerminal whether standard output is a terminal
/// @param errTerminal whether standard error is a terminal
/// @param width columns of the terminal
/// @param readers where reports are read
public record Surroundings(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment,
    Path folder, Clock clock, boolean outTerminal, boolean errTerminal, int width, Readers readers) {
  private static final int PLAIN_WIDTH = 100;

  /// Those of somebody who reads reports in this process.
  ///
  /// @param in standard input
  /// @param out standard output, bytes; text on it is UTF-8
  /// @param err standard error, likewise
  /// @param environment environment variables
  /// @param folder the working folder
  /// @param clock gives the moment of recording
  /// @param outTerminal whether standard output is a terminal
  /// @param errTerminal whether standard error is a terminal
  /// @param width columns of the terminal
  public Surroundings(InputStream in, OutputStream out, OutputStream err, Map<String, String> environment, Path folder,
      Clock clock, boolean outTerminal, boolean errTerminal, int width) {
    this(in, out, err, environment, folder, clock, outTerminal, errTerminal, width, Readers.HERE);
  }

  /// Those of this process.
  ///
  /// @return as found; a terminal is only taken for one where the operating system says so
  public static Surroundings ofThisProcess() {
    boolean outTerminal = terminal(1);
    boolean errTerminal = terminal(2);
    Map<String, String> environment = System.getenv();
    return new Surroundings(System.in, new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err), environment, Path.of(""), Clock.systemUTC(), outTerminal,
        errTerminal, outTerminal ? width(environment) : PLAIN_WIDTH, Workers.ofThisProcess());
  }

  /// Where files lie that nobody keeps.
  ///
  /// @return `TMPDIR`, or the folder that Java takes where that is not set
  public Path temporary() {
    String named = environment.getOrDefault("TMPDIR", "");
    return folder.resolve(named.isEmpty() ? System.getProperty("java.io.tmpdir") : named);
  }

  /// How text for people is painted on standard output.
  ///
  /// @return coloured on a terminal, unless NO_COLOR is set
  public Paint paint() {
    return new Paint(outTerminal && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb"));
  }

  private static boolean terminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    try {
      if (Files.isSymbolicLink(link)) {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
      }
    } catch (IOException e) {
      return false;
    }
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  private static int width(Map<String, String> environment) {
    try {
      String columns = environment.getOrDefault("COLUMNS", "");
      if (columns.isEmpty()) {
        Process stty = new ProcessBuilder("stty", "size").redirectInput(Path.of("/dev/tty").toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String[] size = new String(stty.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.US_ASCII)
            .strip().split(" ", -1);
        columns = size[size.length - 1];
      }
      return Math.clamp(Integer.parseInt(columns), 60, 140);
    } catch (IOException | NumberFormatException e) {
      return PLAIN_WIDTH;
    }
  }
}
