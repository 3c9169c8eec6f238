package org.tingbok.reading.frame;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.mention.Discourse;
import org.tingbok.reading.mention.Nouns;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Token;

/// Whose a report, indictment or conclusion is: what a document says, its author claims.
///
/// Looks at one sentence with what was told of documents before; not for several threads.
public final class Authorship {
  private static final Set<String> PUBLISH = Set.of("publish", "release", "issue", "unseal", "file", "present",
      "write", "post", "unveil", "return", "veröffentlichen", "vorlegen", "publisere", "legge", "publier", "publicar");
  private static final Set<String> CHARGES = Set.of("indictment", "complaint", "charge", "warrant", "anklageschrift",
      "anklage", "haftbefehl", "siktelse", "tiltale");
  private static final Pattern PROSECUTOR =
      Pattern.compile("(?iu)justice|attorney|prosecut|grand jury|anwalt|advokat|parquet|påtale");

  private static final Set<String> PRESS = Set.of("media", "press", "news", "newspaper", "tabloid", "television", "tv",
      "blog");
  private static final Set<String> COVERAGE = Set.of("report", "article", "account", "story", "coverage");
  private static final Pattern UNIT = Pattern.compile("(?i)\\b(?:unit|cent(?:er|re)|bureau|lab) ?\\d");

  private final Scene scene;
  private final Tree tree;
  private final Embedding embedding;

  /// Looks at one sentence.
  ///
  /// @param scene the sentence with all that is known
  /// @param embedding which nouns are documents
  public Authorship(Scene scene, Embedding embedding) {
    this.scene = scene;
    this.tree = scene.tree();
    this.embedding = embedding;
  }

  /// Remembers who wrote or published the documents of the sentence, for "the report" to lead back to.
  public void note() {
    for (Token token : tree.tokens()) {
      if (Tree.nominal(token) && embedding.document(Tree.lemma(token))) {
        Phrase author = owner(token);
        if (!author.somebody()) {
          author = publisher(token);
        }
        if (author.somebody()) {
          scene.discourse().wrote(Tree.lemma(token), author);
        }
      }
    }
  }

  private Phrase publisher(Token document) {
    Optional<Token> verb = tree.head(document).filter(Tree::verbal)
        .filter(head -> PUBLISH.contains(Tree.lemma(head)));
    if (verb.isEmpty()) {
      return Phrase.NOBODY;
    }
    List<Token> by = Tree.is(document, "obj") ? scene.roles().subject(verb.get())
        : Tree.is(document, "nsubj") ? scene.roles().agents(verb.get()) : List.of();
    return by.isEmpty() || by.get(0).equals(document) ? Phrase.NOBODY : speaks(scene.resolver().resolve(by.get(0)));
  }

  private static Phrase speaks(Phrase phrase) {
    boolean speaks = phrase.somebody() && phrase.parties().get(0).kind() != PartyKind.THREAT_ACTOR;
    return speaks ? phrase : Phrase.NOBODY;
  }

  /// Whether a noun is a document or another vessel of claims.
  boolean vessel(Token noun) {
    return embedding.document(Tree.lemma(noun)) || embedding.noun(Tree.lemma(noun)).isPresent();
  }

  /// Whose a vessel of claims is: told beside it or before; of charges the prosecutor; else who was the last to act.
  Phrase author(Token noun) {
    String lemma = Tree.lemma(noun);
    boolean press = scene.english() && COVERAGE.contains(lemma) && !Tree.is(noun, "obj", "nmod")
        && tree.children(noun, "compound", "amod").stream().anyMatch(child -> PRESS.contains(Tree.lemma(child)));
    if (press) { // "initial media reports": of nobody who was named
      String words = scene.resolver().words(noun).replaceFirst("^(?i)(?:the|a|an|some|several) ", "");
      return new Phrase(List.of(new Party(words, PartyKind.DESCRIBED, Optional.empty(), words)), Optional.empty(),
          false);
    }
    Phrase author = owner(noun);
    if (!author.somebody()) {
      author = scene.discourse().author(lemma).orElse(Phrase.NOBODY);
    }
    if (!author.somebody() && CHARGES.contains(lemma)) {
      author = scene.discourse().last(noun.start(), mention -> PROSECUTOR.matcher(mention.party().name()).find()
          && mention.party().kind() == PartyKind.BODY)
          .map(mention -> new Phrase(List.of(mention.party()), Optional.empty(), true)).orElse(Phrase.NOBODY);
    }
    return author.somebody() ? author
        : scene.discourse().last(noun.start(), mention -> mention.subject() && !fresh(mention)
            && mention.party().kind() != PartyKind.THREAT_ACTOR && !UNIT.matcher(mention.party().name()).find()
            && (mention.party().kind() != PartyKind.DESCRIBED
                || mention.nouns().stream().anyMatch(Nouns.BODY::contains)))
            .map(mention -> new Phrase(List.of(mention.party()), Optional.empty(), true)).orElse(Phrase.NOBODY);
  }

  /// "Explicit targeting is unusual, and evidence suggests …": a lone word at the front of the same sentence that nobody lists.
  private boolean fresh(Discourse.Mentioned mention) {
    return mention.place() == tree.sentence().start() && mention.party().kind() == PartyKind.ORGANISATION
        && mention.party().name().indexOf(' ') < 0 && scene.names().lookUp(mention.party().name()).isEmpty();
  }

  /// Whose a report, conclusion or accusation is.
  Phrase owner(Token noun) {
    for (Token child : tree.children(noun)) {
      boolean owner = child.deprel().equals("nmod:poss") || Tree.is(child, "compound") && Tree.nominal(child)
          || Tree.is(child, "nmod")
              && Set.of("of", "by", "from", "av", "fra", "von", "de", "at").contains(tree.marker(child))
          || Tree.is(child, "amod") && scene.matches().stream()
              .anyMatch(match -> match.start() <= child.start() && match.end() >= child.end());
      if (owner) {
        Phrase phrase = scene.resolver().resolve(child);
        if (phrase.somebody() && phrase.parties().get(0).kind() != PartyKind.THREAT_ACTOR) {
          return phrase;
        }
      }
      if (Tree.is(child, "acl") && Set.of("publish", "release", "issue", "write", "file").contains(Tree.lemma(child))) {
        for (Token agent : scene.roles().agents(child)) {
          return scene.resolver().resolve(agent);
        }
      }
    }
    return Phrase.NOBODY;
  }
}
