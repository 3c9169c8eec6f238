package org.tingbok.vocabulary;

import java.io.Serial;

/// Something that was asked for by its id is not there; mended by whoever asked.
public final class NotFoundException extends TingbokException {
  @Serial
  private static final long serialVersionUID = 1L;

  /// An error without an underlying one.
  ///
  /// @param code the stable code
  /// @param message one line: what, where, and what to do
  public NotFoundException(String code, String message) {
    super(code, message, null);
  }

  /// An error that another one caused.
  ///
  /// @param code the stable code
  /// @param message one line: what, where, and what to do
  /// @param cause what went wrong underneath
  public NotFoundException(String code, String message, Throwable cause) {
    super(code, message, cause);
  }

  @Override
  public int exitStatus() {
    return 1;
  }
}
