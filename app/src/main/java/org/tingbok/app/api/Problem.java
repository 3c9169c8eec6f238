package org.tingbok.app.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.terminal.Paint;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentionException;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.NotFoundException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// An error as RFC 9457 has it, with our code, where it is and what to do about it.
///
/// @param type an address that explains it
/// @param title what is wrong, the same for every problem of this code
/// @param status the status of the answer
/// @param code a stable word, as in the list of errors
/// @param detail what is wrong with this request
/// @param remedy what to do about it
/// @param place where: a parameter's or header's name, or a JSON pointer into the body; left out where it is no one place
/// @param headers what the answer bears besides
public record Problem(String type, String title, int status, String code, String detail, Optional<String> remedy,
    Optional<String> place, @JsonIgnore Map<String, String> headers) {
  private static final int SHOWN = 80;

  /// A problem that ends the answering of a request.
  static final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    Raised(Problem problem) {
      super(problem.detail(), null, false, false);
      this.problem = problem;
    }

    Problem problem() {
      return problem;
    }
  }

  static Problem of(int status, String code, String detail, Optional<String> place) {
    ErrorWords.Row row = ErrorWords.of(code);
    return new Problem("/api#" + code, row.what(), status, code, detail, row.remedy(), place, Map.of());
  }

  static Raised raised(int status, String code, String place, String detail) {
    return new Raised(of(status, code, detail, place.isEmpty() ? Optional.empty() : Optional.of(place)));
  }

  static Raised raised(Schema.Fault fault) {
    return raised(400, fault.code(), fault.place(), fault.place() + ": " + fault.message());
  }

  /// The problem that a request is which the server could not read.
  ///
  /// @param status what the server makes of it
  /// @return with the place where there is one to name
  public static Problem unread(int status) {
    if (status == 421) {
      return of(status, "HOST_FOREIGN", "this server answers as localhost only", Optional.of("Host"));
    }
    return status < 500
        ? of(status, "REQUEST_UNREADABLE", "the request, its address or its headers cannot be read", Optional.empty())
        : of(status, "FAULT", "a defect of Tingbok; what happened is in the window that it runs in", Optional.empty());
  }

  Problem with(String header, String value) {
    Map<String, String> more = new java.util.LinkedHashMap<>(headers);
    more.put(header, value);
    return new Problem(type, title, status, code, detail, remedy, place, more);
  }

  /// The problem that an error of the ledger or a desk is: a request that is as the document says and that what is on record, or the
  /// text, speaks against, is 422.
  ///
  /// @param error the error
  /// @return with a time after which to come again, where somebody's waiting helps
  public static Problem of(TingbokException error) {
    int status = switch (error) {
      case BadInputException _ -> 422;
      case NotFoundException _ -> 404;
      case ContentionException _ -> 409;
      case UnavailableException _ -> 503;
      case FaultException _ -> 500;
    };
    Problem problem = of(status, error.code(), Paint.plain(String.valueOf(error.getMessage())), Optional.empty());
    return status == 503 ? problem.with("Retry-After", "5") : problem;
  }

  /// A value of a request as it may stand in an answer: short, on one line, and nothing that cannot be printed.
  static String shown(String text) {
    String plain = Paint.plain(text);
    return plain.length() <= SHOWN ? plain
        : plain.substring(0, Character.isHighSurrogate(plain.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN) + "…";
  }

  /// What somebody may have meant.
  static String nearest(String typed, List<String> known) {
    return known.stream().filter(word -> distance(typed, word) <= Math.max(2, word.length() / 3))
        .min(java.util.Comparator.comparingInt(word -> distance(typed, word)))
        .map(word -> "; did you mean '" + word + "'?")
        .orElse(known.isEmpty() ? "" : "; there are: " + String.join(", ", known));
  }

  private static int distance(String one, String other) {
    String left = one.length() > SHOWN ? one.substring(0, SHOWN) : one;
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        row[j] =
            Math.min(Math.min(row[j], row[j - 1]) + 1, corner + (left.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
        corner = above;
      }
    }
    return row[other.length()];
  }
}
