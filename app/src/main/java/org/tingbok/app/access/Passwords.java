package org.tingbok.app.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.tingbok.vocabulary.BadInputException;

/// Passwords, and what is kept of them: Argon2id with the memory, rounds and lanes that OWASP's Password Storage Cheat Sheet
/// names as its first choice (19 MiB, 2, 1), written as the PHC string format has it. Safe for use by several threads.
public final class Passwords {
  private static final int KIBIBYTES = 19 * 1024;
  private static final int ROUNDS = 2;
  private static final int LANES = 1;
  private static final int SALT = 16;
  private static final int BYTES = 32;
  private static final int SHORTEST = 12;
  private static final int LONGEST = 256;
  private static final int DIFFERENT = 6;
  /// So much memory at once at most: whoever tries many passwords waits.
  private static final Semaphore AT_ONCE = new Semaphore(4, true);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern KEPT = Pattern.compile(
      "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
  /// What is held against a password where there is none to hold it against, so that an unknown account takes as long.
  private static final String NOBODYS = kept("nobody has this one");

  private Passwords() {
  }

  /// Refuses a password that would soon be guessed: by length, as NIST SP 800-63B and ASVS 2.1 have it, and by what anybody tries
  /// first. No kind of letter is asked for.
  ///
  /// @param account whose it is to be
  /// @param password as typed
  /// @throws BadInputException `PASSWORD_UNFIT` with the reason
  static void check(String account, String password) {
    String plain = Normalizer.normalize(password, Normalizer.Form.NFKC);
    int length = plain.codePointCount(0, plain.length());
    String low = plain.toLowerCase(Locale.ROOT);
    String reason = length < SHORTEST ? "it has " + length + " characters"
        : length > LONGEST ? "it has more than " + LONGEST + " characters"
            : low.contains(account.toLowerCase(Locale.ROOT)) || low.contains("tingbok") ? "a name is in it"
                : low.codePoints().distinct().count() < DIFFERENT ? "it repeats a few characters"
                    : runs(low) || runs(everyOther(low, 0)) && runs(everyOther(low, 1))
                        ? "it is a row of a keyboard or of numbers"
                        : CommonPasswords.holds(plain) ? "everybody tries its words first" : "";
    if (!reason.isEmpty()) {
      throw new BadInputException("PASSWORD_UNFIT", reason + "; take one of " + SHORTEST
          + " characters or more that nobody guesses, such as four words that do not belong together");
    }
  }

  /// Whether most characters only follow the one before: `123456789012`, `qwertyuiop12`.
  private static boolean runs(String low) {
    String rows =
        "01234567890 abcdefghijklmnopqrstuvwxyz qwertyuiopasdfghjklzxcvbnm 09876543210 zyxwvutsrqponmlkjihgfedcba"
            + " 1qaz 2wsx 3edc 4rfv 5tgb 6yhn 7ujm zaq1 xsw2 cde3 vfr4 bgt5 nhy6 mju7";
    int follow = 0;
    for (int i = 1; i < low.length(); i++) {
      follow += rows.contains(low.substring(i - 1, i + 1)) || low.charAt(i) == low.charAt(i - 1) ? 1 : 0;
    }
    return follow * 4 >= (low.length() - 1) * 3;
  }

  /// Two rows that take turns, as in `1q2w3e4r5t6y`, are told by each of them.
  private static String everyOther(String low, int from) {
    StringBuilder half = new StringBuilder();
    for (int i = from; i < low.length(); i += 2) {
      half.append(low.charAt(i));
    }
    return half.toString();
  }

  /// What is kept of a password.
  ///
  /// @param password as typed
  /// @return the algorithm, its parameters, a salt and the digest
  static String kept(String password) {
    byte[] salt = new byte[SALT];
    RANDOM.nextBytes(salt);
    Base64.Encoder plain = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=" + KIBIBYTES + ",t=" + ROUNDS + ",p=" + LANES + "$" + plain.encodeToString(salt) + "$"
        + plain.encodeToString(digest(password, salt, KIBIBYTES, ROUNDS, LANES, BYTES));
  }

  /// Whether a password is the one that something was kept of.
  ///
  /// @param kept as [#kept] gives it; empty text if there is none, which takes as long
  /// @param password as typed
  /// @return true if it is
  static boolean fits(String kept, String password) {
    Matcher parts = KEPT.matcher(kept.isEmpty() ? NOBODYS : kept);
    if (!parts.matches()) {
      return false;
    }
    byte[] digest = Base64.getDecoder().decode(parts.group(5));
    boolean same = MessageDigest.isEqual(digest, digest(password, Base64.getDecoder().decode(parts.group(4)),
        Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)),
        digest.length));
    return same && !kept.isEmpty();
  }

  private static byte[] digest(String password, byte[] salt, int kibibytes, int rounds, int lanes, int bytes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
        .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(kibibytes).withIterations(rounds)
        .withParallelism(lanes).withSalt(salt).build());
    byte[] digest = new byte[bytes];
    AT_ONCE.acquireUninterruptibly();
    try {
      generator.generateBytes(Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8),
          digest);
    } finally {
      AT_ONCE.release();
    }
    return digest;
  }
}
