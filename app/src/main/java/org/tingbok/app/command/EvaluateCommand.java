package org.tingbok.app.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.input.OnRecord;
import org.tingbok.claim.Reading;
import org.tingbok.exchange.ContractWriter;
import org.tingbok.exchange.score.Score;
import org.tingbok.exchange.score.Scorer;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.reading.knowledge.NameDecisions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tingbok evaluate`.
@Command(name = "evaluate", mixinStandardHelpOptions = true,
    description = {"Read the texts of gold folders and score the claims against the gold."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok evaluate gold/own gold/dev       each folder by itself",
        "  tingbok evaluate gold/dev --errors       with every claim that was wrong, missed or extra",
        "  tingbok evaluate gold --texts reports    where the texts lie in another folder"})
public final class EvaluateCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "GOLD", description = "Folders of gold files NAME.json.")
  private List<Path> folders = List.of();

  @Option(names = "--texts", paramLabel = "FOLDER",
      description = "Where the texts NAME.txt, .md, .html … lie (default: beside the gold).")
  private Optional<Path> texts = Optional.empty();

  @Option(names = "--errors", description = "List what was wrong, missed or extra.")
  private boolean errors;

  @Option(names = "--format", paramLabel = "text|json", defaultValue = "text",
      description = "For people or for programs (default: ${DEFAULT-VALUE}).")
  private OutputFormat format = OutputFormat.text;

  @Mixin
  private SecondReaderOptions second = new SecondReaderOptions();

  private final Surroundings surroundings;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public EvaluateCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Streams streams = Streams.of(surroundings);
    for (Path folder : folders) {
      Path gold = surroundings.folder().resolve(folder);
      if (!Files.isDirectory(gold)) {
        throw new BadInputException("GOLD_MISSING", "no folder " + folder + "; give a folder of gold files NAME.json");
      }
      Path read = texts.orElse(folder);
      List<Reading> readings =
          ReportInput.read(List.of(read.toString()), surroundings.folder(), OnRecord.NOTHING, NameDecisions.none(),
              second.endpoint(surroundings.environment()), surroundings, streams).readings();
      if (readings.isEmpty()) {
        return Problems.COULD_NOT;
      }
      ByteArrayOutputStream contract = new ByteArrayOutputStream();
      ContractWriter.write(contract, readings);
      Score score = Scorer.score(new ByteArrayInputStream(contract.toByteArray()), gold,
          surroundings.folder().resolve(read));
      if (format == OutputFormat.json) {
        streams.line(score.json().strip());
      } else {
        if (folders.size() > 1) {
          streams.line(streams.paint().strong(folder.toString()));
        }
        streams.out().print(score.print(errors));
      }
    }
    streams.flush();
    return 0;
  }
}
