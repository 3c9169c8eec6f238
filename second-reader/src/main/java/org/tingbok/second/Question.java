package org.tingbok.second;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.text.Block;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;
import org.tingbok.vocabulary.PartialDate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is asked about one document.
///
/// The document goes out inside a JSON string: whatever it says, it cannot end that string and pose as something else.
///
/// @param data the JSON that the model is given
/// @param sentences the places in the view of the sentences that are asked about
/// @param incidents the operations that the first reader found, by the id that the model is told
record Question(String data, List<Span> sentences, Map<String, IncidentAccount> incidents) {
  /// As much of a document as is sent, in code units; of a longer one what lies nearest the unread sentences.
  static final int LONGEST_TEXT = 40_000;
  /// As many unread sentences as are asked about.
  static final int MOST_SENTENCES = 40;

  static Question about(Text text, Reading reading) {
    List<Span> sentences =
        reading.unread().stream().map(Unread::evidence).map(place -> inView(text, place))
            .filter(span -> span.length() > 0).limit(MOST_SENTENCES).toList();
    Map<String, IncidentAccount> incidents = new LinkedHashMap<>();
    for (Claim claim : reading.claims()) {
      claim.account().filter(account -> !incidents.containsValue(account))
          .ifPresent(account -> incidents.put("i" + (incidents.size() + 1), account));
    }
    JsonMapper mapper = JsonMapper.shared();
    ObjectNode data = mapper.createObjectNode();
    Document document = reading.document();
    ObjectNode about = data.putObject("document");
    document.title().ifPresent(title -> about.put("title", title));
    document.publisher().ifPresent(publisher -> about.put("publisher", publisher));
    about.put("published", document.published().iso());
    about.put("language", document.language());
    about.put("text", excerpt(text, sentences));
    ArrayNode unread = data.putArray("unread");
    sentences.forEach(span -> unread.add(span.of(text.view())));
    ArrayNode listed = data.putArray("incidents");
    incidents.forEach((id, account) -> incident(listed.addObject(), id, account));
    return new Question(mapper.writeValueAsString(data), sentences, incidents);
  }

  private static void incident(ObjectNode node, String id, IncidentAccount account) {
    node.put("id", id);
    node.put("name", account.label());
    ArrayNode victims = node.putArray("victims");
    account.victims().stream().map(Party::name).forEach(victims::add);
    PartialDate period = account.period();
    if (period.stated()) {
      node.put("period", period.iso());
    }
  }

  /// Where words of the canonical text stand in the view; an empty span if they do not.
  private static Span inView(Text text, Evidence place) {
    int first = first(text, here -> here.end() > place.start());
    return new Span(first, Math.max(first, first(text, here -> here.start() >= place.end())));
  }

  /// The first code unit of the view whose canonical place is past a point; places rise with the view.
  private static int first(Text text, Predicate<Span> past) {
    int low = 0;
    int high = text.view().length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (past.test(text.canonical(middle, middle + 1))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static String excerpt(Text text, List<Span> sentences) {
    List<Block> read = text.blocks().stream().filter(block -> block.kind() != BlockKind.BOILERPLATE).toList();
    List<Block> nearest = new ArrayList<>(read);
    nearest.sort(Comparator.comparingInt(block -> distance(block, sentences)));
    TreeSet<Block> taken = new TreeSet<>(Comparator.comparingInt(Block::start));
    int room = LONGEST_TEXT;
    for (Block block : nearest) {
      room -= block.end() - block.start() + 1;
      if (room < 0) {
        break;
      }
      taken.add(block);
    }
    StringBuilder words = new StringBuilder();
    taken.forEach(block -> words.append(text.view(), block.start(), block.end()).append('\n'));
    return words.toString();
  }

  private static int distance(Block block, List<Span> sentences) {
    int least = Integer.MAX_VALUE;
    for (Span sentence : sentences) {
      least = Math.min(least, Math.max(0, Math.max(block.start() - sentence.end(), sentence.start() - block.end())));
    }
    return least;
  }
}
