package org.tingbok.reading.frame;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.Coded;
import org.tingbok.vocabulary.FaultException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// All frames, and the predicates that embed a proposition, read once from the files beside this class.
///
/// Immutable and safe to share.
public final class FrameCatalogue {
  private static final List<String> FILES =
      List.of("attribution", "non-attribution", "denial", "affiliation", "response", "impact", "method");

  private final List<Frame> frames = new ArrayList<>();
  private final Map<String, List<Frame>> byLemma = new HashMap<>();
  private final Embedding embedding;

  private static final class Holder {
    private static final FrameCatalogue STANDARD = new FrameCatalogue();
  }

  /// The frames that ship with the reader.
  ///
  /// @return always the same
  public static FrameCatalogue standard() {
    return Holder.STANDARD;
  }

  private FrameCatalogue() {
    YAMLMapper yaml = new YAMLMapper();
    for (String file : FILES) {
      for (JsonNode node : load(yaml, file + ".yaml")) {
        Frame frame = frame(node);
        frames.add(frame);
        for (String lemma : frame.lemmas()) {
          byLemma.computeIfAbsent(lemma, _ -> new ArrayList<>(2)).add(frame);
        }
      }
    }
    embedding = new Embedding(load(yaml, "embedding.yaml"));
  }

  private static JsonNode load(YAMLMapper yaml, String name) {
    try (@Nullable
    InputStream in = FrameCatalogue.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new FaultException("FRAMES_MISSING", "the frames " + name + " do not ship with this build");
      }
      return yaml.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Frame frame(JsonNode node) {
    Map<String, Set<String>> with = new LinkedHashMap<>();
    node.path("with").properties().forEach(entry -> with.put(entry.getKey(), words(entry.getValue())));
    Map<String, List<String>> roles = new LinkedHashMap<>();
    node.path("roles").properties().forEach(entry -> roles.put(entry.getKey(), list(entry.getValue())));
    Map<String, CertaintyLevel> weak = new HashMap<>();
    node.path("weak").properties().forEach(entry -> weak.put(entry.getKey(),
        Coded.require(CertaintyLevel.class, entry.getValue().asString())));
    List<Frame.Example> matches = new ArrayList<>();
    for (JsonNode example : node.path("match")) {
      Map<String, String> expected = new LinkedHashMap<>();
      example.properties().forEach(entry -> {
        if (!entry.getKey().equals("text")) {
          expected.put(entry.getKey(), entry.getValue().asString());
        }
      });
      matches.add(new Frame.Example(example.path("text").asString(), expected));
    }
    String code = node.has("relation") ? node.path("relation").asString()
        : node.has("kind") ? node.path("kind").asString() : "";
    return new Frame(node.path("id").asString(), Coded.require(ClaimType.class, node.path("type").asString()),
        words(node.path("lemmas")), node.path("pos").asString(), with, roles, list(node.path("needs")),
        node.path("deed").asBoolean(false), weak, code.isEmpty() ? Optional.empty() : Optional.of(code),
        node.path("withdraws").asBoolean(false), matches, list(node.path("nomatch")));
  }

  static List<String> list(JsonNode node) {
    List<String> list = new ArrayList<>();
    node.forEach(item -> list.add(item.asString()));
    return List.copyOf(list);
  }

  static Set<String> words(JsonNode node) {
    return Set.copyOf(new HashSet<>(list(node)));
  }

  /// All frames.
  ///
  /// @return in the order of the files
  public List<Frame> frames() {
    return List.copyOf(frames);
  }

  /// The frames that a word may trigger.
  ///
  /// @param lemma lower case
  /// @return in the order of the files; empty if none
  public List<Frame> triggeredBy(String lemma) {
    return byLemma.getOrDefault(lemma, List.of());
  }

  /// The frames that a word may trigger by its dictionary form or, where models of small treebanks miss that, as it stands.
  ///
  /// @param lemma lower case
  /// @param form lower case
  /// @return in the order of the files; empty if none
  public List<Frame> triggeredBy(String lemma, String form) {
    List<Frame> byLemma = triggeredBy(lemma);
    return byLemma.isEmpty() ? triggeredBy(form) : byLemma;
  }

  /// The predicates that embed a proposition.
  ///
  /// @return always the same
  public Embedding embedding() {
    return embedding;
  }
}
