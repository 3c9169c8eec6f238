package org.tingbok.benchmarks.pile;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.tingbok.benchmarks.growth.Press;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// Invented reports: of three, one tells a story of its own, one copies or edits an earlier one, one tells of an incident
/// that others told of already. Some victims are hit again and again, most once. Not for several threads.
public final class Wire {
  private static final int WORDS = 350;
  private static final int HOUSES = 400;
  private static final LocalDate FIRST = LocalDate.of(2008, 1, 1);
  private static final String[] LABELS =
      {"the attack on %s", "a break-in at %s", "der Angriff auf %s", "innbruddet hos %s", "l’attaque contre %s"};

  private final long seed;
  private final Random chance = new Random(0);

  /// A wire.
  ///
  /// @param seed all of it follows from this
  public Wire(long seed) {
    this.seed = seed;
  }

  /// A report and what it tells of operations.
  ///
  /// @param document the report
  /// @param accounts one or two
  public record Report(Document document, List<IncidentAccount> accounts) {
    /// Copies the list.
    public Report {
      accounts = List.copyOf(accounts);
    }
  }

  /// The report of a number.
  ///
  /// @param number 0 and up
  /// @return the same for the same number and seed
  public Report report(int number) {
    int story = story(number);
    chance.setSeed(seed * 31 + story);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < WORDS / 2 + chance.nextInt(WORDS); i++) {
      String word = Press.word(Press.often(chance, 40_000));
      words.add(i % 11 == 3 ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word);
    }
    chance.setSeed(seed * 37 + number);
    if (story != number) {
      edit(words);
    }
    int incident = number % 3 == 2 ? Press.often(chance, number / 4 + 1) : story / 3;
    chance.setSeed(seed * 41 + incident);
    boolean known = chance.nextInt(5) == 0;
    String victim = Press.victim(known ? Press.often(chance, 2_000) : 10_000 + incident);
    LocalDate happened = FIRST.plusDays(chance.nextInt(6_000));
    chance.setSeed(seed * 43 + number);
    LocalDate out = happened.plusDays(Press.often(chance, 900));
    String title = "Report on " + victim + " " + words.get(0) + " " + words.get(1);
    String text = title + ".\n" + String.join(" ", words) + ".\n";
    String digest = ContentId.sha256((seed + "/" + number).getBytes(StandardCharsets.UTF_8));
    DocumentId id = DocumentId.of(digest);
    Document document = new Document(id, "https://house" + number % HOUSES + ".example/" + number, digest, "text/plain",
        text, Optional.of(title), Optional.of("House " + number % HOUSES), PartialDate.day(out), "en", List.of(), false,
        List.of(new Span(0, text.length())));
    Party hit = new Party(victim, PartyKind.ORGANISATION, Optional.empty(), victim);
    String label = LABELS[chance.nextInt(LABELS.length)].formatted(victim);
    return new Report(document, List.of(new IncidentAccount(id, "0", label, List.of(hit), told(happened),
        chance.nextInt(10) == 0 ? Set.of("Operation " + Press.word(incident)) : Set.of(), Set.of())));
  }

  /// The report whose story this one tells: its own, or an earlier one's.
  private int story(int number) {
    chance.setSeed(seed * 29 + number);
    return number % 3 == 1 ? 3 * (Press.often(chance, number) / 3) : number;
  }

  /// Cuts and rewords: one sentence in six is dropped, one word in twelve is another.
  private void edit(List<String> words) {
    for (int i = words.size() - 1; i >= 10; i--) {
      if (chance.nextInt(12) == 0) {
        words.set(i, Press.word(Press.often(chance, 40_000)));
      }
    }
    int from = chance.nextInt(words.size() / 2);
    words.subList(from, from + words.size() / 6).clear();
  }

  private PartialDate told(LocalDate happened) {
    return switch (chance.nextInt(5)) {
      case 0 -> PartialDate.NOT_STATED;
      case 1 -> PartialDate.year(happened.getYear());
      case 2, 3 -> PartialDate.month(YearMonth.from(happened));
      default -> PartialDate.day(happened);
    };
  }
}
