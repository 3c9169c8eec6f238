package org.tingbok.app.command;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tingbok.app.input.Trouble;
import org.tingbok.vocabulary.TingbokException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Turns what stops a command into one line on standard error and an exit status.
public final class Problems implements IExecutionExceptionHandler, IParameterExceptionHandler {
  /// Nothing was found.
  public static final int NOTHING_FOUND = 1;
  /// It was done, but for what was told on standard error: some of what was handed in was left out.
  public static final int LEFT_OUT = 3;
  /// It could not be done.
  public static final int COULD_NOT = 2;

  private final Function<ArgSpec, Optional<String>> blamed;

  /// A handler; it keeps nothing.
  public Problems() {
    this(_ -> Optional.empty());
  }

  /// A handler that tells where a value comes from which the command line does not say.
  ///
  /// @param blamed where the value of an argument comes from; empty for the command line
  public Problems(Function<ArgSpec, Optional<String>> blamed) {
    this.blamed = blamed;
  }

  @Override
  public int handleParseException(ParameterException problem, String[] words) {
    CommandLine command = problem.getCommandLine();
    if (problem.getCause() instanceof TingbokException known) {
      print(command.getErr(), known.code(), String.valueOf(known.getMessage()));
      return COULD_NOT;
    }
    List<String> near =
        problem instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    String advice = near.isEmpty() ? "see '" + command.getCommandSpec().qualifiedName() + " --help'"
        : "did you mean '" + near.getFirst() + "'?";
    String from = Optional.ofNullable(problem.getArgSpec()).flatMap(blamed)
        .filter(_ -> List.of(words).stream().noneMatch(problem.getArgSpec() instanceof OptionSpec option
            ? word -> List.of(option.names()).contains(word.replaceFirst("=.*", ""))
            : _ -> true))
        .map(origin -> " (from " + origin + ")").orElse("");
    print(command.getErr(), "USAGE", problem.getMessage() + from + "; " + advice);
    return COULD_NOT;
  }

  @Override
  public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
    if (problem instanceof TingbokException known) {
      print(command.getErr(), known.code(), String.valueOf(known.getMessage()));
      return known.exitStatus() == NOTHING_FOUND ? NOTHING_FOUND : COULD_NOT;
    }
    if (problem instanceof UncheckedIOException unwritten) {
      print(command.getErr(), "OUTPUT_FAILED", "cannot write the output (" + unwritten.getMessage() + ")");
      return COULD_NOT;
    }
    StackTraceElement[] trace = problem.getStackTrace();
    print(command.getErr(), "FAULT", "a defect of Tingbok: " + problem + (trace.length == 0 ? "" : " at " + trace[0])
        + "; report it with the command that you ran");
    return COULD_NOT;
  }

  private static void print(PrintWriter err, String code, String message) {
    err.print(new Trouble(code, message).line());
    err.print('\n');
    err.flush();
  }
}
