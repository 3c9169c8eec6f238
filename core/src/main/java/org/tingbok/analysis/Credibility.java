package org.tingbok.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.InformationCredibility;

/// How credible what a claim claims is, by the published table of rules: from its independent origins, from those that
/// contradict it, from denials and from what was taken back. Never from how reliable its source is, nor from how sure the
/// claimant sounds.
///
/// @param grade the figure
/// @param origins independent origins that stand behind it
/// @param contradicting independent origins that stand behind what excludes it
/// @param denied whether the accused, or somebody for it, denies
/// @param withdrawn whether all who said it have taken it back
/// @param because the rule, in words; behind it in brackets what contradicts or denies it, and by whom
public record Credibility(InformationCredibility grade, int origins, int contradicting, boolean denied,
    boolean withdrawn, String because) implements Serializable {
  private static final List<Rule> RULES = rules();

  /// One line of the table.
  private record Rule(InformationCredibility grade, String origins, String contradicted, String denied,
      String withdrawn, String because) {
    boolean fits(int count, int against, boolean rejected, boolean taken) {
      boolean enough = switch (origins) {
        case "any" -> true;
        case "0", "1", "2" -> count == Integer.parseInt(origins);
        default -> count >= Integer.parseInt(origins.substring(0, 1));
      };
      boolean weighed = switch (contradicted) {
        case "none" -> against == 0;
        case "fewer" -> against > 0 && against < count;
        case "as many" -> against > 0 && against == count;
        case "more" -> against > count;
        default -> true;
      };
      return enough && weighed && fits(denied, rejected) && fits(withdrawn, taken);
    }

    private static boolean fits(String asked, boolean is) {
      return asked.equals("any") || asked.equals("yes") == is;
    }
  }

  /// The credibility of one matter.
  ///
  /// @param matter what is claimed, with its origins
  /// @param conflicts the conflicts of the same snapshot
  /// @param origins the origins of the same snapshot
  /// @return the figure and what it rests on
  public static Credibility of(Matter matter, List<Conflict> conflicts, Origins origins) {
    Set<RecordedClaim> reports = new HashSet<>();
    matter.origins().forEach(origin -> origin.traces().forEach(trace -> reports.add(trace.claim())));
    Set<String> against = new HashSet<>();
    Set<String> why = new LinkedHashSet<>();
    boolean denied = false;
    for (Conflict conflict : conflicts) {
      Optional<Dispute.Side> own = conflict.dispute().sides().stream()
          .filter(side -> side.claims().stream().anyMatch(reports::contains)).findFirst();
      if (own.isEmpty() || conflict.resolved().isPresent()) {
        continue;
      }
      List<Dispute.Side> others =
          conflict.dispute().sides().stream().filter(side -> !side.equals(own.get())).toList();
      switch (conflict.dispute().kind()) {
        case DENIED -> {
          denied = true;
          others.forEach(side -> why.add(side.position()));
        }
        case RIVAL_ACCUSED, NOT_CONFIRMED, VICTIM, ALIAS -> {
          others.stream().flatMap(side -> side.claims().stream())
              .flatMap(claim -> origins.of(claim.claim()).stream()).flatMap(other -> other.origins().stream())
              .filter(Matter.Origin::independent).forEach(one -> against.addAll(one.traces().getFirst().voices()));
          others.forEach(side -> why.add(told(side)));
        }
        case WITHHELD, CHANGED_MIND, WITHDRAWN, DATE -> {
        }
      }
    }
    boolean withdrawn = matter.independent() == 0
        && matter.origins().stream().anyMatch(origin -> origin.withdrawn().isPresent());
    Credibility told = of(matter.independent(), against.size(), denied, withdrawn);
    return why.isEmpty() ? told
        : new Credibility(told.grade(), told.origins(), told.contradicting(), told.denied(),
            told.withdrawn(), told.because() + " (" + String.join("; ", why) + ")");
  }

  /// What a side holds, and who holds it: `APT31 is accused by the Norwegian Police Security Service`.
  private static String told(Dispute.Side side) {
    Set<String> who = new LinkedHashSet<>();
    side.claims().forEach(claim -> claim.claim().saying().claimants().forEach(party -> who.add(party.name())));
    return side.position() + " by " + String.join(", ", who);
  }

  /// What the table says.
  ///
  /// @param origins independent origins that stand behind it
  /// @param contradicting independent origins against it
  /// @param denied whether the accused denies
  /// @param withdrawn whether all who said it have taken it back
  /// @return the figure, with the first rule that fits
  public static Credibility of(int origins, int contradicting, boolean denied, boolean withdrawn) {
    Rule rule = RULES.stream().filter(one -> one.fits(origins, contradicting, denied, withdrawn)).findFirst()
        .orElseThrow(() -> new FaultException("CREDIBILITY_RULES", "no rule fits " + origins + " origins against "
            + contradicting + "; report this"));
    return new Credibility(rule.grade(), origins, contradicting, denied, withdrawn, rule.because());
  }

  private static List<Rule> rules() {
    try (InputStream table = Credibility.class.getResourceAsStream("credibility.tsv");
        BufferedReader lines = new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(table), StandardCharsets.UTF_8))) {
      List<Rule> rules = new ArrayList<>();
      for (String line : lines.readAllLines()) {
        if (!line.startsWith("#")) {
          String[] cells = line.split("\t", -1);
          rules.add(new Rule(Coded.require(InformationCredibility.class, cells[0]), cells[1], cells[2], cells[3],
              cells[4], cells[5]));
        }
      }
      return List.copyOf(rules);
    } catch (IOException e) {
      throw new FaultException("CREDIBILITY_RULES", "the table of rules cannot be read; report this", e);
    }
  }
}
