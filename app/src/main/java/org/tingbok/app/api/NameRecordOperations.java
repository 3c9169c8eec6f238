package org.tingbok.app.api;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tingbok.app.desk.NameRejections;
import org.tingbok.app.desk.UsedNames;
import org.tingbok.claim.NameDecision;
import org.tingbok.exchange.names.ListKind;
import org.tingbok.exchange.names.ListOrder;
import org.tingbok.exchange.names.ListReader;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.NameList;
import org.tingbok.ledger.NameReceipt;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.vocabulary.Coded;

/// What is recorded of names besides decisions about two: names that are no actor's, and published lists.
final class NameRecordOperations {
  private static final Schema.Field NAME = Schema.Field.needed("name", Schema.line(120), "The name.");

  private NameRecordOperations() {
  }

  /// A decision on what a name means in texts.
  ///
  /// @param name the name
  /// @param means `actor`, `other` (rejected) or `open` (taken back)
  /// @param near a word that has to stand near; empty text for everywhere
  /// @param reason why
  /// @param by who decided
  /// @param day when
  /// @param standing whether it holds
  record NameRejection(String name, String means, String near, String reason, String by, String day,
      boolean standing) {
    static NameRejection of(NameDecision decision, boolean standing) {
      return new NameRejection(decision.name(), decision.means().code(), decision.near(), decision.reason(),
          decision.by(), decision.on().toString(), standing);
    }
  }

  /// What came of rejecting a name, or of taking that back.
  ///
  /// @param decisions what was asked for
  /// @param recorded how many of them were new
  /// @param warnings what to look at: a name that nobody on record bears, with the nearest
  record NameRejected(List<NameRejection> decisions, int recorded, List<String> warnings) {
    NameRejected {
      decisions = List.copyOf(decisions);
      warnings = List.copyOf(warnings);
    }
  }

  /// What the import of a list did.
  ///
  /// @param list which list
  /// @param edition the day of the edition
  /// @param recordedAt the moment that everything new in it bears
  /// @param added what the list had not said before, or says again
  /// @param known what it said before and still says
  /// @param withdrawn what it said before and no longer says
  record NameListImported(String list, String edition, String recordedAt, int added, int known, int withdrawn) {
    static NameListImported of(NameReceipt receipt) {
      return new NameListImported(receipt.list(), receipt.edition().toString(), receipt.recordedAt().toString(),
          receipt.added(),
          receipt.known(), receipt.withdrawn());
    }
  }

  static List<Operation> all() {
    return List.of(
        Operation.post("/name-rejections", "rejectName", Operation.Tag.NAMES, "A name is no actor's")
            .says(
                "Records that a name is not a threat actor's, everywhere or where certain words stand near. Reports that are read from"
                    + " then on heed it.")
            .body(Operation.Body.of(fields("NameRejectionRequest", "A name that is no actor's.",
                "Words of which one has to stand in the same sentence; everywhere, if none is given."),
                "{\"name\": \"Sandworm\", \"near\": [\"museum\"], \"reason\": \"a machine\", \"by\": \"ida\"}"))
            .answers(Answer.ok(NameRejected.class, "The rejection.")).by(call -> record(call, false)),
        Operation.get("/name-rejections", "listNameRejections", Operation.Tag.NAMES, "Names that are no actor's")
            .says("What was decided on what names mean in texts, what was taken back included, the earliest first.")
            .takes(Parameters.listed()).answers(Answer.page(NameRejection.class, "A page of decisions."))
            .by(call -> Listing.of(call, desk -> {
              NameDecisions decisions = NameDecisions.of(desk.naming().meanings());
              Set<NameDecision> standing = new HashSet<>(decisions.standing());
              return decisions.list().stream().map(one -> NameRejection.of(one, standing.contains(one))).toList();
            })),
        Operation
            .post("/name-rejections/undo", "undoNameRejection", Operation.Tag.NAMES,
                "A name may be an actor's after all")
            .says("Takes the rejections of a name back; 404 if none of them holds.")
            .body(Operation.Body.of(fields("NameRejectionUndoRequest", "A rejection that is taken back.",
                "Only the rejections near these words; all of the name, if none is given."),
                "{\"name\": \"Sandworm\", \"reason\": \"it was them\", \"by\": \"ida\"}"))
            .answers(Answer.ok(NameRejected.class, "What was taken back.")).by(call -> record(call, true)),
        Operation.post("/name-lists", "importNameList", Operation.Tag.NAMES, "Import a published list of names")
            .says(
                "Records what a list says of names, with who publishes it and since when: all of it or nothing. The same list again adds"
                    + " nothing; of a later edition, what is new is added, and what is gone is recorded as withdrawn on its day.")
            .body(new Operation.Body(new Schema.Fields("NameListRequest", "A published list.", List.of(
                Schema.Field.needed("kind", Parameters.coded(ListKind.values()),
                    "Its form: a STIX bundle (`attack`), a cluster of a MISP galaxy (`misp`), Microsoft's mapping (`microsoft`), or a"
                        + " table (`csv`: name, actor, giver, source, date)."),
                Schema.Field.maybe("text", new Schema.Text(1, 23_000_000, "", "a text"), "The list as text."),
                Schema.Field.maybe("base64", new Schema.Text(4, 23_000_000, "^[A-Za-z0-9+/]+={0,2}$", "Base64"),
                    "Its bytes instead, plain or gzipped, Base64."),
                Schema.Field.maybe("source", Schema.line(200), "Where it is from: a file's name, or an address."),
                Schema.Field.maybe("claimant", Schema.line(120), "Who says what it says; by its form, if not given."),
                Schema.Field.maybe("list", Schema.line(120),
                    "Under which name its editions follow each other; by its content, if not given; of a table, by `source`."),
                Schema.Field.maybe("acceptLosses", new Schema.Flag(),
                    "Even if it lacks more than half of the last edition."),
                Schema.Field.maybe("day", new Schema.Day(),
                    "The day of this edition, none to come; what the list tells, else today, if not given."))),
                List.of(), 32L << 20,
                "{\"kind\": \"csv\", \"source\": \"ours.csv\", \"claimant\": \"Our desk\", \"text\":"
                    + " \"name,actor\\nTin Heron,Grey Heron\\n\"}"))
            .answers(Answer.ok(NameListImported.class, "What was recorded.")).by(NameRecordOperations::imported));
  }

  private static Schema.Fields fields(String name, String words, String near) {
    return new Schema.Fields(name, words,
        List.of(NAME, Schema.Field.maybe("near", new Schema.Several(Schema.line(120), 1, 20), near), Parameters.REASON,
            Parameters.BY, Parameters.DAY));
  }

  private static Reply record(Call call, boolean undo) {
    NameRejections asked =
        new NameRejections(call.text("name"), call.texts("near"), call.text("reason"), call.by(), Writing.day(call));
    return call.holdings().open().with((ledger, _) -> {
      List<NameDecision> decisions = undo
          ? asked.undoing(NameDecisions.of(ledger.asOf(AsOf.NOW).names().meanings()))
          : asked.rejecting();
      int recorded = ledger.decide(decisions);
      return Reply.of(new NameRejected(decisions.stream().map(one -> NameRejection.of(one, !undo)).toList(), recorded,
          undo ? List.of() : UsedNames.warnings(ledger, List.of(asked.name()))));
    });
  }

  private static Reply imported(Call call) {
    if (call.has("text") == call.has("base64")) {
      throw Problem.raised(422, "UPLOAD_EMPTY", "/text", "a list has either text or base64");
    }
    LocalDate today = call.holdings().open().today();
    Optional<LocalDate> day = call.has("day") ? Optional.of(Writing.day(call)) : Optional.empty();
    ListOrder order = new ListOrder(Coded.require(ListKind.class, call.text("kind")),
        call.has("source") ? call.text("source") : "the list", today, day, given(call, "claimant"),
        given(call, "list"));
    NameList edition = ListReader.read(new ByteArrayInputStream(bytes(call)), order);
    if (edition.day().isAfter(today.plusDays(1))) {
      throw Problem.raised(422, "DAY_TO_COME", "/day",
          "the list says that it is of " + edition.day() + ", which is still to come; give its day");
    }
    return call.holdings().open().with((ledger, _) -> Reply
        .of(NameListImported.of(ledger.append(edition, call.yes("acceptLosses")))));
  }

  private static Optional<String> given(Call call, String field) {
    return Optional.of(call.text(field)).filter(text -> !text.isEmpty());
  }

  private static byte[] bytes(Call call) {
    if (call.has("text")) {
      return call.body().map(json -> json.get("text").asString()).orElse("").getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(call.text("base64"));
    } catch (IllegalArgumentException e) {
      throw Problem.raised(422, "UPLOAD_EMPTY", "/base64", "that is no Base64");
    }
  }
}
