package org.tingbok.reading.time;

import org.tingbok.vocabulary.PartialDate;

/// An expression of time and what it means.
///
/// @param start first code unit in the view
/// @param end code unit after the last
/// @param value what it means; not stated where it depends on an anchor that is not known
/// @param since whether it is the beginning of a period that goes on, as in "since 2022"
public record TimeMention(int start, int end, PartialDate value, boolean since) {
}
