package org.tingbok.reading.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tingbok.text.Sentence;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;

/// Puts rows of names of two or three words in order: "Yuri Denisov, Nikolai Korchagin and Vitali Shevchenko".
///
/// A parser that has not seen the names hangs a surname on somebody else's given name, so that three persons become one, or a
/// surname alone. What stands between commas and "and" is one name, and the names are coordinated. Stateless.
final class NameRows {
  private static final Set<String> AND = Set.of("and", "og", "und", "et", "y", "e", "&");
  private static final Set<String> JOINTS = Set.of("punct", "cc");
  private static final int LONGEST = 3; // words of one name
  private static final int FEWEST = 3; // names of a row: of two, an aside looks the same

  private final Sentence sentence;

  private NameRows(Sentence sentence) {
    this.sentence = sentence;
  }

  /// The sentence with such rows in order.
  ///
  /// @param sentence parsed
  /// @return the same tokens; the sentence itself if no row has to be mended
  static Sentence read(Sentence sentence) {
    NameRows rows = new NameRows(sentence);
    List<Token> tokens = new ArrayList<>(sentence.tokens());
    boolean changed = false;
    int at = 0;
    while (at < tokens.size()) {
      List<int[]> names = rows.from(at);
      if (names.size() >= FEWEST) {
        changed |= rows.mend(names, tokens);
        at = names.getLast()[1] + 1;
      } else {
        at = names.isEmpty() ? at + 1 : names.getFirst()[1] + 1;
      }
    }
    return changed ? new Sentence(sentence.start(), sentence.end(), tokens) : sentence;
  }

  /// The first and last words of the names of a row that begins here; none, or a single one, if none does.
  private List<int[]> from(int start) {
    List<int[]> names = new ArrayList<>();
    boolean closed = false;
    int at = start;
    while (at < sentence.tokens().size()) {
      int end = at;
      while (end < sentence.tokens().size() && word(sentence.tokens().get(end))) {
        end++;
      }
      int length = end - at;
      if (length < 2 || length > LONGEST) {
        break;
      }
      names.add(new int[] {at, end - 1});
      if (closed) {
        return names;
      }
      int next = end;
      boolean comma = next < sentence.tokens().size() && sentence.tokens().get(next).form().equals(",");
      next += comma ? 1 : 0;
      boolean and = next < sentence.tokens().size() && AND.contains(Tree.low(sentence.tokens().get(next)));
      next += and ? 1 : 0;
      closed = and;
      if (!comma && !and) {
        break;
      }
      at = next;
    }
    return names.isEmpty() ? names : names.subList(0, 1); // no "and" before the last of them
  }

  private static boolean word(Token token) {
    return token.upos() == Upos.PROPN && token.form().indexOf(' ') < 0 && Character.isUpperCase(token.form().charAt(0));
  }

  /// Hangs each name on its first word, and the first words of the others on that of the first.
  private boolean mend(List<int[]> names, List<Token> tokens) {
    int first = names.getFirst()[0];
    int last = names.getLast()[1];
    Token head = tokens.get(first);
    for (int i = first; i <= last; i++) {
      Token token = sentence.tokens().get(i);
      boolean inside = token.head() >= first && token.head() <= last;
      if (!inside && !JOINTS.contains(token.deprel())) {
        head = token;
        break;
      }
    }
    boolean changed = false;
    for (int n = 0; n + 1 < names.size(); n++) {
      int next = names.get(n + 1)[0];
      for (int i = names.get(n)[1] + 1; i < next; i++) {
        changed |= set(tokens, i, next, tokens.get(i).form().equals(",") ? "punct" : "cc");
      }
    }
    for (int[] name : names) {
      int own = name[0];
      changed |= set(tokens, own, own == first ? head.head() : first, own == first ? head.deprel() : "conj");
      for (int i = own + 1; i <= name[1]; i++) {
        changed |= set(tokens, i, own, "flat");
      }
      for (Token child : sentence.tokens()) { // what explains the name hangs on its first word
        boolean outside = child.index() < first || child.index() > last;
        if (outside && child.head() > own && child.head() <= name[1]) {
          changed |= set(tokens, child.index(), own, child.deprel());
        }
      }
    }
    return changed;
  }

  private static boolean set(List<Token> tokens, int index, int head, String relation) {
    Token token = tokens.get(index);
    if (token.head() == head && token.deprel().equals(relation)) {
      return false;
    }
    tokens.set(index, new Token(index, token.start(), token.end(), token.form(), token.lemma(), token.upos(),
        token.xpos(), head, relation));
    return true;
  }
}
