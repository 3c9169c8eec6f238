package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.reading.time.DateExpression;
import org.tingbok.reading.time.DateExpressions;
import org.tingbok.text.BlockKind;

/// Reads the head of a document: what is masthead, title, byline, date line, menu, before the text begins.
final class Front {
  private static final Pattern DECLARATION =
      Pattern.compile("(?iu)(title|source|url|link|author|authors|date|published|publisher|"
          + "outlet|site|website|from|to|subject|retrieved|archived|accessed|language|tittel|kilde|titel|quelle)\\s*:\\s*(\\S.*)");
  private static final Pattern SITE = Pattern.compile("(\\S(?:.*?\\S)??)\\s++[-–—|]\\s+([^-–—|]+)");
  private static final Pattern ISSUE =
      Pattern.compile("(?iu).*(?:\\b(?:no|nr|issue|vol|volume|edition|week)\\b\\.?\\s*#?\\d+|#\\d+).*");
  private static final Pattern LIVE =
      Pattern.compile("(?iu)live(?:\\s*\\((?:closed|ended|beendet|avsluttet)\\)|\\s*(?:blog|updates?))?"
          + "\\s*(?:[:|–—-]\\s+|\\s{2,})");
  private static final Pattern WEEKDAY =
      Pattern.compile("(?iu)[\\s,]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|"
          + "donners|frei|sams|sonn)tag|(?:man|tirs|ons|tors|fre|lør|søn)dag)[\\s,]*$");
  private static final Pattern REFERENCE = Pattern.compile("(?iu)reference (?:for|to) .*");

  private final Page page;
  private final List<Draft> drafts;
  private int body;
  private int titleAt = -1;
  private int mastheadAt = -1;
  Optional<String> title = Optional.empty();
  Optional<String> masthead = Optional.empty();

  private Front(Page page) {
    this.page = page;
    drafts = page.drafts;
  }

  /// Decides the kinds of the drafts in the head.
  static Front read(Page page) {
    Front front = new Front(page);
    // How far a report may be passed on is neither its title nor who publishes it.
    front.drafts.stream().filter(draft -> draft.undecided() && OwnMarking.isLabel(draft.text()))
        .forEach(draft -> draft.kind = BlockKind.BOILERPLATE);
    front.declarations();
    front.body = front.firstProse();
    front.furnish();
    front.declaredTitle();
    if ((front.titleAt < 0 && front.title.isEmpty()) || front.page.titles.isEmpty()) {
      front.ownTitle();
    }
    front.rest();
    return front;
  }

  int body() {
    return body;
  }

  /// Index of the title's draft, -1 if there is none.
  int titleAt() {
    return titleAt;
  }

  /// `Title: …`, `Source: …` at the head of a scrape.
  private void declarations() {
    int until = Math.min(drafts.size(), 8);
    for (int i = 0; i < until; i++) {
      Draft draft = drafts.get(i);
      String text = draft.text();
      Matcher declaration = DECLARATION.matcher(text);
      if (text.length() < 400 && declaration.matches() && (draft.undecided() || draft.is(BlockKind.LIST_ITEM))) {
        String key = declaration.group(1).toLowerCase(Locale.ROOT);
        String value = declaration.group(2).strip();
        boolean names = key.equals("title") || key.equals("subject") || key.equals("tittel") || key.equals("titel");
        if (names) {
          page.titles.add(value);
          Draft label = draft.part(0, declaration.start(2));
          label.kind = BlockKind.METADATA;
          Draft headline = draft.part(declaration.start(2), text.length());
          headline.kind = BlockKind.TITLE;
          headline.continues = true;
          drafts.set(i, label);
          drafts.add(++i, headline);
          until++;
        } else if ((key.startsWith("pub") && !key.equals("published")) || key.equals("outlet")
            || key.endsWith("site")) {
          page.publishers.add(value);
          draft.kind = BlockKind.METADATA;
        } else {
          int at = value.indexOf('@');
          if (key.equals("from") && at > 0) {
            Publishers.host("https://" + value.substring(at + 1).replace(">", "")).map(Outlets::name)
                .ifPresent(page.lesserPublishers::add);
          }
          if (key.startsWith("author")) {
            page.authors.add(value);
          }
          draft.kind = BlockKind.METADATA;
        }
      } else if (i < 2 && draft.heading && REFERENCE.matcher(text).matches()) {
        draft.kind = BlockKind.HEADING;
      } else if (draft.heading && Shapes.isLabel(text)) {
        draft.kind = BlockKind.METADATA;
      }
    }
  }

  private int firstProse() {
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      String text = draft.text();
      if (draft.undecided() && !draft.heading && Shapes.isProse(text) && !Shapes.isCaption(text)
          && !Shapes.isDateLine(text)
          && !Shapes.isMenu(text) && !Shapes.isNotice(text) && Boilerplate.standard().within(text).isEmpty()
          && !(i == 0 && text.length() < 200 && !LineEnds.endsSentence(text))) {
        return i;
      }
    }
    return Math.min(drafts.size(), 12);
  }

  private void furnish() {
    for (int i = 0; i < body; i++) {
      Draft draft = drafts.get(i);
      if (!draft.undecided()) {
        continue;
      }
      String text = draft.text();
      if (LiveStamps.isDayAndTime(text) || (LiveStamps.isStamp(text) && LiveStamps.length(text) == text.length())) {
        draft.kind = BlockKind.METADATA;
        continue;
      }
      if (LiveStamps.isStamp(text) && !Shapes.isDateLine(text)) {
        continue;
      }
      boolean dated = draft.length() < 170 && DateExpressions.in(text).stream().anyMatch(date -> date.value().stated());
      if (Shapes.isDateLine(text)
          || (dated && !Boilerplate.standard().within(text).isEmpty() && !Shapes.isNotice(text))) {
        draft.kind = BlockKind.METADATA;
      } else if (Shapes.isByline(text) || (Shapes.isLabel(text) && !draft.heading) || Shapes.isReadTime(text)) {
        draft.kind = BlockKind.METADATA;
      } else if (Shapes.isMenu(text) || Shapes.isNotice(text) || Boilerplate.standard().isWhole(text)) {
        draft.kind = BlockKind.BOILERPLATE;
      } else if (!Boilerplate.standard().within(text).isEmpty()) {
        draft.kind = BlockKind.BOILERPLATE;
      } else if (Shapes.isCaption(text)) {
        draft.kind = BlockKind.CAPTION;
      }
    }
  }

  private void declaredTitle() {
    for (String declared : page.titles) {
      String wanted = key(declared);
      if (wanted.length() < 4) {
        continue;
      }
      for (int i = 0; i < Math.min(drafts.size(), Math.max(body + 2, 40)); i++) {
        Draft draft = drafts.get(i);
        if (draft.length() > 300 || (draft.is(BlockKind.METADATA) && !draft.heading)) {
          continue;
        }
        String key = key(draft.text());
        if (key.equals(wanted) || (key.length() > 20 && wanted.startsWith(key) && draft.heading)) {
          if (titleAt < 0) {
            titleAt = i;
            title = Optional.of(strippedLive(draft.text()));
          }
          if (!draft.is(BlockKind.BOILERPLATE) || draft.heading) {
            draft.kind = BlockKind.TITLE;
          }
        }
      }
      if (titleAt >= 0) {
        return;
      }
    }
    title = page.titles.stream().findFirst();
  }

  static String key(String text) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        key.append(Character.toLowerCase(text.charAt(i)));
      }
    }
    return key.toString();
  }

  /// Finds the title by its look and place, and the masthead before it.
  private void ownTitle() {
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < body; i++) {
      Draft draft = drafts.get(i);
      if (draft.undecided() && !draft.numbered && Shapes.isTitleLike(draft.text()) && !isCrossHead(i)
          && !isLabelled(draft)) {
        candidates.add(i);
      }
    }
    int first = firstSaying();
    boolean mast = first >= 0 && isMasthead(first, candidates);
    if (mast) {
      mastheadAt = first;
      String name = Publishers.nameIn(drafts.get(first).text());
      masthead = Optional.of(Publishers.cased(name, page.canonical));
      int end = endOfGroup(first);
      boolean none = candidates.stream().noneMatch(other -> other >= end);
      boolean live = drafts.get(first).text().toLowerCase(Locale.ROOT).contains("live");
      Optional<Integer> issue = candidates.stream().filter(i -> i > first && i < end).filter(i -> {
        String line = drafts.get(i).text();
        return ISSUE.matcher(line).matches() || (none && (live || isHeadline(line)));
      }).findFirst();
      candidates.removeIf(i -> i == first || (i < end && issue.filter(at -> at.equals(i)).isEmpty()
          && candidates.stream().anyMatch(other -> other >= end)));
      candidates.removeIf(i -> i < end && issue.filter(at -> at.equals(i)).isEmpty()
          && (LineEnds.isCapitals(name) || i == first));
    }
    if (titleAt >= 0 || (title.isPresent() && !page.titles.isEmpty())) {
      return;
    }
    if (candidates.isEmpty()) {
      if (!page.runningHeads.isEmpty()) {
        title = Publishers.titleOfRunningHead(page.runningHeads);
      }
      if (title.isEmpty() && mast) {
        title = datedTitle(mastheadAt).or(() -> masthead);
        titleAt = drafts.get(first).undecided() ? first : -1;
      } else if (title.isEmpty() && first < 0 && !drafts.isEmpty()) {
        title = datedTitle(-1);
      }
      return;
    }
    int best = best(candidates);
    titleAt = best;
    Draft draft = drafts.get(best);
    Matcher live = LIVE.matcher(draft.text());
    if (live.lookingAt() && live.end() < draft.length() - 8) {
      Draft label = draft.part(0, live.end());
      label.kind = BlockKind.METADATA;
      Draft rest = draft.part(live.end(), draft.length());
      rest.continues = true;
      drafts.set(best, label);
      drafts.add(best + 1, rest);
      titleAt = best + 1;
      body++;
      draft = rest;
    }
    draft.kind = BlockKind.TITLE;
    title = Optional.of(withoutSite(draft.text().replaceAll("\\s+", " ").strip()));
  }

  /// Takes the name of the publication off the end of a headline: `Headline - Name`.
  private String withoutSite(String text) {
    Matcher site = SITE.matcher(text);
    if (!site.matches() || Shapes.words(site.group(1)) < 4 || !Publishers.isName(site.group(2))
        || !Publishers.soundsLikePublisher(site.group(2)) || Shapes.words(site.group(2)) > 5) {
      return text;
    }
    page.publishers.add(site.group(2));
    return site.group(1);
  }

  /// The words before a date that stands on one line with the title, as in `News Wrap, September 30, 2016`.
  private Optional<String> datedTitle(int after) {
    for (int i = after + 1; i < Math.min(body, after + 3); i++) {
      Draft draft = drafts.get(i);
      List<DateExpression> dates = DateExpressions.in(draft.text());
      if (draft.is(BlockKind.METADATA) && !dates.isEmpty() && dates.getFirst().start() > 12) {
        String before = WEEKDAY.matcher(draft.text().substring(0, dates.getFirst().start()).strip()).replaceFirst("");
        if (Shapes.words(before) >= 3 && !Shapes.isByline(before) && before.indexOf(':') < 0
            && before.indexOf('|') < 0) {
          return Optional.of(before.replaceFirst("[\\s,|–—-]+$", ""));
        }
      }
    }
    return Optional.empty();
  }

  private static String strippedLive(String text) {
    Matcher live = LIVE.matcher(text);
    return live.lookingAt() && live.end() < text.length() - 8 ? text.substring(live.end()) : text;
  }

  /// What tells a headline from a motto: a colon, or names in the middle of it.
  private static boolean isHeadline(String text) {
    int capitals = 0;
    List<String> words = List.of(text.split(" ", -1));
    for (String word : words.subList(1, words.size())) {
      capitals += !word.isEmpty() && Character.isUpperCase(word.charAt(0)) ? 1 : 0;
    }
    return text.indexOf(": ") > 0 || (capitals >= 2 && words.size() >= 4);
  }

  private int best(List<Integer> candidates) {
    for (int i : candidates) {
      if (drafts.get(i).heading) {
        return i;
      }
    }
    int first = candidates.getFirst();
    int words = Shapes.words(drafts.get(first).text());
    for (int i : candidates) {
      int others = Shapes.words(drafts.get(i).text());
      if (i > first && words <= 3 && others >= 5 && drafts.get(i).gap > 0) {
        return i;
      }
    }
    return first;
  }

  private int firstSaying() {
    for (int i = 0; i < Math.min(body, 3); i++) {
      Draft draft = drafts.get(i);
      if ((draft.undecided() && !draft.heading && !isLabelled(draft))
          || (draft.is(BlockKind.BOILERPLATE) && i == 0 && Shapes.isMenu(draft.text())
              && !Shapes.isMenuWord(Shapes.segments(draft.text()).getFirst()))) {
        return i;
      }
      if (draft.heading || (draft.is(BlockKind.METADATA) && !Shapes.isLabel(draft.text()) && !isLabelled(draft))) {
        return -1;
      }
    }
    return -1;
  }

  /// A line such as `Threat Report | Q1 2021`.
  private static boolean isLabelled(Draft draft) {
    return Shapes.segments(draft.text()).size() > 1 && Shapes.isLabel(Publishers.nameIn(draft.text()));
  }

  /// Whether blank lines stand in the head; where none do, that two lines follow each other says nothing.
  private boolean isSpaced() {
    for (int i = 1; i <= Math.min(body, drafts.size() - 1); i++) {
      if (drafts.get(i).gap > 0) {
        return true;
      }
    }
    return false;
  }

  private int endOfGroup(int at) {
    int end = at + 1;
    while (end < body && drafts.get(end).gap == 0) {
      end++;
    }
    return end;
  }

  /// The name of the publication stands first, by itself, in capitals, with a section, or above a date or menu.
  private boolean isMasthead(int at, List<Integer> candidates) {
    Draft draft = drafts.get(at);
    String name = Publishers.nameIn(draft.text());
    Optional<String> runningHead = Publishers.runningHead(page);
    if (runningHead.filter(head -> !head.equalsIgnoreCase(name)).isPresent() || !Publishers.isName(name)
        || Shapes.isLabel(name)) {
      return false;
    }
    boolean others = candidates.stream().anyMatch(i -> i > at);
    boolean capitals = LineEnds.isCapitals(name);
    boolean group = isSpaced() && (endOfGroup(at) > at + 1 || (at > 0 && draft.gap == 0));
    boolean more = name.length() < draft.length();
    boolean named = Publishers.isNamedInFoot(name, page);
    if (named || (more && others)) {
      return true;
    }
    if (!others) {
      return (group && capitals && Shapes.words(name) <= 4 && drafts.get(at + 1).is(BlockKind.METADATA))
          || (group && capitals && Shapes.words(name) <= 5 && !page.runningHeads.isEmpty())
          || (!page.runningHeads.isEmpty() && capitals)
          || (group && capitals && Shapes.words(name) <= 4);
    }
    return (capitals && Shapes.words(name) <= 7) || (group && Publishers.isTitleCase(name) && Shapes.words(name) <= 7);
  }

  /// Whether a line is the heading of a section: it stands directly on its text, and others like it do so too.
  private boolean isCrossHead(int at) {
    if (drafts.get(at).heading || at + 1 >= drafts.size() || drafts.get(at + 1).gap > 0
        || !drafts.get(at + 1).undecided() || !Shapes.isProse(
            drafts.get(at + 1).text())
        || drafts.get(at).gap == 0) {
      return false;
    }
    int alike = 0;
    for (int i = at + 1; i + 1 < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (draft.gap > 0 && drafts.get(i + 1).gap == 0 && draft.length() < 100 && !LineEnds.endsSentence(draft.text())
          && LineEnds.isCapitals(draft.text()) == LineEnds.isCapitals(drafts.get(at).text())) {
        alike++;
      }
    }
    return alike >= 2;
  }

  /// Two to four words that each begin with a capital, and none that names of houses hold.
  private static boolean isPerson(String text) {
    int words = Shapes.words(text);
    return words >= 2 && words <= 4 && text.length() < 40 && !LineEnds.endsSentence(text)
        && Publishers.isTitleCase(text)
        && !LineEnds.isCapitals(text) && !Publishers.soundsLikePublisher(text)
        && text.chars().noneMatch(Character::isDigit)
        && text.indexOf(':') < 0;
  }

  /// What is left in the head: taglines and section names before the title, standfirsts after it.
  private void rest() {
    for (int i = 0; i < body; i++) {
      Draft draft = drafts.get(i);
      boolean beside = (i > 0 && drafts.get(i - 1).is(BlockKind.METADATA))
          || (i + 1 < drafts.size() && drafts.get(i + 1).is(BlockKind.METADATA));
      if (draft.undecided() && i > titleAt && titleAt >= 0 && beside && isPerson(draft.text()) && !draft.heading) {
        page.authors.add(draft.text());
        draft.kind = BlockKind.METADATA;
      } else if (draft.undecided() && draft.text().startsWith("http") && draft.text().indexOf(' ') < 0) {
        draft.kind = BlockKind.METADATA;
      }
      if (i == mastheadAt) {
        draft.kind = i == titleAt ? BlockKind.TITLE : BlockKind.METADATA;
      } else if (draft.undecided() && i < titleAt && i != titleAt) {
        draft.kind = Shapes.words(draft.text()) > 12 ? null : BlockKind.METADATA;
      } else if (draft.undecided() && i > titleAt && draft.gap == 0 && mastheadAt >= 0 && i < endOfGroup(mastheadAt)
          && !draft.heading) {
        draft.kind = BlockKind.METADATA;
      }
    }
  }
}
