package org.tingbok.app.command;

import java.util.List;
import org.tingbok.app.desk.SlotChanges;
import picocli.CommandLine.Option;

/// What a claim says instead, slot by slot.
final class SlotOptions {
  @Option(names = "--type", paramLabel = "TYPE", defaultValue = "", description = "Another type of claim.")
  private String type = "";

  @Option(names = "--claimant", paramLabel = "PARTY", description = "Who says it; once for each.")
  private List<String> claimants = List.of();

  @Option(names = "--speaker", paramLabel = "NAME[=ROLE]", defaultValue = "",
      description = "The person who speaks for them.")
  private String speaker = "";

  @Option(names = "--accused", paramLabel = "PARTY", description = "Who is held responsible, or not confirmed.")
  private List<String> accused = List.of();

  @Option(names = "--withdraws", paramLabel = "true|false", defaultValue = "", arity = "1",
      description = "Of a non-attribution: whether an accusation is taken back.")
  private String withdraws = "";

  @Option(names = "--name", paramLabel = "PARTY", description = "Of an alias: its two names, in order.")
  private List<String> names = List.of();

  @Option(names = "--actor", paramLabel = "PARTY", defaultValue = "", description = "Of an affiliation.")
  private String actor = "";

  @Option(names = "--sponsor", paramLabel = "PARTY", defaultValue = "", description = "Of an affiliation.")
  private String sponsor = "";

  @Option(names = "--relation", paramLabel = "RELATION", defaultValue = "", description = "Of an alias or affiliation.")
  private String relation = "";

  @Option(names = "--kind", paramLabel = "KIND", defaultValue = "", description = "Of a response.")
  private String kind = "";

  @Option(names = "--target", paramLabel = "PARTY", description = "Of a response: whom it is made to.")
  private List<String> targets = List.of();

  @Option(names = "--what", paramLabel = "TEXT", defaultValue = "", description = "Of an impact or method.")
  private String what = "";

  @Option(names = "--polarity", paramLabel = "affirmed|negated", defaultValue = "",
      description = "Of an impact or method.")
  private String polarity = "";

  @Option(names = "--certainty", paramLabel = "LEVEL", defaultValue = "",
      description = "asserted, high, moderate or low; with the words: 'low=may have'.")
  private String certainty = "";

  @Option(names = "--said", paramLabel = "DATE", defaultValue = "", description = "When; 'unknown' for not told.")
  private String said = "";

  @Option(names = "--no-incident", description = "It is about no operation in particular.")
  private boolean noIncident;

  @Option(names = "--evidence", paramLabel = "START-END",
      description = "Where it stands in the document's canonical text; once for each place (default: as it was read).")
  private List<String> evidence = List.of();

  /// The slots that were named.
  SlotChanges changes() {
    return new SlotChanges(type, claimants, speaker, accused, withdraws, names, actor, sponsor, relation, kind, targets,
        what, polarity, certainty, said, noIncident, evidence);
  }
}
