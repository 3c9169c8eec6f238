package org.tingbok.second;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.document.Document;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.vocabulary.BadInputException;

/// Files proposed parties as the first reader would, so that both readers' claims are about the same parties.
///
/// A party is called by what the document calls it or by what the knowledge of names files that under; a name that the
/// model brings along is never taken.
final class Parties {
  private static final String ARTICLE = "^(?i:the|an?|der|die|das|den|l['’]|les?|la|el|los) ";

  private final Names names;
  private final Words words;

  Parties(Names names, Words words) {
    this.names = names;
    this.words = words;
  }

  /// The party that words of the document stand for.
  ///
  /// @param name the name that the model gives it
  /// @param text the words that the model says stand for it
  /// @param sort what the model says it is; empty if nothing
  /// @param unlisted what it is taken for where neither the knowledge of names nor the model tells
  /// @throws BadInputException `PROPOSAL_NOT_VERBATIM` if words or name are not in the document
  Party party(String name, String text, Optional<PartyKind> sort, PartyKind unlisted) {
    standing(text);
    Optional<Party> known = known(text, text);
    if (known.isPresent()) {
      return known.get();
    }
    String called = bare(name).equalsIgnoreCase(bare(text)) ? text : name;
    standing(called);
    return known(called, text).orElseGet(() -> new Party(bare(called), sort(called, sort, unlisted), country(called),
        text));
  }

  /// Words that a slot takes over as they are.
  String standing(String text) {
    if (!words.hold(text)) {
      throw new BadInputException("PROPOSAL_NOT_VERBATIM", "'" + text + "' is not in the document");
    }
    return text;
  }

  /// The publication itself.
  Party publisher(Document document) {
    return document.publisher()
        .map(name -> known(name, name).orElse(new Party(name, PartyKind.ORGANISATION, Optional.empty(), name)))
        .orElse(new Party("unnamed publisher", PartyKind.ORGANISATION, Optional.empty(), ""));
  }

  /// Names of operations and malware in a few words.
  Set<String> operations(String label) {
    Set<String> found = new TreeSet<>();
    for (NameMatch match : names.find(label)) {
      match.as(Name.Sort.OPERATION).or(() -> match.as(Name.Sort.MALWARE)).map(Name::canonical).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Party> known(String spelling, String text) {
    Optional<NameMatch> whole = names.lookUp(spelling).or(() -> names.lookUp(bare(spelling)));
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    NameMatch match = whole.get();
    if (match.as(Name.Sort.ACTOR).isPresent()) {
      String called = match.spelling().replaceFirst("^([A-Z]{2,4})[ -](\\d+)$", "$1$2");
      return Optional
          .of(new Party(called, PartyKind.THREAT_ACTOR, match.as(Name.Sort.ACTOR).flatMap(Name::country), text));
    }
    for (Name name : match.names()) {
      Optional<PartyKind> kind = switch (name.sort()) {
        case BODY -> Optional.of(PartyKind.BODY);
        case STATE, PEOPLE, ADJECTIVE -> Optional.of(PartyKind.STATE);
        case ORGANISATION, OUTLET -> Optional.of(PartyKind.ORGANISATION);
        case ACTOR, MALWARE, OPERATION -> Optional.empty();
      };
      if (kind.isPresent()) {
        return Optional.of(new Party(name.canonical(), kind.get(), name.country(), text));
      }
    }
    return Optional.empty();
  }

  private PartyKind sort(String called, Optional<PartyKind> sort, PartyKind unlisted) {
    if (sort.isPresent()) {
      return sort.get();
    }
    List<NameMatch> inside = names.find(called);
    String rest = inside.isEmpty() ? bare(called) : called.substring(inside.getLast().end());
    boolean named = rest.chars().anyMatch(Character::isUpperCase);
    return named ? unlisted : PartyKind.DESCRIBED;
  }

  /// The one state that the words name or belong to by their adjective.
  private Optional<String> country(String called) {
    Set<String> states = new TreeSet<>();
    for (NameMatch match : names.find(called)) {
      match.as(Name.Sort.STATE).or(() -> match.as(Name.Sort.ADJECTIVE)).or(() -> match.as(Name.Sort.PEOPLE))
          .flatMap(Name::country).ifPresent(states::add);
    }
    return states.size() == 1 ? states.stream().findFirst() : Optional.empty();
  }

  private static String bare(String words) {
    String stripped = words.strip();
    String without = stripped.replaceFirst(ARTICLE, "");
    return without.toLowerCase(Locale.ROOT).isEmpty() ? stripped : without;
  }
}
