package org.tingbok.app.taxii;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A version of an object that a collection holds.
///
/// @param added when it was added, in microseconds since 1970; rises strictly along a log
/// @param id the object's id
/// @param version its `modified`, else `created`, as it is written in the object
/// @param revoked whether it takes the object back for good
/// @param claim whether it carries a claim, and so goes back with it
/// @param digest of what the ledger hands over, before anything was done to it
/// @param offset where its JSON begins
/// @param length how many bytes that has
record LogEntry(long added, String id, String version, boolean revoked, boolean claim, String digest, long offset,
    int length) {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Pattern STAMP =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?[Zz]");

  String type() {
    return id.substring(0, Math.max(0, id.indexOf("--")));
  }

  Instant moment() {
    return instant(version).orElse(Instant.EPOCH);
  }

  String dateAdded() {
    return date(added);
  }

  static String date(long micros) {
    return FORM.format(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }

  /// A time stamp of STIX: RFC 3339 with a Z.
  static Optional<Instant> instant(String text) {
    if (!STAMP.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text.toUpperCase(Locale.ROOT)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  String line() {
    return added + "\t" + id + "\t" + version + "\t" + (revoked ? "r" : "-") + (claim ? "c" : "-") + "\t" + digest
        + "\t" + offset + "\t" + length + "\n";
  }

  /// Reads a line of an index.
  ///
  /// @throws IllegalArgumentException if it is none
  static LogEntry of(String line) {
    String[] slots = line.split("\t", -1);
    if (slots.length != 7 || slots[3].length() != 2) {
      throw new IllegalArgumentException("no line of an index");
    }
    return new LogEntry(Long.parseLong(slots[0]), slots[1], slots[2], slots[3].charAt(0) == 'r',
        slots[3].charAt(1) == 'c', slots[4], Long.parseLong(slots[5]), Integer.parseInt(slots[6]));
  }
}
