package org.tingbok.reading.syntax.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tingbok.reading.syntax.Evaluation;
import org.tingbok.reading.syntax.ModelTraining;

/// Trains the models that ship, or measures them. See `docs/syntax.md`.
public final class Trainer {
  private Trainer() {}

  /// Runs one command.
  ///
  /// @param args `train TREEBANKS MODELS [LANGUAGE…]`, `test TREEBANKS MODELS` or `speed TREEBANKS MODELS`
  /// @throws IOException if a file cannot be read or written
  public static void main(String[] args) throws IOException {
    Path banks = Path.of(args[1]);
    Path models = Path.of(args[2]);
    List<String> languages =
        args.length > 3 ? List.of(args).subList(3, args.length) : List.of("en", "nb", "de", "fr", "es");
    for (String language : languages) {
      switch (args[0]) {
        case "train" -> {
          List<Path> files = training(language).stream().map(name -> banks.resolve(name + ".conllu.gz")).toList();
          ModelTraining.run(language, files, models.resolve(language + ".syntax"),
              Integer.getInteger("rounds", language.equals("en") ? 11 : 20));
        }
        case "test" -> {
          for (String name : held(language)) {
            Evaluation.run(language, models.resolve(language + ".syntax"), banks.resolve(name + ".conllu.gz"),
                Boolean.getBoolean("detailed"));
          }
        }
        case "speed" -> Evaluation.speed(language, models.resolve(language + ".syntax"),
            banks.resolve(held(language).getLast() + ".conllu.gz"));
        default -> throw new IllegalArgumentException("train, test or speed, not \"" + args[0] + "\"");
      }
    }
  }

  private static List<String> training(String language) {
    return switch (language) {
      case "en" -> List.of("en_ewt-train", "en_ewt-dev");
      case "nb" -> List.of("no_bokmaal-dev");
      case "de" -> List.of("de_gsd-dev");
      default -> List.of("fr_gsd-dev"); // rewritten for Spanish, which has none of its own here
    };
  }

  private static List<String> held(String language) {
    return switch (language) {
      case "en" -> List.of("en_ewt-test", "en_pud");
      case "nb" -> List.of("no_bokmaal-test");
      case "de" -> List.of("de_gsd-test");
      case "es" -> List.of();
      default -> List.of("fr_gsd-test");
    };
  }
}
