package org.tingbok.app.command;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.tingbok.second.Endpoint;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine.Option;

/// The options of every command that reads reports: whether a language model looks at what stays unread.
final class SecondReaderOptions {
  /// The variable of the environment that holds the key: a command line is seen by others and kept in histories.
  static final String KEY = "TINGBOK_SECOND_READER_KEY";

  @Option(names = "--second-reader", paramLabel = "URL",
      description = {
          "Ask a language model about the sentences that stay unread, and send it their documents (default: none"
              + " is asked). Any OpenAI-compatible endpoint, such as http://localhost:11434/v1; a key, if it wants one, in"
              + " TINGBOK_SECOND_READER_KEY."})
  private Optional<String> address = Optional.empty();

  @Option(names = "--second-reader-model", paramLabel = "NAME",
      description = "The model, as the endpoint knows it; the claims that it proposes carry the name.")
  private Optional<String> model = Optional.empty();

  @Option(names = "--second-reader-timeout", paramLabel = "SECONDS", defaultValue = "60",
      description = "How long it may take over one document (default: ${DEFAULT-VALUE}).")
  private int seconds = 60;

  /// Whom to ask; empty if nobody.
  ///
  /// @throws BadInputException `SECOND_READER_SETTING` if the options do not fit together
  Optional<Endpoint> endpoint(Map<String, String> environment) {
    if (address.isEmpty()) {
      if (model.isPresent()) {
        throw new BadInputException("SECOND_READER_SETTING",
            "--second-reader-model names a model and --second-reader no address to ask it at");
      }
      return Optional.empty();
    }
    Optional<String> key = Optional.ofNullable(environment.get(KEY)).map(String::strip).filter(text -> !text.isEmpty());
    return Optional.of(Endpoint.of(address.get(), model.orElseThrow(() -> new BadInputException("SECOND_READER_SETTING",
        "--second-reader needs --second-reader-model NAME as well")), key, Duration.ofSeconds(seconds)));
  }
}
