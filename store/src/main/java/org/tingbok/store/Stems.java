package org.tingbok.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.stemmer.snowball.SnowballStemmer;
import opennlp.tools.stemmer.snowball.SnowballStemmer.ALGORITHM;
import org.tingbok.query.WordForms;

/// Words by their stems in the languages that are read, so that "attacks" finds "attacked": Snowball's stemmers for English,
/// Norwegian, German, French and Spanish, chosen by the language of the document. A word that is asked for is looked for
/// under its stems in all of them and as it stands, which is how documents in other languages have it.
public final class Stems implements WordForms {
  /// What ledgers find words by.
  public static final WordForms FORMS = new Stems();

  /// Goes up when the same word gets another form, so that a ledger knows that its index was made with other ones.
  static final String VERSION = "1";

  /// How many words of a language are remembered with their forms before forgetting all of them.
  private static final int REMEMBERED = 200_000;

  private final Map<String, Language> languages;
  private final List<Language> distinct;

  private Stems() {
    Language norwegian = new Language(ALGORITHM.NORWEGIAN);
    languages = Map.of("en", new Language(ALGORITHM.ENGLISH), "nb", norwegian, "nn", norwegian, "no", norwegian, "de",
        new Language(ALGORITHM.GERMAN), "fr", new Language(ALGORITHM.FRENCH), "es", new Language(ALGORITHM.SPANISH));
    distinct = languages.values().stream().distinct().toList();
  }

  /// One language's stemmer, and what it made of words before: most words of a text are common ones.
  private static final class Language {
    private final SnowballStemmer stemmer;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Language(ALGORITHM algorithm) {
      stemmer = new SnowballStemmer(algorithm);
    }

    String form(String lower) {
      Optional<String> form = Optional.ofNullable(known.get(lower));
      if (form.isPresent()) {
        return form.get();
      }
      String stem;
      synchronized (stemmer) {
        stem = stemmer.stem(lower).toString();
      }
      String folded = folded(stem.isEmpty() ? lower : stem);
      if (known.size() > REMEMBERED) {
        known.clear();
      }
      known.put(lower, folded);
      return folded;
    }
  }

  @Override
  public List<Word> words(String text, String language) {
    List<Word> words = FOLDED.words(text, language);
    Optional<Language> known = Optional.ofNullable(languages.get(language));
    if (known.isEmpty()) {
      return words;
    }
    List<Word> stemmed = new ArrayList<>(words.size());
    for (Word word : words) {
      stemmed.add(new Word(known.get().form(lower(text, word)), word.start(), word.end()));
    }
    return stemmed;
  }

  /// As it stands, without capitals; the folded form is that already where the two are equally long and it is ASCII.
  private static String lower(String text, Word word) {
    String form = word.form();
    if (form.length() == word.end() - word.start()) {
      boolean ascii = true;
      for (int at = word.start(); at < word.end() && ascii; at++) {
        ascii = text.charAt(at) < 128;
      }
      if (ascii) {
        return form;
      }
    }
    return lower(text.substring(word.start(), word.end()));
  }

  private static String lower(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  @Override
  public Set<String> forms(String word) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(folded(word));
    String lower = lower(word);
    distinct.forEach(language -> forms.add(language.form(lower)));
    return forms;
  }

  private static String folded(String word) {
    return FOLDED.forms(word).iterator().next();
  }
}
