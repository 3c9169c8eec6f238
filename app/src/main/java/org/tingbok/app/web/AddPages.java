package org.tingbok.app.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tingbok.app.input.InputReader;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.intake.Delivery;
import org.tingbok.app.intake.Intake;
import org.tingbok.app.intake.Upload;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentId;

/// Reports handed in on a page, and what becomes of them.
final class AddPages {
  /// The largest report that is taken, in megabytes: what a container may have on the command line.
  static final int LARGEST_REPORT = 64;
  /// The longest text that is pasted, in bytes.
  static final int LARGEST_TEXT = Math.toIntExact(InputReader.LARGEST_TEXT);
  /// The most that is handed in together, in megabytes.
  static final int LARGEST_DELIVERY = 512;
  /// Seconds after which a page looks again while reports are read.
  private static final int AGAIN = 2;

  private final LedgerSource source;
  private final Answers answers;

  AddPages(LedgerSource source, Answers answers) {
    this.source = source;
    this.answers = answers;
  }

  void route(Routes routes) {
    for (String twin : new String[] {"", ".json"}) {
      routes.get("/add" + twin, this::form);
    }
    routes.post("/add", this::handIn);
    routes.get("/delivery/{key}", this::delivery);
    routes.post("/delivery/{key}/cancel", this::cancel);
    routes.post("/delivery/{key}/retry", this::retry);
  }

  /// Deliveries as programs get them.
  record Deliveries(boolean open, List<Shown> deliveries) {
  }

  /// A delivery as programs get it.
  record Shown(String id, String handedIn, String state, boolean ended, List<Item> items, Optional<Trouble> trouble) {
    static Shown of(Delivery delivery) {
      return new Shown(delivery.id(), delivery.handedIn().toString(), delivery.state().code(), delivery.ended(),
          delivery.items().stream().map(item -> new Item(item.name(), item.fate().code(), item.document(),
              item.claims(), item.trouble())).toList(),
          delivery.trouble());
    }
  }

  /// A report as programs get it.
  record Item(String name, String fate, Optional<String> document, Optional<Integer> claims,
      Optional<Trouble> trouble) {
  }

  private Frame frame(Context context, String title, String path) {
    Asked asked = Asked.of(context);
    return new Frame(title, path, "add", asked.day(), asked.recorded(), asked.viewText(), List.of(), List.of(), 0,
        answers.stylePath());
  }

  private void form(Context context) {
    List<Delivery> deliveries = source.intake().map(Intake::deliveries).orElse(List.of());
    boolean open = source.intake().isPresent();
    answers.answer(context, Asked.of(context), "add.jte", frame(context, "Add reports", "/add"),
        new Deliveries(open, deliveries.stream().map(Shown::of).toList()),
        Map.of("deliveries", deliveries, "open", open, "fetches", source.intake().filter(Intake::fetches).isPresent()));
  }

  private Intake intake(Context context) {
    OwnPages.only(context);
    return source.intake().orElseThrow(() -> new OwnPages.Refused("SHOWN_ONLY",
        "this server only shows the ledger; start it without --read-only, or add reports with 'tingbok add PATH…'"));
  }

  private void handIn(Context context) {
    Intake intake = intake(context);
    List<Upload> uploads = new ArrayList<>();
    parts(context);
    for (UploadedFile file : context.uploadedFiles("report")) {
      if (!file.filename().isBlank()) {
        uploads.add(new Upload(lastPart(file.filename()), file.filename(), file::content));
      }
    }
    pasted(Objects.requireNonNullElse(context.formParam("text"), ""),
        Objects.requireNonNullElse(context.formParam("from"), "")).ifPresent(uploads::add);
    if (uploads.isEmpty()) {
      throw new BadInputException("UPLOAD_EMPTY", "nothing was handed in; choose a file, or paste a text");
    }
    show(context, intake.handIn(uploads));
  }

  /// Has the parts of the form told apart, which is when it shows that they are too large or no form at all.
  static void parts(Context context) {
    if (!context.isMultipartFormData()) {
      throw new BadInputException("UPLOAD_UNREADABLE", "what was handed in is no multipart/form-data; send a form");
    }
    try {
      context.uploadedFiles();
    } catch (Exception e) { // the server's checked ones come undeclared
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof IllegalStateException) {
          throw new BadInputException("UPLOAD_TOO_LARGE", "a report has at most " + LARGEST_REPORT
              + " MB, a pasted text " + (LARGEST_TEXT >> 20) + " and all that is handed in together " + LARGEST_DELIVERY
              + "; hand in fewer, or use 'tingbok add PATH…'", e);
        }
      }
      throw new BadInputException("UPLOAD_UNREADABLE",
          "what was handed in broke off or is no form (" + e.getMessage() + "); hand it in again", e);
    }
  }

  /// A browser may tell the whole path.
  private static String lastPart(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  /// A pasted text. Without a name it is called after its content, so that the same text pasted again is the same.
  private static Optional<Upload> pasted(String text, String from) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String ending = text.stripLeading().startsWith("<") ? ".html" : ".txt";
    String name = from.isBlank() ? "pasted-" + ContentId.sha256(bytes).substring(0, 8) + ending : from;
    return Optional.of(new Upload(name, "pasted" + ending, () -> new ByteArrayInputStream(bytes)));
  }

  private void show(Context context, Delivery delivery) {
    if (Asked.wantsJson(context)) {
      context.status(HttpStatus.ACCEPTED).header("Location", "/delivery/" + delivery.id() + ".json");
      answers.json(context, Shown.of(delivery));
    } else {
      context.redirect("/delivery/" + delivery.id(), HttpStatus.SEE_OTHER);
    }
  }

  private void delivery(Context context) {
    Delivery delivery = source.intake().orElseThrow(() -> new OwnPages.Refused("SHOWN_ONLY",
        "this server only shows the ledger: nothing is handed in here")).delivery(Asked.key(context));
    if (!delivery.ended()) {
      context.header("Refresh", Integer.toString(AGAIN));
    }
    answers.answer(context, Asked.of(context), "delivery.jte",
        frame(context, "Delivery " + delivery.id() + ", " + delivery.state().code(), "/delivery/" + delivery.id()),
        Shown.of(delivery), Map.of("delivery", delivery));
  }

  private void cancel(Context context) {
    show(context, intake(context).cancel(Asked.key(context)));
  }

  private void retry(Context context) {
    show(context, intake(context).retry(Asked.key(context)));
  }
}
