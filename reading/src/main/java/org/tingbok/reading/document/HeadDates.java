package org.tingbok.reading.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.document.DateKind;
import org.tingbok.document.DocumentDate;
import org.tingbok.document.Span;
import org.tingbok.reading.time.DateExpression;
import org.tingbok.reading.time.DateExpressions;
import org.tingbok.text.BlockKind;
import org.tingbok.vocabulary.PartialDate;

/// The dates that a document bears about itself, in its head, its foot and its mark-up; never those of its story.
final class HeadDates {
  private static final Pattern ARCHIVED =
      Pattern.compile("(?iu).*(?:archived|retrieved|accessed|captured|crawled|snapshot|abgerufen"
          + "|hentet|consulté|archivé)[^\\p{L}\\d]*(?:on|at|am|den|le)?[^\\p{L}\\d]*");
  private static final Pattern MODIFIED =
      Pattern.compile("(?iu).*(?:updated|modified|revised|edited|last update|oppdatert|sist endret|"
          + "aktualisiert|stand|mis à jour|mise à jour|actualizado|bijgewerkt|uppdaterad|opdateret|обновлено)\\b[^\\d]{0,16}");
  private static final Pattern PUBLISHED =
      Pattern.compile("(?iu).*(?:published|posted|issued|released?|for release|release date|date|dated|"
          + "first published|publication date|publisert|veröffentlicht|erschienen|publié|publicado|gepubliceerd|publicerad|publiceret|"
          + "dato|datum|fecha|опубликовано|опубліковано)\\b[^\\d]{0,24}");
  private static final Pattern COPYRIGHT =
      Pattern.compile("(?iu)(?:©|\\(c\\)|copyright)[^.\\d]{0,60}?((?:19|20)\\d\\d)");

  private static final Pattern ARTICLE = Pattern.compile("(?iu)(?<=,)\\s*(?:le|den|am|el)$");
  private static final Pattern PLACE =
      Pattern.compile("(?u)(?!(?:On|In|At|By|Since|From|Until|Before|After|As|Updated|Den|Am|Im|Seit"
          + "|Bis|Vom|Zum|Le|Du|Depuis|El|Desde|Fra|Siden|Til|I|Etter)\\b)\\p{Lu}[\\p{L}'’-]+(?: \\p{Lu}[\\p{L}'’-]+){0,2}");
  private static final Pattern DEICTIC =
      Pattern.compile("(?iu)\\b(?:this week|yesterday|earlier today|on (?:mon|tues|wednes|thurs|fri|"
          + "satur|sun)day|last week|denne uken|i går|diese Woche|gestern|cette semaine|hier|esta semana|ayer)\\b");

  private final Page page;
  private final List<DocumentDate> dates = new ArrayList<>();
  private final boolean monthFirst;

  private HeadDates(Page page, String language) {
    this.page = page;
    monthFirst = language.equals("en") || language.equals("und");
  }

  /// @param dates all of them, in order of place
  /// @param published the best date of publication, not stated if there is none
  /// @param conflict whether dates of publication disagree
  record Found(List<DocumentDate> dates, PartialDate published, boolean conflict) {
  }

  static Found in(Page page, Front front, String language) {
    HeadDates search = new HeadDates(page, language);
    search.dates.addAll(page.dates);
    int size = page.drafts.size();
    Optional<DateExpression> dateline = Optional.empty();
    for (int i = 0; i < size; i++) {
      Draft draft = page.drafts.get(i);
      boolean edge = i <= front.body() + 1 || i >= size - 8;
      if (draft.is(BlockKind.METADATA) && edge) {
        search.take(draft);
      } else if (draft.is(BlockKind.BOILERPLATE) && edge) {
        search.takeLabelled(draft);
      } else if (i >= front.body() && i <= front.body() + 1 && dateline.isEmpty()) {
        dateline = DateExpressions.in(draft.text().substring(0, Math.min(draft.length(), 70))).stream()
            .filter(date -> date.end() < draft.length() && isDateline(draft.text(), date)).findFirst();
      }
    }
    page.furniture.forEach(search::take);
    List<DocumentDate> ordered =
        search.dates.stream().sorted(Comparator.comparing(DocumentDate::span)).distinct().toList();
    PartialDate published = search.best(dateline);
    return new Found(ordered, published, conflict(ordered) || search.isTold(ordered, published));
  }

  /// `PARIS, April 30 (Agency) -`, `Paris, 30 April 2024. The …`, `Paris, le 30 avril 2024.`; a whole date may stand behind
  /// a place without a comma, or alone: `Oslo 10. mars 2021. Stortinget …`, `23 January 2024. Australia …`.
  private static boolean isDateline(String text, DateExpression date) {
    String before = ARTICLE.matcher(text.substring(0, date.start()).strip()).replaceFirst("");
    int dash = Math.max(Math.max(text.indexOf(" - ", date.end()), text.indexOf(" -- ", date.end())),
        Math.max(text.indexOf(" – ", date.end()), text.indexOf(" — ", date.end())));
    boolean stopped = text.startsWith(". ", date.end()) || text.startsWith(": ", date.end());
    boolean ended = stopped || dash >= 0 && dash - date.end() < 40;
    boolean whole = date.value().stated() && date.value().first().equals(date.value().last());
    boolean alone = whole && (stopped || dash == date.end()) && (before.isEmpty() || PLACE.matcher(before).matches());
    return alone || before.endsWith(",") && before.length() < 40 && ended && Character.isUpperCase(before.charAt(0));
  }

  private void take(Draft draft) {
    String text = draft.text();
    int from = 0;
    for (DateExpression date : DateExpressions.in(text, monthFirst)) {
      DateKind kind = kind(text.substring(from, date.start()));
      if (date.value().stated()) {
        keep(draft, date.start(), date.end(), kind, date.value());
      }
      from = date.end();
    }
    copyright(draft, text);
  }

  /// In notices a date counts only if it is said what it is.
  private void takeLabelled(Draft draft) {
    String text = draft.text();
    int from = 0;
    for (DateExpression date : DateExpressions.in(text, monthFirst)) {
      DateKind kind = kind(text.substring(from, date.start()));
      if (date.value().stated() && kind != DateKind.UNLABELLED) {
        keep(draft, date.start(), date.end(), kind, date.value());
      }
      from = date.end();
    }
    copyright(draft, text);
  }

  private void copyright(Draft draft, String text) {
    Matcher copyright = COPYRIGHT.matcher(text);
    if (copyright.find()) {
      keep(draft, copyright.start(1), copyright.end(1), DateKind.COPYRIGHT,
          PartialDate.year(Integer.parseInt(copyright.group(1))));
    }
  }

  private static DateKind kind(String before) {
    if (ARCHIVED.matcher(before).matches()) {
      return DateKind.ARCHIVED;
    }
    if (MODIFIED.matcher(before).matches()) {
      return DateKind.MODIFIED;
    }
    return PUBLISHED.matcher(before).matches() ? DateKind.PUBLISHED : DateKind.UNLABELLED;
  }

  private void keep(Draft draft, int start, int end, DateKind kind, PartialDate value) {
    Span span = new Span(draft.startAt(start), draft.endAt(end - 1));
    boolean known = dates.stream().anyMatch(date -> date.span().overlaps(span));
    if (!known) {
      dates.add(new DocumentDate(kind, value, span, span.of(page.canonical)));
    }
  }

  private PartialDate best(Optional<DateExpression> dateline) {
    Optional<PartialDate> labelled = first(DateKind.PUBLISHED, true);
    if (labelled.isPresent()) {
      return labelled.get();
    }
    Optional<PartialDate> day = first(DateKind.UNLABELLED, true);
    if (day.isPresent()) {
      return day.get();
    }
    Optional<PartialDate> line = dateline.map(this::completed).filter(PartialDate::stated);
    return line.or(() -> first(DateKind.PUBLISHED, false)).or(() -> first(DateKind.UNLABELLED, false))
        .or(() -> first(DateKind.MODIFIED, true)).orElse(PartialDate.NOT_STATED);
  }

  /// The day of a dateline without a year takes the year of the copyright line or of another date of the document.
  private PartialDate completed(DateExpression dateline) {
    if (dateline.value().stated()) {
      return dateline.value();
    }
    return dates.stream().filter(date -> date.kind() != DateKind.ARCHIVED)
        .map(date -> dateline.in(date.value().first().orElseThrow().getYear())).findFirst()
        .orElse(PartialDate.NOT_STATED);
  }

  private Optional<PartialDate> first(DateKind kind, boolean day) {
    return dates.stream().filter(date -> date.kind() == kind).map(DocumentDate::value)
        .filter(value -> !day || value.first().equals(value.last())).findFirst();
  }

  /// Whether an archive's date of publication is long after all that the text speaks of as of its own days.
  private boolean isTold(List<DocumentDate> ordered, PartialDate published) {
    boolean byArchive = ordered.stream().filter(date -> date.kind() == DateKind.ARCHIVED)
        .anyMatch(archived -> ordered.stream().anyMatch(date -> date.kind() == DateKind.PUBLISHED
            && Math.abs(date.span().start() - archived.span().start()) < 60));
    if (!byArchive || !published.stated()) {
      return false;
    }
    LocalDate newest = LocalDate.MIN;
    boolean deictic = false;
    for (Draft draft : page.drafts) {
      if (draft.is(BlockKind.PARAGRAPH)) {
        deictic |= DEICTIC.matcher(draft.text()).find();
        for (DateExpression date : DateExpressions.in(draft.text(), monthFirst)) {
          LocalDate last = date.value().last().orElse(LocalDate.MIN);
          newest = last.isAfter(newest) ? last : newest;
        }
      }
    }
    return deictic && newest.isAfter(LocalDate.MIN) && newest.plusDays(300).isBefore(published.first().orElseThrow());
  }

  private static boolean conflict(List<DocumentDate> dates) {
    List<LocalDate> days =
        dates.stream().filter(date -> date.kind() == DateKind.PUBLISHED || date.kind() == DateKind.UNLABELLED)
            .map(DocumentDate::value).filter(value -> value.first().equals(value.last()))
            .map(value -> value.first().orElseThrow())
            .sorted().toList();
    return !days.isEmpty() && days.getFirst().plusDays(1).isBefore(days.getLast());
  }
}
