package org.tingbok.app.command;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BiFunction;
import org.tingbok.app.Surroundings;
import org.tingbok.app.access.Access;
import org.tingbok.app.access.Right;
import org.tingbok.app.access.Role;
import org.tingbok.app.beside.Beside;
import org.tingbok.vocabulary.Coded;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// Of which ledger accounts and tokens are, and how they are told.
final class AccessOptions {
  @Option(names = "--ledger", paramLabel = "FILE|URL", defaultValue = LedgerFile.DEFAULT,
      description = "The ledger whose accounts are meant (default: ${DEFAULT-VALUE} in the working folder).")
  private String address = LedgerFile.DEFAULT;

  @Option(names = "--json", description = "For programs: JSON.")
  private boolean json;

  boolean json() {
    return json;
  }

  /// Does something with what is kept beside the ledger, and closes it.
  int with(Surroundings surroundings, BiFunction<Access, Streams, Integer> work) {
    Streams streams = Streams.of(surroundings);
    try (Access access = Access.open(Beside.of(surroundings.folder(), address), surroundings.clock())) {
      int status = work.apply(access, streams);
      streams.flush();
      return status;
    }
  }

  /// A password: asked for without showing it where somebody types, else the first line of standard input.
  static String password(Surroundings surroundings) {
    Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal)
        .filter(_ -> surroundings.in().equals(System.in));
    if (console.isPresent()) {
      return new String(console.get().readPassword("Password: "));
    }
    try {
      return new String(surroundings.in().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A role, as it is typed.
  static final class Roles implements ITypeConverter<Role> {
    @Override
    public Role convert(String text) {
      return Coded.find(Role.class, text).orElseThrow(
          () -> new TypeConversionException("'" + text + "' is no role: reader, analyst, administrator"));
    }
  }

  /// A scope, as it is typed.
  static final class Scopes implements ITypeConverter<Right> {
    @Override
    public Right convert(String text) {
      return Coded.find(Right.class, text)
          .orElseThrow(() -> new TypeConversionException("'" + text + "' is no scope: read, record, administer"));
    }
  }
}
