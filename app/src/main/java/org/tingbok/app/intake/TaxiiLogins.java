package org.tingbok.app.intake;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tingbok.vocabulary.BadInputException;

/// Who we are to servers of TAXII: out of a file that the environment names, never out of the ledger, and for the host that
/// the file names it for only.
public final class TaxiiLogins {
  /// The variable of the environment that names the file.
  public static final String VARIABLE = "TINGBOK_TAXII_LOGINS";

  /// We are nobody to anybody.
  public static final TaxiiLogins NONE = new TaxiiLogins(Map.of());

  private final Map<String, String> byHost;

  private TaxiiLogins(Map<String, String> byHost) {
    this.byHost = byHost;
  }

  /// Reads them. A line is `HOST basic USER PASSWORD`, `HOST bearer TOKEN` or `HOST token KEY`; a host may have a port; lines
  /// that begin with `#` are remarks.
  ///
  /// @param environment the variables of the environment
  /// @return none where the environment names no file
  /// @throws BadInputException `TAXII_LOGINS` if the file cannot be read or a line is of another form; what stands in it is
  ///     not told
  public static TaxiiLogins of(Map<String, String> environment) {
    String file = environment.getOrDefault(VARIABLE, "");
    Map<String, String> logins = new HashMap<>();
    if (!file.isBlank()) {
      int number = 0;
      for (String line : lines(file)) {
        number++;
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] words = line.strip().split("\\s+", 4);
          String kind = words.length > 2 ? words[1].toLowerCase(Locale.ROOT) : "";
          boolean pair = kind.equals("basic");
          if (!pair && !kind.equals("bearer") && !kind.equals("token") || words.length != (pair ? 4 : 3)) {
            throw new BadInputException("TAXII_LOGINS", "line " + number + " of " + file
                + " is no login; write HOST basic USER PASSWORD, or HOST bearer TOKEN");
          }
          logins.put(words[0].toLowerCase(Locale.ROOT), pair
              ? "Basic " + Base64.getEncoder()
                  .encodeToString((words[2] + ":" + words[3]).getBytes(StandardCharsets.UTF_8))
              : (kind.equals("bearer") ? "Bearer " : "Token ") + words[2]);
        }
      }
    }
    return new TaxiiLogins(logins);
  }

  private static Iterable<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (IOException | java.nio.file.InvalidPathException e) {
      throw new BadInputException("TAXII_LOGINS", "cannot read " + file + ", which " + VARIABLE
          + " names for logins; check the path", e);
    }
  }

  /// What to say to a host. Over `http` nothing is said but to this machine, for everybody between could read it.
  ///
  /// @param address where
  /// @return the header `Authorization`; empty if there is no login for it
  Optional<String> header(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    if (!address.getScheme().equals("https") && !host.equals("localhost") && !host.startsWith("127.")) {
      return Optional.empty();
    }
    return Optional.ofNullable(byHost.get(host + ":" + address.getPort()))
        .or(() -> Optional.ofNullable(byHost.get(host)));
  }
}
