package org.tingbok.claim;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// What a published list of actors says of one name: that it is a name of the actor of one of its entries, or that the two
/// stand in some other relation. It is an alias claim whose place is an entry of a list rather than a range of a text.
///
/// An entry's own name is listed too, with `name` equal to `actor`: so a list that knows a name and gives it to nobody
/// else says so.
///
/// @param list which list, for example `attack/enterprise-attack`
/// @param claimant who publishes it, for example `MITRE ATT&CK`
/// @param entry the entry's id within the list, stable from edition to edition
/// @param actor the main name of the entry
/// @param name the name that is spoken of
/// @param relation how the name relates to the actor; `same` for a plain alias
/// @param giver who uses or coined the name, by the list's word; empty if it does not tell
/// @param certainty how sure the list sounds
/// @param citations the documents that it rests on, by the list's word
/// @param saidOn since when the list says so, by its own word; not stated if it does not tell
/// @param words the list's own words, shortened
public record Listing(String list, String claimant, String entry, String actor, String name, AliasRelation relation,
    Optional<String> giver, Certainty certainty, List<Citation> citations, PartialDate saidOn, String words)
    implements Serializable {
  /// How many code units a name may have: the longest in public lists of actors have some fifty, of agencies 150.
  public static final int LONGEST_NAME = 200;

  /// Copies the list and refuses names that are none.
  ///
  /// @throws BadInputException `LIST_NAME_UNREADABLE` if a name is blank, longer than [#LONGEST_NAME] or holds control
  ///     characters
  public Listing {
    citations = List.copyOf(citations);
    check(actor, list, entry, actor);
    check(name, list, entry, actor);
  }

  private static void check(String name, String list, String entry, String actor) {
    String place = " in the entry of '" + shown(actor) + "'" + (entry.equals(actor) ? "" : ", " + shown(entry) + ",")
        + " of " + list;
    if (name.isBlank() || name.codePoints().noneMatch(Character::isLetterOrDigit)) {
      throw new BadInputException("LIST_NAME_UNREADABLE", "'" + shown(name)
          + "' is no name, for it has neither letter nor digit," + place);
    }
    if (name.length() > LONGEST_NAME) {
      throw new BadInputException("LIST_NAME_UNREADABLE", "a name of " + name.length() + " characters, '" + shown(name)
          + "'," + place + "; the longest may have " + LONGEST_NAME);
    }
    if (name.codePoints().anyMatch(Listing::hidden)) {
      throw new BadInputException("LIST_NAME_UNREADABLE", "the name '" + shown(name) + "' holds control characters"
          + place);
    }
  }

  /// Whether a character is one that nobody sees, or that turns the direction of writing. Joiners within words are seen.
  private static boolean hidden(int letter) {
    int type = Character.getType(letter);
    return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE || (letter >= 0x202a && letter <= 0x202e)
        || (letter >= 0x2066 && letter <= 0x2069);
  }

  /// A text as an error message may hold it: short, and without anything hidden.
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    text.codePoints().limit(60).forEach(letter -> shown.appendCodePoint(hidden(letter) ? '?' : letter));
    return shown.toString();
  }

  /// What the listing is known by: made from the list, the entry, both names, relation, giver, certainty and citations. Its
  /// date and words are left out, so that a new edition which says the same adds nothing.
  ///
  /// @return `listing--` and a UUID
  public String id() {
    List<String> parts = new ArrayList<>(List.of(list, claimant, entry, actor, name, relation.code(), giver.orElse(""),
        certainty.level().code(), certainty.words().orElse("")));
    citations.forEach(citation -> {
      parts.add(citation.text());
      parts.add(citation.address().orElse(""));
    });
    return ContentId.of("listing", parts.toArray(String[]::new));
  }
}
