package org.tingbok.app.access;

import java.util.List;

/// What happened about who may do what, in order; nothing is ever taken out of it. Safe for use by several threads.
public final class SecurityLog {
  private static final int LONGEST = 300;

  private final AccessFile file;

  SecurityLog(AccessFile file) {
    this.file = file;
  }

  /// Who did something.
  ///
  /// @param name an account, or `command line`
  /// @param address where from; empty text if not over the network
  public record By(String name, String address) {
    /// Whoever uses the command line on the machine of the ledger.
    public static final By COMMAND_LINE = new By("command line", "");
  }

  /// Adds an event.
  ///
  /// @param kind what happened
  /// @param account whom it is about; empty text if it is nobody who is known
  /// @param by who did it
  /// @param detail what else is to be told, without secrets; cut where it is long
  public void add(String kind, String account, By by, String detail) {
    file.change("INSERT INTO event (at, kind, account, by, address, detail) VALUES (?, ?, ?, ?, ?, ?)", file.now(),
        kind, plain(account), plain(by.name()), plain(by.address()), plain(detail));
  }

  private static String plain(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
  }

  /// What happened, the last first.
  ///
  /// @param before only what happened before the event of this number; [Long#MAX_VALUE] for the last
  /// @param most how many at most
  /// @return in order
  public List<SecurityEvent> last(long before, int most) {
    return file.rows("SELECT * FROM event WHERE seq < ? ORDER BY seq DESC LIMIT ?",
        row -> new SecurityEvent(row.getLong("seq"), AccessFile.moment(row, "at"), row.getString("kind"),
            row.getString("account"), row.getString("by"), row.getString("address"), row.getString("detail")),
        before, most);
  }
}
