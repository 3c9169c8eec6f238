package org.tingbok.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.tingbok.query.ClaimOrder;

/// The order that begins with the earliest, of an index that has the latest day first and the claims of one day in order of
/// recording: days from the end, those of one day as they stand.
final class Backwards {
  private Backwards() {
  }

  /// An index. Bounds are numbers as [Terms#words] makes them, both within.
  interface Ask {
    /// As it stands.
    List<ClaimKey> rising(long low, long high, int most) throws SQLException;

    /// From its end.
    List<ClaimKey> falling(long low, long high, int most) throws SQLException;
  }

  /// The next claims.
  ///
  /// @param most how many; fewer only if there are no more
  static List<ClaimKey> oldest(Ask ask, DayBounds days, int most) throws SQLException {
    List<ClaimKey> found = new ArrayList<>();
    DayBounds known = days.known();
    long top = known.highWords();
    long low = Terms.words(known.low(), 0);
    if (known.high() >= known.low() && known.after().isPresent()) {
      long day = known.day();
      found.addAll(ask.rising(Terms.words(day, known.first()) + 1, Terms.lastWords(day), most));
      top = Terms.words(day, 0) - 1;
    }
    while (found.size() < most && top >= low) {
      int wanted = most - found.size();
      List<ClaimKey> some = ask.falling(low, top, wanted);
      if (some.size() < wanted) {
        some.stream().sorted(ClaimKey.order(ClaimOrder.OLDEST)).forEach(found::add);
        break;
      }
      // The last day may have more, and those that come first within it.
      long day = some.getLast().newest();
      some.stream().filter(key -> key.newest() != day).sorted(ClaimKey.order(ClaimOrder.OLDEST)).forEach(found::add);
      found.addAll(ask.rising(Terms.words(day, 0), Terms.lastWords(day), most - found.size()));
      top = Terms.words(day, 0) - 1;
    }
    DayBounds unknown = days.unknown();
    if (found.size() < most && unknown.high() >= unknown.low()) {
      long from = unknown.after().filter(key -> key.newest() == Terms.UNKNOWN)
          .map(key -> Terms.words(key.newest(), key.first()) + 1).orElse(Terms.words(Terms.UNKNOWN, 0));
      found.addAll(ask.rising(from, unknown.highWords(), most - found.size()));
    }
    return found;
  }
}
