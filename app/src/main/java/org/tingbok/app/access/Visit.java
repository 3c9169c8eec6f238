package org.tingbok.app.access;

/// A request as the server's door saw it.
///
/// @param caller who asks
/// @param known whether it is for a name of this server's
/// @param origin the server as the browser knows it: scheme, host and port, such as `http://localhost:8080`
/// @param guarded whether one has to log in here
public record Visit(Caller caller, boolean known, String origin, boolean guarded) {
}
