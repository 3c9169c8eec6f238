package org.tingbok.reading.alias;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;

/// Lists of the names of one group in which each name may have a giver of its own.
///
/// "Also written as: A; B (Vendor); C (Vendor)", "A is B to Vendor and C to Vendor", "A (Vendor: B, Vendor: C)", "other
/// names for it are A, B and C". In a heading's or bullet's list the group is the one spoken of before.
final class NameLists {
  /// A name of a group.
  ///
  /// @param group the group
  /// @param name the further name
  /// @param giver who calls it that; empty if not told
  /// @param words where it stands
  record Named(Party group, Party name, Optional<Party> giver, Span words) {
  }

  private static final String G = SlottedSentence.GROUP;
  private static final String S = SlottedSentence.SPEAKER;
  private static final String GIVEN = G + ",?\\s+(?:to|for|at|by|in the books of|in the terms of)\\s+(?:the\\s+)?" + S;
  private static final String NEXT = "(?:\\s*[,;]\\s*(?:and\\s+|or\\s+)?|\\s+(?:and|or)\\s+)";
  private static final String BRACKETED = G + "[\"”*]*(?:\\s*\\([^()]{0,60}\\))?";
  private static final String ITEMS = BRACKETED + "(?:" + NEXT + "(?:the\\s+)?[\"“*]*" + BRACKETED + ")*";
  private static final Pattern ITEM = Pattern.compile("(" + G + ")[\"”*]*(?:\\s*\\(([^()]{0,60})\\))?");
  private static final Pattern GIVEN_ITEM = Pattern.compile("(" + G + ")[^" + "\uE000-\uE7FF" + "]*(" + S + ")");
  private static final Pattern REVERSED_ITEM = Pattern.compile("(" + S + "):?\\s+[\"“*]*(" + G + ")");
  private static final Pattern SPEAKER = Pattern.compile(S);

  private static final Pattern GIVEN_LIST = Pattern.compile("(" + G + ")\\s*(?:is|was|,|\\(|:|means|,? (?:also )?known "
      + "as)\\s*(?:the\\s+)?(" + GIVEN + "(?:" + NEXT + "(?:the\\s+)?" + GIVEN + ")*)");
  private static final Pattern REVERSED_LIST = Pattern.compile("(" + G + ")\\s*\\(\\s*(" + S + ":?\\s+" + G + "(?:"
      + NEXT + S + ":?\\s+" + G + ")*)\\s*\\)");
  private static final Pattern GLOSSED = Pattern.compile("(?i)(" + G + ")[\"”*]*,?\\s*\\(?(?:(?:is|are)\\s+)?(?:also|"
      + "variously|otherwise)?\\s*(?:known|written|tracked|called|listed|reported)\\s+as\\s+(?:the\\s+)?[\"“*]*("
      + ITEMS + ")");
  private static final Pattern ENTRY = Pattern.compile("(?i)^[\\s*_|>•-]*(?:(?:also|variously|otherwise|elsewhere)\\s+"
      + "(?:written|known|called|tracked|listed|named|spelled|reported|seen)(?:\\s+as)?|aliases|alias|other names|"
      + "alternative names|synonyms|further names|names elsewhere|a\\.?k\\.?a\\.?)[\\s*_|:–-]+(?:the\\s+)?(" + ITEMS
      + ")");
  private static final Pattern FOR_IT =
      Pattern.compile("(?<!" + S + "['’]s )\\b[Nn]ames?\\b[^\uE000-\uE3FF.;]{0,40}?\\bfor\\s+(?:the\\s+)?("
          + G + ")[^\uE000-\uE3FF.;]{0,60}?(?:\\b(?:are|is|includes?)|:)\\s+(?:the\\s+)?(" + ITEMS + ")");
  private static final Pattern MANY = Pattern.compile("(" + G + ")\\s+(?:goes by|has|bears|carries|is known by|is "
      + "known under|travels under|answers to)\\s+(?:\\p{L}+\\s+){1,3}names?\\s*[:;,–-](.*)", Pattern.DOTALL);

  private final SlottedSentence sentence;
  private final String text;
  private final List<Named> found = new ArrayList<>();

  private NameLists(SlottedSentence sentence) {
    this.sentence = sentence;
    this.text = sentence.text();
  }

  static List<Named> in(SlottedSentence sentence) {
    NameLists lists = new NameLists(sentence);
    lists.pairs(GIVEN_LIST, GIVEN_ITEM, 1, 2);
    lists.pairs(REVERSED_LIST, REVERSED_ITEM, 2, 1);
    lists.bracketed(GLOSSED, true);
    lists.bracketed(FOR_IT, false);
    lists.entry();
    lists.many();
    return lists.found;
  }

  private void pairs(Pattern list, Pattern item, int name, int giver) {
    Matcher whole = list.matcher(text);
    while (whole.find()) {
      Matcher one = item.matcher(text).region(whole.start(2), whole.end(2));
      while (one.find()) {
        add(whole.group(1), one.group(name), giver(one.group(giver)), one.start(), one.end());
      }
    }
  }

  /// A list in which brackets may hold givers; without one it is a list as any other.
  private void bracketed(Pattern list, boolean given) {
    Matcher whole = list.matcher(text);
    while (whole.find()) {
      if (!given || SPEAKER.matcher(whole.group(2)).find()) {
        items(whole.group(1), whole.start(2), whole.end(2));
      }
    }
  }

  private void entry() {
    Matcher whole = ENTRY.matcher(text);
    if (whole.find()) {
      Optional<Party> group = sentence.spokenOf();
      Matcher item = ITEM.matcher(text).region(whole.start(1), whole.end(1));
      while (group.isPresent() && item.find()) {
        found.add(new Named(group.get(), sentence.groups(item.group(1)).getFirst(), giver(item.group(2)),
            sentence.span(item.start(), item.end())));
      }
    }
  }

  /// "A goes by many names: one says B, others C": all names that follow are its own.
  private void many() {
    Matcher whole = MANY.matcher(text);
    if (whole.find()) {
      Matcher item =
          Pattern.compile("(?:(" + S + ")\\s+(?:says|uses|writes|has|prefers)\\s+)?(" + G + ")").matcher(text)
              .region(whole.start(2), whole.end(2));
      while (item.find()) {
        add(whole.group(1), item.group(2), giver(item.group(1)), item.start(), item.end());
      }
    }
  }

  private void items(String group, int from, int to) {
    Matcher item = ITEM.matcher(text).region(from, to);
    while (item.find()) {
      add(group, item.group(1), giver(item.group(2)), item.start(), item.end());
    }
  }

  private Optional<Party> giver(@org.jspecify.annotations.Nullable String words) {
    return words == null ? Optional.empty() : sentence.speakers(words).stream().findFirst();
  }

  private void add(String group, String name, Optional<Party> giver, int start, int end) {
    Party whose = sentence.groups(group).getFirst();
    found.add(new Named(whose, sentence.groups(name).getFirst(), giver, sentence.span(start, end)));
  }
}
