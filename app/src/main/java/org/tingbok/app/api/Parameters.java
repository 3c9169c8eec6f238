package org.tingbok.app.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.tingbok.app.desk.Lookup;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.Coded;

/// Parameters and fields that several operations have, and the ids of the examples.
final class Parameters {
  static final String INCIDENT = "incident--bc0104fd-b239-5167-9fdf-2326e03e3352";
  static final String CLAIM = "claim--3b584c34-1901-5706-af08-55a57c9aec27";
  static final String DOCUMENT = "document--6df82292-e84a-5c23-b335-2ceb43a467f2";
  static final String SENTENCE = "unread--6e5c3aa2-6f21-5651-8725-a21c2046960c";
  static final String DISPUTE = "dispute--92c09ef0-e0a8-5927-a291-b30b5692252b";
  static final String ACTOR = "Grey Heron";

  static final Parameter VIEW = Parameter.query("view", Schema.line(200),
      "Whose word is taken on which names are one: `any` (as usual), `all`, `none`, `2-origins`, `microsoft`, `attack`, `misp`"
          + " or any claimant, several joined by commas; with `+overlap`, `+analysts`, `-analysts` behind it.");
  static final Parameter AS_OF = Parameter.query("as-of", new Schema.Period(false),
      "Answer by what had been said by the end of that day, month or year.");
  static final Parameter AS_OF_RECORDED = Parameter.query("as-of-recorded", new Schema.Period(true),
      "Answer by what the ledger had on record by the end of that day, month or year, or by that moment.");
  static final Parameter IF_NONE_MATCH = Parameter.header("If-None-Match", new Schema.Text(0, 4000, "", "a tag"),
      "The `ETag` of an earlier answer: where nothing has changed since, the answer is 304 without content.");
  static final Parameter IF_MATCH = Parameter.header("If-Match", new Schema.Text(1, 4000, "", "a tag"),
      "The `ETag` of what is to be changed, as it was when you looked at it. If it has changed since, nothing is recorded and the"
          + " answer is 412.");
  static final Parameter CLAIM_ID =
      Parameter.path("claim", Schema.id("claim--"), "The id of a claim, or the beginning of it.",
          CLAIM);
  static final Parameter DOCUMENT_ID = Parameter.path("document", Schema.id("document--"),
      "The id of a document, or the beginning of it.", DOCUMENT);
  static final Parameter INCIDENT_KEY = Parameter.path("incident", Schema.line(200),
      "The id of an incident, or the beginning of it, or words of its name or victims.", INCIDENT);

  static final Schema STATE = new Schema.Choice(states());
  static final Schema.Field BY = Schema.Field.needed("by", Schema.line(120), "Who decides.");
  static final Schema.Field REASON = Schema.Field.needed("reason", Schema.line(2000), "Why.");
  static final Schema.Field DAY =
      Schema.Field.maybe("day", new Schema.Day(), "The day of it; today, if none is given, and none to"
          + " come.");

  private Parameters() {
  }

  /// Of every question.
  static List<Parameter> asked(Parameter... own) {
    List<Parameter> all = new ArrayList<>(List.of(own));
    all.addAll(List.of(VIEW, AS_OF, AS_OF_RECORDED, IF_NONE_MATCH));
    return all;
  }

  /// Of every question that is answered in pages.
  static List<Parameter> listed(Parameter... own) {
    List<Parameter> all = new ArrayList<>(List.of(own));
    all.addAll(List.of(Listing.SIZE_PARAMETER, Listing.CURSOR_PARAMETER));
    return asked(all.toArray(Parameter[]::new));
  }

  /// Of what is not told as of a day: what waits, and what is kept for somebody.
  static List<Parameter> now(Parameter... own) {
    List<Parameter> all = new ArrayList<>(List.of(own));
    all.add(IF_NONE_MATCH);
    return all;
  }

  static <E extends Enum<E> & Coded> Schema.Choice coded(E[] values) {
    return new Schema.Choice(Arrays.stream(values).map(Coded::code).toList());
  }

  /// The codes of states that the tables know.
  private static List<String> states() {
    return List.copyOf(new TreeSet<>(Stream.concat(Stream.of(Locale.getISOCountries()), Stream.of("EU", "XK"))
        .filter(code -> known(code).isPresent()).toList()));
  }

  private static Optional<String> known(String code) {
    try {
      return Optional.of(Lookup.state(code)).filter(code::equals);
    } catch (BadInputException e) {
      return Optional.empty();
    }
  }
}
