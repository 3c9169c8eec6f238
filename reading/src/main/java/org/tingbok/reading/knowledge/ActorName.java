package org.tingbok.reading.knowledge;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import org.tingbok.vocabulary.FaultException;

/// That somebody calls a threat actor by a name.
///
/// A fact about a list, not about the world: that the actor of one name is the actor of another is what the named source
/// says. Several givers of one name are several of these.
///
/// @param name as it is written in running text
/// @param actor the actor that the source gives it to
/// @param giver who calls the actor so; empty if the source does not tell
/// @param use how far the name can be taken to mean the actor
/// @param source the list that says so, `own` if the project wrote it down, `own use` of somebody who took the name over
public record ActorName(String name, Name actor, Optional<String> giver, Use use, String source) {
  /// How the source of a line ends whose giver took the name from somebody else.
  private static final String USED = " use";

  /// How far a name found in a text can be taken to mean the actor, the surest first.
  public enum Use {
    /// Means the actor wherever it stands.
    NAME(true),
    /// Is an ordinary word or something else's name too: means the actor where the text says so.
    COMMON(true),
    /// Is the name of malware too: means the actor where the text speaks of a group.
    MALWARE(true),
    /// Names an operation of the actor, which some list counts among its names: never sought as an actor.
    OPERATION(false),
    /// Names a body, such as a military unit or a company, which some list counts among the actor's names: in a text it is
    /// the body.
    BODY(false),
    /// Some source gives it to this actor, another to another: says nothing without saying whose view.
    CONTESTED(false);

    private final boolean sought;

    Use(boolean sought) {
      this.sought = sought;
    }

    /// Whether the name is sought in texts.
    ///
    /// @return false for names that alone do not tell who is meant
    public boolean sought() {
      return sought;
    }

    static Use of(String cell) {
      return switch (cell) {
        case "" -> NAME;
        case "common" -> COMMON;
        case "malware" -> MALWARE;
        case "operation" -> OPERATION;
        case "body" -> BODY;
        case "contested" -> CONTESTED;
        default -> throw new FaultException("KNOWLEDGE_USE", "actor-names.tsv knows no use " + cell);
      };
    }
  }

  /// Whether the giver coined the name, as far as the source tells, rather than only using another's.
  ///
  /// @return false for those who write it in their reports and took it from somebody else
  public boolean coined() {
    return !source.endsWith(USED);
  }

  static String folded(String name) {
    return Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
