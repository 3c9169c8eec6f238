package org.tingbok.analysis;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tingbok.vocabulary.BadInputException;

/// Whose word is taken on which names denote one actor. A view changes no data: what it makes of a ledger follows from the
/// claims of a day alone ([Names#under]).
///
/// @param trust whose word is taken
/// @param overlap whether names that are only said to overlap are told along; they never chain
/// @param analysts whether the analysts' decisions stand above everybody's word
public record View(Trust trust, boolean overlap, boolean analysts) implements Serializable {
  /// What no source denies and a list, or two independent documents, assert; with the analysts' decisions.
  public static final View ANY = new View(new Trust.Any(), false, true);

  private static final String OVERLAP = "+overlap";
  private static final String WITH = "+analysts";
  private static final String WITHOUT = "-analysts";
  /// Short names of authorities, and under which names they claim.
  private static final Map<String, Set<String>> SHORT = Map.of("attack", Set.of("MITRE ATT&CK", "MITRE"), "misp",
      Set.of("MISP galaxy", "MISP"), "microsoft", Set.of("Microsoft"));

  /// Whose word is taken.
  public sealed interface Trust extends Serializable {
    /// What no source denies and at least one dated list, or two independent documents, assert.
    record Any() implements Trust {
    }

    /// Nobody's: every name stands for itself.
    record Nobody() implements Trust {
    }

    /// Only what these say, whoever denies it.
    ///
    /// @param claimants names of the authorities, one or more
    record Only(SortedSet<String> claimants) implements Trust {
      /// Copies the set.
      public Only {
        claimants = Collections.unmodifiableSortedSet(new TreeSet<>(claimants));
      }
    }

    /// What at least so many claimants assert, whoever denies it.
    ///
    /// @param least 1 or more
    record Origins(int least) implements Trust {
      /// Checks the number.
      ///
      /// @throws BadInputException `VIEW_UNREADABLE` if it is below 1
      public Origins {
        if (least < 1) {
          throw new BadInputException("VIEW_UNREADABLE", "no view of " + least + " independent origins");
        }
      }
    }
  }

  /// Reads a view: `any`, `all`, `none`, `2-origins`, an authority's name (`microsoft`, `attack`, `misp`, or any claimant)
  /// or several separated by commas; behind it `+overlap`, and `+analysts` or `-analysts` where that is not the rule: the
  /// analysts' decisions count under `any`, `all` and `N-origins`, but not where one asks what an authority itself says.
  /// `only:NAME,NAME` and `independent:2` are older forms of the same.
  ///
  /// @param text one of those forms
  /// @return the view
  /// @throws BadInputException `VIEW_UNREADABLE` if it is none of them
  public static View parse(String text) {
    String rest = text.strip().replaceAll("\\s*([+-])\\s*(overlap|analysts)\\b", "$1$2");
    Set<String> said = new TreeSet<>();
    for (boolean more = true; more;) {
      more = false;
      for (String suffix : List.of(OVERLAP, WITH, WITHOUT)) {
        if (rest.endsWith(suffix)) {
          rest = rest.substring(0, rest.length() - suffix.length()).strip();
          said.add(suffix);
          more = true;
        }
      }
    }
    boolean overlap = said.contains(OVERLAP);
    Trust trust = trust(rest, text);
    boolean heeds = !(trust instanceof Trust.Only) && !(trust instanceof Trust.Nobody);
    return new View(trust, overlap, said.contains(WITH) || (heeds && !said.contains(WITHOUT)));
  }

  private static Trust trust(String words, String text) {
    String lower = words.toLowerCase(java.util.Locale.ROOT);
    int colon = words.indexOf(':');
    String kind = colon < 0 ? "" : lower.substring(0, colon);
    if (kind.equals("independent") || lower.endsWith("-origins")) {
      String number = colon < 0 ? lower.substring(0, lower.length() - "-origins".length()) : lower.substring(colon + 1);
      if (number.matches("[1-9]\\d{0,3}")) {
        return new Trust.Origins(Integer.parseInt(number));
      }
    } else if (lower.equals("any")) {
      return new Trust.Any();
    } else if (lower.equals("all")) {
      return new Trust.Origins(1);
    } else if (lower.equals("none")) {
      return new Trust.Nobody();
    } else if (colon < 0 || kind.equals("only")) {
      SortedSet<String> claimants = new TreeSet<>();
      Arrays.stream(words.substring(colon + 1).split(",", -1)).map(String::strip).filter(name -> !name.isEmpty())
          .forEach(name -> claimants.addAll(SHORT.getOrDefault(name.toLowerCase(java.util.Locale.ROOT),
              Set.of(name))));
      if (!claimants.isEmpty()) {
        return new Trust.Only(claimants);
      }
    }
    throw new BadInputException("VIEW_UNREADABLE", "'" + text
        + "' is no view; one of: any, all, none, 2-origins, microsoft, attack, misp, or any claimant; with +overlap,"
        + " +analysts or -analysts behind it");
  }

  /// The shortest text that [#parse] reads as this view.
  ///
  /// @return for example `any` or `microsoft+overlap`
  public String text() {
    String words = switch (trust) {
      case Trust.Any _ -> "any";
      case Trust.Nobody _ -> "none";
      case Trust.Origins origins -> origins.least() == 1 ? "all" : origins.least() + "-origins";
      case Trust.Only only -> SHORT.entrySet().stream().filter(known -> known.getValue().equals(only.claimants()))
          .map(Map.Entry::getKey).findFirst().orElseGet(() -> String.join(",", only.claimants()));
    };
    boolean heeds = !(trust instanceof Trust.Only) && !(trust instanceof Trust.Nobody);
    return words + (overlap ? OVERLAP : "") + (heeds == analysts ? "" : analysts ? WITH : WITHOUT);
  }
}
