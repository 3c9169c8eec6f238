package org.tingbok.reading.document;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.reading.time.DateExpression;
import org.tingbok.reading.time.DateExpressions;
import org.tingbok.text.BlockKind;

/// Who publishes a document, by what it says of itself.
final class Publishers {
  private static final Pattern CUT = Pattern.compile("\\s+[|·•–—-]\\s+|\\s*[|·•]\\s*|\\s{2,}|\\s+::\\s+|\\s+\\(");
  private static final Pattern EDITION =
      Pattern.compile("(?iu),\\s*[^,]*\\b(?:edition|service|desk|online|live|utgave|ausgabe|"
          + "édition|edición|international|newsroom)\\b.*|,\\s*(?:mon|tues|wednes|thurs|fri|satur|sun)day.*");
  private static final Pattern DESK =
      Pattern.compile("(?iu)\\s+(?:live desk|news desk|newsdesk|live blog|liveblog|live|desk|"
          + "newsroom|staff|editorial team|reporters?)$");
  private static final Pattern COPYRIGHT =
      Pattern.compile("(?iu)(?:©|\\(c\\)|copyright)\\s*(?:©|\\(c\\))?\\s*(?:copyright)?\\s*"
          + "(?:\\d{4}(?:\\s*[-–]\\s*\\d{4})?)?\\s*(?:by\\s+)?[,|]?\\s*([^.,|\\n©\\d]{2,60})");
  private static final Pattern DATELINE =
      Pattern.compile("^[\\p{Lu}][\\p{L} ./'-]{1,40}(?:,[^()]{0,40})?\\s*\\(([\\p{Lu}][^()]{1,40})\\)"
          + "\\s*[-–—:]{1,2}\\s");
  private static final Pattern APPEARED =
      Pattern.compile("(?u)(?:appeared|published|posted) (?:first |originally )?(?:in|on|by|at) "
          + "(?:the )?((?:[\\p{Lu}][\\p{L}'’&.-]*\\s?|of |the |and ){1,7}?)(?= print| on |\\.|,| as |$| at |'s website)");
  private static final Pattern READER =
      Pattern.compile("(?u)((?:[\\p{Lu}][\\p{L}'’&-]*\\s){1,5})(?:is reader.supported|is published "
          + "(?:on|every|by)|is free because|has asked|follows the)");
  private static final String HOUSE =
      "(\\p{Lu}[\\p{L}'’.&-]{1,30}(?: (?:(?:of|the|and|for|de|des|du|la|les|et|für|for|og|del|y) ){0,3}\\p{Lu}[\\p{L}'’.&-]{1,30}){0,8})";
  private static final Pattern STATEMENT =
      Pattern.compile("(?:(?:Joint |Press |Official )?[Ss]tatement (?:by|from|of) (?:the )?"
          + "|(?:Communiqué|Déclaration) (?:du |de la |de l['’]|des )|(?:Uttalelse|Erklæring|Pressemelding) fra "
          + "|(?:Comunicado|Declaración) (?:del |de la |de los ))" + HOUSE + "(?=$| \\p{Ll})");
  private static final Pattern RELEASE = Pattern.compile("(?i:press release|media release|news release|pressemitteilung"
      + "|pressemelding|communiqué de presse|comunicado de prensa)(?:, | [–—-] |: ?| \\| )(?:the )?" + HOUSE);
  /// Whoever speaks for a house is not the house.
  private static final Pattern OFFICE = Pattern.compile(
      "(?i)\\b(?:minister|ministre|ministro|president|président|presidente|secretary|spokes\\w+|director|representative|commissioner"
          + "|ambassador|chair\\w*|governor|mayor|senator)\\b");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"')\\]]+");
  private static final Pattern SIGNATURE = Pattern.compile("[—–-]{1,2}\\s?([\\p{Lu}][\\p{L}'’&. -]{2,50})");
  private static final Set<String> SMALL =
      Set.of("of", "the", "and", "for", "in", "on", "at", "to", "de", "du", "des", "la", "le",
          "les", "der", "die", "das", "und", "für", "von", "og", "i", "av", "y", "el", "los", "van", "het", "del", "da",
          "do", "dos", "dei", "e", "&");
  private static final Set<String> PUBLISHING = Set.of("security", "research", "labs", "lab", "analytics",
      "intelligence", "news",
      "newsroom", "newswire", "agency", "institute", "review", "post", "times", "daily", "weekly", "monthly",
      "quarterly", "gazette",
      "herald", "tribune", "journal", "bulletin", "briefing", "brief", "courier", "observer", "monitor", "report",
      "magazine", "media",
      "press", "wire", "chronicle", "mail", "telegraph", "guardian", "standard", "ledger", "team", "group", "center",
      "centre",
      "foundation", "council", "ministry", "department", "office", "university", "rundschau", "zeitung", "anzeiger",
      "tageblatt",
      "nachrichten", "blatt", "bladet", "avisen", "posten", "tidende", "nyheter", "aftenposten", "presse", "journalen",
      "dépêche",
      "diario", "periódico", "correo", "krant", "dagblad", "tidningen", "note", "notes", "notebook", "letter", "watch",
      "systems", "technologies", "software", "networks", "threat", "cyber", "digital", "online", "tv", "radio",
      "broadcasting",
      "studies", "policy", "forum", "society", "association", "service", "defence", "defense", "consulting",
      "advisory");
  private static final Set<String> NOT_NAMES =
      Set.of("live", "closed", "exclusive", "breaking", "advertisement", "all rights reserved",
          "rights reserved", "the author", "the authors", "photo", "reuters", "afp", "ap", "getty images");
  private static final Set<String> AGENCY_NOTES = Set.of("translated", "updated", "corrected", "adds", "via");

  private Publishers() {
  }

  /// The publisher of a page whose drafts have their kinds.
  static Optional<String> of(Page page, Front front, String source) {
    for (String declared : page.publishers) {
      Optional<String> name = declaredName(declared, page.canonical);
      if (name.isPresent()) {
        return name;
      }
    }
    return runningHead(page).or(() -> front.masthead).or(() -> inHead(page, front)).or(() -> address(page))
        .or(() -> copyright(page))
        .or(() -> addressLine(page, front)).or(() -> inText(page)).or(() -> besideDate(page, front))
        .or(() -> page.lesserPublishers.stream().findFirst()).or(() -> issuer(page, front))
        .or(() -> page.authors.stream().filter(Publishers::isOrganisation).findFirst())
        .or(() -> host(source).map(Outlets::name));
  }

  private static Optional<String> declaredName(String declared, String canonical) {
    Optional<String> host = declared.contains("://") || declared.startsWith("www.") ? host(declared) : Optional.empty();
    return host.isPresent() ? host.map(Outlets::name)
        : Optional.of(declared).filter(name -> name.length() < 80)
            .map(name -> cased(name, canonical));
  }

  /// The name that a masthead begins with, before sections, places and editions.
  static String nameIn(String text) {
    String name = text.strip();
    Matcher cut = CUT.matcher(name);
    if (cut.find() && cut.start() > 1) {
      name = name.substring(0, cut.start());
    }
    name = EDITION.matcher(name).replaceFirst("");
    return DESK.matcher(name).replaceFirst("").strip();
  }

  static boolean isName(String name) {
    if (name.length() < 3 || name.length() > 70 || Shapes.words(name) > 9) {
      return false;
    }
    char last = name.charAt(name.length() - 1);
    return Character.isUpperCase(name.charAt(0)) && "!?;:,".indexOf(last) < 0 && (last != '.' || name.length() < 8)
        && !Shapes.isLabel(name) && !NOT_NAMES.contains(name.toLowerCase(Locale.ROOT)) && !Shapes.isMenuWord(name)
        && (LineEnds.isCapitals(name) || isTitleCase(name));
  }

  static boolean isTitleCase(String name) {
    for (String word : name.split(" ", -1)) {
      if (!word.isEmpty() && Character.isLowerCase(word.charAt(0)) && !SMALL.contains(word)) {
        return false;
      }
    }
    return true;
  }

  /// Whether a name holds a word that names of publications and houses hold.
  static boolean soundsLikePublisher(String name) {
    for (String word : name.split("[ ,]+", -1)) {
      if (PUBLISHING.contains(word.toLowerCase(Locale.ROOT)) || word.equals("&")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOrganisation(String author) {
    String lower = author.toLowerCase(Locale.ROOT);
    return soundsLikePublisher(author) || lower.contains("research") || lower.contains("team") || lower.contains("labs")
        || lower.contains("intelligence")
        || lower.contains("group") || lower.contains("agency") || lower.contains("unit ");
  }

  /// A name set in capitals, as it is written elsewhere in the document, or with capitals where a name has them.
  static String cased(String name, String canonical) {
    String collapsed = name.replaceAll("\\s+", " ");
    if (!LineEnds.isCapitals(collapsed) || collapsed.length() < 4) {
      return collapsed;
    }
    String lower = collapsed.toLowerCase(Locale.ROOT);
    for (int at = 0; at + lower.length() <= canonical.length(); at++) {
      if (canonical.regionMatches(true, at, collapsed, 0, lower.length())) {
        String there = canonical.substring(at, at + lower.length());
        if (!LineEnds.isCapitals(there) && Character.isUpperCase(there.charAt(0)) && isTitleCase(there)) {
          return there;
        }
      }
    }
    StringBuilder cased = new StringBuilder();
    for (String word : collapsed.split(" ", -1)) {
      String small = word.toLowerCase(Locale.ROOT);
      boolean keep = word.indexOf('.') > 0 || (word.length() <= 3 && Outlets.isAcronym(word));
      String proper = small.isEmpty() ? small : Character.toUpperCase(small.charAt(0)) + small.substring(1);
      cased.append(cased.isEmpty() ? "" : " ")
          .append(keep ? word : !cased.isEmpty() && SMALL.contains(small) ? small : proper);
    }
    return cased.toString();
  }

  /// Whether the name comes again in a notice at the end.
  static boolean isNamedInFoot(String name, Page page) {
    if (name.length() < 4) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    for (int i = Math.max(1, page.drafts.size() - 4); i < page.drafts.size(); i++) {
      String text = page.drafts.get(i).text();
      if (text.toLowerCase(Locale.ROOT).contains(lower)
          && (Shapes.isNotice(text) || !Boilerplate.standard().within(text).isEmpty())) {
        return true;
      }
    }
    return false;
  }

  static Optional<String> runningHead(Page page) {
    for (String head : page.runningHeads) {
      for (String part : head.split(" {2,}|\\s\\|\\s|\t", -1)) {
        String name = part.strip();
        if (isName(name) && LineEnds.isCapitals(name) && Shapes.words(name) <= 6) {
          return Optional.of(cased(name, page.canonical));
        }
      }
    }
    return Optional.empty();
  }

  /// The part of a running head that names the publication rather than its publisher.
  static Optional<String> titleOfRunningHead(List<String> heads) {
    for (String head : heads) {
      List<String> parts =
          List.of(head.split(" {2,}|\t", -1)).stream().map(String::strip).filter(part -> !part.isEmpty()).toList();
      if (parts.size() > 1) {
        return Optional.of(parts.getLast());
      }
    }
    return Optional.empty();
  }

  /// A name before the date or beside it, as in `Gazette | 1 May 2025 | 2 min read`, or an agency in a dateline.
  private static Optional<String> inHead(Page page, Front front) {
    for (int i = 0; i < Math.min(front.body(), page.drafts.size()); i++) {
      Draft draft = page.drafts.get(i);
      if (draft.is(BlockKind.METADATA) && (isDated(draft) || i == 0)) {
        String text = draft.text();
        List<String> parts = Shapes.segments(text);
        String first = parts.isEmpty() ? "" : DESK.matcher(beforeDate(parts.getFirst())).replaceFirst("");
        if (isName(first) && isName(nameIn(first)) && Shapes.words(first) <= 6 && !Shapes.isByline(text)
            && !isWeekday(first)
            && (parts.size() > 1 || !first.equals(beforeDate(parts.getFirst())) || i == 0 || soundsLikePublisher(first))
            && page.authors.stream().noneMatch(author -> author.equals(first) && !isOrganisation(author))) {
          return Optional.of(cased(first, page.canonical));
        }
      }
    }
    for (int i = front.body(); i < Math.min(front.body() + 2, page.drafts.size()); i++) {
      Matcher dateline = DATELINE.matcher(page.drafts.get(i).text());
      if (dateline.lookingAt()
          && AGENCY_NOTES.stream().noneMatch(dateline.group(1).toLowerCase(Locale.ROOT)::startsWith)) {
        return Optional.of(dateline.group(1));
      }
    }
    return Optional.empty();
  }

  /// A name on the line above or below the date, as on the title page of a note.
  private static Optional<String> besideDate(Page page, Front front) {
    for (int i = 0; i < Math.min(front.body(), page.drafts.size()); i++) {
      Draft draft = page.drafts.get(i);
      String name = nameIn(draft.text()).replaceFirst("(?iu)\\s+(?:no|nr|issue|vol)\\b\\.?\\s*\\d+.*$", "");
      boolean nearDate =
          (i > 0 && isDate(page.drafts.get(i - 1))) || (i + 1 < page.drafts.size() && isDate(page.drafts.get(i + 1)));
      if (i != front.titleAt() && draft.length() < 60 && nearDate && !isDate(draft) && !draft.is(BlockKind.BOILERPLATE)
          && isName(name) && soundsLikePublisher(name)) {
        draft.kind = BlockKind.METADATA;
        return Optional.of(cased(name, page.canonical));
      }
    }
    return Optional.empty();
  }

  /// Who issues a statement, by its title ("Statement by the Ministry of Defence on …") or by the line that calls it a press release.
  private static Optional<String> issuer(Page page, Front front) {
    Optional<String> stated = front.title.flatMap(title -> issuerIn(STATEMENT, title));
    for (int i = 0; i < Math.min(front.body() + 1, page.drafts.size()) && stated.isEmpty(); i++) {
      Draft draft = page.drafts.get(i);
      stated = draft.length() < 160 ? issuerIn(RELEASE, draft.text()) : Optional.empty();
    }
    return stated;
  }

  private static Optional<String> issuerIn(Pattern line, String text) {
    Matcher matcher = line.matcher(text);
    return matcher.lookingAt() && !OFFICE.matcher(matcher.group(1)).find() ? Optional.of(matcher.group(1).strip())
        : Optional.empty();
  }

  private static boolean isDated(Draft draft) {
    return draft.length() < 200 && DateExpressions.in(draft.text()).stream().anyMatch(date -> date.value().stated());
  }

  private static boolean isDate(Draft draft) {
    return draft.is(BlockKind.METADATA) && Shapes.isDateLine(draft.text());
  }

  private static String beforeDate(String part) {
    List<DateExpression> dates = DateExpressions.in(part);
    String before = dates.isEmpty() ? part : part.substring(0, dates.getFirst().start());
    int comma = before.indexOf(',');
    return (comma > 0 ? before.substring(0, comma) : before).strip();
  }

  private static boolean isWeekday(String text) {
    return text.toLowerCase(Locale.ROOT)
        .matches("(?:mon|tues|wednes|thurs|fri|satur|sun)day.*|(?:mon|diens|donners|frei|sams|sonn)tag.*"
            + "|(?:man|tirs|ons|tors|fre|lør|søn)dag.*|issued.*|published.*|updated.*|posted.*|for release.*|last.*|date.*");
  }

  private static Optional<String> address(Page page) {
    for (Draft draft : page.drafts) {
      String text = draft.text();
      if (draft.is(BlockKind.METADATA) || draft.is(BlockKind.BOILERPLATE)) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher address = ADDRESS.matcher(text);
        if ((lower.startsWith("source") || lower.startsWith("url") || lower.startsWith("link")
            || lower.startsWith("quelle")
            || lower.startsWith("kilde") || lower.startsWith("original") || lower.startsWith("via"))
            && address.find()) {
          Optional<String> host = host(address.group());
          if (host.isPresent()) {
            return host.map(Outlets::name);
          }
        }
      }
    }
    return Optional.empty();
  }

  /// An address that stands by itself in the head.
  private static Optional<String> addressLine(Page page, Front front) {
    for (int i = 0; i < Math.min(front.body(), page.drafts.size()); i++) {
      String text = page.drafts.get(i).text();
      if (text.startsWith("http") && text.indexOf(' ') < 0) {
        return host(text).map(Outlets::name);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> copyright(Page page) {
    for (int i = page.drafts.size() - 1; i >= Math.max(0, page.drafts.size() - 8); i--) {
      Draft draft = page.drafts.get(i);
      if (draft.is(BlockKind.BOILERPLATE)) {
        Matcher copyright = COPYRIGHT.matcher(draft.text());
        if (copyright.find()) {
          String name = copyright.group(1).strip();
          if (isName(name)) {
            return Optional.of(cased(name, page.canonical));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> inText(Page page) {
    for (int i = page.drafts.size() - 1; i >= Math.max(0, page.drafts.size() - 6); i--) {
      String text = page.drafts.get(i).text();
      if (text.length() < 400) {
        Matcher appeared = APPEARED.matcher(text);
        if (appeared.find() && isName(appeared.group(1).strip())) {
          return Optional.of(appeared.group(1).strip());
        }
        Matcher reader = READER.matcher(text);
        if (page.drafts.get(i).is(BlockKind.BOILERPLATE) && reader.find() && isName(reader.group(1).strip())) {
          return Optional.of(reader.group(1).strip());
        }
        Matcher signature = SIGNATURE.matcher(text);
        if (i == page.drafts.size() - 1 && signature.matches() && signature.group(1).contains("News")) {
          return Optional.of(signature.group(1).strip());
        }
      }
    }
    return Optional.empty();
  }

  /// The host of an address without `www.`.
  static Optional<String> host(String address) {
    String full = address.startsWith("www.") ? "https://" + address : address;
    if (!full.startsWith("http")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(new URI(full.replaceAll("[^\\x21-\\x7e]", "")).getHost())
          .map(host -> host.toLowerCase(Locale.ROOT))
          .map(host -> host.startsWith("www.") ? host.substring(4) : host);
    } catch (URISyntaxException broken) {
      return Optional.empty();
    }
  }
}
