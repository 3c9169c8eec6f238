package org.tingbok.store;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What came of verifying a ledger.
///
/// @param entries how many entries were looked at
/// @param kinds how many of each kind, by its name
/// @param head the hash of the last entry, 64 lower-case hexadecimal digits; zeros if there is no entry. Noted elsewhere, it
///     tells later whether the ledger is still the one that was verified
/// @param asked the head that was asked about; empty if none was
/// @param askedAt the sequence of the entry with that head, 0 for that of an empty ledger; empty if none was asked about or
///     it is not in the chain
/// @param troubles how many things are wrong; 0 if the ledger is what was recorded
public record Verification(long entries, Map<String, Long> kinds, String head, Optional<String> asked,
    Optional<Long> askedAt, long troubles) {
  /// Copies the map.
  public Verification {
    kinds = Collections.unmodifiableMap(new TreeMap<>(kinds));
  }

  /// Whether the ledger is what was recorded.
  ///
  /// @return true if nothing is wrong, and the head asked about, if any, is in the chain
  public boolean sound() {
    return troubles == 0 && (asked.isEmpty() || askedAt.isPresent());
  }

  /// Something that is wrong.
  ///
  /// @param sequence of the entry; 0 if it is about no entry
  /// @param kind of the entry; empty if it is about none
  /// @param subject what the entry is about; empty if it is about none
  /// @param what in one line
  public record Finding(long sequence, String kind, String subject, String what) {
    private static final int LONGEST = 400;

    /// Makes one line of what is wrong, and no more than one can read.
    public Finding {
      what = line(what);
    }

    /// A text without line ends and control characters, cut off where it is very long.
    static String line(String text) {
      String line = text.replaceAll("[\\s\\p{Cntrl}\u0085\u2028\u2029]+", " ").strip();
      return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }

    /// The finding in one line.
    ///
    /// @return with the place
    public String line() {
      return sequence == 0 ? what
          : "entry " + sequence + " (" + kind + (subject.isEmpty() ? "" : " " + line(subject)) + "): " + what;
    }
  }
}
