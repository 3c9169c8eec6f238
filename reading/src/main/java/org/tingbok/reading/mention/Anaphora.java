package org.tingbok.reading.mention;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tingbok.claim.Speaker;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.text.Token;

/// Leads pronouns back to who was mentioned, and remembers mentions for what comes later.
///
/// Looks at one sentence; adds to the discourse of one text. Not for several threads.
final class Anaphora {
  private static final WordList FIRST_PERSON = WordList.of("first-person");
  private static final WordList PERSON_PRONOUNS = WordList.of("person-pronoun");
  private static final Set<String> HE = Set.of("he", "she", "his", "her", "him");
  private static final WordList OTHER_PRONOUNS = WordList.of("other-pronoun");
  /// Those of them that never stand for one person.
  private static final WordList THINGS = WordList.of("thing-pronoun");
  /// What those who are attacked have: "its network" is that of who speaks of the attack, not of who is accused.
  private static final Set<String> OWNED = Set.of("network", "system", "server", "website", "infrastructure",
      "election",
      "e-mail", "email", "institution", "diplomat", "citizen", "official", "lawmaker", "politician", "watchdog", "grid",
      "computer", "territory", "bank", "company", "data", "portal", "parliamentarian", "legislator");

  /// Bodies that no other sort of body is called: "the police" are not the agency that was named last.
  private static final Set<String> OWN_SORT =
      Set.of("police", "parliament", "court", "embassy", "consulate", "university",
          "hospital", "army", "navy", "senate", "congress", "military");

  private static final Pattern FULL_NAME =
      Pattern.compile("\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)? (?:\\p{Lu}\\p{L}*\\.? )?"
          + "(?!Labs?|Security|Systems|Software|Research|Group|Networks?|Data|Analytics|Intelligence|Sec|Cyber|Bank)\\p{Lu}\\p{L}+");

  private final PhraseWords phrases;
  private final Tree tree;
  private final String view;
  private final Discourse discourse;
  private Optional<Phrase> quoted = Optional.empty();

  Anaphora(PhraseWords phrases, Tree tree, String view, Discourse discourse) {
    this.phrases = phrases;
    this.tree = tree;
    this.view = view;
    this.discourse = discourse;
  }

  /// Sets who "we" and "our" are within words that somebody is quoted for.
  ///
  /// @param speaker who is quoted
  void quote(Phrase speaker) {
    quoted = Optional.of(speaker);
  }

  Phrase pronoun(Token head, String low) {
    if (FIRST_PERSON.contains(low)) {
      if (quoted.isPresent()) {
        return new Phrase(quoted.get().parties(), quoted.get().speaker(), true);
      }
      return new Phrase(discourse.publisher().stream().toList(), Optional.empty(), true);
    }
    if (PERSON_PRONOUNS.contains(low)) {
      return discourse.last(head.start(), mention -> (mention.speaker().isPresent() || person(mention)
          || HE.contains(low) && mention.party().kind() == PartyKind.DESCRIBED && mention.nouns().contains("people"))
          && !subjectOfClause(head, mention.place()))
          .map(mention -> new Phrase(List.of(mention.party()),
              mention.speaker().or(() -> Optional.of(mention.party().name()))
                  .map(name -> new Speaker(name, Optional.empty())),
              true))
          .orElse(Phrase.NOBODY);
    }
    if (OTHER_PRONOUNS.contains(low)) {
      int from = tree.sentence().start();
      Optional<Token> owned = tree.head(head).filter(_ -> head.deprel().equals("nmod:poss"));
      if (owned.isPresent()
          && (Nouns.BODY.contains(Tree.lemma(owned.get())) || OWNED.contains(Tree.lemma(owned.get())))) {
        Optional<Discourse.Mentioned> first = discourse.first(from, head.start(), mention -> mention.subject()
            && mention.party().kind() != PartyKind.THREAT_ACTOR);
        if (first.isPresent()) {
          return new Phrase(List.of(first.get().party()), Optional.empty(), true);
        }
        Optional<Name> body =
            phrases.within(from, head.start()).stream().flatMap(match -> match.as(Name.Sort.BODY).stream()).findFirst();
        if (body.isPresent()) {
          Party party = new Party(body.get().canonical(), PartyKind.BODY, body.get().country(), body.get().canonical());
          return new Phrase(List.of(party), Optional.empty(), true);
        }
      }
      boolean thing = THINGS.contains(low);
      Predicate<Discourse.Mentioned> fits =
          mention -> mention.speaker().isEmpty() && !subjectOfClause(head, mention.place())
              && !(thing && (mention.party().kind() == PartyKind.PERSON || person(mention)));
      Optional<Discourse.Mentioned> found =
          discourse.last(head.start(), mention -> mention.subject() && fits.test(mention));
      if (found.isEmpty()) {
        found = discourse.last(from, fits);
      }
      return found.map(mention -> new Phrase(List.of(mention.party()), Optional.empty(), true)).orElse(Phrase.NOBODY);
    }
    return Phrase.NOBODY;
  }

  /// "accused it", "is its word for it": an object is not who the subject of its own clause is.
  ///
  /// @param pronoun a pronoun
  /// @param place where somebody is mentioned
  /// @return true if the mention is the subject of the clause whose object the pronoun is
  private boolean subjectOfClause(Token pronoun, int place) {
    if (place < tree.sentence().start() || !Tree.is(pronoun, "obj", "obl", "nmod", "iobj")
        || pronoun.deprel().equals("nmod:poss")) {
      return false;
    }
    Optional<Token> clause = tree.head(pronoun);
    for (int i = 0; i < 4 && clause.isPresent(); i++) {
      Optional<Token> subject = tree.child(clause.get(), "nsubj");
      if (subject.isPresent()) {
        return tree.token(tree.firstOf(subject.get())).start() <= place
            && place <= tree.token(tree.lastOf(subject.get())).start();
      }
      clause = Tree.is(clause.get(), "nmod", "obl", "obj") ? tree.head(clause.get()) : Optional.empty();
    }
    return false;
  }

  /// Whether an unlisted name that somebody is the subject by can be a person's: two words of it, none a noun for a body.
  private static boolean person(Discourse.Mentioned mention) {
    return mention.subject() && mention.party().kind() == PartyKind.ORGANISATION && mention.party().country().isEmpty()
        && mention.nouns().contains("") && FULL_NAME.matcher(mention.party().name()).matches();
  }

  /// Whom "the company", "the ministry" leads back to: who was called so, else the last that may be.
  ///
  /// @param head head of a definite phrase
  /// @param iso the state that the phrase ascribes
  /// @return empty if nobody was spoken of
  Optional<Discourse.Mentioned> noun(Token head, Optional<String> iso) {
    String lemma = Tree.lemma(head);
    String low = Tree.low(head);
    Optional<Discourse.Mentioned> back = discourse.last(head.start(), mention -> switch (mention.party().kind()) {
      case BODY, ORGANISATION, DESCRIBED, STATE -> mention.nouns().contains(lemma) || mention.nouns().contains(low);
      case PERSON, THREAT_ACTOR -> false;
    } && !mention.nouns().contains("hacker"));
    boolean business = Nouns.COMPANY.contains(lemma) || Nouns.OUTLET.contains(lemma) || Nouns.COMPANY.contains(low)
        || Nouns.OUTLET.contains(low);
    if (back.isEmpty() && business) {
      back = discourse.last(head.start(), mention -> mention.party().kind() == PartyKind.ORGANISATION);
    }
    return back.isPresent() || OWN_SORT.contains(lemma) || business ? back // "the bank" is not the ministry named last
        : discourse.last(head.start(), mention -> mention.party().kind() == PartyKind.BODY
            && (iso.isEmpty() || mention.party().country().equals(iso)));
  }

  Phrase found(Party party, Token head, String noun) {
    remember(party, head, Optional.empty(), noun);
    return new Phrase(List.of(party), Optional.empty(), false);
  }

  void remember(Party party, Token head, Optional<String> person, String noun) {
    Set<String> nouns = new HashSet<>();
    nouns.add(noun);
    for (String word : party.name().toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      if (Nouns.BODY.contains(word) || Nouns.COMPANY.contains(word) || Nouns.OUTLET.contains(word)) {
        nouns.add(word);
      }
    }
    for (Token child : tree.children(head, "appos", "compound", "nmod")) {
      nouns.add(Tree.lemma(child));
    }
    discourse.add(new Discourse.Mentioned(party, head.start(), Tree.is(head, "nsubj"), nouns, person));
  }

  /// "the Norwegian Police Security Service (PST)" introduces PST; "the Islamic State in Iraq and Syria (ISIS)" does not introduce Syria.
  void abbreviation(Token head, Party party) {
    int after = tree.token(phrases.core(head)[1]).end();
    if (after + 2 < view.length() && view.startsWith(" (", after)) {
      int close = view.indexOf(')', after);
      if (close > 0 && close - after < 14) {
        String inside = view.substring(after + 2, close).strip();
        boolean initial =
            Stream.of((party.name() + " " + party.text() + " " + phrases.words(head)).split("[^\\p{L}\\p{N}]+"))
                .anyMatch(word -> !word.isEmpty() && !inside.isEmpty() && word.regionMatches(true, 0, inside, 0, 1));
        if (initial && inside.length() > 1
            && inside.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))) {
          discourse.abbreviate(inside, party);
        }
      }
    }
  }
}
