package org.tingbok.reading.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;

/// Who was mentioned so far in one text, for pronouns and definite descriptions to lead back to.
///
/// Lives as long as the reading of one text; not for several threads.
public final class Discourse {
  /// A mention that later ones may lead back to.
  ///
  /// @param party who
  /// @param place where it stands, a code unit of the view
  /// @param subject whether it was the subject of its clause
  /// @param nouns common nouns that it was or may be called by, lemmas
  /// @param speaker the person, where the mention is of one
  public record Mentioned(Party party, int place, boolean subject, Set<String> nouns, Optional<String> speaker) {
    /// Copies the set.
    public Mentioned {
      nouns = Set.copyOf(nouns);
    }
  }

  /// A person introduced with what they speak for.
  ///
  /// @param name full name
  /// @param role office, as the text has it
  /// @param body whom they speak for; the person where that is not told
  public record Person(String name, Optional<String> role, Party body) {
  }

  private final List<Mentioned> mentions = new ArrayList<>();
  private final Map<String, Person> persons = new HashMap<>();
  private final Map<String, Party> shortNames = new HashMap<>();
  private final Map<String, Phrase> authors = new HashMap<>();
  private Phrase telling = Phrase.NOBODY;
  private Optional<String> accused = Optional.empty();
  private Optional<String> home = Optional.empty();
  private List<Party> together = List.of();
  private int togetherAt;
  private final Optional<Party> publisher;
  private final Optional<LocalDate> day;

  /// Nobody mentioned yet.
  ///
  /// @param publisher who publishes the text, for "we" and "our"; empty if unknown
  /// @param day when the text was published, for who held which office; empty if unknown
  public Discourse(Optional<Party> publisher, Optional<LocalDate> day) {
    this.publisher = publisher;
    this.day = day;
  }

  /// When the text was published.
  ///
  /// @return empty if unknown
  public Optional<LocalDate> day() {
    return day;
  }

  /// Who publishes the text.
  ///
  /// @return empty if unknown
  public Optional<Party> publisher() {
    return publisher;
  }

  /// Adds a mention.
  ///
  /// @param mention the mention
  public void add(Mentioned mention) {
    mentions.add(mention);
  }

  /// Introduces a person.
  ///
  /// @param person the person
  public void introduce(Person person) {
    String[] parts = person.name().split(" ");
    persons.put(person.name().toLowerCase(Locale.ROOT), person);
    if (parts.length > 1) {
      persons.put(parts[parts.length - 1].toLowerCase(Locale.ROOT), person);
      persons.putIfAbsent(parts[0].toLowerCase(Locale.ROOT), person); // a family name that stands first
      persons.put((parts[parts.length - 2] + " " + parts[parts.length - 1]).toLowerCase(Locale.ROOT), person);
    }
  }

  /// Finds a person by a name or surname.
  ///
  /// @param name as the text has it
  /// @return empty if nobody of that name was introduced
  public Optional<Person> person(String name) {
    return Optional.ofNullable(persons.get(name.toLowerCase(Locale.ROOT)));
  }

  /// Remembers a short form that the text itself introduces in brackets.
  ///
  /// @param shortName such as `PST`
  /// @param party whom it denotes
  public void abbreviate(String shortName, Party party) {
    shortNames.putIfAbsent(shortName, party);
  }

  /// Whom a short form of this text denotes.
  ///
  /// @param shortName such as `PST`
  /// @return empty if the text introduced none
  public Optional<Party> abbreviated(String shortName) {
    return Optional.ofNullable(shortNames.get(shortName));
  }

  /// Remembers who wrote a document, so that "the report" leads back to its author.
  ///
  /// @param document lemma of the noun for it
  /// @param author who wrote or published it
  public void wrote(String document, Phrase author) {
    authors.put(document, author);
  }

  /// Who wrote the document of a sort that was spoken of last.
  ///
  /// @param document lemma of the noun for it
  /// @return empty if nobody was said to have written one
  public Optional<Phrase> author(String document) {
    return Optional.ofNullable(authors.get(document))
        .map(phrase -> new Phrase(phrase.parties(), phrase.speaker(), true));
  }

  /// The last mention before a place that fits.
  ///
  /// @param before code unit of the view
  /// @param fits what it has to be
  /// @return empty if there is none within reach
  public Optional<Mentioned> last(int before, Predicate<Mentioned> fits) {
    for (int i = mentions.size() - 1; i >= 0; i--) {
      Mentioned mention = mentions.get(i);
      if (mention.place() < before && fits.test(mention)) {
        return Optional.of(mention);
      }
    }
    return Optional.empty();
  }

  /// The first mention between two places that fits.
  ///
  /// @param from code unit of the view
  /// @param before code unit of the view
  /// @param fits what it has to be
  /// @return empty if there is none
  public Optional<Mentioned> first(int from, int before, Predicate<Mentioned> fits) {
    return mentions.stream()
        .filter(mention -> mention.place() >= from && mention.place() < before && fits.test(mention))
        .min(java.util.Comparator.comparingInt(Mentioned::place));
  }

  /// The last threat actor before a place, described ones included.
  ///
  /// @param before code unit of the view
  /// @param country ISO 3166-1 alpha-2 that it must not contradict; empty for any
  /// @return empty if there is none
  public Optional<Mentioned> lastActor(int before, Optional<String> country) {
    Optional<Mentioned> named = last(before, mention -> mention.party().kind() == PartyKind.THREAT_ACTOR
        && agrees(mention.party(), country));
    return named.isPresent() ? named
        : last(before, mention -> mention.party().kind() == PartyKind.DESCRIBED && mention.nouns().contains("hacker")
            && agrees(mention.party(), country));
  }

  private static boolean agrees(Party party, Optional<String> country) {
    return country.isEmpty() || party.country().isEmpty() || party.country().equals(country);
  }

  /// All parties mentioned, the publisher not included.
  ///
  /// @return in order of mention, each mention once
  public List<Mentioned> mentions() {
    return List.copyOf(mentions);
  }

  /// The states that were mentioned before a place, last first.
  ///
  /// @param before code unit of the view
  /// @return ISO 3166-1 alpha-2, each once
  public List<String> countries(int before) {
    Set<String> seen = new HashSet<>();
    List<String> countries = new ArrayList<>();
    for (int i = mentions.size() - 1; i >= 0; i--) {
      Mentioned mention = mentions.get(i);
      if (mention.place() < before) {
        mention.party().country().filter(seen::add).ifPresent(countries::add);
      }
    }
    return countries;
  }

  /// Somebody tells what a sentence says; a sentence in indirect speech that nobody is named for goes on with it.
  ///
  /// @param who nobody where a new section begins
  public void tells(Phrase who) {
    telling = who;
  }

  /// Somebody of a state is accused; an embassy or ministry that answers without being named is that state's.
  ///
  /// @param country ISO 3166-1 alpha-2
  public void accuse(String country) {
    accused = Optional.of(country);
  }

  /// The state that was accused last, by itself or by somebody of it.
  ///
  /// @return ISO 3166-1 alpha-2; empty if none was
  public Optional<String> accused() {
    return accused;
  }

  /// The text is told from a state: one of its ministries needs no more than its name.
  ///
  /// @param country ISO 3166-1 alpha-2
  public void toldFrom(String country) {
    home = Optional.of(country);
  }

  /// The state that the text is told from.
  ///
  /// @return ISO 3166-1 alpha-2; empty if no dateline tells
  public Optional<String> home() {
    return home;
  }

  /// Several bodies or firms were spoken of in one breath; "the agencies" leads back to all of them.
  ///
  /// @param parties two or more
  /// @param place where they stand, a code unit of the view
  public void together(List<Party> parties, int place) {
    if (place >= togetherAt) {
      together = List.copyOf(parties);
      togetherAt = place;
    }
  }

  /// Those who were spoken of in one breath last.
  ///
  /// @param before code unit of the view
  /// @return none if nobody was, or only behind that place
  public List<Party> together(int before) {
    return togetherAt < before ? together : List.of();
  }

  /// The state that a body without one is of: the one that acted last, not the one that is accused.
  ///
  /// @param before code unit of the view
  /// @return ISO 3166-1 alpha-2; empty if none was mentioned
  public Optional<String> acting(int before) {
    Optional<String> acted = last(before, mention -> mention.subject() && !mention.party().country().equals(accused)
        && mention.party().country().isPresent() && (mention.party().kind() == PartyKind.BODY
            || mention.party().kind() == PartyKind.STATE))
        .flatMap(mention -> mention.party().country());
    List<String> countries = countries(before);
    return acted.or(() -> countries.stream().filter(country -> !accused.equals(Optional.of(country))).findFirst())
        .or(() -> countries.stream().findFirst());
  }

  /// Who told something last.
  ///
  /// @return nobody if nobody did
  public Phrase telling() {
    return telling.somebody() ? new Phrase(telling.parties(), telling.speaker(), true) : telling;
  }
}
