package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.document.Span;
import org.tingbok.text.BlockKind;

/// Decides the kinds of blocks after the head: text, headings, captions, pull quotes, and what is not read.
final class Body {
  private static final Pattern BLURB =
      Pattern.compile("(?u).{0,60}?\\b(?:is|was|writes|covers|reports|works|has|leads|er|skriver|ist|"
          + "schreibt|est|écrit|es)\\b.{0,160}\\b(?:reporter|journalist|journaliste|editor|author|correspondent|columnist|writer|writes|"
          + "covers|researcher|contributor|freelance|redakteur|Redakteur|redaktør|redactor|blogger|analyst at|fellow at|professor of|book,|"
          + "novelist|bylines?|newsletter).*");
  private static final Pattern ABOUT =
      Pattern.compile("(?u)(?:About|Om|Über|À propos de?|Acerca de|Sobre)\\s+\\p{Lu}.*");
  private static final Pattern PRAISE =
      Pattern.compile("(?iu)\\b(?:leading|leader in|provides?|protects?|helps?|customers|clients|solutions|"
          + "founded|headquartered|trusted|mission|platform|services|weltweit|führend\\w*|ledende|kunder|Kunden|leader)\\b");
  private static final int RELATED_WORDS = 8;

  private final Page page;
  private final List<Draft> drafts;
  private final Boilerplate phrases = Boilerplate.standard();
  private int from;
  private boolean spaced;
  private boolean manyLines;

  private Body(Page page) {
    this.page = page;
    drafts = page.drafts;
  }

  static void read(Page page, int from) {
    Body body = new Body(page);
    body.from = Math.min(from, page.drafts.size());
    body.spaced = body.isSpaced();
    body.manyLines = body.hasManyLines();
    body.notices();
    body.linkLists();
    body.selfPraise();
    body.stamps();
    body.tail();
    body.quotes();
    body.lines();
    body.remaining();
  }

  /// Whether blank lines stand between most paragraphs.
  private boolean isSpaced() {
    int gaps = 0;
    for (int i = from; i < drafts.size(); i++) {
      gaps += drafts.get(i).gap > 0 ? 1 : 0;
    }
    return gaps * 2 > drafts.size() - from;
  }

  /// Whether lines without a full stop are the rule here rather than links strewn in.
  private boolean hasManyLines() {
    int lines = 0;
    int all = 0;
    for (Draft draft : drafts.subList(from, drafts.size())) {
      if (draft.undecided() && !draft.heading) {
        all++;
        lines += Shapes.words(draft.text()) >= RELATED_WORDS && !LineEnds.endsSentence(draft.text()) ? 1 : 0;
      }
    }
    return lines > 4 && lines * 4 > all;
  }

  private void notices() {
    List<Draft> out = new ArrayList<>();
    for (Draft draft : drafts.subList(0, from)) {
      if (draft.undecided() && Shapes.isProse(draft.text())) {
        split(draft, phrases.within(draft.text()), out);
      } else {
        out.add(draft);
      }
    }
    int at = from;
    List<Draft> rest = drafts.subList(from, drafts.size());
    from = out.size();
    for (Draft draft : rest) {
      boolean edge = ++at > drafts.size() - 4;
      boolean open = draft.undecided() || draft.is(BlockKind.LIST_ITEM);
      String text = draft.text();
      if (open && LiveStamps.isDayAndTime(text)) {
        draft.kind = BlockKind.METADATA;
        out.add(draft);
      } else if (open && Shapes.isPlaceAndDate(text) && !Shapes.isCaption(text)) {
        draft.kind = BlockKind.METADATA;
        out.add(draft);
      } else if (!open || (draft.heading && !phrases.isWhole(text) && !Shapes.isNotice(text))) {
        out.add(draft);
      } else if (Shapes.isNotice(text) || Shapes.isMenu(text)) {
        draft.kind = BlockKind.BOILERPLATE;
        out.add(draft);
      } else {
        split(draft, edge && phrases.isEdge(text) ? List.of(new Span(0, text.length())) : phrases.within(text), out);
      }
    }
    drafts.clear();
    drafts.addAll(out);
  }

  /// Cuts the boilerplate out of a block.
  private static void split(Draft draft, List<Span> notices, List<Draft> out) {
    int at = 0;
    boolean first = true;
    for (Span notice : notices) {
      first = part(draft, at, notice.start(), false, first, out);
      first = part(draft, notice.start(), notice.end(), true, first, out);
      at = notice.end();
    }
    part(draft, at, draft.length(), false, first, out);
  }

  private static boolean part(Draft draft, int from, int to, boolean notice, boolean first, List<Draft> out) {
    Draft part = draft.part(from, to);
    if (part.tidy().isEmpty()) {
      return first;
    }
    if (notice) {
      part.kind = BlockKind.BOILERPLATE;
    }
    if (!first) {
      part.gap = 0;
      part.continues = true;
    }
    out.add(part);
    return false;
  }

  /// What follows a heading such as `Related articles` are links until running text comes again.
  private void linkLists() {
    for (int i = from; i < drafts.size(); i++) {
      if (drafts.get(i).is(BlockKind.BOILERPLATE) && phrases.opensList(drafts.get(i).text())) {
        for (int next = i + 1; next < drafts.size() && !isText(drafts.get(next)); next++) {
          Draft link = drafts.get(next);
          boolean linkLike = (link.is(BlockKind.LIST_ITEM) && !LineEnds.endsSentence(link.text())) || (link.undecided()
              && !link.heading && link.length() < 160);
          if (!linkLike && !link.is(BlockKind.BOILERPLATE)) {
            break;
          }
          link.kind = BlockKind.BOILERPLATE;
        }
      }
    }
  }

  /// What a house says of itself at the end: a heading `About …` and a paragraph of praise.
  private void selfPraise() {
    for (int i = Math.max(from, drafts.size() - 6); i + 1 < drafts.size(); i++) {
      Draft heading = drafts.get(i);
      boolean about = heading.undecided() && heading.length() < 60 && ABOUT.matcher(heading.text()).matches();
      if (about && PRAISE.matcher(drafts.get(i + 1).text()).find()) {
        heading.kind = BlockKind.BOILERPLATE;
        for (Draft praise : drafts.subList(i + 1, drafts.size())) {
          praise.kind = praise.undecided() ? BlockKind.BOILERPLATE : praise.kind;
        }
        return;
      }
    }
  }

  private static boolean isText(Draft draft) {
    return (draft.undecided() || draft.is(BlockKind.LIST_ITEM)) && (Shapes.isProse(draft.text())
        || (Shapes.words(draft.text()) >= 4 && LineEnds.endsSentence(draft.text())));
  }

  /// Times of day before the entries of a live blog.
  private void stamps() {
    int stamps = 0;
    for (Draft draft : drafts) {
      stamps += isStamped(draft) ? 1 : 0;
    }
    if (stamps < 3) {
      return;
    }
    List<Draft> out = new ArrayList<>();
    for (Draft draft : drafts) {
      int length = isStamped(draft) ? LiveStamps.length(draft.text()) : 0;
      if (length == 0) {
        out.add(draft);
      } else {
        Draft stamp = draft.part(0, length);
        stamp.kind = BlockKind.METADATA;
        out.add(stamp);
        Draft rest = draft.part(length, draft.length());
        if (!rest.tidy().isEmpty()) {
          rest.kind = null;
          rest.continues = true;
          rest.heading = (!LineEnds.endsSentence(rest.text()) && rest.length() < 120) || rest.length() < 60;
          out.add(rest);
        }
      }
    }
    drafts.clear();
    drafts.addAll(out);
  }

  private static boolean isStamped(Draft draft) {
    return (draft.undecided() || draft.is(BlockKind.LIST_ITEM)) && LiveStamps.isStamp(draft.text());
  }

  /// After the last running text only short pieces follow: slogans, names, blurbs.
  private void tail() {
    int last = drafts.size() - 1;
    boolean blurb = true;
    while (blurb) {
      while (last > from && !isText(drafts.get(last)) && !isRecord(drafts.get(last))) {
        last--;
      }
      blurb = last > from && drafts.get(last).undecided() && last > drafts.size() - 10 && isBlurb(last);
      if (blurb) {
        drafts.get(last).kind = BlockKind.BOILERPLATE;
        last--;
      }
    }
    for (int i = last + 1; i < drafts.size() && last >= from; i++) {
      Draft draft = drafts.get(i);
      boolean line = Shapes.words(draft.text()) < RELATED_WORDS || draft.length() < 130;
      if (draft.undecided() && line && !Shapes.isCaption(draft.text())) {
        draft.kind = Shapes.isDateLine(draft.text()) || Shapes.isPlaceAndDate(draft.text()) ? BlockKind.METADATA
            : BlockKind.BOILERPLATE;
      }
    }
    if (last >= from && Shapes.isPlaceAndDate(drafts.get(last).text())) {
      drafts.get(last).kind = BlockKind.METADATA;
    }
  }

  private static boolean isRecord(Draft draft) {
    return draft.is(BlockKind.TABLE_ROW) || (draft.is(BlockKind.LIST_ITEM) && Shapes.words(draft.text()) > 1);
  }

  private boolean isBlurb(int at) {
    String text = drafts.get(at).text();
    if (text.length() > 700) {
      return false;
    }
    if (!BLURB.matcher(text.replace('\n', ' ')).matches()) {
      return false;
    }
    boolean name = false;
    for (int i = Math.max(0, at - 2); i < at; i++) {
      String before = drafts.get(i).text();
      name |= Shapes.words(before) <= 4 && !LineEnds.endsSentence(before) && Publishers.isTitleCase(before);
    }
    for (Draft draft : drafts.subList(0, Math.min(drafts.size(), from + 1))) {
      name |= Shapes.isByline(draft.text()) && sharesName(draft.text(), text);
    }
    for (String author : page.authors) {
      name |= sharesName(author, text);
    }
    return name || Character.isLowerCase(text.charAt(0));
  }

  private static boolean sharesName(String byline, String text) {
    String head = text.substring(0, Math.min(80, text.length()));
    for (String word : byline.split("[ ,]+", -1)) {
      if (word.length() > 3 && Character.isUpperCase(word.charAt(0)) && head.contains(word)) {
        return true;
      }
    }
    return false;
  }

  /// A sentence of the text that is pulled out and set apart, with the line that says whose it is.
  private void quotes() {
    StringBuilder keys = new StringBuilder();
    int[] starts = new int[drafts.size()];
    for (int i = 0; i < drafts.size(); i++) {
      starts[i] = keys.length();
      if (!drafts.get(i).is(BlockKind.BOILERPLATE) && !drafts.get(i).is(BlockKind.METADATA)) {
        keys.append(Front.key(drafts.get(i).text()));
      }
      keys.append('\n');
    }
    String all = keys.toString();
    for (int i = from; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (!draft.undecided() || draft.length() > 320 || Shapes.words(draft.text()) < 6) {
        continue;
      }
      String key = Front.key(draft.text());
      int first = all.indexOf(key);
      boolean self = first == starts[i];
      int other = self ? all.indexOf(key, first + key.length()) : first;
      if (other < 0 || key.length() < 24 || !isWithinLonger(other, key, all)) {
        continue;
      }
      draft.kind = BlockKind.PULL_QUOTE;
      if (i + 1 < drafts.size()) {
        Draft next = drafts.get(i + 1);
        boolean attribution = next.undecided() && next.length() < 90 && !LineEnds.endsSentence(next.text())
            && Shapes.words(next.text()) <= 10 && (next.gap == 0 || "—–-".indexOf(next.charAt(0)) >= 0);
        if (attribution) {
          draft.append('\n', next);
          drafts.remove(i + 1);
          return;
        }
      }
    }
  }

  private static boolean isWithinLonger(int at, String key, String all) {
    int from = all.lastIndexOf('\n', at) + 1;
    int to = all.indexOf('\n', at);
    return to - from > key.length() + 8;
  }

  /// Single lines between paragraphs: captions, headings, links to other stories.
  private void lines() {
    for (int i = from; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      String text = draft.text();
      if (draft.is(BlockKind.LIST_ITEM) && LineEnds.isCapitals(text) && draft.length() < 80 && i + 1 < drafts.size()
          && drafts.get(i + 1).undecided() && isText(drafts.get(i + 1))) {
        draft.kind = BlockKind.HEADING;
      }
      if (!draft.undecided()) {
        continue;
      }
      if (Shapes.isCaption(text)) {
        draft.kind = BlockKind.CAPTION;
      } else if (Shapes.isByline(text) && !draft.heading && Shapes.words(text) < 7) {
        draft.kind = BlockKind.METADATA;
      } else if (LiveStamps.isStamp(text) && LiveStamps.length(text) == text.length()) {
        draft.kind = BlockKind.METADATA;
      } else if (isAddressOrHash(text)) {
        draft.kind = BlockKind.LIST_ITEM;
      } else if (draft.heading) {
        draft.kind = BlockKind.HEADING;
      } else if (!LineEnds.endsSentence(text) && draft.length() < 200 && Shapes.isTitleLike(text)
          && !text.endsWith("”")) {
        draft.kind =
            isRelated(i) ? BlockKind.BOILERPLATE : Shapes.words(text) <= 18 ? BlockKind.HEADING : BlockKind.PARAGRAPH;
      } else if (Shapes.words(text) <= 3 && !LineEnds.endsSentence(text) && text.length() < 40) {
        draft.kind = BlockKind.HEADING;
      }
    }
  }

  /// One long word with digits or strokes in it.
  private static boolean isAddressOrHash(String text) {
    if (text.indexOf(' ') >= 0 || text.length() < 8) {
      return false;
    }
    return text.indexOf('/') >= 0 || text.indexOf('\\') >= 0 || text.contains("[.]") || text.indexOf('@') >= 0
        || (text.length() > 20 && text.chars().filter(Character::isDigit).count() > 4);
  }

  /// A headline that stands alone between paragraphs, reads like one, and has nothing to do with what follows.
  private boolean isRelated(int at) {
    Draft draft = drafts.get(at);
    String text = draft.text();
    int words = Shapes.words(text);
    if (draft.emphasised || words < RELATED_WORDS || words > 25 || LineEnds.isCapitals(text) || at == from
        || at + 1 >= drafts.size() || text.endsWith("?") || text.indexOf("http") >= 0) {
      return false;
    }
    Draft next = drafts.get(at + 1);
    Draft before = drafts.get(at - 1);
    boolean alone = spaced ? draft.gap > 0 && next.gap > 0 && !manyLines : isHeadlineCase(text);
    boolean between = isText(before) || before.is(BlockKind.CAPTION) || before.is(BlockKind.PULL_QUOTE);
    boolean openQuote =
        (text.charAt(0) == '“' && text.indexOf('”') < 0) || (text.charAt(0) == '"' && text.indexOf('"', 1) < 0);
    return alone && between && !openQuote && shared(text, next.text()) < 2;
  }

  /// Whether most words of some length begin with a capital.
  private static boolean isHeadlineCase(String text) {
    int capitals = 0;
    int all = 0;
    for (String word : text.split(" ", -1)) {
      if (word.length() > 3) {
        all++;
        capitals += Character.isUpperCase(word.charAt(0)) ? 1 : 0;
      }
    }
    return all > 3 && capitals * 10 >= all * 8;
  }

  /// Words of substance that both texts hold, the second looked at only where it begins.
  private static int shared(String heading, String text) {
    Set<String> words = contentWords(heading);
    words.retainAll(contentWords(text.substring(0, Math.min(text.length(), 400))));
    return words.size();
  }

  private static Set<String> contentWords(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+", -1)) {
      if (word.length() > 4) {
        words.add(word.length() > 6 ? word.substring(0, 6) : word);
      }
    }
    return words;
  }

  private void remaining() {
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      if (draft.undecided()) {
        boolean heading = i < from && (draft.heading || (!LineEnds.endsSentence(draft.text()) && draft.length() < 250));
        draft.kind = heading ? BlockKind.HEADING : BlockKind.PARAGRAPH;
      }
    }
  }
}
