package org.tingbok.reading.assembly;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.claim.Speaker;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.mention.Discourse;
import org.tingbok.reading.mention.Phrase;

/// Who is quoted for words of several sentences, where that is told only behind the last of them: “… …,” reads the report by X.
///
/// Looks at one text; not for several threads.
final class QuoteSpeakers {
  private static final Pattern TOLD = Pattern.compile(
      "[\\s,.;]*(?:\\p{L}+ ){0,1}?(?:said|says|say|states?|stated|reads?|explain(?:s|ed)|add(?:s|ed)|report(?:s|ed)|wrote|writes|conclud(?:es|ed)|"
          + "continu(?:es|ed)|according to|told|announced|claims?|claimed|noted|notes|commented|warned|argued)\\b([^\\n]{0,180})");
  private static final Pattern END = Pattern.compile("[.!?](?=\\s|$)|[“\"]");
  private static final Pattern PERSON = Pattern.compile("\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\.)? \\p{Lu}[\\p{L}'’-]+");

  private final String view;
  private final List<NameMatch> matches;
  private final Discourse discourse;

  QuoteSpeakers(String view, List<NameMatch> matches, Discourse discourse) {
    this.view = view;
    this.matches = matches;
    this.discourse = discourse;
  }

  /// Who is named behind a quotation.
  ///
  /// @param quote where it stands, marks included
  /// @return nobody if no word of saying follows, or nobody whom the text or the tables know
  Phrase behind(Span quote) {
    Matcher told = TOLD.matcher(view).region(quote.end(), Math.min(view.length(), quote.end() + 220));
    if (!told.lookingAt()) {
      return Phrase.NOBODY;
    }
    Matcher end = END.matcher(view).region(told.start(1), told.end(1));
    int to = end.find() ? end.start() : told.end(1);
    Matcher person = PERSON.matcher(view).region(told.start(1), to);
    Optional<String> name = person.find() && matches.stream()
        .noneMatch(match -> match.start() < person.end() && match.end() > person.start()) ? Optional.of(person.group())
            : Optional.empty();
    Optional<Phrase> known = name.flatMap(discourse::person)
        .map(one -> new Phrase(List.of(one.body()), Optional.of(new Speaker(one.name(), one.role())), true));
    if (known.isPresent()) {
      return known.get();
    }
    for (NameMatch match : matches) {
      if (match.start() >= told.start(1) && match.end() <= to && !match.weak()) {
        Optional<Name> body =
            match.as(Name.Sort.BODY).or(() -> match.as(Name.Sort.ORGANISATION)).or(() -> match.as(Name.Sort.OUTLET));
        if (body.isPresent()) {
          Party party = new Party(body.get().canonical(), body.get().sort() == Name.Sort.BODY ? PartyKind.BODY
              : PartyKind.ORGANISATION, body.get().country(), view.substring(match.start(), match.end()));
          return new Phrase(List.of(party), name.map(one -> new Speaker(one, Optional.empty())), true);
        }
      }
    }
    return Phrase.NOBODY;
  }
}
