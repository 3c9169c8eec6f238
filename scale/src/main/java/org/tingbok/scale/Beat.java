package org.tingbok.scale;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Invented reports of which is known what they tell of: of three, one is the first on a new incident, one copies or edits an
/// earlier report, one tells of an incident that others told of already. All of a report follows from seed and number. Not for
/// several threads.
final class Beat {
  private static final String[] BEGINNINGS =
      {"Bren", "Hal", "Kar", "Lang", "Mos", "Nord", "Oster", "Rav", "Sund", "Tor", "Ulv",
          "Vest", "Eld", "Fen", "Grim", "Hav"};
  private static final String[] ENDINGS =
      {"vik", "dal", "sund", "heim", "berg", "nes", "fors", "strand", "borg", "holm", "lund",
          "mark"};
  private static final String[] TRADES =
      {"Energi", "Shipping", "Bank", "Telecom", "Waterworks", "Hospital", "Airport", "Steel",
          "Insurance", "University"};
  private static final String[] STATES =
      {"Norway", "Latvia", "Estonia", "Germany", "France", "Poland", "Sweden", "Finland"};
  private static final String[] VENDORS =
      {"Microsoft", "Mandiant", "Recorded Future", "CrowdStrike", "ESET", "Kaspersky"};
  private static final String[] TOPICS =
      {"the harvest", "the ferry", "the council", "the school", "the bridge", "the library",
          "the choir", "the market", "the winter", "the road"};
  private static final String[] DOINGS =
      {"was moved to", "cost more than", "was opened by", "waits for", "was praised by",
          "lies behind", "was drawn by", "is older than"};
  private static final LocalDate FIRST = LocalDate.of(2012, 1, 1);
  private static final int DAYS = 4_000;
  private static final int HOUSES = 300;

  private final long seed;

  Beat(long seed) {
    this.seed = seed;
  }

  /// A report with what is known of it.
  ///
  /// @param address where it stands
  /// @param title its title
  /// @param publisher who publishes it
  /// @param day when, as `YYYY-MM-DD`
  /// @param text what it says
  /// @param story the number of the report that was first to tell its story
  /// @param incident which incident it tells of
  /// @param origin whose word it rests on
  record Report(String address, String title, String publisher, String day, String text, long story, long incident,
      String origin) {
  }

  private Random chance(String what, long number) {
    return new Random(seed * 0x9E3779B97F4A7C15L + (what.hashCode() * 31L + number) * 0xBF58476D1CE4E5B9L);
  }

  /// The report of a number.
  ///
  /// @param number 0 and up
  Report report(long number) {
    long story = number % 3 == 1 ? 3 * (long) (chance("copy", number).nextDouble() * (number / 3 + 1)) : number;
    long incident =
        story % 3 == 2 ? (long) (Math.pow(chance("again", story).nextDouble(), 1.5) * (story / 3 + 1)) : story / 3;
    Random of = chance("incident", incident);
    String victim = place(incident) + " " + TRADES[of.nextInt(TRADES.length)];
    LocalDate happened = FIRST.plusDays(of.nextInt(DAYS));
    String accused = "APT" + (1_000 + of.nextInt(9_000));
    Random own = chance("story", story);
    String origin = own.nextBoolean() ? STATES[(int) ((incident + own.nextInt(2)) % STATES.length)]
        : VENDORS[(int) ((incident + own.nextInt(2)) % VENDORS.length)];
    LocalDate out = happened.plusDays(5 + own.nextInt(60));
    List<String> sentences = new ArrayList<>();
    sentences.add(own.nextBoolean()
        ? origin + " said on " + date(out) + " that " + accused + " was behind the breach of " + victim + " in "
            + month(happened) + "."
        : "On " + date(out) + " " + origin + " blamed " + accused + " for the attack on " + victim + " in "
            + month(happened) + ".");
    for (int i = 0; i < 9 + own.nextInt(12); i++) {
      sentences.add("In " + place(own.nextInt(40_000)) + " " + TOPICS[own.nextInt(TOPICS.length)] + " of "
          + place(own.nextInt(40_000)) + " " + DOINGS[own.nextInt(DOINGS.length)] + " " + place(own.nextInt(40_000))
          + " and " + TOPICS[own.nextInt(TOPICS.length)] + " " + DOINGS[own.nextInt(DOINGS.length)] + " "
          + place(own.nextInt(40_000)) + ".");
    }
    String title = "Breach of " + victim + ": " + place(own.nextInt(40_000)) + " asks on";
    if (story != number) {
      Random edit = chance("edit", number);
      for (int cut = edit.nextInt(3); cut > 0; cut--) {
        sentences.remove(1 + edit.nextInt(sentences.size() - 1));
      }
      title = edit.nextInt(3) == 0 ? "Attack on " + victim : title;
      out = out.plusDays(edit.nextInt(3));
    }
    int house = chance("house", number).nextInt(HOUSES);
    return new Report("https://house" + house + ".example/" + number, title, "House " + house, out.toString(),
        String.join(" ", sentences.subList(0, Math.min(4, sentences.size()))) + "\n\n"
            + String.join(" ", sentences.subList(Math.min(4, sentences.size()), sentences.size())),
        story, incident, origin);
  }

  private static String place(long number) {
    long rest = number;
    StringBuilder name = new StringBuilder(BEGINNINGS[(int) (rest % BEGINNINGS.length)]);
    rest /= BEGINNINGS.length;
    name.append(ENDINGS[(int) (rest % ENDINGS.length)]);
    for (rest /= ENDINGS.length; rest > 0; rest /= ENDINGS.length) {
      name.append(ENDINGS[(int) (rest % ENDINGS.length)]);
    }
    return name.toString();
  }

  private static String month(LocalDate day) {
    return day.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.ENGLISH) + " " + day.getYear();
  }

  private static String date(LocalDate day) {
    return day.getDayOfMonth() + " " + month(day);
  }
}
