package org.tingbok.exchange.stix;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.tingbok.vocabulary.ContentId;

/// The times that objects bear. STIX knows a version of an object by its id and `modified`, so these follow from what the
/// ledger recorded and from what the object holds, never from the clock.
final class Stamps {
  /// For what the ledger knows by its name alone: it does not change, and has no day on which it began.
  static final String NAMED = "2026-01-01T00:00:00.000Z";

  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int SPREAD = 3_600_000;

  private Stamps() {
  }

  static String of(Instant moment) {
    return FORM.format(moment);
  }

  /// One or two hours before the moment of recording, by the id: OpenCTI takes opinions of one value and one moment for one.
  static Instant created(Instant recordedAt, String id) {
    return recordedAt.truncatedTo(ChronoUnit.MILLIS).minusMillis(SPREAD + number(List.of(id)) % SPREAD);
  }

  /// A moment between creation and recording, by content: for an object of which only a part was asked for, so that it is a
  /// version of its own, and older than the whole.
  static Instant part(Instant created, List<String> content) {
    return created.plusMillis(1 + number(content) % (SPREAD - 2));
  }

  static Instant whole(Instant changedAt) {
    return changedAt.truncatedTo(ChronoUnit.MILLIS);
  }

  /// The version of something that bears [#NAMED] as its day of creation.
  static String afterNaming(Instant changedAt) {
    Instant named = Instant.parse(NAMED);
    return of(changedAt.isBefore(named) ? named : whole(changedAt));
  }

  private static long number(List<String> content) {
    String id = ContentId.of("spread", content.toArray(String[]::new));
    return Long.parseLong(id.substring(id.length() - 12), 16);
  }
}
