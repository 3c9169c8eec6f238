package org.tingbok.app;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line's entry point.
@Command(name = "tingbok", mixinStandardHelpOptions = true, versionProvider = Main.Version.class,
    description = "An evidence-linked ledger of cyber-attribution claims.")
public final class Main implements Runnable {
  /// Made by the command line parser, once a run.
  public Main() {
  }

  /// Runs one command and exits with its code.
  ///
  /// @param args words of the command line
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  /// Prints the usage: no command was named.
  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /// Tells the version that the build wrote into the jar's manifest.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      Optional<String> built = Optional.ofNullable(Main.class.getPackage().getImplementationVersion());
      return new String[] {"tingbok " + built.orElse("(run from classes)")};
    }
  }
}
