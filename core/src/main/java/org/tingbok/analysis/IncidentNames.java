package org.tingbok.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.PartialDate;

/// Names incidents in English, from what their accounts tell.
final class IncidentNames {
  /// What happened, by words of the label in the languages that are read; the first that fits.
  ///
  /// @param words how a name begins
  /// @param signs what labels of it have
  private record Deed(String words, Pattern signs) {
    private static final List<Deed> ALL =
        IncidentWords.DEEDS.stream().map(line -> new Deed(line.getFirst(), Pattern.compile(line.getLast()))).toList();

    static Deed in(Collection<IncidentAccount> accounts) {
      int[] votes = new int[ALL.size()];
      Map<String, Integer> labels = new TreeMap<>();
      accounts.forEach(account -> labels.merge(account.label().toLowerCase(Locale.ROOT), 1, Integer::sum));
      labels.forEach((label, count) -> {
        for (int i = 0; i < votes.length; i++) {
          if (ALL.get(i).signs.matcher(label).find()) {
            votes[i] += count;
            break;
          }
        }
      });
      int best = votes.length - 1;
      for (int i = votes.length - 1; i >= 0; i--) {
        best = votes[i] > 0 && votes[i] >= votes[best] ? i : best;
      }
      return ALL.get(best);
    }

    boolean any() {
      return this.equals(ALL.getLast());
    }
  }

  private IncidentNames() {
  }

  /// A name such as `Intrusion at Visma, 2018` or `NotPetya, June 2017`.
  static String of(List<IncidentAccount> accounts, PartialDate period) {
    String when = Periods.words(period);
    String what = what(accounts);
    return when.isEmpty() || what.contains(when) ? what : what + ", " + when;
  }

  private static String what(List<IncidentAccount> accounts) {
    List<String> names = ranked(accounts, IncidentAccount::names);
    List<String> victims = victims(accounts, false);
    if (victims.isEmpty()) {
      victims = victims(accounts, true);
    }
    Deed deed = Deed.in(accounts);
    if (victims.isEmpty()) {
      return !names.isEmpty() ? names.getFirst()
          : label(accounts).orElse(deed.words + " a victim that is not named");
    }
    String hit = victims.size() == 1 ? victims.getFirst()
        : victims.size() == 2 ? victims.getFirst() + " and " + victims.get(1) : victims.getFirst() + " and others";
    if (names.isEmpty()) {
      return deed.words + " " + hit;
    }
    boolean enough = victims.size() > 2 || deed.any()
        || NameKey.of(names.getFirst()).contains(NameKey.of(victims.getFirst()));
    return enough ? names.getFirst()
        : names.getFirst() + ": " + deed.words.substring(0, 1).toLowerCase(Locale.ROOT)
            + deed.words.substring(1) + " " + hit;
  }

  /// Names of victims, each once whatever its legal form; one that more accounts name than any other stands alone.
  private static List<String> victims(List<IncidentAccount> accounts, boolean described) {
    Map<String, String> once = new LinkedHashMap<>();
    ranked(accounts, account -> account.victims().stream()
        .filter(victim -> described || victim.kind() != PartyKind.DESCRIBED).map(Party::name).toList())
        .forEach(name -> once.putIfAbsent(AccountNode.victimKey(name), name));
    List<String> names = List.copyOf(once.values());
    names = names.stream().map(IncidentNames::plain).filter(name -> !name.isEmpty()).distinct().toList();
    return accounts.size() > 1 && names.size() > 1 && votes(accounts, names.getFirst()) > votes(accounts, names.get(1))
        ? names.subList(0, 1)
        : names;
  }

  /// A described victim without whose it is and how many they are; empty if that leaves a number or a date.
  private static String plain(String victim) {
    String plain = victim.replaceFirst("^(?:and|und|og|et|y) ", "").replaceFirst("^\\p{Ll}[\\p{L}]*['’]s ", "").strip();
    List<String> words = new ArrayList<>(List.of(plain.split(" +", -1)));
    while (words.size() > 1 && IncidentWords.NUMERALS.contains(words.getLast().toLowerCase(Locale.ROOT))) {
      words.removeLast();
    }
    return AccountNode.nobody(victim) ? "" : String.join(" ", words);
  }

  private static long votes(List<IncidentAccount> accounts, String victim) {
    String key = AccountNode.victimKey(victim);
    Map<String, Boolean> same = new TreeMap<>();
    return accounts.stream().filter(account -> account.victims().stream().map(Party::name)
        .anyMatch(name -> same.computeIfAbsent(name, _ -> AccountNode.victimKey(name).equals(key)))).count();
  }

  /// Values by the number of accounts that have them, then alphabetically.
  static List<String> ranked(List<IncidentAccount> accounts, Function<IncidentAccount, Collection<String>> values) {
    Map<String, Integer> votes = new TreeMap<>();
    accounts
        .forEach(account -> values.apply(account).stream().distinct().forEach(v -> votes.merge(v, 1, Integer::sum)));
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(votes.entrySet());
    entries.sort(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
    return entries.stream().map(Map.Entry::getKey).toList();
  }

  /// Whether a label says what was done and tells by itself whom or what it is about: not "the credit", nor "two further break-ins".
  private static boolean telling(String label) {
    String low = label.toLowerCase(Locale.ROOT);
    boolean deed = Deed.ALL.stream().anyMatch(one -> one.signs.matcher(low).find());
    long telling = AccountNode.tellingWords(label).stream().filter(word -> !IncidentWords.VAGUE.contains(word)
        && Deed.ALL.stream().noneMatch(one -> one.signs.matcher(word).find())).count();
    return deed && telling > 0 || telling > 1;
  }

  /// The label most in use, if it has words that tell it from others.
  private static Optional<String> label(List<IncidentAccount> accounts) {
    return ranked(accounts, account -> List.of(account.label().strip())).stream().filter(IncidentNames::telling)
        .findFirst().map(label -> label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1));
  }
}
