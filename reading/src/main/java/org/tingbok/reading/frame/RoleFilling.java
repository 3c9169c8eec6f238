package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tingbok.claim.Speaker;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.incident.OperationReader;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.text.Token;
import org.tingbok.vocabulary.ClaimType;

/// Fills the roles of a frame that a word triggers: by the places that the frame names, else by the order of words.
///
/// Looks at one sentence; not for several threads.
final class RoleFilling {
  private static final WordList NOBODY = WordList.of("nobody");
  private static final Set<String> BY = Set.of("by");
  private static final int AGENT_WITHIN = 25; // tokens behind a passive within which its agent may stand

  private final Scene scene;
  private final Tree tree;
  private final Embedding embedding;
  private final ContextReader contexts;
  private final OperationReader operations;
  private final RoleFinder places;

  RoleFilling(Scene scene, Embedding embedding, ContextReader contexts, OperationReader operations) {
    this.scene = scene;
    this.tree = scene.tree();
    this.embedding = embedding;
    this.contexts = contexts;
    this.operations = operations;
    places = new RoleFinder(tree, scene.roles());
  }

  void fill(Match match) {
    Token trigger = match.trigger();
    Token predicate = trigger;
    if (match.frame().position().equals("CASE")) {
      predicate = Tree.is(trigger, "case", "advmod", "mark") ? tree.head(trigger).orElse(trigger) : trigger;
    }
    for (Map.Entry<String, List<String>> role : match.frame().roles().entrySet()) {
      String name = role.getKey();
      List<Token> found = places.find(predicate, role.getValue());
      if (name.equals("incident") || name.equals("what")) {
        if (found.isEmpty() && name.equals("incident")) {
          found =
              places.inOrder(predicate, name, role.getValue()).stream().filter(operations::operation).limit(1).toList();
        }
        match.fillers().put(name, found);
        continue;
      }
      Phrase phrase = phrase(name, found);
      if (name.equals("accused") && !found.isEmpty()
          && found.stream().allMatch(token -> NOBODY.contains(Tree.low(token)))) { // "verantwortlich gemacht wurde niemand"
        continue;
      }
      for (String place : fits(name, phrase) ? List.<String>of() : role.getValue()) {
        List<Token> other = places.find(predicate, List.of(place));
        Phrase somebody = phrase(name, other);
        if (fits(name, somebody)) {
          found = other;
          phrase = somebody;
          break;
        }
      }
      boolean agentless = name.equals("claimant") && scene.english() && match.frame().type() == ClaimType.ATTRIBUTION
          && Tree.verbal(predicate)
          && scene.roles().passive(predicate) && scene.roles().agents(predicate).isEmpty();
      if (!fits(name, phrase)) {
        for (Token token : agentless ? scene.roles().behind(predicate, BY, AGENT_WITHIN)
            : places.inOrder(predicate, name, role.getValue())) {
          Phrase other = phrase(name, List.of(token));
          if (fits(name, other)) {
            found = List.of(token);
            phrase = other;
            break;
          }
        }
      }
      if (!found.isEmpty()) {
        match.fillers().put(name, found);
        match.phrases().put(name, phrase);
      }
    }
  }

  private static boolean fits(String role, Phrase phrase) {
    return switch (role) {
      case "accused" -> phrase.parties().stream().anyMatch(Suspects::accusable);
      case "claimant" -> phrase.parties().stream().anyMatch(party -> party.kind() != PartyKind.THREAT_ACTOR);
      default -> phrase.somebody();
    };
  }

  private Phrase phrase(String role, List<Token> found) {
    List<Party> parties = new ArrayList<>();
    Optional<Speaker> speaker = Optional.empty();
    boolean anaphoric = false;
    for (Token token : found) {
      Phrase phrase = role.equals("claimant") ? claimant(token) : scene.resolver().resolve(token);
      parties.addAll(phrase.parties());
      speaker = speaker.isPresent() ? speaker : phrase.speaker();
      anaphoric |= phrase.anaphoric();
    }
    return new Phrase(parties, speaker, anaphoric);
  }

  /// A report claims what its author claims.
  private Phrase claimant(Token token) {
    String lemma = Tree.lemma(token);
    if (embedding.document(lemma) || embedding.noun(lemma).isPresent()) {
      Phrase author = contexts.owner(token);
      if (author.somebody()) {
        return author;
      }
    }
    return scene.resolver().resolve(token);
  }
}
