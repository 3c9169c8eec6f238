package org.tingbok.reading.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tingbok.document.DateKind;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.Span;
import org.tingbok.reading.time.DateExpression;
import org.tingbok.reading.time.DateExpressions;
import org.tingbok.text.BlockKind;
import org.tingbok.vocabulary.PartialDate;

/// Dates the entries of a live blog by the stamps before them.
final class LiveDates {
  private LiveDates() {
  }

  /// Sets the stamps of drafts below a stamp that bears a day.
  ///
  /// @return the document's dates with those of the entries, in order of place
  static List<DocumentDate> stamped(Page page, HeadDates.Found dates) {
    List<DocumentDate> all = new ArrayList<>(dates.dates());
    int year = dates.published().first().map(day -> day.getYear()).orElse(0);
    PartialDate current = PartialDate.NOT_STATED;
    for (Draft draft : page.drafts) {
      if (draft.is(BlockKind.METADATA) && draft.length() < 60) {
        for (DateExpression date : DateExpressions.in(draft.text())) {
          PartialDate value = date.value().stated() || year == 0 ? date.value() : date.in(year);
          Span span = new Span(draft.startAt(date.start()), draft.endAt(date.end() - 1));
          boolean known = all.stream().anyMatch(other -> other.span().overlaps(span));
          if (value.stated() && !known) {
            current = value.equals(dates.published()) ? PartialDate.NOT_STATED : value;
            all.add(new DocumentDate(DateKind.ENTRY, value, span, span.of(page.canonical)));
          }
        }
      } else if (current.stated() && draft.kind != null && Assembly.isRead(draft.kind)) {
        draft.stamp = current;
      }
    }
    all.sort(Comparator.comparing(DocumentDate::span));
    return all;
  }
}
