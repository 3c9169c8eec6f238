package org.tingbok.query;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.vocabulary.BadInputException;

/// Words to look for: `storting "parliament breach" hack* -rumour` finds texts that have the first word, the phrase and a
/// word that begins with "hack", and do not have the last.
///
/// @param wanted all of them have to be there
/// @param unwanted none of them may be there
public record TextQuery(List<Term> wanted, List<Term> unwanted) implements Serializable {
  private static final Pattern PART = Pattern.compile("(-?)(?:\"([^\"]*)\"?|(\\S+))");
  private static final int MOST_TERMS = 32;

  /// Copies the lists.
  ///
  /// @throws BadInputException `QUERY_EMPTY` if no word is wanted, `QUERY_LONG` if more than 32 words and phrases are
  ///     asked for
  public TextQuery {
    wanted = List.copyOf(wanted);
    unwanted = List.copyOf(unwanted);
    if (wanted.isEmpty()) {
      throw new BadInputException("QUERY_EMPTY", "name at least one word that has to be there");
    }
    if (wanted.size() + unwanted.size() > MOST_TERMS) {
      throw new BadInputException("QUERY_LONG", "more than " + MOST_TERMS + " words and phrases in one search");
    }
  }

  /// A word, or several that follow each other.
  ///
  /// @param words as typed: one, or those of a phrase in order
  /// @param prefix whether the last stands for all words that begin so
  public record Term(List<String> words, boolean prefix) implements Serializable {
    private static final Pattern JOINED = Pattern.compile("(\\p{L}{2,})(\\d{1,6})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    /// Copies the list.
    public Term {
      words = List.copyOf(words);
    }

    /// How the same may be spelt: `APT31`, `APT-31` and `APT 31` are one name, with and without a sign between letters and
    /// number.
    ///
    /// @return the words as typed first, and what else they may stand as
    public List<List<String>> spellings() {
      Matcher joined = JOINED.matcher(words.getFirst());
      if (words.size() == 1 && joined.matches()) {
        return List.of(words, List.of(joined.group(1), joined.group(2)));
      }
      String both = String.join("", words);
      return words.size() == 2 && NUMBER.matcher(words.getLast()).matches() && JOINED.matcher(both).matches()
          ? List.of(words, List.of(both))
          : List.of(words);
    }
  }

  /// Reads what somebody typed. Nothing that can be typed is an error but having no word in it.
  ///
  /// @param typed words, phrases in double quotes, `-` before what must not be there, `*` after the beginning of a word
  /// @return the query
  /// @throws BadInputException `QUERY_EMPTY` if no word is wanted, `QUERY_LONG` if there are too many
  public static TextQuery parse(String typed) {
    List<Term> wanted = new ArrayList<>();
    List<Term> unwanted = new ArrayList<>();
    Matcher part = PART.matcher(typed);
    while (part.find()) {
      String text = part.group(2) == null ? part.group(3) : part.group(2);
      List<String> words = WordForms.FOLDED.words(text, "und").stream()
          .map(word -> text.substring(word.start(), word.end())).toList();
      if (!words.isEmpty()) {
        (part.group(1).isEmpty() ? wanted : unwanted).add(new Term(words, text.endsWith("*")));
      }
    }
    return new TextQuery(wanted, unwanted);
  }
}
