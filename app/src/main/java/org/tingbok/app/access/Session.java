package org.tingbok.app.access;

import java.time.Instant;

/// The session of a browser. Its secret is in the browser's cookie and kept here as a digest only.
///
/// @param id by which it is spoken of; of no use to get in with
/// @param account whose it is
/// @param csrf what every form of its pages has to send along
/// @param made when somebody logged in
/// @param seen when it was last used, to the minute
/// @param address where it was made from
/// @param agent what the browser calls itself, cut
public record Session(String id, String account, String csrf, Instant made, Instant seen, String address,
    String agent) {
}
