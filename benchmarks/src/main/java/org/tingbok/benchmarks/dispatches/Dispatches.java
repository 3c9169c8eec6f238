package org.tingbok.benchmarks.dispatches;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.benchmarks.growth.Press;

/// Reports of invented operations in several genres and languages, some 4 KB each; of four, one is about something else. Not for
/// several threads.
public final class Dispatches {
  private static final Pattern SLOT = Pattern.compile("\\{(\\w+)}");
  private static final int BYTES = 4_000;
  private static final int FEW = 8; // sentences that are not said again at once
  private static final int TRIED = 6;
  private static final LocalDate FIRST = LocalDate.of(2015, 1, 5);
  private static final int DAYS = 3_600;
  private static final String[] LANGUAGES = {"en", "en", "en", "en", "en", "en", "nb", "de", "fr", "es"};
  private static final Map<String, Locale> LOCALES = Map.of("en", Locale.ENGLISH, "nb", Locale.forLanguageTag("nb"),
      "de", Locale.GERMAN, "fr", Locale.FRENCH, "es", Locale.forLanguageTag("es"));

  private final long seed;
  private final Map<String, List<String>> sentences = sentences();
  private final Random chance = new Random(0);
  private final Deque<String> last = new ArrayDeque<>();

  /// Reports.
  ///
  /// @param seed all of them follow from this
  public Dispatches(long seed) {
    this.seed = seed;
  }

  /// One report.
  ///
  /// @param name of its file; the ending tells the form
  /// @param text what stands in it
  public record Dispatch(String name, String text) {
  }

  /// The report of a number.
  ///
  /// @param number 0 and up
  /// @return the same for the same number and seed
  public Dispatch dispatch(int number) {
    chance.setSeed(seed * 1_000_003 + number);
    last.clear();
    Genre genre = genre();
    String language = genre == Genre.VENDOR ? "en" : pick(LANGUAGES);
    Map<String, String> slots = slots(language);
    String body = body(genre, language, slots);
    String title = capital(filled(one(language, genre.accusing ? "title" : "other-title"), slots));
    String text = switch (genre) {
      case PAGE -> page(language, title, slots, body);
      case VENDOR -> "# " + title + "\n\n*" + slots.get("vendor") + ", " + slots.get("date") + "*\n\n" + body;
      case WIRE, STATEMENT, LIVE, ROUND_UP, TRADE, GENERAL -> title + "\n\n" + slots.get("date") + "\n\n" + body;
    };
    String ending = switch (genre) {
      case PAGE -> ".html";
      case VENDOR -> ".md";
      case WIRE, STATEMENT, LIVE, ROUND_UP, TRADE, GENERAL -> ".txt";
    };
    return new Dispatch(String.format(Locale.ROOT, "%06d-%s-%s%s", number,
        genre.name().toLowerCase(Locale.ROOT).replace('_', '-'), language, ending), text);
  }

  /// Writes the first reports.
  ///
  /// @param folder where to; made if it is not there
  /// @param count how many
  /// @throws IOException if they cannot be written
  public void write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    for (int number = 0; number < count; number++) {
      Dispatch dispatch = dispatch(number);
      Files.writeString(folder.resolve(dispatch.name()), dispatch.text());
    }
  }

  private Genre genre() {
    int all = 0;
    for (Genre genre : Genre.values()) {
      all += genre.weight;
    }
    int at = chance.nextInt(all);
    for (Genre genre : Genre.values()) {
      at -= genre.weight;
      if (at < 0) {
        return genre;
      }
    }
    return Genre.GENERAL;
  }

  private String body(Genre genre, String language, Map<String, String> slots) {
    StringBuilder body = new StringBuilder();
    int paragraph = 0;
    while (body.length() < BYTES - 600) {
      if (paragraph > 0) {
        body.append("\n\n");
      }
      if (genre == Genre.ROUND_UP && paragraph % 3 == 0) {
        slots.putAll(slots(language));
        body.append(filled(one(language, "title"), slots)).append("\n\n");
      } else if (genre == Genre.VENDOR && paragraph % 4 == 0) {
        body.append("## ").append(filled(one(language, "heading"), slots)).append("\n\n");
      } else if (genre == Genre.LIVE) {
        body.append(String.format(Locale.ROOT, "%02d:%02d%n%n", 20 - Math.min(paragraph, 18), chance.nextInt(60)));
      }
      int length = 2 + chance.nextInt(3);
      for (int i = 0; i < length; i++) {
        small(language, slots);
        body.append(i == 0 ? "" : " ").append(capital(filled(fresh(language, kind(genre)), slots)));
      }
      paragraph++;
    }
    return body.append('\n').toString();
  }

  /// Which kind of sentence comes next.
  private String kind(Genre genre) {
    int at = chance.nextInt(10);
    return switch (genre) {
      case WIRE, PAGE, LIVE -> at < 3 ? "claim" : at < 4 ? "answer" : at < 7 ? "trade" : "filler";
      case VENDOR -> at < 2 ? "claim" : at < 4 ? "alias" : at < 9 ? "trade" : "filler";
      case STATEMENT -> at < 4 ? "claim" : at < 6 ? "answer" : "filler";
      case ROUND_UP -> at < 4 ? "claim" : at < 5 ? "answer" : "trade";
      case TRADE -> at < 7 ? "trade" : "filler";
      case GENERAL -> at < 8 ? "general" : "filler";
    };
  }

  private Map<String, String> slots(String language) {
    Map<String, String> slots = new HashMap<>();
    LocalDate day = FIRST.plusDays(chance.nextInt(DAYS));
    Locale locale = Objects.requireNonNull(LOCALES.get(language));
    String pattern = switch (language) {
      case "de", "nb" -> "d. MMMM uuuu";
      case "es" -> "d 'de' MMMM 'de' uuuu";
      default -> "d MMMM uuuu";
    };
    slots.put("date", DateTimeFormatter.ofPattern(pattern, locale).format(day));
    slots.put("month", DateTimeFormatter.ofPattern("MMMM", locale).format(day.minusMonths(1 + chance.nextInt(4))));
    slots.put("year", Integer.toString(day.getYear() - chance.nextInt(2)));
    slots.put("victim", Press.victim(Press.often(chance, 3_000)).replace(" works", ""));
    for (String list : List.of("actor", "vendor", "state", "sector")) {
      slots.put(list, one(language, list));
    }
    small(language, slots);
    slots.put("cluster", "UNC" + (7000 + chance.nextInt(900)));
    return slots;
  }

  /// What changes from sentence to sentence.
  private void small(String language, Map<String, String> slots) {
    Locale locale = Objects.requireNonNull(LOCALES.get(language));
    slots.put("weekday", DateTimeFormatter.ofPattern("EEEE", locale).format(FIRST.plusDays(chance.nextInt(7))));
    slots.put("number", Integer.toString(10 * (1 + chance.nextInt(900))));
    slots.put("person",
        capital(Press.word(300 + chance.nextInt(400))) + " " + capital(Press.word(900 + chance.nextInt(400))));
    slots.put("agency", one(language, "agency"));
    slots.put("tool", one(language, "tool"));
  }

  private String page(String language, String title, Map<String, String> slots, String body) {
    StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"" + language + "\"><head><title>" + title
        + " | The " + capital(Press.word(77)) + " Post</title></head>\n<body><nav><ul>");
    for (String item : sentencesOf(language, "menu")) {
      html.append("<li><a href=\"#\">").append(item).append("</a></li>");
    }
    html.append("</ul></nav>\n<article><h1>").append(title).append("</h1><p class=\"date\">").append(slots.get("date"))
        .append("</p>\n");
    for (String paragraph : body.strip().split("\n\n", -1)) {
      html.append("<p>").append(paragraph).append("</p>\n");
    }
    return html.append("</article>\n<footer><p>").append(one(language, "menu")).append("</p></footer></body></html>\n")
        .toString();
  }

  private static String filled(String sentence, Map<String, String> slots) {
    Matcher matcher = SLOT.matcher(sentence);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(filled, Matcher.quoteReplacement(Objects.requireNonNull(slots.get(matcher.group(1)),
          sentence)));
    }
    return matcher.appendTail(filled).toString();
  }

  private String one(String language, String kind) {
    List<String> all = sentencesOf(language, kind);
    return all.get(chance.nextInt(all.size()));
  }

  /// One that was not among the last few, if there are as many.
  private String fresh(String language, String kind) {
    String sentence = one(language, kind);
    for (int tried = 0; tried < TRIED && last.contains(sentence); tried++) {
      sentence = one(language, kind);
    }
    last.addLast(sentence);
    if (last.size() > FEW) {
      last.removeFirst();
    }
    return sentence;
  }

  private List<String> sentencesOf(String language, String kind) {
    List<String> own = sentences.getOrDefault(language + "\t" + kind, List.of());
    return own.isEmpty() ? Objects.requireNonNull(sentences.get("*\t" + kind), kind + " in " + language) : own;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private String pick(String[] values) {
    return values[chance.nextInt(values.length)];
  }

  private static Map<String, List<String>> sentences() {
    Map<String, List<String>> sentences = new HashMap<>();
    try (InputStream stream = Objects.requireNonNull(Dispatches.class.getResourceAsStream("sentences.tsv"));
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          int tab = line.lastIndexOf('\t');
          sentences.computeIfAbsent(line.substring(0, tab), _ -> new ArrayList<>()).add(line.substring(tab + 1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sentences;
  }
}
