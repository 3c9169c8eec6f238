package org.tingbok.second;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.FaultException;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;
import tools.jackson.core.JacksonException;

/// Asks a language model about the sentences that the first reader left unread.
///
/// What it proposes is taken only where the document bears it out; what the first reader read stays as it is. Unlike the
/// first reader it is not pure: it asks over the network, and may answer otherwise next time. Safe for several threads.
public final class SecondReader implements AutoCloseable {
  /// As many proposals as one answer may hold; the rest is refused.
  static final int MOST_CLAIMS = 100;
  private static final String INSTRUCTIONS = instructions();

  private final Chat chat;
  private final String model;
  private final Names names;

  private SecondReader(Endpoint endpoint, NameDecisions decisions) {
    this.chat = new Chat(endpoint);
    this.model = endpoint.model();
    this.names = Names.standard().with(decisions);
  }

  /// A second reader; asks nothing yet.
  ///
  /// @param endpoint whom it asks
  /// @return ready to be asked
  public static SecondReader at(Endpoint endpoint) {
    return at(endpoint, NameDecisions.none());
  }

  /// A second reader that heeds what analysts decided on names.
  ///
  /// @param endpoint whom it asks
  /// @param decisions which names are threat actors' and which are not, whatever the model says
  /// @return ready to be asked
  public static SecondReader at(Endpoint endpoint, NameDecisions decisions) {
    return new SecondReader(endpoint, decisions);
  }

  /// What came of one document.
  ///
  /// @param reading the first reading, with the claims that were taken and without the sentences that they make read
  /// @param taken how many claims were taken
  /// @param refused what was proposed and not taken
  public record Outcome(Reading reading, int taken, List<Refusal> refused) {
    /// Copies the list.
    public Outcome {
      refused = List.copyOf(refused);
    }
  }

  /// Asks about the unread sentences of one document; asks nothing where there are none.
  ///
  /// @param text the text that was read
  /// @param reading what the first reader read in it
  /// @return the same reading, with what the model proposed and the document bears out
  /// @throws UnavailableException or another [TingbokException] with a `SECOND_READER_…` code, if there is no answer, or
  ///     one that cannot be understood
  public Outcome read(Text text, Reading reading) {
    Question question = Question.about(text, reading);
    if (question.sentences().isEmpty()) {
      return new Outcome(reading, 0, List.of());
    }
    Slots answer = understood(chat.answer(INSTRUCTIONS, question.data()));
    Proposals proposals = new Proposals(text, reading.document(), question, answer, model, names);
    Set<String> known = new HashSet<>();
    reading.claims().forEach(claim -> known.add(claim.id()));
    List<Claim> taken = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>();
    List<Slots> proposed = answer.list("claims");
    for (Slots proposal : proposed.subList(0, Math.min(MOST_CLAIMS, proposed.size()))) {
      try {
        Claim claim = proposals.claim(proposal);
        if (known.add(claim.id())) {
          taken.add(claim);
        }
      } catch (BadInputException e) {
        refused.add(new Refusal(e.code(), String.valueOf(e.getMessage())));
      }
    }
    if (proposed.size() > MOST_CLAIMS) {
      refused.add(new Refusal("PROPOSAL_TOO_MANY", proposed.size() + " claims were proposed at once; the first "
          + MOST_CLAIMS + " were looked at"));
    }
    return new Outcome(with(reading, taken), taken.size(), refused);
  }

  private static Slots understood(String answer) {
    try {
      Slots slots = Slots.read(answer);
      if (slots.node().isObject() && slots.node().path("claims").isArray()) {
        slots.list("incidents");
        return slots;
      }
    } catch (JacksonException | BadInputException e) {
      throw new UnavailableException("SECOND_READER_NONSENSE",
          "the second reader's model does not answer with claims in the form of the contract", e);
    }
    throw new UnavailableException("SECOND_READER_NONSENSE",
        "the second reader's model does not answer with claims in the form of the contract");
  }

  private static Reading with(Reading reading, List<Claim> taken) {
    if (taken.isEmpty()) {
      return reading;
    }
    List<Claim> claims = new ArrayList<>(reading.claims());
    claims.addAll(taken);
    claims.sort(Comparator.comparingInt(claim -> claim.evidence().getFirst().start()));
    List<Unread> unread = reading.unread().stream().filter(sentence -> taken.stream()
        .flatMap(claim -> claim.evidence().stream()).noneMatch(place -> overlap(place, sentence.evidence()))).toList();
    return new Reading(reading.document(), claims, unread);
  }

  private static boolean overlap(Evidence one, Evidence other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  private static String instructions() {
    try (InputStream file = SecondReader.class.getResourceAsStream("instructions.txt")) {
      if (file == null) {
        throw new FaultException("SECOND_READER_FAULT", "the instructions are missing from this build; build again");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    chat.close();
  }
}
