package org.tingbok.app.taxii;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Why a request is not answered, in TAXII's own form.
///
/// @param status of HTTP
/// @param code stable code
/// @param description one line: what, and what to do
/// @param headers besides
record TaxiiProblem(int status, String code, String description, Map<String, List<String>> headers) {
  private static final int SHOWN = 80;

  /// It is thrown to whoever answers.
  static final class Raised extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient TaxiiProblem problem;

    Raised(TaxiiProblem problem) {
      super(problem.description);
      this.problem = problem;
    }

    TaxiiProblem problem() {
      return problem;
    }
  }

  static Raised raised(int status, String code, String description) {
    return new Raised(new TaxiiProblem(status, code, description, Map.of()));
  }

  static Raised raised(int status, String code, String description, String header, List<String> values) {
    return new Raised(new TaxiiProblem(status, code, description, Map.of(header, values)));
  }

  static Raised unknown(String what) {
    return raised(404, "TAXII_UNKNOWN", what);
  }

  /// What somebody sent, as it may be said back.
  static String shown(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7e]", "?");
    return plain.length() > SHOWN ? plain.substring(0, SHOWN) + "…" : plain;
  }

  /// `http_status` is a string.
  Map<String, Object> resource() {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("title", switch (status) {
      case 400, 422 -> "Not understood";
      case 401 -> "Log in";
      case 403 -> "Not for you";
      case 404 -> "Not there";
      case 405 -> "Not to be done";
      case 406 -> "No such form";
      case 413 -> "Too large";
      case 415 -> "Not of the form";
      default -> "Not answered";
    });
    resource.put("description", description);
    resource.put("error_code", code);
    resource.put("http_status", Integer.toString(status));
    return resource;
  }
}
