package org.tingbok.app.taxii;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.FaultException;

/// Who may ask a TAXII server: users with passwords and tokens, of which a file holds digests only. Safe for use by several threads.
public final class Logins {
  private static final int ROUNDS = 600_000;
  private static final int BITS = 256;
  private static final int KNOWN = 1000;
  private static final int LONGEST_NAME = 120;
  private static final SecureRandom RANDOM = new SecureRandom();
  /// Anybody may ask.
  public static final Logins NONE = new Logins(List.of());

  private final List<Login> logins;
  /// Digests of headers that let somebody in before: a password is stretched once, not with every request.
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private final byte[] salt = random(32);

  private Logins(List<Login> logins) {
    this.logins = List.copyOf(logins);
  }

  private record Login(boolean token, String name, int rounds, String salt, String digest) {
  }

  /// Reads a file of logins: lines that [#password] and [#token] make, empty ones and those that begin with `#`.
  ///
  /// @param file the file
  /// @return one login or more
  /// @throws BadInputException `LOGINS_UNREADABLE` if it cannot be read, holds none, or a line is none
  public static Logins of(Path file) {
    List<Login> logins = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank() && !line.startsWith("#")) {
          logins.add(login(line.strip()));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new BadInputException("LOGINS_UNREADABLE",
          file + " holds no logins that can be read; 'tingbok taxii-login NAME'"
              + " makes a line of it",
          e);
    }
    if (logins.isEmpty()) {
      throw new BadInputException("LOGINS_UNREADABLE", file + " holds no login; 'tingbok taxii-login NAME' makes one");
    }
    return new Logins(logins);
  }

  private static Login login(String line) {
    String[] slots = line.split(" ", -1);
    if (slots.length != 5 || !Set.of("user", "token").contains(slots[0])) {
      throw new IllegalArgumentException("no login");
    }
    return new Login(slots[0].equals("token"), new String(HexFormat.of().parseHex(slots[1]), StandardCharsets.UTF_8),
        Integer.parseInt(slots[2]), slots[3], slots[4]);
  }

  /// A line for a user with a password.
  ///
  /// @param name the user
  /// @param password not kept
  /// @return `user`, the name in hexadecimal digits, rounds, salt, digest (PBKDF2 with HMAC-SHA-256)
  /// @throws BadInputException `LOGIN_UNFIT` if the name has a colon, or either is empty
  public static String password(String name, String password) {
    if (name.isBlank() || name.contains(":") || name.length() > LONGEST_NAME || password.isEmpty()) {
      throw new BadInputException("LOGIN_UNFIT", "a login needs a name without a colon, and a password");
    }
    return line("user", name, ROUNDS, password);
  }

  /// A line for a token.
  ///
  /// @param name whose it is
  /// @param token as [#fresh] makes them
  /// @return likewise, with one round: nobody guesses a random token
  public static String token(String name, String token) {
    return line("token", name, 1, token);
  }

  private static String line(String kind, String name, int rounds, String secret) {
    byte[] salt = random(16);
    HexFormat hex = HexFormat.of();
    return String.join(" ", kind, hex.formatHex(name.getBytes(StandardCharsets.UTF_8)), Integer.toString(rounds),
        hex.formatHex(salt), hex.formatHex(stretched(secret, salt, rounds)));
  }

  /// A token that nobody guesses.
  ///
  /// @return 43 letters and digits
  public static String fresh() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(32));
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    RANDOM.nextBytes(random);
    return random;
  }

  private static byte[] stretched(String secret, byte[] salt, int rounds) {
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(new PBEKeySpec(secret.toCharArray(), salt, rounds, BITS)).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new FaultException("DIGEST_MISSING", "this Java has no PBKDF2, which every Java must have", e);
    }
  }

  /// Whether a request may be answered.
  ///
  /// @param authorization its header: `Basic`, `Bearer` or `Token`
  /// @return true if nobody has to log in, or who asks did
  boolean admits(Optional<String> authorization) {
    return logins.isEmpty() || who(authorization).isPresent();
  }

  /// Whether somebody has to log in.
  ///
  /// @return false if anybody may ask
  public boolean any() {
    return !logins.isEmpty();
  }

  /// Who asks.
  ///
  /// @param authorization the header: `Basic`, `Bearer` or `Token`
  /// @return the name of the login that fits; empty if none does
  public Optional<String> who(Optional<String> authorization) {
    String header = authorization.orElse("");
    int blank = header.indexOf(' ');
    if (blank < 0 || header.length() > 4096) {
      return Optional.empty();
    }
    String key = ContentId.sha256((HexFormat.of().formatHex(salt) + header).getBytes(StandardCharsets.UTF_8));
    Optional<String> before = Optional.ofNullable(known.get(key));
    if (before.isPresent()) {
      return before;
    }
    String secret = header.substring(blank + 1).strip();
    Optional<String> who = switch (header.substring(0, blank).toLowerCase(java.util.Locale.ROOT)) {
      case "basic" -> basic(secret);
      case "bearer", "token" ->
        logins.stream().filter(login -> login.token && fits(login, secret)).map(Login::name).findFirst();
      default -> Optional.empty();
    };
    if (known.size() < KNOWN) {
      who.ifPresent(name -> known.put(key, name));
    }
    return who;
  }

  private Optional<String> basic(String encoded) {
    String pair;
    try {
      pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    String name = colon < 0 ? "" : pair.substring(0, colon);
    String secret = pair.substring(colon + 1);
    return logins.stream().filter(login -> !login.token && login.name.equals(name) && fits(login, secret))
        .map(Login::name).findFirst();
  }

  private static boolean fits(Login login, String secret) {
    return !secret.isEmpty() && MessageDigest.isEqual(
        stretched(secret, HexFormat.of().parseHex(login.salt), login.rounds), HexFormat.of().parseHex(login.digest));
  }
}
