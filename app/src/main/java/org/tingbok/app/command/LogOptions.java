package org.tingbok.app.command;

import org.tingbok.app.Surroundings;
import org.tingbok.app.operation.Log;
import picocli.CommandLine.Option;

/// How the log of a command that stays is written, to standard error.
final class LogOptions {
  @Option(names = "--log-format", paramLabel = "text|json", defaultValue = "text",
      description = "The log on standard error: for people, or a line of JSON for each event (default: ${DEFAULT-VALUE}).")
  private Log.Format format = Log.Format.text;

  @Option(names = "--log-level", paramLabel = "LEVEL", defaultValue = "warn",
      description = "What is logged: error, warn, info (every request and delivery) or debug (default: ${DEFAULT-VALUE}).")
  private Log.Detail detail = Log.Detail.warn;

  void begin(Surroundings surroundings) {
    Log.to(surroundings.err(), format, detail);
  }
}
