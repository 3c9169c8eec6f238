package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tingbok.app.desk.ClaimCard;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.DocumentPage;
import org.tingbok.app.desk.Phrase;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import org.tingbok.claim.Reading;

/// Prints readings, documents and claims for people.
final class ReadingText {
  private static final int ID_DIGITS = 8;

  private final Streams streams;
  private final Paint paint;

  ReadingText(Streams streams) {
    this.streams = streams;
    this.paint = streams.paint();
  }

  void print(Desk desk, List<Reading> readings) {
    int unread = 0;
    for (Reading reading : readings) {
      DocumentPage page = desk.documents().page(reading.document().id().value());
      document(page);
      unread += page.unread().size();
    }
    Desk.Summary summary = desk.summary();
    streams.line(paint.strong(counts(summary)));
    if (unread > 0) {
      streams.line(paint.faint(unread == 1 ? "1 sentence looked like a claim and was not understood."
          : unread + " sentences looked like claims and were not understood."));
    }
  }

  /// `5 documents (1 copy), 63 claims, 4 incidents, 2 disputes`.
  static String counts(Desk.Summary summary) {
    return count(summary.documents(), "document", "documents")
        + (summary.copies() == 0 ? "" : " (" + count(summary.copies(), "copy", "copies") + ")") + ", "
        + count(summary.claims(), "claim", "claims") + ", " + count(summary.incidents(), "incident", "incidents") + ", "
        + count(summary.disputes(), "dispute", "disputes");
  }

  static String byType(Desk.Summary summary) {
    return summary.byType().entrySet().stream().filter(entry -> entry.getValue() > 0)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> entry.getValue() + " " + entry.getKey()).collect(Collectors.joining(", "));
  }

  static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }

  private void document(DocumentPage page) {
    streams.line(paint.strong(Paint.plain(page.title())));
    List<String> about = new ArrayList<>();
    page.publisher().ifPresent(about::add);
    about.add(page.published().words());
    about.add(page.source());
    streams.line("  " + paint.faint(Paint.plain(String.join(" · ", about))));
    if (page.dateConflict()) {
      streams.line("  " + paint.warning(Paint.plain("its dates conflict: " + page.dates().stream()
          .map(date -> date.kind() + " " + date.value().words()).distinct().collect(Collectors.joining(", ")))));
    }
    page.erased().ifPresent(erased -> streams.line("  " + paint.warning(Paint.plain(erased.words()))));
    page.retracted().ifPresent(retracted -> streams.line("  " + paint.warning(Paint.plain(retracted.words()))));
    page.copyOf().ifPresent(original -> streams.line("  " + paint.warning("a copy of " + Paint.plain(original.title())
        + " (" + Paint.plain(original.imprint()) + ")")));
    streams.line("");
    for (ClaimCard claim : page.claims()) {
      claim(claim, 2);
    }
    page.unread().forEach(one -> streams.lines(Columns.paragraph(paint.faint("not understood: ")
        + paint.faint(Paint.plain(one.readable())), streams.width(), 2)));
    if (page.claims().isEmpty()) {
      streams.line("  " + paint.faint("no claims"));
    }
    streams.line("");
  }

  /// A claim in a few lines: type and gist, its words, and what is to be known about it.
  void claim(ClaimCard claim, int indent) {
    streams.lines(Columns.table(List.of(List.of(paint.faint(pad(claim.type())), gist(claim.gist()))), streams.width(),
        indent));
    int under = indent + 17;
    streams.lines(Columns.paragraph(sentence(claim), streams.width(), under));
    List<String> about = new ArrayList<>();
    about.add(claim.document().publisher().orElse(claim.document().title()));
    if (!claim.alsoIn().isEmpty()) {
      about.add(
          "copied by " + String.join(", ", claim.alsoIn().stream().map(copy -> copy.publisher().orElse(copy.title()))
              .distinct().toList()));
    }
    about.add("said " + claim.saidWords());
    claim.certainty().text().ifPresent(words -> about.add(claim.certainty().words() + " “" + words + "”"));
    claim.incident().ifPresent(incident -> about.add(incident.name()));
    claim.readBy().ifPresent(model -> about.add("proposed by " + model));
    about.addAll(claim.remarks());
    about.add("claim " + shortId(claim.id()));
    streams.lines(Columns.paragraph(paint.faint(Paint.plain(String.join(" · ", about))), streams.width(), under));
  }

  /// The sentence, with what is not evidence in it faint.
  String sentence(ClaimCard claim) {
    ClaimCard.EvidenceCard words = claim.words();
    return "“" + words(words.before(), true) + words(words.readable(), false) + words(words.after(), true) + "”";
  }

  /// Word by word, so that a line that wraps keeps its paint.
  private String words(String text, boolean faint) {
    String plain = Paint.inline(text);
    return faint && paint.coloured() ? plain.replaceAll("\\S+", paint.faint("$0")) : plain;
  }

  /// The gist with claimants and accused set off.
  String gist(List<Phrase> gist) {
    return gist.stream().map(phrase -> switch (phrase.role()) {
      case PLAIN -> Paint.inline(phrase.text());
      case CLAIMANT -> paint.strong(Paint.plain(phrase.text()));
      case ACCUSED -> paint.accused(Paint.plain(phrase.text()));
      case DISPUTED -> paint.warning(Paint.plain(phrase.text()));
    }).collect(Collectors.joining());
  }

  /// As many digits of an id as a person types.
  static String shortId(String id) {
    int digits = id.indexOf("--") + 2;
    return id.substring(digits, Math.min(id.length(), digits + ID_DIGITS));
  }

  private static String pad(String type) {
    return type + " ".repeat(Math.max(0, "non-attribution".length() - type.length()));
  }
}
