package org.tingbok.app.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.tingbok.document.Document;

/// A page of what waits for an analyst.
///
/// @param queue which queue: `new`, `unsure`, `unread`, `aside`, `disputed` or `watch`
/// @param watch the name of the watch; empty text for the other queues
/// @param queues all queues with how much waits in each
/// @param claims of all queues but `unread` and `aside`, in the queue's order
/// @param unread sentences that look like a claim and were not understood; of the queues `unread` and `aside` only
/// @param next where further ones begin; empty at the end
public record ReviewPage(String queue, String watch, List<QueueCard> queues, List<Item> claims,
    List<UnreadItem> unread, Optional<String> next) {
  /// Copies the lists.
  public ReviewPage {
    queues = List.copyOf(queues);
    claims = List.copyOf(claims);
    unread = List.copyOf(unread);
  }

  /// A queue.
  ///
  /// @param queue `new`, `unsure`, `unread`, `aside`, `disputed` or `watch`
  /// @param watch the name of the watch; empty text for the other queues
  /// @param words what it is called
  /// @param count how much waits in it; empty if its question cannot be asked
  public record QueueCard(String queue, String watch, String words, OptionalLong count) {
  }

  /// A claim to be ruled on.
  ///
  /// @param claim the claim
  /// @param seen how much has been done about it
  /// @param doubts why to look at it; of the queue `unsure` only
  public record Item(ClaimCard claim, int seen, List<DoubtCard> doubts) {
    /// Copies the list.
    public Item {
      doubts = List.copyOf(doubts);
    }

    /// What can be corrected slot by slot.
    ///
    /// @return the slots of its type with what they say, as it is typed in
    @JsonIgnore
    public List<SlotCard> slots() {
      List<SlotCard> slots = new ArrayList<>();
      slots.add(new SlotCard("claimant", "who says it", names(claim.claimants())));
      claim.accused().ifPresent(parties -> slots.add(new SlotCard("accused", "accused", names(parties))));
      claim.names().ifPresent(parties -> slots.add(new SlotCard("name", "names", names(parties))));
      claim.actor().ifPresent(party -> slots.add(new SlotCard("actor", "actor", party.name())));
      claim.sponsor().ifPresent(party -> slots.add(new SlotCard("sponsor", "of whom", party.name())));
      claim.relation().ifPresent(code -> slots.add(new SlotCard("relation", "how", code)));
      if (claim.type().equals("response")) {
        slots.add(new SlotCard("kind", "what", claim.kind().orElse("")));
      }
      claim.target().ifPresent(parties -> slots.add(new SlotCard("target", "to whom", names(parties))));
      claim.what().ifPresent(text -> slots.add(new SlotCard("what", "what", text)));
      claim.polarity().ifPresent(code -> slots.add(new SlotCard("polarity", "whether", code)));
      slots.add(new SlotCard("certainty", "how surely", claim.certainty().level()
          + claim.certainty().text().map(text -> "=" + text).orElse("")));
      slots.add(new SlotCard("said", "said", claim.saidBound().equals("stated")
          ? claim.saidOn().day() + claim.saidOn().to().filter(day -> !day.equals(claim.saidOn().day()))
              .map(day -> "/" + day).orElse("")
          : ""));
      slots.add(new SlotCard("type", "type", claim.type()));
      return slots;
    }

    private static String names(List<PartyCard> parties) {
      return parties.stream().map(PartyCard::name).collect(Collectors.joining("; "));
    }
  }

  /// A slot of a claim.
  ///
  /// @param slot its name in a form
  /// @param label what it is called
  /// @param value what it says, as it is typed in; empty text for nothing
  public record SlotCard(String slot, String label, String value) {
  }

  /// A reason to look at how a claim was read.
  ///
  /// @param doubt its code
  /// @param words the same in words
  /// @param weight how much it counts
  public record DoubtCard(String doubt, String words, int weight) {
  }

  /// A sentence to be read by a person.
  ///
  /// @param id `unread--…`
  /// @param document where it stands
  /// @param start first code unit of the canonical text
  /// @param end code unit after the last
  /// @param readable the words without mark-up
  /// @param reason why it looks like a claim
  /// @param recordedAt when its document was recorded, ISO 8601
  /// @param seen how much has been done about it, which a ruling sends along
  /// @param history what was done about it, in order
  public record UnreadItem(String id, ClaimCard.DocumentCard document, int start, int end, String readable,
      String reason, String recordedAt, int seen, List<ClaimPage.ActCard> history) {
    /// Copies the list.
    public UnreadItem {
      history = List.copyOf(history);
    }

    /// As it is shown.
    ///
    /// @param one the sentence
    /// @return the same in words
    public static UnreadItem of(UnreadSentence one) {
      Document document = one.document();
      int start = one.unread().evidence().start();
      int end = one.unread().evidence().end();
      return new UnreadItem(one.id(), new ClaimCard.DocumentCard(document.id().value(), Cards.title(document),
          document.publisher(), DateCard.of(document.published()), Optional.empty()), start, end,
          one.readable(), one.unread().reason(), one.recordedAt().toString(), one.seen(), one.history());
    }
  }

  /// In which order the queue stands.
  ///
  /// @return one sentence for a person
  @JsonProperty
  public String order() {
    return switch (queue) {
      case "unsure" ->
        "The most doubtful first: each doubt counts 1 to 3, and what counts most leads; of as much, the last"
            + " recorded. Of a large ledger, the " + ReviewQueues.LOOKED_AT
            + " claims recorded last that nobody ruled on are looked at.";
      case "unread" ->
        "Sentences that look like a claim and from which none was read, of the report recorded last first.";
      case "aside" ->
        "Sentences that somebody set aside as no claims, the last one first; each can be taken back, and waits again then.";
      case "disputed" -> "Claims that stand in disputes and on which nobody has ruled, the last recorded first.";
      case "watch" -> "Claims that answer the watch and on which nobody has ruled, the last recorded first.";
      default -> "Claims on which nobody has ruled, the last recorded first.";
    };
  }

  /// Whether a queue is the one that is shown.
  ///
  /// @param card a queue
  /// @return true for one
  @JsonIgnore
  public boolean shows(QueueCard card) {
    return card.queue().equals(queue) && card.watch().equals(watch);
  }
}
