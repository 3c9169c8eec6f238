package org.tingbok.vocabulary;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// Root of everything that Tingbok reports as gone wrong; its subclasses say who can mend it.
///
/// The message is one line for a person and holds the offending value and its place; the code is stable and documented.
public abstract sealed class TingbokException extends RuntimeException
    permits BadInputException, NotFoundException, ContentionException, UnavailableException, FaultException {
  @Serial
  private static final long serialVersionUID = 1L;

  private final String code;

  TingbokException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  /// The stable code, for example `DOCUMENT_EMPTY`.
  ///
  /// @return upper case words joined by underscores
  public final String code() {
    return code;
  }

  /// The exit status that the command line ends with when this is what stopped it.
  ///
  /// @return 2 and above
  public abstract int exitStatus();
}
