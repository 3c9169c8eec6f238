package org.tingbok.app.desk;

import java.util.List;
import java.util.Optional;

/// Whose word a claim, or the accusations of an incident, rest on.
///
/// @param claim the claim that was asked about; empty if an incident was
/// @param incident the incident that it is about
/// @param matters what is claimed, one for each accused
public record OriginsPage(Optional<ClaimCard> claim, Optional<ClaimCard.IncidentName> incident,
    List<MatterCard> matters) {
}
