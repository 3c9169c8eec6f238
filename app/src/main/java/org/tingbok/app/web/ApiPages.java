package org.tingbok.app.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.api.Api;
import org.tingbok.app.api.ErrorWords;
import org.tingbok.app.api.Operation;

/// A page about the REST interface.
public final class ApiPages {
  private final Api api;
  private final Answers answers;

  ApiPages(Api api, Answers answers) {
    this.answers = answers;
    this.api = api;
  }

  void route(Routes routes) {
    routes.get("/api", this::page);
  }

  /// Operations about one thing.
  ///
  /// @param name what they are about
  /// @param description the same in a sentence
  /// @param operations in order
  public record Section(String name, String description, List<Operation> operations) {
    /// Copies the list.
    public Section {
      operations = List.copyOf(operations);
    }
  }

  private void page(Context context) {
    Map<Operation.Tag, List<Operation>> byTag = new EnumMap<>(Operation.Tag.class);
    api.operations()
        .forEach(operation -> byTag.computeIfAbsent(operation.tag(), _ -> new ArrayList<>()).add(operation));
    List<Section> sections = byTag.entrySet().stream()
        .map(one -> new Section(one.getKey().word(), one.getKey().description(), one.getValue())).toList();
    Frame frame =
        new Frame("The REST interface", "/api", "", Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
            List.of(), 0, answers.stylePath());
    answers.page(context, "api.jte", frame,
        Map.of("sections", sections, "errors", ErrorWords.all(), "server", Entrance.of(context.req()).origin()));
  }
}
