package org.tingbok.app.desk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Sorts the moments of a time line into lanes: what happened, who was accused by whom, what was said of names, what
/// stayed open, was denied, answered and retracted.
final class TimelineLanes {
  private static final int MOST_VOICES = 10;

  private TimelineLanes() {
  }

  /// The lanes of moments.
  ///
  /// @param moments in order of time
  /// @param of what the time line is of: of an `incident` a lane is whom they accuse, else who accuses
  static List<IncidentPage.Lane> of(List<TimelinePage.MomentCard> moments, String of) {
    List<IncidentPage.Lane> lanes = new ArrayList<>();
    lane(lanes, "happened", "happened", kind(moments, "happened"), of);
    Map<String, List<TimelinePage.MomentCard>> accusing = new LinkedHashMap<>();
    for (TimelinePage.MomentCard moment : kind(moments, "attribution")) {
      for (PartyCard party : of.equals("incident") ? moment.whom() : moment.who()) {
        accusing.computeIfAbsent(party.name(), _ -> new ArrayList<>()).add(moment);
      }
    }
    List<TimelinePage.MomentCard> rest = new ArrayList<>();
    List<String> most = accusing.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> -entry.getValue().size())).limit(MOST_VOICES)
        .map(Map.Entry::getKey).toList();
    accusing.forEach((name, own) -> {
      if (most.contains(name)) {
        lane(lanes, (of.equals("incident") ? "to " : "by ") + name, "accused", own, of);
      } else {
        rest.addAll(own);
      }
    });
    lane(lanes, of.equals("incident") ? "to others" : "by others", "accused", rest, of);
    List<TimelinePage.MomentCard> names = new ArrayList<>(kind(moments, "alias"));
    names.addAll(kind(moments, "affiliation"));
    lane(lanes, "names and sponsors", "names", names, of);
    lane(lanes, "left open", "open", kind(moments, "non-attribution"), of);
    lane(lanes, "denied", "denied", kind(moments, "denial"), of);
    lane(lanes, "answered", "answered", kind(moments, "response"), of);
    lane(lanes, "retracted", "open", kind(moments, "retracted"), of);
    return lanes;
  }

  private static List<TimelinePage.MomentCard> kind(List<TimelinePage.MomentCard> moments, String kind) {
    return moments.stream().filter(moment -> moment.kind().equals(kind)).toList();
  }

  private static void lane(List<IncidentPage.Lane> lanes, String label, String kind,
      List<TimelinePage.MomentCard> moments, String of) {
    Map<String, List<TimelinePage.MomentCard>> byDay = new LinkedHashMap<>();
    moments
        .forEach(moment -> byDay.computeIfAbsent(moment.bound() + " " + moment.hedged() + " " + moment.when().words(),
            _ -> new ArrayList<>()).add(moment));
    List<IncidentPage.Mark> marks = byDay.values().stream().map(group -> new IncidentPage.Mark(
        group.getFirst().when(),
        group.stream().map(moment -> label(moment, kind, of)).distinct().collect(Collectors.joining("; ")),
        group.stream().flatMap(moment -> moment.claims().stream()).toList(), group.getFirst().bound(),
        group.getFirst().hedged())).toList();
    if (!marks.isEmpty()) {
      lanes.add(new IncidentPage.Lane(label, kind, marks));
    }
  }

  private static String label(TimelinePage.MomentCard moment, String kind, String of) {
    String who = names(moment.who());
    String about = of.equals("incident") ? "" : moment.incident().map(one -> one.name()).orElse("");
    return switch (kind) {
      case "happened" -> of.equals("incident") ? moment.when().words() : about;
      case "accused" -> of.equals("incident") ? who
          : of.equals("actor") && !about.isEmpty() ? about
              : names(moment.whom()) + (about.isEmpty() ? "" : ": " + about);
      case "names" -> moment.text();
      default -> who + (about.isEmpty() ? "" : ": " + about);
    };
  }

  private static String names(List<PartyCard> parties) {
    return String.join(", ", parties.stream().map(PartyCard::name).distinct().toList());
  }
}
