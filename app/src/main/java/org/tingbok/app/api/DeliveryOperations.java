package org.tingbok.app.api;

import io.javalin.http.UploadedFile;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.intake.Delivery;
import org.tingbok.app.intake.Intake;
import org.tingbok.app.intake.Upload;
import org.tingbok.vocabulary.ContentId;
import tools.jackson.databind.JsonNode;

/// Reports handed in, and what becomes of them.
final class DeliveryOperations {
  private static final Parameter ID = Parameter.path("delivery", new Schema.Text(1, 12, "^[0-9]{1,12}$", "a number"),
      "The number of a delivery.", "1");
  private static final Schema.Fields REPORT = new Schema.Fields("Report", "One report, as text or as bytes.",
      List.of(Schema.Field.maybe("name", Schema.line(200),
          "What it is called in the ledger, or the address that it is from; made from its content, if it is left out."),
          Schema.Field.maybe("text", new Schema.Text(1, Math.toIntExact(InputReader.LARGEST_TEXT), "", "a text"),
              "Its text: plain, Markdown or HTML."),
          Schema.Field.maybe("base64", new Schema.Text(4, 23_000_000, "^[A-Za-z0-9+/]+={0,2}$", "Base64"),
              "Its bytes, Base64; of a PDF, DOCX, message, mailbox or web archive. The name's ending tells which.")));

  private DeliveryOperations() {
  }

  /// A delivery.
  ///
  /// @param id its number, as long as the server runs
  /// @param handedIn when, ISO 8601
  /// @param state `waiting`, `reading`, `recording`, `done`, `cancelled` or `failed`
  /// @param ended whether nothing more will happen to it
  /// @param progress how many of its reports are behind, of how many
  /// @param items its reports, in the order in which they were handed in
  /// @param trouble why it stopped, if it did not come to its end
  record Progress(String id, String handedIn, String state, boolean ended, Behind progress, List<Item> items,
      Optional<Trouble> trouble) {
    static Progress of(Delivery delivery) {
      return new Progress(delivery.id(), delivery.handedIn().toString(), delivery.state().code(), delivery.ended(),
          new Behind(delivery.behind(), delivery.items().size()),
          delivery.items().stream().map(item -> new Item(item.name(),
              item.fate().code(), item.document(), item.claims(), item.trouble())).toList(),
          delivery.trouble());
    }
  }

  /// How far a delivery is.
  ///
  /// @param read reports that are behind
  /// @param of all of them
  record Behind(long read, long of) {
  }

  /// A report of a delivery.
  ///
  /// @param name what it is called
  /// @param fate `waiting`, `read`, `added`, `known`, `repeated`, `failed` or `dropped`
  /// @param document its id, once it is read
  /// @param claims how many claims were read in it, once it is recorded
  /// @param trouble why it could not be read
  record Item(String name, String fate, Optional<String> document, Optional<Integer> claims,
      Optional<Trouble> trouble) {
  }

  static List<Operation> all() {
    return List.of(
        Operation.post("/deliveries", "handIn", Operation.Tag.DELIVERIES, "Hand reports in")
            .says(
                "Takes reports, to be read in the background, one delivery after another. A delivery is recorded whole; a report that"
                    + " cannot be read fails alone. Send a form with files (`report`), one report as it is (`name` tells what it is called), or"
                    + " JSON. The answer tells where to look for what becomes of it.")
            .takes(Parameter.query("name", Schema.line(200),
                "Of a single report that is sent as it is: what it is called, ending included"
                    + " (`report.pdf`), or the address that it is from."))
            .body(new Operation.Body(new Schema.Fields("DeliveryRequest", "Reports.",
                List.of(Schema.Field.needed("reports", new Schema.Several(REPORT, 1, 1000), "One or more."))),
                List.of("multipart/form-data", "text/plain", "text/html", "text/markdown", "application/pdf",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                    "application/octet-stream"),
                32L << 20,
                "{\"reports\": [{\"name\": \"note.txt\", \"text\": \"Nordlys Lab blamed Grey Heron for the theft of tide tables.\"}]}"))
            .answers(new Answer(202, "It waits to be read.", List.of(Answer.JSON), Progress.class, false))
            .by(DeliveryOperations::handIn),
        Operation.get("/deliveries", "listDeliveries", Operation.Tag.DELIVERIES, "Deliveries")
            .says("Those since the server was started, the latest first; of those that ended, the last fifty.")
            .takes(Parameters.now())
            .answers(Answer.page(Progress.class, "The deliveries."))
            .by(call -> Listing.page(call, call.holdings().intake().map(Intake::deliveries).orElse(List.of()).stream()
                .map(Progress::of).toList(), Optional.empty(), Optional.empty())),
        Operation.get("/deliveries/{delivery}", "readDelivery", Operation.Tag.DELIVERIES, "What becomes of a delivery")
            .says("How far it is, and what became of each report.").takes(Parameters.now(ID))
            .answers(Answer.ok(Progress.class, "The delivery."))
            .by(call -> Reply.of(Progress.of(found(call).delivery(call.key("delivery")))).with("Cache-Control",
                "no-store")),
        Operation.post("/deliveries/{delivery}/cancel", "cancelDelivery", Operation.Tag.DELIVERIES, "Stop a delivery")
            .says("Nothing of it is recorded, unless it is being recorded already: then it comes to its end.").takes(ID)
            .answers(Answer.ok(Progress.class, "The delivery."))
            .by(call -> Reply.of(Progress.of(call.holdings().taking().cancel(call.key("delivery"))))),
        Operation
            .post("/deliveries/{delivery}/retry", "retryDelivery", Operation.Tag.DELIVERIES,
                "Hand in again what is not on record")
            .says("Makes a delivery of the reports of one that has ended that are not on record; 404 if there is none.")
            .takes(ID)
            .answers(new Answer(202, "It waits to be read.", List.of(Answer.JSON), Progress.class, false))
            .by(call -> shown(call.holdings().taking().retry(call.key("delivery")))));
  }

  private static Intake found(Call call) {
    return call.holdings().intake().orElseThrow(() -> Problem.raised(404, "DELIVERY_UNKNOWN", "delivery",
        "this server only shows the ledger: nothing is handed in here"));
  }

  private static Reply shown(Delivery delivery) {
    return Reply.accepted(Progress.of(delivery), Api.ROOT + "/deliveries/" + delivery.id());
  }

  private static Reply handIn(Call call) {
    Intake intake = call.holdings().taking();
    List<Upload> uploads = new ArrayList<>();
    if (call.body().isPresent()) {
      JsonNode reports = call.body().get().get("reports");
      for (int i = 0; i < reports.size(); i++) {
        uploads.add(report(reports.get(i), "/reports/" + i));
      }
    } else if (call.context().isMultipartFormData()) {
      for (UploadedFile file : parts(call)) {
        uploads.add(new Upload(file.filename().substring(Math.max(file.filename().lastIndexOf('/'),
            file.filename().lastIndexOf('\\')) + 1), file.filename(), file::content));
      }
    } else {
      byte[] bytes = Requests.bytes(call.context(), InputReader.LARGEST_CONTAINER);
      uploads.add(upload(bytes, call.one("name"), ending(String.valueOf(call.context().contentType()))));
    }
    if (uploads.isEmpty()) {
      throw Problem.raised(422, "UPLOAD_EMPTY", "report", "nothing was handed in; the form needs files under 'report'");
    }
    return shown(intake.handIn(uploads));
  }

  private static Upload report(JsonNode report, String place) {
    boolean text = report.has("text");
    if (text == report.has("base64")) {
      throw Problem.raised(422, "UPLOAD_EMPTY", place, "a report has either text or base64");
    }
    Optional<String> name = Optional.ofNullable(report.get("name")).map(JsonNode::asString);
    if (text) {
      String words = report.get("text").asString();
      return upload(words.getBytes(java.nio.charset.StandardCharsets.UTF_8), name,
          words.stripLeading().startsWith("<") ? ".html" : ".txt");
    }
    try {
      return upload(Base64.getDecoder().decode(report.get("base64").asString()), name, "");
    } catch (IllegalArgumentException e) {
      throw Problem.raised(422, "UPLOAD_UNREADABLE", place + "/base64", "that is no Base64");
    }
  }

  private static Upload upload(byte[] bytes, Optional<String> name, String ending) {
    if (bytes.length == 0) {
      throw Problem.raised(422, "UPLOAD_EMPTY", "", "nothing was handed in");
    }
    String called = name.orElseGet(() -> "pasted-" + ContentId.sha256(bytes).substring(0, 8) + ending);
    return new Upload(called, ending.isEmpty() || called.endsWith(ending) ? called : "pasted" + ending,
        () -> new ByteArrayInputStream(bytes));
  }

  private static String ending(String type) {
    return type.startsWith("text/html") ? ".html"
        : type.startsWith("text/markdown") ? ".md"
            : type.startsWith("text/plain") ? ".txt"
                : type.startsWith("application/pdf") ? ".pdf"
                    : type.startsWith("application/vnd") ? ".docx" : "";
  }

  /// The files of a form, as far as it is one.
  private static List<UploadedFile> parts(Call call) {
    if (!String.valueOf(call.context().header("Content-Type")).contains("boundary=")) {
      throw Problem.raised(400, "UPLOAD_UNREADABLE", "Content-Type",
          "multipart/form-data needs the boundary of its parts");
    }
    try {
      return call.context().uploadedFiles("report").stream().filter(file -> !file.filename().isBlank()).toList();
    } catch (Exception e) { // the server's checked ones come undeclared
      if (Stream.iterate((Throwable) e, java.util.Objects::nonNull, Throwable::getCause)
          .anyMatch(IllegalStateException.class::isInstance)) {
        throw Problem.raised(413, "UPLOAD_TOO_LARGE", "report", "the form is larger than is taken; hand in fewer");
      }
      throw Problem.raised(400, "UPLOAD_UNREADABLE", "report",
          "what was handed in broke off or is no form; send it again");
    }
  }
}
