package org.tingbok.app.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.access.ApiToken;
import org.tingbok.app.access.Right;
import org.tingbok.app.access.SecurityLog.By;
import org.tingbok.app.access.Tokens;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tingbok token`.
@Command(name = "token", mixinStandardHelpOptions = true,
    description = {"Tokens by which programs act for an account: under /api/v1, /taxii2, /mcp and on the pages.",
        "Kept as a digest only; each has scopes and an end, and can be taken back."},
    commandListHeading = "%nCommands:%n", footerHeading = "%nExamples:%n", footer = {
        "  tingbok token create ida --label opencti                  may read, for 90 days; told once",
        "  tingbok token create ida --label feeder --scope read,record --days 30",
        "  tingbok token revoke 1f09c2ab"})
public final class TokenCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  private TokenCommand() {
  }

  /// The command with what may be done.
  ///
  /// @param surroundings where it reads from and prints to
  /// @return not yet parsed
  public static CommandLine of(Surroundings surroundings) {
    return new CommandLine(new TokenCommand()).addSubcommand(new Create(surroundings))
        .addSubcommand(new Listing(surroundings)).addSubcommand(new Revoke(surroundings));
  }

  /// Prints the usage: nothing to be done was named.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// A token for programs; the token itself only when it was just made.
  record Card(String id, String account, String label, List<String> scopes, String made, String expires,
      Optional<String> revoked, Optional<String> used, Optional<String> token) {
    static Card of(ApiToken one, Optional<String> secret) {
      return new Card(one.id(), one.account(), one.label(), one.scopes().stream().map(Right::code).toList(),
          one.made().toString(), one.expires().toString(), one.revoked().map(Object::toString),
          one.used().map(Object::toString), secret);
    }
  }

  /// `tingbok token create`.
  @Command(name = "create", mixinStandardHelpOptions = true,
      description = "Make a token; it is printed this once and never again.")
  private static final class Create implements Callable<Integer> {
    @Parameters(paramLabel = "ACCOUNT", description = "Whose it is; it may no more than they may.")
    private String account = "";
    @Option(names = "--label", required = true, paramLabel = "WORDS", description = "What it is for.")
    private String label = "";
    @Option(names = "--scope", split = ",", converter = AccessOptions.Scopes.class, paramLabel = "SCOPE",
        description = "What it may: read, record, administer (default: read).")
    private Set<Right> scopes = new LinkedHashSet<>();
    @Option(names = "--days", paramLabel = "N", description = "How long it counts, up to 366 (default: 90).")
    private int days = (int) Tokens.USUAL.toDays();
    @Mixin
    private AccessOptions options = new AccessOptions();

    private final Surroundings surroundings;

    Create(Surroundings surroundings) {
      this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
      return options.with(surroundings, (access, streams) -> {
        Tokens.Made made = access.tokens().create(account, label, scopes.isEmpty() ? Set.of(Right.READ) : scopes,
            Duration.ofDays(days), By.COMMAND_LINE);
        if (options.json()) {
          streams.json(Card.of(made.token(), Optional.of(made.secret())));
        } else {
          streams.line(made.secret());
          streams.remark("token " + made.token().id() + " counts until " + made.token().expires()
              + "; it is told this once");
        }
        return 0;
      });
    }
  }

  /// What `token list` answers to programs.
  record Cards(List<Card> tokens) {
  }

  /// `tingbok token list`.
  @Command(name = "list", mixinStandardHelpOptions = true, description = "List tokens, without their secrets.")
  private static final class Listing implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "ACCOUNT", description = "Only those of this account.")
    private Optional<String> account = Optional.empty();
    @Mixin
    private AccessOptions options = new AccessOptions();

    private final Surroundings surroundings;

    Listing(Surroundings surroundings) {
      this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
      return options.with(surroundings, (access, streams) -> {
        List<ApiToken> tokens = access.tokens().all(account);
        if (options.json()) {
          streams.json(new Cards(tokens.stream().map(one -> Card.of(one, Optional.empty())).toList()));
        } else {
          List<List<String>> rows = new ArrayList<>();
          for (ApiToken one : tokens) {
            rows.add(List.of(one.id(), streams.paint().strong(Paint.plain(one.account())),
                String.join(" ", one.scopes().stream().map(Right::code).toList()),
                one.revoked().map(moment -> "taken back " + moment)
                    .orElse((one.holds(access.now()) ? "until " : "over since ") + one.expires()),
                Paint.plain(one.label())));
          }
          streams.lines(Columns.table(rows, streams.width(), 0));
        }
        return tokens.isEmpty() ? Problems.NOTHING_FOUND : 0;
      });
    }
  }

  /// `tingbok token revoke`.
  @Command(name = "revoke", mixinStandardHelpOptions = true, description = "Take a token back.")
  private static final class Revoke implements Callable<Integer> {
    @Parameters(paramLabel = "ID", description = "As 'token list' tells.")
    private String id = "";
    @Mixin
    private AccessOptions options = new AccessOptions();

    private final Surroundings surroundings;

    Revoke(Surroundings surroundings) {
      this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
      return options.with(surroundings, (access, streams) -> {
        access.tokens().revoke(id, Optional.empty(), By.COMMAND_LINE);
        streams.line("token " + Paint.plain(id) + " counts no longer");
        return 0;
      });
    }
  }
}
