package org.tingbok.reading.assembly;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a publication takes back of its own: "In our report of 3 March we wrote that X blamed Y. That is wrong."
///
/// What a correction repeats is claimed by nobody. Goes through one text from the front; not for several threads.
final class Corrections {
  private static final Pattern OWN_WORDS = Pattern.compile(
      "\\b(?:we (?:wrote|reported|said|stated|published)|our (?:\\w+ )?(?:report|article|story|newsletter|bulletin)|(?:earlier|previous|original) version of (?:this|the|our)|"
          + "this (?:article|story|report) (?:\\w+ )?(?:said|stated|reported|claimed)|in unserem (?:bericht|artikel|beitrag)|in unserer (?:meldung|ausgabe)|"
          + "wir (?:schrieben|berichteten|hatten (?:berichtet|geschrieben))|hatten wir (?:berichtet|geschrieben)|skrev vi|vi skrev|vår (?:sak|artikkel|omtale)|i saken vår|"
          + "nous (?:avons|avions) (?:écrit|indiqué|publié)|notre (?:article|édition)|(?:publicamos|informamos|escribimos)|(?:nuestra|nuestro) (?:noticia|artículo|información|edición))\\b",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern WRONGLY = Pattern.compile(
      "\\b(?:wrongly|incorrectly|mistakenly|erroneously|in error|fälschlich(?:erweise)?|irrtümlich(?:erweise)?|feilaktig|ved en feil|à tort|par erreur|"
          + "por error|erróneamente|equivocadamente)\\b",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern WRONG = Pattern.compile(
      "^\\W*(?:(?:that|this|it) (?:is|was) (?:wrong|incorrect|not (?:correct|true|right|the case)|untrue|false|an error|a mistake)|"
          + "(?:das|dies) (?:ist|war) (?:falsch|nicht (?:richtig|korrekt)|unrichtig|ein fehler)|(?:das|dies) (?:stimmt|trifft) nicht|(?:det|dette) (?:er|var) (?:feil|ikke riktig|galt)|"
          + "(?:det|dette) stemmer ikke|(?:c['’]est|c['’]était|cela est|ceci est) (?:faux|inexact|une erreur)|(?:es|era|esto es|eso es) (?:falso|incorrecto|un error)|no es cierto)\\b",
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

  /// One of these stands in all of [#OWN_WORDS].
  private static final List<String> OWN_PARTS = List.of("we ", "our ", "version of ", "this ", "in unser", "wir ",
      "skrev", "vår ", "saken vår", "nous av", "notre ", "publicamos", "informamos", "escribimos", "nuestr");

  private boolean repeating;
  private int before;

  /// Looks at the next sentence before it is read.
  ///
  /// @param words the sentence
  /// @param drafts how many claims were read so far
  /// @return how many of them stand; fewer where the sentence takes back what the last one repeated
  int stand(String words, int drafts) {
    boolean wrong = repeating && WRONG.matcher(words).find();
    int standing = wrong ? Math.min(before, drafts) : drafts;
    repeating = own(words);
    before = standing;
    return standing;
  }

  private static boolean own(String words) {
    String low = words.toLowerCase(Locale.ROOT);
    for (String part : OWN_PARTS) {
      if (low.contains(part)) {
        return OWN_WORDS.matcher(words).find();
      }
    }
    return false;
  }

  /// Whether a sentence repeats what the publication says it was wrong to write.
  ///
  /// @param words the sentence that was last looked at
  boolean disowned(String words) {
    return repeating && (WRONGLY.matcher(words).find() || words.matches(
        "(?is).*\\b(?:earlier|previous|original) version of (?:this|the|our)\\b.*"));
  }
}
