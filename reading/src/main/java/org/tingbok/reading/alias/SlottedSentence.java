package org.tingbok.reading.alias;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.frame.Scene;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.mention.Discourse;
import org.tingbok.reading.mention.Nouns;
import org.tingbok.text.Token;

/// A sentence in which names are single signs: groups from U+E000, parties that speak from U+E400.
final class SlottedSentence {
  static final String GROUP = "[\uE000-\uE3FF]";
  static final String SPEAKER = "[\uE400-\uE7FF]";
  private static final int LONGEST_ASIDE = 100; // code units that a bracket may hold
  private static final Pattern BACK = Pattern.compile(
      "\\b(?:the|this|that|these|those|the same)\\s+(?:\\p{L}+\\s+){0,2}?(?:group|gang|actors?|"
          + "cluster|crew|collective|unit|activity|outfit|threat actors?|operators|hackers|bunch|people|team|intruders|"
          + "attackers|persona|adversary|lot)\\b|\\bit\\b|\\b(?:die|diese) (?:Gruppe|Truppe|Bande)\\b|"
          + "\\b(?:le|ce) groupe\\b|\\b(?:el|este) grupo\\b|\\bgruppen\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern NAMED =
      Pattern.compile("\\s+(?:known|called|dubbed|named|nicknamed|codenamed|referred|tracked)\\b");
  private static final Pattern UNKNOWN =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:[A-Z][\\p{L}\\d]*[-\\d][\\p{L}\\d-]*|[A-Z][\\p{L}]+\\d*(?: [A-Z][\\p{L}]+){0,2}|[A-Z]{4,})"
              + "(?![\\p{L}\\d])");
  private static final Set<String> NO_NAMES = Set.of("The", "In", "It", "This", "That", "These", "They", "We", "A",
      "An", "On", "As", "And", "But", "For", "Its", "Other", "Some", "According", "After", "While", "When", "Both",
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Customers",
      "Researchers", "Operation");

  private final StringBuilder text = new StringBuilder();
  private final List<Integer> places = new ArrayList<>();
  private final List<Party> groups = new ArrayList<>();
  private final List<Party> speakers = new ArrayList<>();
  private final List<Party> guessed = new ArrayList<>();
  private final Optional<Party> spokenOf;

  private record Piece(int start, int end, Optional<Party> group, Optional<Party> speaker) {
  }

  SlottedSentence(Scene scene) {
    int from = scene.tree().sentence().start();
    int to = scene.tree().sentence().end();
    List<Piece> pieces = new ArrayList<>();
    for (NameMatch match : scene.matches()) {
      if (match.start() < from || match.end() > to) {
        continue;
      }
      String words = scene.view().substring(match.start(), match.end());
      if (match.as(Name.Sort.ACTOR).isPresent()) {
        String name = match.spelling().replaceFirst("^([A-Z]{2,4})[ -](\\d+)$", "$1$2");
        pieces.add(new Piece(match.start(), match.end(), Optional.of(new Party(name, PartyKind.THREAT_ACTOR,
            match.as(Name.Sort.ACTOR).get().country(), words)), Optional.empty()));
      } else {
        for (Name name : match.names()) {
          boolean unit = name.sort() == Name.Sort.BODY && name.kind().equals("unit");
          if (unit) {
            pieces.add(new Piece(match.start(), match.end(), Optional.of(new Party(name.canonical(), PartyKind.BODY,
                name.country(), words)), Optional.empty()));
            break;
          }
          if (name.sort() == Name.Sort.BODY || name.sort() == Name.Sort.ORGANISATION || name.sort() == Name.Sort.OUTLET
              || name.sort() == Name.Sort.STATE || name.sort() == Name.Sort.PEOPLE) {
            PartyKind kind = switch (name.sort()) {
              case BODY -> PartyKind.BODY;
              case STATE, PEOPLE -> PartyKind.STATE;
              case ORGANISATION, OUTLET, ADJECTIVE, ACTOR, MALWARE, OPERATION -> PartyKind.ORGANISATION;
            };
            pieces.add(new Piece(match.start(), match.end(), Optional.empty(),
                Optional.of(new Party(name.canonical(), kind, name.country(), words))));
            break;
          }
        }
      }
    }
    spokenOf = lastGroup(scene, from).map(Discourse.Mentioned::party);
    unknown(scene, from, to, pieces);
    back(scene, from, to, pieces);
    firms(scene, from, to, pieces);
    pieces.sort((a, b) -> a.start - b.start);
    int at = from;
    for (Piece piece : pieces) {
      if (piece.start < at) {
        continue;
      }
      append(scene.view(), at, piece.start);
      places.add(piece.start);
      if (piece.group.isPresent()) {
        text.append((char) (0xE000 + groups.size()));
        groups.add(piece.group.get());
      } else {
        text.append((char) (0xE400 + speakers.size()));
        speakers.add(piece.speaker.orElseThrow());
      }
      at = piece.end;
    }
    append(scene.view(), at, to);
    places.add(to);
  }

  private void append(String view, int from, int to) {
    for (int i = from; i < to; i++) {
      text.append(view.charAt(i));
      places.add(i);
    }
  }

  /// Capitalised words that nobody knows count as names of groups only where a pattern finds them beside a known one.
  private void unknown(Scene scene, int from, int to, List<Piece> pieces) {
    Matcher matcher = UNKNOWN.matcher(scene.view()).region(from, to);
    while (matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      String words = matcher.group();
      boolean free = pieces.stream().noneMatch(piece -> piece.start < end && start < piece.end);
      boolean known = scene.matches().stream().anyMatch(match -> match.start() < end && start < match.end()
          && match.as(Name.Sort.MALWARE).isEmpty());
      if (free && !known && start > from && !NO_NAMES.contains(words.split(" ")[0])
          && !words.startsWith("CVE-") && scene.discourse().person(words).isEmpty()) {
        Party party = new Party(words, PartyKind.THREAT_ACTOR, Optional.empty(), words);
        guessed.add(party);
        pieces.add(new Piece(start, end, Optional.of(party), Optional.empty()));
      }
    }
  }

  private static void back(Scene scene, int from, int to, List<Piece> pieces) {
    Matcher matcher = BACK.matcher(scene.view()).region(from, to);
    while (matcher.find()) {
      int start = matcher.start();
      int end = matcher.end();
      if (NAMED.matcher(scene.view()).region(end, to).lookingAt()) {
        continue; // "the group known as X" brings a name along and leads back to nobody
      }
      boolean unit = matcher.group().endsWith("unit");
      Optional<Discourse.Mentioned> last = unit ? scene.discourse().last(start, mention -> mention.party().name()
          .matches(".*\\b(?:Unit|Center|Centre|Bureau|Lab)\\b.*"))
          : lastGroup(scene, before(scene, start));
      if (last.isPresent() && (unit || last.get().party().kind() == PartyKind.THREAT_ACTOR)
          && pieces.stream().noneMatch(piece -> piece.start < end && start < piece.end)) {
        Party party = last.get().party();
        pieces.add(new Piece(start, end,
            Optional.of(new Party(party.name(), party.kind(), party.country(), matcher.group())), Optional.empty()));
      }
    }
  }

  /// "what the company calls X": the company that was spoken of before.
  private static void firms(Scene scene, int from, int to, List<Piece> pieces) {
    for (Token noun : scene.tree().tokens()) {
      Optional<Token> the = scene.tree().child(noun, "det").filter(det -> Tree.low(det).matches("the|this"));
      if (the.isEmpty() || !Nouns.COMPANY.contains(Tree.lemma(noun)) || the.get().start() < from || noun.end() > to
          || noun.index() != the.get().index() + 1) {
        continue;
      }
      int start = the.get().start();
      scene.discourse().last(start, mention -> mention.party().kind() == PartyKind.ORGANISATION)
          .filter(_ -> pieces.stream().noneMatch(piece -> piece.start < noun.end() && start < piece.end))
          .map(Discourse.Mentioned::party).ifPresent(firm -> pieces.add(new Piece(start, noun.end(), Optional.empty(),
              Optional.of(new Party(firm.name(), firm.kind(), firm.country(),
                  scene.view().substring(start, noun.end()))))));
    }
  }

  /// "X is its word for it": an object is not who the subject of its clause is, so whoever was spoken of before that.
  private static int before(Scene scene, int start) {
    Optional<Token> pronoun = scene.tree().tokens().stream().filter(token -> token.start() == start
        && Tree.low(token).equals("it") && Tree.is(token, "obj", "obl", "nmod")).findFirst();
    Optional<Token> clause = pronoun.flatMap(scene.tree()::head);
    for (int i = 0; i < 4 && clause.isPresent(); i++) {
      Optional<Token> subject = scene.tree().child(clause.get(), "nsubj");
      if (subject.isPresent()) {
        return scene.tree().token(scene.tree().firstOf(subject.get())).start();
      }
      clause = Tree.is(clause.get(), "nmod", "obl", "obj") ? scene.tree().head(clause.get()) : Optional.empty();
    }
    return start;
  }

  /// The last group spoken of, names in brackets being asides unless there is no other.
  private static Optional<Discourse.Mentioned> lastGroup(Scene scene, int before) {
    return scene.discourse().last(before, mention -> mention.party().kind() == PartyKind.THREAT_ACTOR
        && !bracketed(scene.view(), mention.place()))
        .or(() -> scene.discourse().lastActor(before, Optional.empty()));
  }

  private static boolean bracketed(String view, int place) {
    int open = view.lastIndexOf('(', place);
    return open >= 0 && place - open < LONGEST_ASIDE && view.indexOf(')', open) > place;
  }

  /// The group that was spoken of before the sentence.
  Optional<Party> spokenOf() {
    return spokenOf;
  }

  /// Whether one of the parties is known as a group or leads back to one, and is not only spelled like a name.
  boolean anyKnown(List<Party> parties) {
    return parties.stream().anyMatch(party -> !guessed.contains(party));
  }

  String text() {
    return text.toString();
  }

  List<Party> groups(String signs) {
    List<Party> found = new ArrayList<>();
    for (int i = 0; i < signs.length(); i++) {
      char sign = signs.charAt(i);
      if (sign >= 0xE000 && sign < 0xE400) {
        found.add(groups.get(sign - 0xE000));
      }
    }
    return found;
  }

  List<Party> speakers(String signs) {
    List<Party> found = new ArrayList<>();
    for (int i = 0; i < signs.length(); i++) {
      char sign = signs.charAt(i);
      if (sign >= 0xE400 && sign < 0xE800) {
        found.add(speakers.get(sign - 0xE400));
      }
    }
    return found;
  }

  /// Where a stretch of the slotted text stands in the view.
  Span span(int start, int end) {
    return new Span(places.get(start), places.get(end));
  }
}
