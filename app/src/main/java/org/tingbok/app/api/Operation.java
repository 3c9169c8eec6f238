package org.tingbok.app.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.access.Right;

/// One operation: what it is asked with, what it answers, and who answers. The router and the document are made from it.
///
/// @param method `GET`, `POST`, `PUT` or `DELETE`
/// @param path below `/api/v1`, with parameters in braces
/// @param id its operationId
/// @param tag what it is about
/// @param summary in a few words
/// @param description in some sentences
/// @param parameters in order
/// @param body what is handed in; empty if nothing is
/// @param answer what it answers
/// @param sample values of the query with which it can be tried, besides the examples of its path
/// @param handler who answers
public record Operation(String method, String path, String id, Tag tag, String summary, String description,
    List<Parameter> parameters, Optional<Body> body, Answer answer, Map<String, String> sample, Handler handler) {
  /// Copies the collections.
  public Operation {
    parameters = List.copyOf(parameters);
    sample = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(sample));
  }

  /// What operations are about.
  public enum Tag {
    /// About the interface itself.
    SERVICE("Service", "The interface itself, and what is on record in numbers."),
    /// Incidents.
    INCIDENTS("Incidents", "Operations in cyberspace: who is held responsible, by whom, since when, how surely."),
    /// Actors.
    ACTORS("Actors", "Whoever is accused, named otherwise, or said to act for somebody."),
    /// Names.
    NAMES("Names", "Which names are one, according to whom."),
    /// Claims.
    CLAIMS("Claims", "Who says what about whom, in which words of which document."),
    /// Documents.
    DOCUMENTS("Documents", "What was read."),
    /// Disputes.
    DISPUTES("Disputes", "Claims that cannot all hold."),
    /// States.
    STATES("States", "Which states accuse which."),
    /// Review.
    REVIEW("Review", "What waits for an analyst, and sentences that were not understood."),
    /// Sources.
    SOURCES("Sources", "How far the organisation relies on sources."),
    /// Search.
    SEARCH("Search", "Words in texts and quotes."),
    /// Watches.
    WATCHES("Watches", "Questions kept in the ledger, and what is new on them."),
    /// Handing in.
    DELIVERIES("Deliveries", "Reports handed in, and what becomes of each.");

    private final String word;
    private final String description;

    Tag(String word, String description) {
      this.word = word;
      this.description = description;
    }

    /// Its name in the document.
    ///
    /// @return a noun
    public String word() {
      return word;
    }

    /// What it is about.
    ///
    /// @return a sentence
    public String description() {
      return description;
    }
  }

  /// What is handed in.
  ///
  /// @param fields of a JSON object
  /// @param raw further content types that are taken as they are, without a schema
  /// @param most bytes at most
  /// @param example a JSON object that is taken
  public record Body(Schema.Fields fields, List<String> raw, long most, String example) {
    /// Bytes of a usual body at most.
    static final long USUAL = 256L << 10;

    /// Copies the list.
    public Body {
      raw = List.copyOf(raw);
    }

    static Body of(Schema.Fields fields, String example) {
      return new Body(fields, List.of(), USUAL, example);
    }
  }

  /// Who answers.
  @FunctionalInterface
  public interface Handler {
    /// Answers a request that is as the operation says.
    ///
    /// @param call the request
    /// @return the answer
    Reply answer(Call call);
  }

  /// Whether it changes the ledger or what is waiting to be read.
  ///
  /// @return false for questions
  public boolean writes() {
    return !method.equals("GET");
  }

  /// What it asks of whoever asks for it; the scope that a token for it has to have.
  ///
  /// @return recording for what changes something, else reading
  public Right right() {
    return writes() ? Right.RECORD : Right.READ;
  }

  /// The request with which it can be tried.
  ///
  /// @return path and query, percent-encoded
  public String request() {
    StringBuilder address = new StringBuilder(Api.ROOT).append(path);
    for (Parameter parameter : parameters) {
      if (parameter.in() == Parameter.Where.PATH) {
        int at = address.indexOf("{" + parameter.name() + "}");
        address.replace(at, at + parameter.name().length() + 2, Address.encoded(parameter.example()));
      }
    }
    char sign = '?';
    for (Map.Entry<String, String> one : sample.entrySet()) {
      address.append(sign).append(Address.encoded(one.getKey())).append('=').append(Address.encoded(one.getValue()));
      sign = '&';
    }
    return address.toString();
  }

  static Builder get(String path, String id, Tag tag, String summary) {
    return new Builder("GET", path, id, tag, summary);
  }

  static Builder post(String path, String id, Tag tag, String summary) {
    return new Builder("POST", path, id, tag, summary);
  }

  static Builder put(String path, String id, Tag tag, String summary) {
    return new Builder("PUT", path, id, tag, summary);
  }

  static Builder delete(String path, String id, Tag tag, String summary) {
    return new Builder("DELETE", path, id, tag, summary);
  }

  /// An operation being described: it has more parts than one can tell apart by their order.
  static final class Builder {
    private final String method;
    private final String path;
    private final String id;
    private final Tag tag;
    private final String summary;
    private String description = "";
    private final List<Parameter> parameters = new java.util.ArrayList<>();
    private Optional<Body> body = Optional.empty();
    private Answer answer = new Answer(204, "Done.", List.of(), Void.class, false);
    private final Map<String, String> sample = new LinkedHashMap<>();

    private Builder(String method, String path, String id, Tag tag, String summary) {
      this.method = method;
      this.path = path;
      this.id = id;
      this.tag = tag;
      this.summary = summary;
    }

    Builder says(String words) {
      this.description = words;
      return this;
    }

    Builder takes(Parameter... more) {
      parameters.addAll(List.of(more));
      return this;
    }

    Builder takes(List<Parameter> more) {
      parameters.addAll(more);
      return this;
    }

    Builder body(Body handedIn) {
      this.body = Optional.of(handedIn);
      return this;
    }

    Builder answers(Answer what) {
      this.answer = what;
      return this;
    }

    Builder such(String name, String value) {
      sample.put(name, value);
      return this;
    }

    Operation by(Handler handler) {
      return new Operation(method, path, id, tag, summary, description, parameters, body, answer, sample, handler);
    }
  }
}
