package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tingbok.app.Surroundings;
import org.tingbok.app.access.Access;
import org.tingbok.app.access.Account;
import org.tingbok.app.access.Role;
import org.tingbok.app.access.SecurityEvent;
import org.tingbok.app.access.SecurityLog.By;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Tlp;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `tingbok account`.
@Command(name = "account", mixinStandardHelpOptions = true,
    description = {"Who may log in to 'tingbok serve', and as what: reader, analyst or administrator.",
        "Kept beside the ledger, in a file for its owner only; of passwords, an Argon2id digest."},
    commandListHeading = "%nCommands:%n", footerHeading = "%nExamples:%n", footer = {
        "  tingbok account add ida --role administrator        asks for a password, or reads it from standard input",
        "  tingbok account add ole --role reader --subject ole@example.org   comes by a log-in service",
        "  tingbok account role ole analyst",
        "  tingbok account ceiling reader amber                readers see what is marked amber or wider",
        "  tingbok account log                                 who got in, who did not, who changed what"})
public final class AccountCommand implements Runnable {
  private static final String THE_ACCOUNT = "The account.";
  private static final String ROLES = "reader, analyst or administrator.";

  @Spec
  private CommandSpec spec = CommandSpec.create();

  private AccountCommand() {
  }

  /// The command with what may be done.
  ///
  /// @param surroundings where it reads from and prints to
  /// @return not yet parsed
  public static CommandLine of(Surroundings surroundings) {
    return new CommandLine(new AccountCommand()).addSubcommand(new Add(surroundings))
        .addSubcommand(new Listing(surroundings)).addSubcommand(new SetRole(surroundings))
        .addSubcommand(new Password(surroundings)).addSubcommand(new Disable(surroundings))
        .addSubcommand(new Ceiling(surroundings)).addSubcommand(new Log(surroundings));
  }

  /// Prints the usage: nothing to be done was named.
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /// What each of them has.
  private abstract static class Part implements Callable<Integer> {
    @Mixin
    final AccessOptions options = new AccessOptions();
    final Surroundings surroundings;

    Part(Surroundings surroundings) {
      this.surroundings = surroundings;
    }
  }

  /// `tingbok account add`.
  @Command(name = "add", mixinStandardHelpOptions = true,
      description = "Make an account. The password is asked for, or is the first line of standard input.")
  private static final class Add extends Part {
    @Parameters(paramLabel = "NAME", description = "As it is to stand on what they record.")
    private String name = "";
    @Option(names = "--role", required = true, converter = AccessOptions.Roles.class, paramLabel = "ROLE",
        description = ROLES)
    private Role role = Role.READER;
    @Option(names = "--subject", paramLabel = "SUBJECT",
        description = "They come by a log-in service ('serve --oidc'), which knows them as this: its 'sub', or an address of mail"
            + " that it has verified. No password is asked for then.")
    private Optional<String> subject = Optional.empty();

    Add(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    public Integer call() {
      Optional<String> password =
          subject.isPresent() ? Optional.empty() : Optional.of(AccessOptions.password(surroundings));
      return options.with(surroundings, (access, streams) -> {
        Account made = access.accounts().add(name, role, password, subject, By.COMMAND_LINE);
        if (options.json()) {
          streams.json(Card.of(made));
        } else {
          streams.line(Paint.plain(made.name()) + " may log in, as " + made.role().code());
        }
        return 0;
      });
    }
  }

  /// An account for programs.
  record Card(String name, String role, boolean disabled, boolean password, Optional<String> subject, String made) {
    static Card of(Account account) {
      return new Card(account.name(), account.role().code(), account.disabled(), account.password(),
          account.subject(), account.made().toString());
    }
  }

  /// What `account list` answers to programs.
  record Cards(List<Card> accounts, Map<String, String> ceilings) {
  }

  /// `tingbok account list`.
  @Command(name = "list", mixinStandardHelpOptions = true, description = "List the accounts, and what each role sees.")
  private static final class Listing extends Part {
    Listing(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    public Integer call() {
      return options.with(surroundings, (access, streams) -> {
        List<Account> accounts = access.accounts().all();
        Map<String, String> ceilings = new LinkedHashMap<>();
        access.accounts().ceilings().forEach((role, tlp) -> ceilings.put(role.code(), tlp.code()));
        if (options.json()) {
          streams.json(new Cards(accounts.stream().map(Card::of).toList(), ceilings));
          return accounts.isEmpty() ? Problems.NOTHING_FOUND : 0;
        }
        List<List<String>> rows = new ArrayList<>();
        for (Account one : accounts) {
          rows.add(List.of(streams.paint().strong(Paint.plain(one.name())), one.role().code(),
              one.disabled() ? "disabled"
                  : one.subject().map(subject -> "as " + Paint.plain(subject)).orElse("by password")));
        }
        streams.lines(Columns.table(rows, streams.width(), 0));
        streams.line(streams.paint().faint(ReadingText.count(accounts.size(), "account", "accounts") + "; "
            + String.join(", ", ceilings.entrySet().stream()
                .map(one -> one.getKey() + "s see up to " + one.getValue()).toList())));
        return accounts.isEmpty() ? Problems.NOTHING_FOUND : 0;
      });
    }
  }

  /// A change, told in a line.
  private abstract static class Change extends Part {
    Change(Surroundings surroundings) {
      super(surroundings);
    }

    /// Makes it.
    ///
    /// @return what holds from now on
    abstract String made(Access access);

    @Override
    public final Integer call() {
      return options.with(surroundings, (access, streams) -> {
        streams.line(made(access));
        return 0;
      });
    }
  }

  /// `tingbok account role`.
  @Command(name = "role", mixinStandardHelpOptions = true,
      description = "Give an account another role; its sessions end.")
  private static final class SetRole extends Change {
    @Parameters(index = "0", paramLabel = "NAME", description = THE_ACCOUNT)
    private String name = "";
    @Parameters(index = "1", paramLabel = "ROLE", converter = AccessOptions.Roles.class, description = ROLES)
    private Role role = Role.READER;

    SetRole(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    String made(Access access) {
      access.accounts().role(name, role, By.COMMAND_LINE);
      return Paint.plain(name) + " is " + role.code() + " from now on";
    }
  }

  /// `tingbok account password`.
  @Command(name = "password", mixinStandardHelpOptions = true,
      description = "Set a password: asked for, or the first line of standard input. Sessions of the account end.")
  private static final class Password extends Change {
    @Parameters(paramLabel = "NAME", description = THE_ACCOUNT)
    private String name = "";

    Password(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    String made(Access access) {
      access.accounts().password(name, AccessOptions.password(surroundings), By.COMMAND_LINE);
      return Paint.plain(name) + " has a new password";
    }
  }

  /// `tingbok account disable`.
  @Command(name = "disable", mixinStandardHelpOptions = true,
      description = "Take all rights from an account, its sessions and tokens; --undo gives them back.")
  private static final class Disable extends Change {
    @Parameters(paramLabel = "NAME", description = THE_ACCOUNT)
    private String name = "";
    @Option(names = "--undo", description = "Let them in again; tokens count again, sessions do not.")
    private boolean undo;

    Disable(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    String made(Access access) {
      access.accounts().disable(name, !undo, By.COMMAND_LINE);
      return Paint.plain(name) + (undo ? " may log in again" : " may nothing from now on");
    }
  }

  /// `tingbok account ceiling`.
  @Command(name = "ceiling", mixinStandardHelpOptions = true,
      description = "Say up to which marking a role sees the ledger. Below red it records nothing.")
  private static final class Ceiling extends Change {
    @Parameters(index = "0", paramLabel = "ROLE", converter = AccessOptions.Roles.class, description = ROLES)
    private Role role = Role.READER;
    @Parameters(index = "1", paramLabel = "COLOUR", converter = TlpConverter.class,
        description = "clear, green, amber, amber+strict or red.")
    private Tlp ceiling = Tlp.CLEAR;

    Ceiling(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    String made(Access access) {
      access.accounts().ceiling(role, ceiling, By.COMMAND_LINE);
      return role.code() + "s see what is marked " + ceiling.code() + " or wider";
    }
  }

  /// What `account log` answers to programs.
  record Events(List<SecurityEvent> events) {
  }

  /// `tingbok account log`.
  @Command(name = "log", mixinStandardHelpOptions = true,
      description = "Tell who got in, who did not, and who changed what; the last first.")
  private static final class Log extends Part {
    @Option(names = "--most", paramLabel = "N", defaultValue = "100",
        description = "How many at most (default: ${DEFAULT-VALUE}).")
    private int most = 100;

    Log(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    public Integer call() {
      if (most < 1) {
        throw new BadInputException("USAGE", "--most " + most + ": 1 or more");
      }
      return options.with(surroundings, (access, streams) -> {
        List<SecurityEvent> events = access.log().last(Long.MAX_VALUE, most);
        if (options.json()) {
          streams.json(new Events(events));
        } else {
          List<List<String>> rows = new ArrayList<>();
          for (SecurityEvent one : events) {
            rows.add(List.of(one.at().toString(), one.kind(), one.account(),
                "by " + one.by() + (one.address().isEmpty() ? "" : " from " + one.address()), one.detail()));
          }
          streams.lines(Columns.table(rows, streams.width(), 0));
        }
        return events.isEmpty() ? Problems.NOTHING_FOUND : 0;
      });
    }
  }
}
