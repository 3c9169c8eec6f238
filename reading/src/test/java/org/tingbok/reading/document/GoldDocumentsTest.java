package org.tingbok.reading.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tingbok.document.Document;
import org.tingbok.document.Span;
import org.tingbok.text.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the parser finds in the annotated reports: head matter, evidence inside what is read, boilerplate outside.
class GoldDocumentsTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern TAG = Pattern.compile("^<[^>]*>|<[^>]*>$");

  private record Gold(String name, JsonNode json, Text text) {
    Document document() {
      return text.document();
    }

    List<String> accepted(String key) {
      List<String> values = new ArrayList<>();
      json.path("document").path(key).forEach(value -> values.add(value.isNull() ? "" : value.asString()));
      return values;
    }
  }

  private static List<Gold> gold() throws IOException {
    List<Gold> gold = new ArrayList<>();
    for (String folder : List.of("dev", "own")) {
      Path texts = folder.equals("dev") ? Path.of("..", "gold", "dev") : Path.of("..", "samples");
      try (Stream<Path> files = Files.list(Path.of("..", "gold", folder))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
          String name = file.getFileName().toString().replace(".json", "");
          for (String ending : Formats.endings()) {
            Path report = texts.resolve(name + "." + ending);
            if (Files.exists(report)) {
              gold.add(new Gold(name, JSON.readTree(Files.readString(file)),
                  DocumentParser.parse(report.toString(), Files.readAllBytes(report))));
            }
          }
        }
      }
    }
    assertThat(gold).hasSizeGreaterThan(50);
    return gold;
  }

  private static String plain(String name) {
    return SPACES.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  @Test
  void readsTitlePublisherDateAndLanguage() throws IOException {
    List<String> misses = new ArrayList<>();
    for (Gold gold : gold()) {
      Document document = gold.document();
      String title = gold.json().path("document").path("title").asString("");
      if (!plain(document.title().orElse("")).equals(plain(title))) {
        misses.add(gold.name() + " title " + document.title());
      }
      if (gold.accepted("publisher").stream()
          .noneMatch(name -> plain(name).equals(plain(document.publisher().orElse(""))))) {
        misses.add(gold.name() + " publisher " + document.publisher());
      }
      if (!gold.accepted("published").contains(document.published().iso())) {
        misses.add(gold.name() + " published " + document.published().iso());
      }
      if (!gold.json().path("document").path("language").asString("").equals(document.language())) {
        misses.add(gold.name() + " language " + document.language());
      }
    }
    assertThat(misses).isEmpty();
  }

  @Test
  void keepsAllEvidenceInWhatIsRead() throws IOException {
    List<String> outside = new ArrayList<>();
    for (Gold gold : gold()) {
      for (JsonNode claim : gold.json().path("claims")) {
        for (JsonNode quote : claim.path("evidence")) {
          String evidence = TAG.matcher(quote.asString()).replaceAll("");
          if (!isRead(gold.document(), evidence)) {
            outside.add(gold.name() + ": " + evidence);
          }
        }
      }
    }
    assertThat(outside).isEmpty();
  }

  /// Whether the words stand in what is read, at one of their places; words of the invisible head of a page do not count.
  private static boolean isRead(Document document, String evidence) {
    Matcher place = Pattern.compile(words(evidence)).matcher(document.text());
    int visible = Math.max(0, document.text().indexOf("<body"));
    boolean inHeadOnly = false;
    while (place.find()) {
      int start = place.start();
      int end = place.end() - 1;
      if (document.body().stream().anyMatch(span -> span.start() <= start && start < span.end())
          && document.body().stream().anyMatch(span -> span.start() <= end && end < span.end())) {
        return true;
      }
      inHeadOnly = end < visible;
    }
    return inHeadOnly;
  }

  private static String words(String text) {
    return String.join("\\s+", Stream.of(text.strip().split("\\s+", -1)).map(Pattern::quote).toList());
  }

  /// Gold lists what must yield nothing. Part of that is running text (a question, a matter of another kind), which has to stay
  /// read; two thirds are menus, notices and forms, which must not be.
  @Test
  void leavesMenusNoticesAndFormsUnread() throws IOException {
    int listed = 0;
    int unread = 0;
    for (Gold gold : gold()) {
      for (String boilerplate : gold.accepted("boilerplate")) {
        listed++;
        Matcher place = Pattern.compile(words(boilerplate)).matcher(gold.document().text());
        boolean read = false;
        while (place.find()) {
          Span span = new Span(place.start(), place.end());
          read |= gold.document().body().stream().anyMatch(span::overlaps);
        }
        unread += read ? 0 : 1;
      }
    }
    assertThat(listed).isGreaterThan(180);
    assertThat((double) unread / listed).isGreaterThan(0.68);
  }
}
