package org.tingbok.app.api;

/// A parameter of an operation.
///
/// @param name its name
/// @param in where it stands
/// @param required whether it has to be there; always, of a path
/// @param schema what it has to be; [Schema.Several] where it may be given several times
/// @param description what it is for
/// @param example a value; empty text if none is given
public record Parameter(String name, Where in, boolean required, Schema schema, String description, String example) {
  /// Where a parameter stands.
  public enum Where {
    /// In the path.
    PATH,
    /// Behind the question mark.
    QUERY,
    /// In a header.
    HEADER;

    /// The word that OpenAPI has for it.
    ///
    /// @return in lower case
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  static Parameter path(String name, Schema schema, String description, String example) {
    return new Parameter(name, Where.PATH, true, schema, description, example);
  }

  static Parameter query(String name, Schema schema, String description) {
    return new Parameter(name, Where.QUERY, false, schema, description, "");
  }

  static Parameter header(String name, Schema schema, String description) {
    return new Parameter(name, Where.HEADER, false, schema, description, "");
  }

  Parameter needed() {
    return new Parameter(name, in, true, schema, description, example);
  }

  Parameter such(String value) {
    return new Parameter(name, in, required, schema, description, value);
  }
}
