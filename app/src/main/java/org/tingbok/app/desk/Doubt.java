package org.tingbok.app.desk;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Slot;
import org.tingbok.document.Document;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.RecordedClaim;
import org.tingbok.ledger.SaidBound;
import org.tingbok.mention.NameKey;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.SlotRole;

/// Why somebody should look at how a claim was read. All of it is what the reading itself tells; none is about how sure the
/// claimant sounds.
public enum Doubt implements Coded {
  /// A language model proposed it.
  MODEL("model", 3, "a language model proposed it"),
  /// One reader read a claim of its type at the same words otherwise than another.
  CONTESTED("contested", 3, "another reader reads the same words otherwise"),
  /// An earlier reading had it otherwise, or not at all.
  REREAD("reread", 2, "an earlier reading had it otherwise"),
  /// A word such as "it" or "the group" was taken for a name that stands elsewhere.
  REFERENCE("reference", 2, "a name was put for a word such as “it” or “the group”"),
  /// It was said before what it is read as being about.
  EARLY("early", 2, "it was said before what it is read as being about"),
  /// It accuses, and of which operation is not told.
  OPERATION("operation", 1, "of which operation, is not told"),
  /// The publication says it itself, and which that is is not known.
  VOICE("voice", 1, "whose own voice it is, is not known"),
  /// Nothing tells when it was said.
  UNDATED("undated", 1, "nothing tells when it was said");

  private static final Set<SlotRole> NAMED =
      EnumSet.of(SlotRole.CLAIMANT, SlotRole.ACCUSED, SlotRole.NAMED, SlotRole.ACTOR, SlotRole.SPONSOR);
  /// A shorter word is an article or the like.
  private static final int SHORTEST = 4;
  private static final Pattern PROPER = Pattern.compile("[\\p{Lu}\\p{Lt}\\p{N}]");

  private final String code;
  private final int weight;
  private final String words;

  Doubt(String code, int weight, String words) {
    this.code = code;
    this.weight = weight;
    this.words = words;
  }

  @Override
  public String code() {
    return code;
  }

  /// How much it counts beside others.
  ///
  /// @return 1 to 3
  public int weight() {
    return weight;
  }

  /// The doubt in a few words.
  ///
  /// @return for a person
  public String words() {
    return words;
  }

  /// What there is to doubt in how a claim was read.
  ///
  /// @param claim the claim
  /// @param document where it stands
  /// @param beside all claims of the document
  /// @param early whether it was said before what it is read as being about
  /// @return possibly nothing; nothing of one that an analyst added
  static Set<Doubt> of(RecordedClaim claim, Document document, List<RecordedClaim> beside, boolean early) {
    Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    if (claim.claim().saying().added().isPresent()) {
      return doubts;
    }
    add(doubts, MODEL, claim.claim().saying().readBy().isPresent());
    add(doubts, CONTESTED, beside.stream().anyMatch(other -> contests(claim, other)));
    add(doubts, REREAD, claim.acts().stream().map(Act.Recorded::act)
        .anyMatch(act -> act instanceof Act.Revised || act instanceof Act.Misread));
    add(doubts, REFERENCE, claim.claim().slots().stream().filter(slot -> NAMED.contains(slot.role()))
        .map(Slot::party).anyMatch(Doubt::refers));
    add(doubts, EARLY, early);
    add(doubts, OPERATION, claim.claim() instanceof Claim.Attribution && claim.claim().account().isEmpty());
    add(doubts, VOICE, claim.claim().saying().ownVoice() && document.publisher().isEmpty());
    add(doubts, UNDATED, claim.bound() == SaidBound.UNKNOWN);
    return doubts;
  }

  private static void add(Set<Doubt> doubts, Doubt doubt, boolean there) {
    if (there) {
      doubts.add(doubt);
    }
  }

  private static boolean contests(RecordedClaim one, RecordedClaim other) {
    return one.claim().type() == other.claim().type()
        && !one.claim().saying().readBy().equals(other.claim().saying().readBy())
        && one.claim().evidence().stream().anyMatch(
            mine -> other.claim().evidence().stream().anyMatch(theirs -> NewClaim.overlap(mine, theirs)));
  }

  /// Whether the words that stand for a named party name nobody: no capital but the first letter, no digit, and no word of the
  /// name.
  private static boolean refers(Party party) {
    String text = party.text().strip();
    if (text.isEmpty() || party.kind() == PartyKind.DESCRIBED || PROPER.matcher(text.substring(1)).find()) {
      return false;
    }
    String name = NameKey.of(party.name());
    return Stream.of(text.split("\\s+", -1)).map(NameKey::of)
        .noneMatch(word -> word.length() >= SHORTEST && name.contains(word));
  }
}
