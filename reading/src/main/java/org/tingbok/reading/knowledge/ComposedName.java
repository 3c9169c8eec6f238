package org.tingbok.reading.knowledge;

import java.util.Optional;

/// What a name that no table has denotes by its words: an embassy, a ministry or an office, and of which state.
///
/// @param sort which of them
/// @param portfolio what it is in charge of, such as `transport`; `embassy`, `government` and `state` for those
/// @param iso2 ISO 3166-1 alpha-2 of the state that its words name; empty if they name none: the document has to tell
/// @param place where an embassy is; empty if its words do not tell
/// @param language of the words: `en`, `nb`, `de`, `fr`, `es`
public record ComposedName(Sort sort, String portfolio, Optional<String> iso2, Optional<String> place,
    String language) {
  /// What a name denotes.
  public enum Sort {
    /// A state's embassy.
    EMBASSY,
    /// A ministry, by what it is in charge of.
    MINISTRY,
    /// The office of a minister, ambassador, head of government or head of state.
    OFFICE
  }
}
