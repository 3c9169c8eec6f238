package org.tingbok.app.access;

import java.time.Instant;
import java.util.Optional;

/// Somebody who may log in.
///
/// @param name as it stands on what they record
/// @param role what they may
/// @param disabled whether they may nothing at present
/// @param password whether there is a password to log in with
/// @param subject whom a log-in service knows them as: its `sub`, or a verified address of mail; empty if they do not come that way
/// @param made when it was made
/// @param generation how often role, password or standing were changed; a session or a remembered log-in of an earlier one is over
public record Account(String name, Role role, boolean disabled, boolean password, Optional<String> subject,
    Instant made,
    int generation) {
}
