package org.tingbok.app.command;

import java.util.List;
import org.tingbok.app.Surroundings;
import org.tingbok.app.desk.Desk;
import org.tingbok.app.desk.ReviewPage;
import org.tingbok.app.terminal.Columns;
import org.tingbok.app.terminal.Paint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `tingbok unread`.
@Command(name = "unread", mixinStandardHelpOptions = true,
    description = {"List the sentences that look like claims and from which none was read.",
        "Add what one of them claims with 'rule add', or say with 'rule aside' that it is none; 'rule reopen' takes that back."},
    footerHeading = "%nExamples:%n", footer = {
        "  tingbok unread",
        "  tingbok unread --aside               those that somebody set aside, the last one first"})
public final class UnreadCommand extends QueryCommand {
  @Option(names = "--aside", description = "Those that were set aside as no claims instead, with why and by whom.")
  private boolean aside;

  /// The command, not yet parsed.
  ///
  /// @param surroundings where it reads from and prints to
  public UnreadCommand(Surroundings surroundings) {
    super(surroundings);
  }

  /// What `unread` answers to programs.
  ///
  /// @param unread of the document recorded last first; with `--aside` the one set aside last
  record Sentences(List<ReviewPage.UnreadItem> unread) {
  }

  @Override
  int answer(Desk desk, boolean json, Streams streams) {
    List<ReviewPage.UnreadItem> items = (aside ? desk.documents().aside() : desk.documents().unread()).stream()
        .map(ReviewPage.UnreadItem::of).toList();
    if (json) {
      streams.json(new Sentences(items));
    } else {
      items.forEach(item -> print(item, streams));
      streams.line(items.isEmpty() ? aside ? "nothing was set aside" : "nothing is left unread"
          : ReadingText.count(items.size(), "sentence", "sentences"));
    }
    return items.isEmpty() ? Problems.NOTHING_FOUND : 0;
  }

  private static void print(ReviewPage.UnreadItem item, Streams streams) {
    Paint paint = streams.paint();
    streams.lines(Columns.paragraph("“" + Paint.plain(item.readable()) + "”", streams.width(), 0));
    streams.lines(Columns.paragraph(paint.faint(Paint.plain(ReadingText.shortId(item.id()) + "  " + item.reason() + "; "
        + item.document().title() + " (" + item.document().imprint() + "), at " + item.start())), streams.width(), 2));
    item.history().forEach(done -> streams.lines(Columns.paragraph(Paint.plain(done.words()) + "  "
        + paint.faint(done.recordedAt()), streams.width(), 2)));
  }
}
