package org.tingbok.reading.knowledge;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tingbok.claim.NameDecision;
import org.tingbok.vocabulary.NameMeaning;
import org.tingbok.vocabulary.BadInputException;

/// Decisions about names, in the order they were taken. Of two on one name and one surrounding the later holds; one that
/// names a surrounding goes before one that holds everywhere.
///
/// The ledger keeps them; as text they are carried from one ledger to another: one decision a line, tab-separated, in the order `name`, `means` (`actor`, `other`, `open`), `near`, `by`, `on`
/// (ISO date), `reason`; lines that begin with `#` are skipped. Lines are only ever added. Immutable, safe to share.
public final class NameDecisions {
  private static final int CELLS = 6;
  private static final int LONGEST = 6; // words of a name
  private static final NameDecisions NONE = new NameDecisions(List.of());

  private final List<NameDecision> all;
  private final Map<String, Map<String, NameDecision>> inForce = new LinkedHashMap<>();

  private NameDecisions(List<NameDecision> all) {
    this.all = List.copyOf(all);
    for (NameDecision decision : all) {
      inForce.computeIfAbsent(ActorName.folded(decision.name()), _ -> new LinkedHashMap<>())
          .put(decision.near().toLowerCase(Locale.ROOT), decision);
    }
  }

  /// No decision at all.
  ///
  /// @return always the same
  public static NameDecisions none() {
    return NONE;
  }

  /// Decisions in the order they were taken.
  ///
  /// @param decisions the earliest first
  /// @return all of them
  public static NameDecisions of(List<NameDecision> decisions) {
    return new NameDecisions(decisions);
  }

  /// Reads decisions from text.
  ///
  /// @param text as [#format] writes it
  /// @return all of them
  /// @throws BadInputException `DECISION_FORM` with the line, if one cannot be understood; nothing is read by half
  public static NameDecisions parse(String text) {
    List<NameDecision> decisions = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\t", -1);
      if (cells.length != CELLS || ActorName.folded(cells[0]).isEmpty()) {
        throw new BadInputException("DECISION_FORM",
            "line %d has %d cells, a decision has %d: name, means, near, by, on, reason".formatted(number, cells.length,
                CELLS));
      }
      NameMeaning means = means(cells[1].strip(), number);
      LocalDate on = day(cells[4].strip(), number);
      try {
        decisions.add(new NameDecision(cells[0].strip(), means, cells[2].strip(), cells[3].strip(), on,
            cells[5].strip()));
      } catch (BadInputException e) {
        throw new BadInputException("DECISION_FORM", "line %d lacks who decided, or why".formatted(number), e);
      }
    }
    return new NameDecisions(decisions);
  }

  private static NameMeaning means(String word, int line) {
    for (NameMeaning means : NameMeaning.values()) {
      if (means.code().equals(word)) {
        return means;
      }
    }
    throw new BadInputException("DECISION_FORM", "line %d: a name means actor, other or open, not %s".formatted(line,
        word));
  }

  private static LocalDate day(String iso, int line) {
    try {
      return LocalDate.parse(iso);
    } catch (DateTimeException e) {
      throw new BadInputException("DECISION_FORM", "line %d: %s is no day".formatted(line, iso), e);
    }
  }

  /// Adds a decision.
  ///
  /// @param decision the latest
  /// @return these and that one
  public NameDecisions and(NameDecision decision) {
    List<NameDecision> more = new ArrayList<>(all);
    more.add(decision);
    return new NameDecisions(more);
  }

  /// All decisions ever taken.
  ///
  /// @return the earliest first
  public List<NameDecision> list() {
    return all;
  }

  /// The decisions that hold: each the last on its name and surroundings, and not taken back.
  ///
  /// @return in the order in which names were first decided on
  public List<NameDecision> standing() {
    return inForce.values().stream().flatMap(near -> near.values().stream())
        .filter(decision -> decision.means() != NameMeaning.OPEN).toList();
  }

  /// The decisions on one name that hold.
  ///
  /// @param name the name; case, spaces and signs do not matter
  /// @return possibly none
  public List<NameDecision> standing(String name) {
    return inForce.getOrDefault(ActorName.folded(name), Map.of()).values().stream()
        .filter(decision -> decision.means() != NameMeaning.OPEN).toList();
  }

  /// Writes all decisions as text.
  ///
  /// @return one a line, the heads first
  public String format() {
    StringBuilder text = new StringBuilder("#name\tmeans\tnear\tby\ton\treason\n");
    for (NameDecision decision : all) {
      text.append(String.join("\t", cell(decision.name()), decision.means().code(), cell(decision.near()),
          cell(decision.by()), decision.on().toString(), cell(decision.reason()))).append('\n');
    }
    return text.toString();
  }

  private static String cell(String value) {
    return value.replaceAll("\\s+", " ").strip();
  }

  /// What was decided about a name in a sentence.
  ///
  /// @param name the name
  /// @param sentence the sentence that it stands in
  /// @return empty if nothing was, or it was taken back
  Optional<NameDecision> on(String name, String sentence) {
    Map<String, NameDecision> decisions = inForce.getOrDefault(ActorName.folded(name), Map.of());
    String low = sentence.toLowerCase(Locale.ROOT);
    Optional<NameDecision> there = decisions.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty() && low.contains(entry.getKey())).map(Map.Entry::getValue)
        .reduce((first, second) -> second);
    return there.or(() -> Optional.ofNullable(decisions.get("")))
        .filter(decision -> decision.means() != NameMeaning.OPEN);
  }

  /// Whether words hold a name of which it was decided that it is no actor's in a sentence.
  ///
  /// @param words whom the sentence names, such as `Sandworm` or `Sandworm Team`
  /// @param sentence the sentence
  /// @return whether such a decision holds there
  boolean reject(String words, String sentence) {
    if (all.isEmpty()) {
      return false;
    }
    String[] parts = words.strip().split("\\s+");
    for (int from = 0; from < parts.length; from++) {
      for (int to = from + 1; to <= Math.min(parts.length, from + LONGEST); to++) {
        String run = String.join(" ", List.of(parts).subList(from, to)).replaceFirst("['’]s?$", "");
        if (on(run, sentence).filter(decision -> decision.means() == NameMeaning.OTHER).isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }
}
