package org.tingbok.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tingbok.vocabulary.BadInputException;

/// Where a ledger in PostgreSQL is: `postgresql://user:password@host:port/database?schema=name`.
///
/// @param host the server
/// @param port 5432 if nothing else is said
/// @param database the database
/// @param schema the schema that the ledger's tables are in; `public` if nothing else is said
/// @param user whom to log in as; empty for what the driver takes: the name of the account
/// @param password from the address, else from PGPASSWORD; empty for what the driver finds in `~/.pgpass`
/// @param options settings of the driver that an address may have, about encryption
record PostgresAddress(String host, int port, String database, String schema, Optional<String> user,
    Optional<String> password, Map<String, String> options) {
  /// What an address of this kind begins with.
  private static final Pattern SCHEME = Pattern.compile("postgres(ql)?:.*", Pattern.DOTALL);

  private static final int PORT = 5432;
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final Set<String> OPTIONS = Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");

  PostgresAddress {
    options = Map.copyOf(options);
  }

  static boolean looksLike(String address) {
    return SCHEME.matcher(address).matches();
  }

  /// Reads an address.
  ///
  /// @throws BadInputException `LEDGER_ADDRESS` if it is none; the message repeats nothing that may be a password
  static PostgresAddress parse(String address, Map<String, String> environment) {
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      // Without the cause, which repeats the address.
      throw unreadable("something in it has to be written as %XX");
    }
    String path = Optional.ofNullable(uri.getPath()).orElse("");
    if (uri.getHost() == null || path.length() < 2 || path.indexOf('/', 1) > 0) {
      throw unreadable("it needs a server and one database");
    }
    Map<String, String> options = new TreeMap<>();
    String schema = "public";
    String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    for (String option : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      int at = option.indexOf('=');
      String name = at < 0 ? option : option.substring(0, at);
      String value = at < 0 ? "" : decoded(option.substring(at + 1));
      if (name.equals("schema")) {
        schema = value;
      } else if (OPTIONS.contains(name)) {
        options.put(name, value);
      } else {
        throw unreadable(
            "after the '?' it may have schema and " + String.join(", ", OPTIONS.stream().sorted().toList()));
      }
    }
    if (!NAME.matcher(schema).matches()) {
      throw unreadable("a schema is named with small letters, digits and '_'");
    }
    Optional<String> login = Optional.ofNullable(uri.getRawUserInfo()).filter(text -> !text.isEmpty());
    Optional<String> user = login.map(text -> decoded(text.split(":", 2)[0]));
    Optional<String> password =
        login.filter(text -> text.indexOf(':') >= 0).map(text -> decoded(text.split(":", 2)[1]))
            .or(() -> Optional.ofNullable(environment.get("PGPASSWORD"))).filter(text -> !text.isEmpty());
    return new PostgresAddress(uri.getHost(), uri.getPort() < 0 ? PORT : uri.getPort(), path.substring(1), schema,
        user, password, options);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unreadable("something in it has to be written as %XX");
    }
  }

  private static BadInputException unreadable(String why) {
    return new BadInputException("LEDGER_ADDRESS",
        "the address of the ledger cannot be read: " + why
            + "; write postgresql://user@host:port/database?schema=name");
  }

  /// Without the password.
  String place() {
    return "postgresql://" + user.map(name -> name + "@").orElse("") + host + (port == PORT ? "" : ":" + port) + "/"
        + database + (schema.equals("public") ? "" : "?schema=" + schema);
  }

  @Override
  public String toString() {
    return place();
  }
}
