package org.tingbok.scale;

import org.tingbok.vocabulary.TingbokException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `tingbok scale`, and the class that `spark-submit` is given.
@Command(name = "scale", mixinStandardHelpOptions = true,
    description = "Read corpora that one machine is too small for, on Apache Spark.",
    subcommands = {ReadCorpus.class, Compare.class, Demo.class, Generate.class, Measure.class})
public final class Scale {
  private Scale() {
  }

  /// Runs it.
  ///
  /// @param arguments the words of the command line
  public static void main(String[] arguments) {
    int status = new CommandLine(new Scale()).setExecutionExceptionHandler((e, line, _) -> {
      if (e instanceof TingbokException known) {
        line.getErr().println("tingbok: " + known.code() + ": " + known.getMessage());
        return 1;
      }
      throw e;
    }).execute(arguments);
    if (status != 0) {
      System.exit(status);
    }
  }
}
