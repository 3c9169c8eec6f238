package org.tingbok.reading.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.vocabulary.Tlp;

/// How far a document says of itself that it may be passed on. A label of the Traffic Light Protocol counts where documents
/// bear it: in a line of its own at the head or the foot, or in lines that come on every page; not where a text speaks of
/// it ("a note marked TLP:RED had leaked").
///
/// @param tlp the narrowest label that it bears
/// @param words the line that it stands in
public record OwnMarking(Tlp tlp, String words) {
  private static final int HEAD = 15; // lines with anything in them, from the top
  private static final int FOOT = 10; // the same from the end
  private static final int LONGEST = 160; // code units of a line that is no prose
  private static final int WORDS_BESIDE = 12; // that explain a label in its own line: "limited disclosure, restricted to …"

  /// The label with what may stand before it; FIRST's own spelling and the common other ones.
  private static final Pattern LABEL = Pattern.compile(
      "(?:^|[^\\p{L}\\p{N}])(?:TLP|Traffic Light Protocol)\\s*[:：\\-–]?\\s*"
          + "(CLEAR|WHITE|GREEN|AMBER\\s*\\+\\s*STRICT|AMBER-STRICT|AMBER|RED)(?![\\p{L}\\p{N}])",
      Pattern.CASE_INSENSITIVE);
  /// A line that begins with the label, or with what such a line is headed by in the languages that are read.
  private static final Pattern LINE = Pattern.compile("^\\W*(?:(?:marking|classification|distribution|handling|sharing|"
      + "dissemination|gradering|merking|deling|einstufung|weitergabe|klassifizierung|diffusion|marquage|classement|"
      + "clasificación|difusión|marcado)\\s*[:：]?\\s*)?(?:TLP|Traffic Light Protocol)\\b.*",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// Looks for the label of a document.
  ///
  /// @param text its canonical text
  /// @return empty if it bears none
  public static Optional<OwnMarking> of(String text) {
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    Optional<OwnMarking> found = Optional.empty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.length() > LONGEST || !line.toLowerCase(Locale.ROOT).matches(".*(?:tlp|traffic light).*")) {
        continue;
      }
      boolean placed = i < HEAD || i >= lines.size() - FOOT || lines.stream().filter(line::equals).count() > 1;
      Optional<Tlp> tlp = placed ? label(line) : Optional.empty();
      if (tlp.isPresent() && found.filter(one -> one.tlp.compareTo(tlp.get()) >= 0).isEmpty()) {
        found = Optional.of(new OwnMarking(tlp.get(), line));
      }
    }
    return found;
  }

  /// Whether a line is nothing but a label.
  static boolean isLabel(String line) {
    return line.length() <= LONGEST && label(line.strip()).isPresent();
  }

  private static Optional<Tlp> label(String line) {
    Matcher label = LABEL.matcher(line);
    if (!label.find()) {
      return Optional.empty();
    }
    String beside = line.substring(0, label.start()) + " " + line.substring(label.end());
    long words = Pattern.compile("\\p{L}+").matcher(beside).results().count();
    boolean alone = words == 0 || LINE.matcher(line).matches() && words <= WORDS_BESIDE
        && !line.matches("(?s).*\\b(?:is|are|was|were|means|er|betyr|ist|bedeutet|est|signifie|es|significa)\\b.*");
    // What is left of a page's head: its title or number, then the label at the end.
    boolean atTheEnd = words <= 6 && label.end() >= line.length() - 2 && line.substring(label.start()).contains(":")
        && !line.endsWith(".");
    return alone || atTheEnd ? Tlp.parse("TLP:" + label.group(1)) : Optional.empty();
  }
}
