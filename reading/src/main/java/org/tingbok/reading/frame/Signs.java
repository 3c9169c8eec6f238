package org.tingbok.reading.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.text.Token;
import org.tingbok.text.Upos;
import org.tingbok.vocabulary.ClaimType;

/// What speaks for or against a claim that was read in a sentence: signs that a trained weight goes with, see [Belief].
///
/// No sign holds the name of a party or place: who mostly accuses whom must not sway what is believed.
final class Signs {
  private static final List<String> LISTS =
      List.of("cue-accusing", "cue-deed", "cue-answering", "cue-withholding", "cue-tying", "cue-alias");
  private static final Pattern CODE = Pattern.compile("[\\\\<>{}=|]|\\w\\(\\)|https?:");
  private static final Set<String> MODAL = Set.of("can", "could", "may", "might", "would", "should", "will", "must");
  private static final Set<String> FIRST = Set.of("we", "our", "us", "i", "my");
  private static final Set<String> SECOND = Set.of("you", "your", "yours");
  private static final Set<String> USUALLY =
      Set.of("usually", "typically", "often", "frequently", "always", "generally", "commonly", "regularly",
          "sometimes");

  static final String SECONDED = "/frame/sure=3"; // frames and labeller agree
  static final String SURE = "/frame/sure=4";

  private final Scene scene;
  private final Tree tree;
  private final List<Proposition> propositions;
  private final String words;

  Signs(Scene scene, List<Proposition> propositions) {
    this.scene = scene;
    this.tree = scene.tree();
    this.propositions = propositions;
    words = scene.view().substring(tree.sentence().start(), tree.sentence().end());
  }

  /// The signs of one claim.
  ///
  /// @param draft a claim of the sentence
  /// @param all every claim of the sentence
  /// @return words that name them, each once
  List<String> of(ClaimDraft draft, List<ClaimDraft> all) {
    List<String> signs = new ArrayList<>();
    String type = draft.type().code();
    Span evidence = draft.evidence().get(0);
    boolean alone = draft.frame().startsWith("label-");
    Token predicate = predicate(draft, evidence);
    float sure = (float) propositions.stream().filter(some -> some.type() == draft.type()
        && evidence.start() <= some.predicate().start() && some.predicate().end() <= evidence.end())
        .mapToDouble(Proposition::probability).max().orElse(0);
    String source = type + (alone ? "/alone" : "/frame");
    signs.add(source);
    signs.add(source + "/sure=" + step(sure));
    if (!alone) {
      signs.add("frame=" + draft.frame());
    }
    predicate(signs, type, predicate);
    parties(signs, type, draft, predicate);
    sentence(signs, type, evidence);
    signs.add(type + "/block=" + scene.block().kind());
    draft.code().ifPresent(code -> signs.add(type + "/code=" + code));
    signs.add(type + "/incident=" + draft.incident().isPresent());
    signs.add(type + "/claims=" + Math.min(4, all.size()));
    return signs.stream().distinct().toList();
  }

  private static String step(float sure) {
    return sure < 0.1 ? "0"
        : sure < 0.4 ? "1" : sure < 0.8 ? "2" : sure < 0.95 ? "3" : sure < 1.05 ? "4" : sure < 1.4 ? "5" : "6";
  }

  /// The word that makes the claim; of what a frame found, the highest of its evidence.
  private Token predicate(ClaimDraft draft, Span evidence) {
    Optional<Token> seen = propositions.stream().filter(some -> some.type() == draft.type()
        && draft.frame().equals("label-" + some.predicate().form())
        && evidence.start() <= some.predicate().start() && some.predicate().end() <= evidence.end())
        .map(Proposition::predicate).findFirst();
    return seen.orElseGet(() -> tree.tokens().stream()
        .filter(token -> evidence.start() <= token.start() && token.end() <= evidence.end())
        .filter(token -> tree.head(token).filter(head -> evidence.start() <= head.start()
            && head.end() <= evidence.end()).isEmpty())
        .findFirst().orElse(tree.token(0)));
  }

  private void predicate(List<String> signs, String type, Token predicate) {
    String lemma = Tree.lemma(predicate);
    signs.add(type + "/pos=" + predicate.upos() + predicate.xpos());
    signs.add(type + "/rel=" + predicate.relation());
    if (predicate.upos() != Upos.PROPN && predicate.upos() != Upos.NUM && lemma.matches("\\p{Ll}+(?:-\\p{Ll}+)*")) {
      signs.add(type + "/word=" + lemma);
    }
    boolean cued = false;
    for (String list : LISTS) {
      if (WordList.of(list).contains(lemma)) {
        signs.add(type + "/list=" + list);
        cued = true;
      }
    }
    signs.add(type + "/cued=" + cued);
    for (Token child : tree.children(predicate)) {
      String low = Tree.low(child);
      if (MODAL.contains(low) && Tree.is(child, "aux")) {
        signs.add("modal=" + low);
      }
      if (Tree.is(child, "mark")) {
        signs.add(type + "/mark=" + low);
      }
      if (USUALLY.contains(low)) {
        signs.add("usually");
      }
      if (Set.of("not", "n't", "never", "no").contains(low)) {
        signs.add(type + "/not");
      }
    }
    tree.head(predicate).filter(head -> Tree.verbal(head) && Tree.is(predicate, "ccomp", "xcomp", "advcl"))
        .ifPresent(head -> signs.add(type + "/within=" + Tree.lemma(head)));
    signs.add(type + "/subject=" + tree.child(predicate, "nsubj", "nsubj:pass").map(subject -> subject.upos().name())
        .orElse("none"));
  }

  private void parties(List<String> signs, String type, ClaimDraft draft, Token predicate) {
    boolean own = !draft.claimant().somebody();
    signs.add(type + "/who=" + (own ? "own" : draft.claimant().parties().get(0).kind().name()));
    if (draft.claimant().anaphoric()) {
      signs.add(type + "/who-anaphoric");
    }
    if (draft.claimant().parties().size() > 1) {
      signs.add(type + "/who-several");
    }
    draft.claimant().parties().stream().limit(1).forEach(party -> signs.add(type + "/who-here=" + here(party)));
    signs.add(type + "/whom=" + kinds(draft.first()));
    signs.add(type + "/second=" + kinds(draft.second()));
    boolean self = draft.claimant().parties().stream().anyMatch(one -> draft.first().stream()
        .anyMatch(other -> other.name().equals(one.name())));
    if (self) {
      signs.add(type + "/self");
    }
    for (Party party : draft.first()) {
      signs.add(type + "/whom-here=" + here(party));
      if (draft.type() == ClaimType.ATTRIBUTION && Cues.anybody(party)) {
        signs.add("anybody");
      }
      int at = words.indexOf(party.text());
      if (at >= 0) {
        int from = at + tree.sentence().start();
        signs.add(type + "/side=" + (from < predicate.start() ? "before" : "after"));
        int between = (int) tree.tokens().stream()
            .filter(token -> token.start() >= Math.min(from, predicate.start())
                && token.end() <= Math.max(from, predicate.start()))
            .count();
        signs.add(type + "/far=" + (between < 3 ? 0 : between < 7 ? 1 : between < 14 ? 2 : 3));
        tree.tokens().stream().filter(token -> token.start() >= from
            && token.end() <= from + party.text().length() && Tree.nominal(token)).reduce((_, last) -> last)
            .ifPresent(head -> signs.add(type + "/whom-rel=" + head.relation()
                + (tree.head(head).filter(predicate::equals).isPresent() ? "!" : "")));
      }
      if (!party.name().isEmpty() && party.name().matches(".*[\\\\/<>=@:].*")) {
        signs.add("odd-name");
      }
      signs.add(type + "/whom-upper=" + party.name().matches("(?s).*\\p{Lu}.*"));
    }
  }

  private boolean here(Party party) {
    return words.toLowerCase(Locale.ROOT).contains(party.text().toLowerCase(Locale.ROOT));
  }

  private static String kinds(List<Party> parties) {
    return parties.isEmpty() ? "none"
        : parties.get(0).kind().name() + (parties.get(0).country().isPresent() ? "+" : "")
            + (parties.size() > 1 ? "s" : "");
  }

  private void sentence(List<String> signs, String type, Span evidence) {
    int size = tree.size();
    signs.add("long=" + (size < 12 ? 0 : size < 22 ? 1 : size < 35 ? 2 : size < 50 ? 3 : 4));
    int length = evidence.end() - evidence.start();
    signs.add(type + "/evidence=" + (length < 15 ? 0 : length < 50 ? 1 : length < 120 ? 2 : length < 220 ? 3 : 4));
    if (CODE.matcher(words).find()) {
      signs.add("code");
    }
    if (words.endsWith("?")) {
      signs.add("asks");
    }
    for (Token token : tree.tokens()) {
      String low = Tree.low(token);
      if (FIRST.contains(low)) {
        signs.add("first-person");
      } else if (SECOND.contains(low)) {
        signs.add("second-person");
      } else if (low.equals("if")) {
        signs.add("if");
      }
    }
    if (!scene.quotes().isEmpty()) {
      signs.add("quoted");
    }
    if (!scene.times().isEmpty()) {
      signs.add("dated");
    }
    for (Name.Sort sort : List.of(Name.Sort.ACTOR, Name.Sort.STATE, Name.Sort.BODY, Name.Sort.ORGANISATION,
        Name.Sort.MALWARE, Name.Sort.ADJECTIVE)) {
      if (scene.matches().stream().anyMatch(match -> !match.weak() && match.as(sort).isPresent())) {
        signs.add(type + "/named=" + sort);
      }
    }
  }
}
