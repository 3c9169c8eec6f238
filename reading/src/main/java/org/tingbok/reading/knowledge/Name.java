package org.tingbok.reading.knowledge;

import java.util.Optional;

/// Something that the knowledge of names knows, under the name that it is filed by.
///
/// @param id stable id within its table
/// @param canonical the name that it is filed by
/// @param sort what sort of thing
/// @param country ISO 3166-1 alpha-2 of the state that it belongs to, according to the table's source; empty if none
/// @param kind the table's own word for its kind, such as `ministry` or `vendor`; empty if it has none
public record Name(String id, String canonical, Sort sort, Optional<String> country, String kind) {
  /// What sort of thing a name denotes.
  public enum Sort {
    /// A state, by its name or the seat of its government.
    STATE,
    /// A state's adjective.
    ADJECTIVE,
    /// A state's people as a noun, such as "the British".
    PEOPLE,
    /// A ministry, service, agency, unit, court, parliament or international body.
    BODY,
    /// A company, vendor, association or university.
    ORGANISATION,
    /// A news outlet or agency.
    OUTLET,
    /// A threat actor.
    ACTOR,
    /// Malware or a tool.
    MALWARE,
    /// An operation, campaign or outbreak with a name of its own.
    OPERATION
  }
}
