package org.tingbok.second;

/// A proposal that was not taken, and why.
///
/// @param code stable code, upper case words joined by underscores
/// @param message one line: what was proposed and what of it does not hold
public record Refusal(String code, String message) {
}
