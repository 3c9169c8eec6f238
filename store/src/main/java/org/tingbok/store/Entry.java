package org.tingbok.store;

import java.util.Optional;

/// An entry as it is kept and exported: a row of the table `entry`.
///
/// @param sequence 1, 2, 3 … in order of recording
/// @param kind `document`, `claim`, `unread`, or what is done or said about something
/// @param subject the id or name of what it is about
/// @param document the id of the document that it belongs to; empty if to none
/// @param recordedAt milliseconds since 1970-01-01T00:00:00Z
/// @param hash the head of the chain with it ([Chain]), 64 lower-case hexadecimal digits
/// @param content one line of JSON
record Entry(long sequence, String kind, String subject, Optional<String> document, long recordedAt, String hash,
    String content) {
}
