package org.tingbok.reading.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Unread;
import org.tingbok.document.Span;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.frame.ClaimDraft;
import org.tingbok.reading.frame.FrameCatalogue;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.reading.frame.Scene;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.ClaimType;

/// What of one text looks like a claim and was not understood, or not believed, with the reason. Not for several threads.
final class UnreadSentences {
  private static final float UNSURE = 0.4f; // probability from which a sentence that gave no claim is listed as unread

  private final Text text;
  private final FrameCatalogue frames;
  private final List<Unread> unread = new ArrayList<>();

  UnreadSentences(Text text, FrameCatalogue frames) {
    this.text = text;
    this.frames = frames;
  }

  /// A sentence gave no claim: lists it if it looks like one.
  ///
  /// @param scene the sentence with all that is known
  /// @param span where it stands in the view
  /// @param propositions what the labeller saw
  void look(Scene scene, Span span, List<Proposition> propositions) {
    boolean party = scene.matches().stream().anyMatch(match -> match.as(Name.Sort.ACTOR).isPresent());
    boolean trigger = scene.tree().tokens().stream().anyMatch(token -> frames.triggeredBy(Tree.lemma(token)).stream()
        .anyMatch(frame -> frame.type() == ClaimType.ATTRIBUTION && !frame.deed()));
    if (party && trigger) {
      Span canonical = text.canonical(span.start(), span.end());
      unread.add(new Unread(evidence(canonical),
          "names a threat actor beside a word of accusation, but who accuses whom of what was not understood"));
      return;
    }
    propositions.stream().filter(proposition -> proposition.probability() > UNSURE)
        .max(Comparator.comparingDouble(Proposition::probability))
        .ifPresent(proposition -> {
          Span canonical = text.canonical(span.start(), span.end());
          unread.add(new Unread(evidence(canonical), String.format(Locale.ROOT,
              "may hold a claim of type %s by the word \"%s\" (probability %.2f), but not surely enough, or its parties "
                  + "were not found",
              proposition.type().code(), proposition.predicate().form(), Math.min(proposition.probability(), 1))));
        });
  }

  /// A claim is not believed.
  ///
  /// @param draft the claim
  void doubted(ClaimDraft draft) {
    Span span = draft.evidence().get(0);
    unread.add(new Unread(evidence(text.canonical(span.start(), span.end())),
        "reads like a claim of type " + draft.type().code() + ", but most that looks like it is none"));
  }

  /// All that was listed, in order.
  List<Unread> all() {
    return unread;
  }

  private Evidence evidence(Span canonical) {
    return new Evidence(canonical.start(), canonical.end(), canonical.of(text.document().text()));
  }
}
