package org.tingbok.reading.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.reading.time.DateExpression;
import org.tingbok.reading.time.DateExpressions;

/// What a line is by its shape, whatever it says: a menu, a byline, a caption, a stamp, a title.
final class Shapes {
  private static final Pattern SEPARATOR = Pattern.compile("\\s+[|/·•»›>]\\s+|\\s*[|·•]\\s*|\\s{3,}");
  private static final Pattern BYLINE = Pattern.compile(
      "(?:(?i:by|von|av|af|par|por|door|tekst|text|story by|posted by|written by|reported by|author|authors|words by)):?\\s+"
          + "(?:[\\p{Lu}“\"@]|our\\b|the\\b|a\\b|staff\\b|an\\b).*");
  private static final Pattern CAPTION_END = Pattern.compile(
      "(?u)(?:\\b(?:Photos?|Photograph|Picture|Images?|Fotos?|Bild|Bilder|Illustration|Illustrasjon|Grafik|Graphic|Credits?|"
          + "Courtesy|Crédit photo|Imagen|Arkivfoto|Kuva|Source photo)\\s*(?::|/|©|by\\s|of\\s)\\s*©?\\s*[\\p{Lu}@\\d][^!?]{0,60}"
          + "|\\((?:Photo|Image|Foto|AP Photo|Credit|Bild)[^)]{0,80}\\)|©\\s?\\p{Lu}[\\p{L} /]{1,40}|/\\s?(?:AFP|AP|Reuters|EPA|NTB|"
          + "dpa|Getty Images|Getty|Shutterstock|EFE|TT|Scanpix)|via Getty Images|(?:Library|File|Stock) (?:photo|picture|image))"
          + "[.)]?\\s*$");
  private static final int CAPTION_TAIL = 110;
  private static final Pattern IMPRINT = Pattern.compile(
      "(?iu)\\W*(?:IS[BS]N|DOI|©|copyright|all rights|(?:first )?(?:printed|published)|gedruckt|erschienen|trykk?e?t|imprimé"
          + "|impreso|this (?:publication|paper|report|document))\\b");
  /// Words behind place and date that are still a note on the printing: `Printed in Malaysia for the Centre`.
  private static final int LONGEST_NOTE = 8;
  private static final Pattern WIRE_NOTE =
      Pattern.compile("(?iu)\\((?:reporting|writing|additional reporting|editing|compiled)"
          + "\\b.*");
  private static final Pattern MORE_OF = Pattern.compile(
      "(?iu)(?:more (?:in|on|from|about)\\b[^.:]{0,30}:|most popular\\b|comments?\\s*\\(?\\d|\\d+ comments?\\b|read more\\s*[:>»]|"
          + "related\\b[^.]{0,20}:|see also\\s*:|watch\\s*[:>]|share (?:this|on)\\b.{0,40}|tweet\\b.{0,12}|"
          + "(?:les|läs|læs) (?:også|mer|även|også)\\s*:?|editor['’]?s? note on|tags?\\s*:).*");
  private static final Pattern COPYRIGHT = Pattern.compile("(?iu)(?:©|\\(c\\)\\s|copyright\\s+(?:©|\\(c\\)|\\d{4})).*");
  private static final Pattern CONTACT =
      Pattern.compile("(?iu)(?:contacts?|tips?|tel|phone|fax|telefon|e-?mail|tlf)\\b\\.?:?\\s.*"
          + "(?:@|\\d{3}).*|[\\w.+-]+@[\\w-]+\\.[\\w.]+");
  private static final Pattern READ_TIME =
      Pattern.compile("(?iu)\\b\\d+\\s?(?:min(?:ute)?s?\\.?|minutter|minuten)(?:\\s+(?:read|"
          + "lesetid|lesezeit|de lecture))?\\.?");
  private static final Pattern NUMBERED_LABEL =
      Pattern.compile("\\s++(?:no|nr|n°|nº|number|#)?\\.?\\s*+[\\d/.-]+$");
  private static final Set<String> LABELS = Set.of("threat report", "threat advisory", "security advisory",
      "security bulletin", "white paper", "whitepaper", "intelligence report", "incident report", "technical report",
      "case study", "flash report", "situation report", "fact sheet", "factsheet", "pressemeddelelse",
      "pressmeddelande",
      "persbericht", "nota de prensa", "press release", "news release", "press statement",
      "joint statement",
      "statement", "for immediate release", "media release", "pressemelding", "pressemitteilung",
      "communiqué de presse",
      "comunicado de prensa", "advisory", "alert", "cybersecurity advisory", "joint cybersecurity advisory", "bulletin",
      "briefing", "report", "background", "analysis", "analyse", "opinion", "comment", "commentary", "kommentar",
      "editorial",
      "column", "kronikk", "explainer", "feature", "interview", "live", "exclusive", "update", "breaking",
      "breaking news",
      "news", "world", "politics", "politik", "politikk", "business", "technology", "tech", "security", "cybersecurity",
      "cyber security", "cyber", "national", "international", "europe", "asia", "americas", "africa", "middle east",
      "uk", "us",
      "nyheter", "utenriks", "innenriks", "wirtschaft", "digital", "netzwelt", "monde", "politique", "économie",
      "mundo",
      "política", "tecnología", "internacional", "media", "government", "nation-state", "threat intelligence",
      "research",
      "blog", "threats", "malware", "espionage", "home", "culture", "sport", "weather", "content", "summary",
      "abstract",
      "foreign affairs", "defence", "defense", "war", "war in ukraine", "china", "russia", "norge", "verden", "ausland",
      "inland", "for release", "embargoed", "news in english", "policy", "policy brief", "review", "special report",
      "long read",
      "the long read", "newsletter", "data breach", "data breaches", "ransomware", "cybercrime", "hacking", "privacy");
  private static final Set<String> MENU_WORDS =
      Set.of("home", "news", "sport", "sports", "opinion", "subscribe", "contact",
          "about", "search", "login", "menu", "nyheter", "meninger", "startseite", "accueil", "inicio", "forside",
          "weather", "jobs",
          "world", "politics", "business", "tech", "share", "print", "live", "privacy", "cookies");

  private Shapes() {
  }

  static List<String> segments(String text) {
    return List.of(SEPARATOR.split(text.trim(), -1)).stream().map(String::strip).filter(part -> !part.isEmpty())
        .toList();
  }

  static boolean isByline(String text) {
    return text.length() <= 120 && BYLINE.matcher(text).matches() && words(text) <= 16
        && (!text.endsWith(".") || words(text) <= 6);
  }

  static boolean isCaption(String text) {
    return text.length() <= 500 && text.length() > 4
        && CAPTION_END.matcher(text.substring(Math.max(0, text.length() - CAPTION_TAIL))).find();
  }

  static boolean isLabel(String text) {
    String plain = NUMBERED_LABEL.matcher(text.toLowerCase(Locale.ROOT).strip()).replaceFirst("");
    while (!plain.isEmpty() && ":.-–|".indexOf(plain.charAt(plain.length() - 1)) >= 0) {
      plain = plain.substring(0, plain.length() - 1).strip();
    }
    return LABELS.contains(plain);
  }

  /// A notice by its shape: a copyright or contact line, a wire service's note, links to more.
  static boolean isNotice(String text) {
    return (text.length() <= 400 && (WIRE_NOTE.matcher(text).matches() || MORE_OF.matcher(text).matches()
        || (CONTACT.matcher(text).matches() && text.length() < 160)))
        || (text.length() <= 250 && COPYRIGHT.matcher(text).matches());
  }

  /// Short pieces with strokes or dots between them, without a date.
  static boolean isMenu(String text) {
    if (text.length() > 400) {
      return false;
    }
    List<String> parts = segments(text);
    if (parts.size() < 3) {
      return parts.size() == 2 && text.indexOf('|') > 0 && parts.stream().allMatch(Shapes::isMenuWord);
    }
    int words = 0;
    int nav = 0;
    for (String part : parts) {
      words += words(part);
      nav += isMenuWord(part) ? 1 : 0;
      if (LineEnds.endsSentence(part) && words(part) > 3) {
        return nav > 1;
      }
    }
    return words <= parts.size() * 4
        && text.indexOf('|') + text.indexOf('·') + text.indexOf('•') + text.indexOf('›') > -4;
  }

  static boolean isMenuWord(String part) {
    return MENU_WORDS.contains(part.toLowerCase(Locale.ROOT));
  }

  /// A line that does little else than bear a date, such as `Background, 22 October 2020`.
  static boolean isDateLine(String text) {
    if (text.length() > 160) {
      return false;
    }
    int dated = 0;
    boolean full = false;
    List<DateExpression> dates = DateExpressions.in(text);
    for (DateExpression date : dates) {
      dated += date.end() - date.start();
      full |= date.value().stated();
    }
    if (!full) {
      return false;
    }
    String rest = READ_TIME.matcher(text).replaceAll("");
    int others = words(rest) - (dated + 3) / 5;
    boolean prose = LineEnds.endsSentence(text) && others > 12;
    return others <= 9 || (segments(text).size() > 2 && !prose)
        || (text.length() < 110 && !prose && !LineEnds.endsSentence(text)
            && startsWithDate(dates));
  }

  private static boolean startsWithDate(List<DateExpression> dates) {
    return dates.getFirst().start() < 14;
  }

  static boolean isReadTime(String text) {
    return text.length() < 24 && READ_TIME.matcher(text).find();
  }

  static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean space = Draft.isSpace(text.charAt(i));
      words += !space && !inside ? 1 : 0;
      inside = !space;
    }
    return words;
  }

  /// `Singapore, January 2021. …`: where and when something was printed, with a few words or a note on the printing behind
  /// it. What goes on with another sentence is a story under its dateline.
  static boolean isPlaceAndDate(String text) {
    List<DateExpression> dates = DateExpressions.in(text.substring(0, Math.min(60, text.length())));
    return !dates.isEmpty() && dates.getFirst().value().stated() && text.length() < 200 && dates.getFirst().start() < 30
        && text.substring(0, dates.getFirst().start()).strip().endsWith(",")
        && (dates.getFirst().end() == text.length() || text.startsWith(".", dates.getFirst().end())
            && isImprint(text.substring(dates.getFirst().end() + 1)));
  }

  private static boolean isImprint(String text) {
    return words(text) <= LONGEST_NOTE || IMPRINT.matcher(text).lookingAt();
  }

  /// Running text: long enough, and a sentence.
  static boolean isProse(String text) {
    return (text.length() >= 160 && text.indexOf(' ') > 0)
        || (text.length() >= 70 && words(text) >= 12 && LineEnds.endsSentence(text));
  }

  /// What a title or heading looks like: some words, no full stop.
  static boolean isTitleLike(String text) {
    if (text.length() < 6 || text.length() > 250 || words(text) < 2) {
      return false;
    }
    char last = text.charAt(text.length() - 1);
    char first = text.charAt(0);
    boolean starts = Character.isUpperCase(first) || Character.isDigit(first) || "\"'“‘«„¿¡»[".indexOf(first) >= 0
        || (Character.isLetter(first) && text.length() > 12);
    return starts && ".:;,".indexOf(last) < 0 && !text.startsWith("http") && text.indexOf('@') < 0;
  }
}
