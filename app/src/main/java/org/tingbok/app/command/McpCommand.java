package org.tingbok.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.mcp.Mcp;
import org.tingbok.app.web.LedgerSource;
import org.tingbok.ledger.Ledger;
import org.tingbok.vocabulary.Tlp;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `tingbok mcp`.
@Command(name = "mcp", mixinStandardHelpOptions = true,
    description = {"Answer an assistant by the Model Context Protocol, over standard input and output.",
        "Assistants start it themselves. It reads the ledger and writes nothing. 'serve' does the same under /mcp."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok mcp --ledger /data/north.ledger"})
public final class McpCommand implements Callable<Integer> {
  @Option(names = "--ledger", paramLabel = "FILE|URL", defaultValue = LedgerFile.DEFAULT,
      description = "The ledger (default: ${DEFAULT-VALUE} in the working folder).")
  private String address = LedgerFile.DEFAULT;

  @Option(names = "--tlp", paramLabel = "COLOUR", converter = TlpConverter.class,
      description = "Tell only what may be passed on as far: clear, green, amber, amber+strict or red.")
  private Optional<Tlp> ceiling = Optional.empty();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public McpCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (Ledger whole = LedgerFile.existing(surroundings.folder(), address)) {
      Ledger ledger = ceiling.map(whole::cleared).orElse(whole);
      LedgerSource source = LedgerFile.shared(address) ? LedgerSource.ofShared(ledger)
          : LedgerSource.ofFile(ledger, surroundings.folder().resolve(address));
      Mcp.over(source.holdings(), surroundings.in(), surroundings.out());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }
}
