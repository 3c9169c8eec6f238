package org.tingbok.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.tingbok.vocabulary.SlotRole;

/// The numbers that stand for ids, names and days in the tables made from entries.
///
/// A name's number is the first 64 bits of a digest, so that nothing has to be looked up or kept to know it; its highest bit
/// is set, which tells it from sequences. Changing any of this needs [Rebuild].
final class Terms {
  /// The term that every claim has.
  static final long EVERY = 0;
  /// In place of a day, where nothing tells it: after all days, which are negated.
  static final long UNKNOWN = 1L << 40;

  private static final int SEQUENCE_BITS = 32;
  private static final long SEQUENCES = (1L << SEQUENCE_BITS) - 1;
  private static final long DAYS = 1L << 29;

  private Terms() {
  }

  static long party(SlotRole role, String key) {
    return of("party", role.code(), key);
  }

  static long state(SlotRole role, String country) {
    return of("state", role.code(), country);
  }

  static long sector(String sector) {
    return of("sector", sector);
  }

  static long publisher(String key) {
    return of("publisher", key);
  }

  private static long of(String... parts) {
    MessageDigest digest = Chain.sha256();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return ByteBuffer.wrap(digest.digest()).getLong() | Long.MIN_VALUE;
  }

  /// Of an id of any kind; two ids may share one.
  static long id(String id) {
    int at = id.indexOf("--");
    if (at >= 0 && id.length() - at == 38) {
      try {
        return UUID.fromString(id.substring(at + 2)).getMostSignificantBits();
      } catch (IllegalArgumentException e) {
        return of("id", id);
      }
    }
    return of("id", id);
  }

  /// A last day, negated, so that what is newest comes first.
  static long newest(Optional<LocalDate> by) {
    return by.map(day -> -day.toEpochDay()).orElse(UNKNOWN);
  }

  /// The number under which words are found: in order of days, the latest first, then of recording. Days beyond a million
  /// years are taken together.
  static long words(long newest, long sequence) {
    long day = newest == UNKNOWN ? DAYS : Math.max(-DAYS, Math.min(DAYS - 1, newest));
    return day + DAYS << SEQUENCE_BITS | sequence;
  }

  /// The last such number of a day.
  static long lastWords(long newest) {
    return words(newest, SEQUENCES);
  }

  /// The day in such a number, negated.
  static long newest(long words) {
    long day = (words >> SEQUENCE_BITS) - DAYS;
    return day == DAYS ? UNKNOWN : day;
  }

  /// The sequence in such a number.
  static long sequence(long words) {
    return words & SEQUENCES;
  }

  /// The number of a claim as it was first read, in SQL, by the alias of its version.
  static String words(String version) {
    return "((CASE " + version + ".newest WHEN " + UNKNOWN + " THEN " + DAYS + " ELSE max(-" + DAYS + ", min("
        + (DAYS - 1) + ", " + version + ".newest)) END + " + DAYS + ") << " + SEQUENCE_BITS + " | " + version
        + ".first)";
  }

  /// The word that a term is within an epoch.
  static String word(long epoch, long term) {
    return epoch + "x" + Long.toUnsignedString(term, Character.MAX_RADIX);
  }

  /// The term that a word is; empty if no term is written so, as in a file that is damaged.
  static Optional<Long> term(String word) {
    try {
      return Optional.of(Long.parseUnsignedLong(word.substring(word.indexOf('x') + 1), Character.MAX_RADIX));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// Whether a term is an account's number, which stands in the account's epoch; others stand in the claim's.
  static boolean account(long term) {
    return term > EVERY;
  }

  /// The same in SQL.
  static String sequence(String words) {
    return "(" + words + " & " + SEQUENCES + ")";
  }
}
