package org.tingbok.reading.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// The words of the noun phrases of one sentence, and the names that stand in them.
///
/// Knows nothing of who is meant. Not for several threads.
final class PhraseWords {
  /// Proper nouns that are never a party: days, months, parts of the world, places to publish.
  static final Pattern NOBODY =
      Pattern.compile("(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|"
          + "April|May|June|July|August|September|October|November|December|Europe|Asia|Africa|Scandinavia|America|East|West|North|"
          + "South|Twitter|Telegram|Facebook|X|Internet|Web|Christmas|Easter|Earlier|Later|Meanwhile|Separately|Previously|However|Today|Yesterday|Olympics|Games|PDF|HTML|US\\$.*|\\d.*");

  private static final Pattern PEOPLE_OF = Pattern.compile(
      " (?:\\p{Ll}+-?\\p{Ll}+ )?(?:hackers|spies|actors|criminals|cybercriminals|officers|agents|nationals|citizens|hacktivists|operatives)\\b");
  private static final Set<String> CORE_OUT = Set.of("acl", "appos", "conj", "cc", "parataxis", "punct", "nmod",
      "advcl", "dep", "case", "advmod", "obl", "mark", "cop", "nsubj", "aux", "list", "discourse", "orphan",
      "vocative");
  private static final Pattern BEHIND =
      Pattern.compile("\\s+(?:who (?:are|were|work) |that (?:are|were) )?(?:operating|working|"
          + "based|acting|linked|tied|affiliated|associated|sponsored|backed|supported|aligned|employed|directed|hired|controlled|"
          + "from|out of|within|inside|in the (?:service|pay|employ) of|in|for)\\b[^,.;:()]{1,70}");
  private static final Pattern MEMBERS = Pattern.compile("\\s+of (?:the )?");

  private final Tree tree;
  private final String view;
  private final List<NameMatch> matches;

  PhraseWords(Tree tree, String view, List<NameMatch> matches) {
    this.tree = tree;
    this.view = view;
    this.matches = matches;
  }

  /// First and last token of a phrase without what merely hangs on it.
  int[] core(Token head) {
    int from = head.index();
    int to = head.index();
    for (Token child : tree.children(head)) {
      if (!CORE_OUT.contains(child.relation()) || child.deprel().equals("nmod:poss")) {
        if (Math.abs(child.index() - head.index()) <= 12) {
          from = Math.min(from, tree.firstOf(child));
          boolean behind = Tree.is(child, "flat", "compound", "fixed", "goeswith", "nummod")
              || Tree.is(child, "amod") && child.index() == to + 1; // "acteurs chinois", "piratas informáticos rusos"
          to = Math.max(to, behind ? beforeOthers(child) : to);
        }
      }
    }
    return new int[] {from, to};
  }

  /// "Zhu Hua and Zhang Shilong", where the tree hangs the second name on the surname of the first: where the first ends.
  private int beforeOthers(Token part) {
    for (int i = part.index() + 1; i <= tree.lastOf(part); i++) {
      if (Tree.is(tree.token(i), "cc") && !tree.token(i).form().equals("&") && part.upos() == Upos.PROPN) {
        return i - 1;
      }
    }
    return tree.lastOf(part);
  }

  /// The words of a phrase without what merely hangs on it.
  ///
  /// @param head head of the phrase
  /// @return as the text has them
  String words(Token head) {
    int[] core = core(head);
    int end = tree.token(core[1]).end();
    for (NameMatch match : matches) {
      if (match.start() <= head.start() && match.end() > end) {
        end = Math.min(match.end(), view.length());
      }
    }
    return view.substring(tree.token(core[0]).start(), end);
  }

  List<NameMatch> within(int start, int end) {
    List<NameMatch> found = new ArrayList<>();
    for (NameMatch match : matches) {
      if (match.start() < end && match.end() > start) {
        found.add(match);
      }
    }
    return found;
  }

  private Optional<String> stateWord(Token token) {
    return within(token.start(), token.end()).stream().flatMap(match -> match.names().stream())
        .filter(name -> name.sort() == Name.Sort.ADJECTIVE || name.sort() == Name.Sort.STATE
            || name.sort() == Name.Sort.PEOPLE)
        .flatMap(name -> name.country().stream()).findFirst();
  }

  /// A person's name within a phrase, or behind the title that is its head: "Mr S. Iswaran", "direktør Sofie Nystrøm".
  String properName(Token head) {
    String titled = nameBehindTitle(head);
    if (!titled.isEmpty()) {
      return titled;
    }
    int[] core = core(head);
    StringBuilder name = new StringBuilder();
    for (int i = core[0]; i <= core[1]; i++) {
      Token token = tree.token(i);
      if (i > head.index() && token.upos() == Upos.PUNCT) {
        break;
      }
      if (ofAName(token)) {
        name.append(name.isEmpty() ? "" : " ").append(token.form());
      } else if (!name.isEmpty() && i < head.index()
          && !Set.of("bin", "al", "von", "van", "de").contains(Tree.low(token))) {
        name.setLength(0);
      }
    }
    return name.toString();
  }

  /// The name right behind a title of one person, however the tree hangs it.
  private String nameBehindTitle(Token head) {
    boolean title = Nouns.HONORIFIC.contains(Tree.low(head))
        || Nouns.PEOPLE.contains(Tree.lemma(head)) && !head.xpos().equals("NNS");
    StringBuilder name = new StringBuilder();
    for (int i = head.index() + 1; title && i < tree.size() && ofAName(tree.token(i)); i++) {
      name.append(name.isEmpty() ? "" : " ").append(tree.token(i).form());
    }
    return name.toString();
  }

  /// First name and surname that stand side by side, the head one of them, however the tree joins them.
  Optional<String> fullName(Token head) {
    int from = head.index() > 0 && ofAName(tree.token(head.index() - 1)) ? head.index() - 1 : head.index();
    int to = from;
    while (to + 1 < tree.size() && ofAName(tree.token(to + 1))) {
      to++;
    }
    boolean named = to == from + 1 && ofAName(head);
    for (int i = from; i <= to; i++) {
      String lemma = Tree.lemma(tree.token(i));
      named &= !Nouns.BODY.contains(lemma) && !Nouns.COMPANY.contains(lemma) && !Nouns.GROUP.contains(lemma)
          && !Nouns.OUTLET.contains(lemma);
    }
    return named ? Optional.of(tree.token(from).form() + " " + tree.token(to).form()) : Optional.empty();
  }

  /// A name from its first word on, as long as its words stand side by side.
  String run(Token first) {
    int to = first.index();
    while (to + 1 < tree.size() && tree.token(to + 1).upos() == Upos.PROPN
        && tree.token(to + 1).start() - tree.token(to).end() <= 1) {
      to++;
    }
    return view.substring(first.start(), tree.token(to).end());
  }

  private boolean ofAName(Token token) {
    return token.upos() == Upos.PROPN && !Nouns.PEOPLE.contains(Tree.lemma(token))
        && !Nouns.HONORIFIC.contains(Tree.low(token)) && Character.isUpperCase(token.form().charAt(0))
        && !NOBODY.matcher(token.form()).matches() && (stateWord(token).isEmpty() || surname(token))
        && within(token.start(), token.end()).stream()
            .noneMatch(
                match -> match.end() - match.start() > token.form().length() || !match.weak() && !surname(token));
  }

  /// "Lisa Monaco": the name of a state that is the last of somebody's names.
  private boolean surname(Token token) {
    return token.deprel().startsWith("flat") && token.index() > 0 && tree.token(token.index() - 1).upos() == Upos.PROPN
        && tree.token(token.index() - 1).index() == token.head() && token.start() - tree.token(token.head()).end() == 1
        && within(tree.token(token.head()).start(), tree.token(token.head()).end()).isEmpty()
        && !Nouns.PEOPLE.contains(Tree.lemma(tree.token(token.head())));
  }

  String genericWords(Token head) {
    StringBuilder words = new StringBuilder();
    for (Token token : tree.tokens().subList(core(head)[0], head.index() + 1)) {
      boolean own = token.index() == head.index() || (token.upos() == Upos.NOUN || token.upos() == Upos.ADJ
          || token.upos() == Upos.PROPN || Tree.low(token).equals("of")) && stateWord(token).isEmpty();
      if (own && !Tree.low(token).equals("'s")) {
        words.append(words.isEmpty() ? "" : " ").append(token.form().toLowerCase(Locale.ROOT));
      }
    }
    return words.toString();
  }

  String place(Token head) {
    for (Token child : tree.children(head, "nmod", "obl")) {
      if (Set.of("in", "to", "i", "en", "à").contains(tree.marker(child)) && child.upos() == Upos.PROPN) {
        return " in " + words(child);
      }
    }
    return "";
  }

  String full(Token head) {
    int end = tree.token(core(head)[1]).end();
    for (Token child : tree.children(head, "nmod")) {
      if (Set.of("in", "to", "i", "en", "à").contains(tree.marker(child))) {
        end = Math.max(end, tree.token(core(child)[1]).end());
      }
    }
    return view.substring(tree.token(core(head)[0]).start(), end);
  }

  /// The state or body that stands behind "actors operating out of X", "hackers sponsored by Y", wherever the tree hangs it.
  Optional<NameMatch> standsBehind(Token head) {
    if (!Nouns.GROUP.contains(Tree.lemma(head))) {
      return Optional.empty();
    }
    Matcher behind = BEHIND.matcher(view).region(head.end(), Math.min(view.length(), head.end() + 90));
    if (!behind.lookingAt()) {
      return Optional.empty();
    }
    return within(behind.start(), behind.end()).stream().filter(match -> match.names().stream().anyMatch(
        name -> name.sort() == Name.Sort.STATE || name.sort() == Name.Sort.BODY || name.sort() == Name.Sort.ADJECTIVE))
        .findFirst().filter(match -> !told(head, match));
  }

  /// "hackers in March broke into networks of the United States": a clause of theirs stands between.
  private boolean told(Token head, NameMatch behind) {
    return tree.tokens().stream().anyMatch(token -> token.index() > head.index() + 1 && token.end() <= behind.start()
        && token.xpos().matches("VBD|VBZ|VBP|MD")
        && (token.index() == 0 || !Set.of("who", "that", "which").contains(Tree.low(tree.token(token.index() - 1)))));
  }

  /// "actors sponsored by X", "hackers working on behalf of Y": the words up to who stands behind them.
  String fullDescription(Token head) {
    int[] core = core(head);
    int end = tree.token(core[1]).end();
    Optional<NameMatch> sponsor = standsBehind(head);
    if (sponsor.isPresent()) { // "a group of Chinese hackers"
      Matcher people = PEOPLE_OF.matcher(view).region(sponsor.get().end(), view.length());
      return view.substring(tree.token(core[0]).start(), people.lookingAt() ? people.end() : sponsor.get().end());
    }
    Matcher members = MEMBERS.matcher(view).region(end, Math.min(view.length(), end + 60));
    if (members.lookingAt()) {
      Optional<NameMatch> whose = within(members.end(), members.end() + 1).stream().findFirst();
      if (whose.isPresent() && whose.get().start() == members.end()) {
        Matcher people = PEOPLE_OF.matcher(view).region(whose.get().end(), view.length());
        return view.substring(tree.token(core[0]).start(), people.lookingAt() ? people.end() : whose.get().end());
      }
    }
    for (Token child : tree.children(head)) {
      boolean finite = child.xpos().equals("VBD") && !child.form().endsWith("ed"); // "hackers broke into" is no participle
      if (child.index() == core[1] + 1 && Tree.is(child, "acl") && !child.deprel().equals("acl:relcl") && !finite) {
        Optional<Token> behind = tree.child(child, "obl");
        if (behind.isPresent()) {
          Optional<Token> owner = tree.child(behind.get(), "nmod");
          Token last = owner.filter(token -> Set.of("of").contains(tree.marker(token))).orElse(behind.get());
          end = Math.max(end, tree.token(core(last)[1]).end());
        }
        break;
      }
    }
    return view.substring(tree.token(core[0]).start(), end);
  }
}
