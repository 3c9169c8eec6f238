package org.tingbok.app.terminal;

import java.io.PrintWriter;

/// A bar on standard error for work that takes a while; silent where nobody looks on.
///
/// Not safe for use by several threads.
public final class ProgressBar implements AutoCloseable {
  private static final int CELLS = 24;

  private final PrintWriter err;
  private final boolean shown;
  private final String what;
  private final int total;
  private int drawn = -1;

  /// A bar at its beginning, not drawn yet.
  ///
  /// @param err where it is drawn
  /// @param shown whether it is drawn at all: only on a terminal
  /// @param what what is being done, for example `reading`
  /// @param total how many steps there are
  public ProgressBar(PrintWriter err, boolean shown, String what, int total) {
    this.err = err;
    this.shown = shown && total > 1;
    this.what = what;
    this.total = total;
  }

  /// Moves the bar.
  ///
  /// @param done how many steps are behind, 0 to the total
  public void at(int done) {
    int thousandth = total == 0 ? 1000 : (int) (done * 1000L / total);
    if (!shown || thousandth == drawn) {
      return;
    }
    drawn = thousandth;
    int full = done * CELLS / Math.max(1, total);
    err.print("\r" + what + " [" + "#".repeat(full) + "-".repeat(CELLS - full) + "] " + done + " of " + total);
    err.flush();
  }

  /// Wipes the bar away.
  @Override
  public void close() {
    if (shown && drawn >= 0) {
      err.print("\r" + " ".repeat(CELLS + what.length() + 32) + "\r");
      err.flush();
    }
  }
}
