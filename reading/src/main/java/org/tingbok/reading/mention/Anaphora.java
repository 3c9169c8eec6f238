package org.tingbok.reading.mention;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Speaker;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.text.Token;

/// Leads pronouns back to who was mentioned, and remembers mentions for what comes later.
///
/// Looks at one sentence; adds to the discourse of one text. Not for several threads.
final class Anaphora {
  private static final Set<String> FIRST_PERSON = Set.of("we", "us", "our", "i", "my", "ours", "vi", "vår", "wir",
      "unser", "unsere", "nous", "notre", "nos", "nosotros");
  private static final Set<String> PERSON_PRONOUNS = Set.of("he", "she", "his", "her", "him", "han", "hun", "er", "il",
      "elle", "él", "ella", "hans", "hennes");
  private static final Set<String> OTHER_PRONOUNS = Set.of("it", "they", "its", "their", "them", "whom", "itself",
      "den", "det", "de", "dem", "es", "sie", "ihr", "ils", "elles", "leur", "ellos", "ellas");
  /// What those who are attacked have: "its network" is that of who speaks of the attack, not of who is accused.
  private static final Set<String> OWNED = Set.of("network", "system", "server", "website", "infrastructure",
      "election",
      "e-mail", "email", "institution", "diplomat", "citizen", "official", "lawmaker", "politician", "watchdog", "grid",
      "computer", "territory", "bank", "company", "data", "portal", "parliamentarian", "legislator");

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
      return discourse.last(head.start(), mention -> mention.speaker().isPresent())
          .map(mention -> new Phrase(List.of(mention.party()),
              mention.speaker().map(name -> new Speaker(name, Optional.empty())), true))
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
      Optional<Discourse.Mentioned> found =
          discourse.last(head.start(), mention -> mention.subject() && mention.speaker().isEmpty());
      if (found.isEmpty()) {
        found = discourse.last(from, mention -> mention.speaker().isEmpty());
      }
      return found.map(mention -> new Phrase(List.of(mention.party()), Optional.empty(), true)).orElse(Phrase.NOBODY);
    }
    return Phrase.NOBODY;
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

  /// "the Norwegian Police Security Service (PST)" introduces PST.
  void abbreviation(Token head, Party party) {
    int after = tree.token(phrases.core(head)[1]).end();
    if (after + 2 < view.length() && view.startsWith(" (", after)) {
      int close = view.indexOf(')', after);
      if (close > 0 && close - after < 14) {
        String inside = view.substring(after + 2, close).strip();
        if (inside.length() > 1 && inside.chars().allMatch(c -> Character.isUpperCase(c) || Character.isDigit(c))) {
          discourse.abbreviate(inside, party);
        }
      }
    }
  }
}
