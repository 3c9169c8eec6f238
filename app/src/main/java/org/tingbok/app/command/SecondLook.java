package org.tingbok.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tingbok.app.Surroundings;
import org.tingbok.app.input.Trouble;
import org.tingbok.app.terminal.ProgressBar;
import org.tingbok.claim.Reading;
import org.tingbok.document.DocumentId;
import org.tingbok.reading.knowledge.NameDecisions;
import org.tingbok.second.Endpoint;
import org.tingbok.second.Refusal;
import org.tingbok.second.SecondReader;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.TingbokException;

/// Has a second reader look at what the first left unread, and tells on standard error what came of it.
///
/// Whatever goes wrong costs one line: what the first reader read is kept, and an endpoint that is down, refuses or
/// answers nonsense again and again is not asked about every other document as well.
final class SecondLook {
  /// What concerns one answer and not the endpoint.
  private static final Set<String> PASSING = Set.of("SECOND_READER_NONSENSE", "SECOND_READER_REFUSED",
      "SECOND_READER_CUT_OFF", "SECOND_READER_TOO_LARGE", "SECOND_READER_FAULT");
  private static final int MOST_IN_A_ROW = 3;

  private final Endpoint endpoint;
  private final Map<DocumentId, Text> texts;
  private final NameDecisions decisions;
  private final Map<String, Integer> refused = new TreeMap<>();
  private Optional<Trouble> first = Optional.empty();
  private int inARow;
  private int failed;
  private int taken;
  private boolean stopped;

  /// @param endpoint whom to ask
  /// @param texts the texts of the documents to ask about
  /// @param decisions what analysts decided that names mean
  SecondLook(Endpoint endpoint, Map<DocumentId, Text> texts, NameDecisions decisions) {
    this.endpoint = endpoint;
    this.decisions = decisions;
    this.texts = texts;
  }

  /// The readings, in their order, with what the second reader proposed and the documents bear out.
  List<Reading> at(List<Reading> readings, Surroundings surroundings, Streams streams) {
    List<Reading> both = new ArrayList<>();
    int asked = (int) readings.stream().filter(this::open).count();
    int done = 0;
    try (SecondReader reader = SecondReader.at(endpoint, decisions);
        ProgressBar bar =
            new ProgressBar(streams.err(), surroundings.errTerminal(), "asking the second reader", asked)) {
      for (Reading reading : readings) {
        if (open(reading)) {
          both.add(look(reader, reading));
          bar.at(++done);
        } else {
          both.add(reading);
        }
      }
    }
    first.ifPresent(trouble -> streams.trouble(new Trouble(trouble.code(), trouble.message() + "; "
        + ReadingText.count(failed, "document keeps", "documents keep") + " what the first reader read")));
    if (asked > failed) {
      streams.remark("second reader " + endpoint.model() + ": " + ReadingText.count(taken, "claim", "claims")
          + " recorded, " + refused.values().stream().mapToInt(Integer::intValue).sum() + " refused" + reasons()
          + ", in " + ReadingText.count(asked - failed, "document", "documents"));
    }
    return both;
  }

  private boolean open(Reading reading) {
    return !reading.unread().isEmpty() && texts.containsKey(reading.document().id());
  }

  private Reading look(SecondReader reader, Reading reading) {
    Optional<Text> text = Optional.ofNullable(texts.get(reading.document().id())).filter(_ -> !stopped);
    if (text.isEmpty()) {
      failed++;
      return reading;
    }
    try {
      SecondReader.Outcome outcome = reader.read(text.get(), reading);
      taken += outcome.taken();
      outcome.refused().stream().map(Refusal::code).forEach(code -> refused.merge(code, 1, Integer::sum));
      inARow = 0;
      return outcome.reading();
    } catch (TingbokException e) {
      return kept(reading, new Trouble(e.code(), String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      return kept(reading, new Trouble("SECOND_READER_FAULT", "a defect of Tingbok (" + e + "); report it"));
    }
  }

  private Reading kept(Reading reading, Trouble trouble) {
    first = first.or(() -> Optional.of(trouble));
    failed++;
    inARow++;
    stopped = !PASSING.contains(trouble.code()) || inARow >= MOST_IN_A_ROW;
    return reading;
  }

  private String reasons() {
    return refused.isEmpty() ? ""
        : refused.entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
