package org.tingbok.app.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tingbok.app.desk.ClaimQuestion;
import org.tingbok.app.desk.Facets;
import org.tingbok.app.desk.SearchWords;
import org.tingbok.vocabulary.Coded;

/// Links that narrow a search down or widen it, and the watch that the search is.
///
/// @param frame the page
public record FacetLinks(Frame frame) {
  /// A value's link: chooses it, or lets go of it.
  ///
  /// @param by what it is a value of
  /// @param value the value
  /// @return the address
  public String toggled(String by, String value) {
    List<Frame.Param> params = new ArrayList<>(frame.own());
    params.removeIf(param -> param.name().equals("page"));
    Frame.Param one = new Frame.Param(by, value);
    if (!params.remove(one)) {
      params.add(one);
    }
    return new Frame("", frame.path(), "", frame.asOf(), frame.recorded(), frame.view(), List.of(), params, 0, "")
        .self();
  }

  /// What a facet is called.
  ///
  /// @param by its code
  /// @return in words
  public static String words(String by) {
    return switch (Coded.require(Facets.By.class, by)) {
      case TYPE -> "Type";
      case CLAIMANT -> "Who says it";
      case ACCUSED -> "Accused";
      case YEAR -> "Said in";
      case LANGUAGE -> "Language";
      case PUBLISHER -> "Publisher";
      case CERTAINTY -> "Certainty";
    };
  }

  /// What a value is called.
  ///
  /// @param by what it is a value of
  /// @param value the value
  /// @return in words
  public static String words(String by, String value) {
    if (by.equals(Facets.By.LANGUAGE.code())) {
      String name = Locale.of(value).getDisplayLanguage(Locale.ENGLISH);
      return name.isEmpty() || value.equals("und") ? "not known" : name;
    }
    return value;
  }

  /// The same search as a question about claims, for a watch or the list of claims.
  ///
  /// @return slots and values, in order
  public List<Frame.Param> question() {
    SearchWords typed = SearchWords.of(frame.query());
    Map<ClaimQuestion.Slot, List<String>> slots = new EnumMap<>(ClaimQuestion.Slot.class);
    if (!typed.words().isEmpty()) {
      slots.put(ClaimQuestion.Slot.QUOTE, List.of(typed.words()));
    }
    for (Facets.By by : Facets.By.values()) {
      List<String> values = frame.own().stream().filter(param -> param.name().equals(by.code()))
          .map(Frame.Param::value).toList();
      if (!values.isEmpty()) {
        slots.put(by.slot(), by == Facets.By.YEAR ? List.of(SearchPages.stretch(values)) : values);
      }
    }
    typed.date().ifPresent(date -> slots.put(ClaimQuestion.Slot.SAID, List.of(
        date.first().map(Object::toString).orElse("") + ".." + date.last().map(Object::toString).orElse(""))));
    List<Frame.Param> params = new ArrayList<>();
    slots.forEach((slot, values) -> values.forEach(value -> params.add(new Frame.Param(slot.code(), value))));
    frame.view().ifPresent(view -> params.add(new Frame.Param("view", view)));
    return params;
  }

  /// The claims that the search is about, in the list of claims.
  ///
  /// @return the address
  public String claims() {
    List<Frame.Param> params = new ArrayList<>(question());
    params.removeIf(param -> param.name().equals("view"));
    return new Frame("", "/claims", "", frame.asOf(), frame.recorded(), frame.view(), List.of(), params, 0, "").self();
  }

  /// A search for the date as a word.
  ///
  /// @return the address; empty if no date was typed
  public Optional<String> literally() {
    SearchWords typed = SearchWords.of(frame.query());
    return typed.date().map(_ -> frame.with("q", (typed.words() + " \"" + typed.typed() + "\"").strip()));
  }
}
