package org.tingbok.analysis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tingbok.vocabulary.FaultException;

/// Words that accounts of operations are compared and named by, read once from the files beside this class.
final class IncidentWords {
  /// Words of labels that nearly every label has.
  static final Set<String> COMMON = words("label-words.tsv", true);
  /// Words that names of many bodies begin with.
  static final Set<String> FIRST = words("first-words.txt", false);
  /// Legal forms that end names of companies.
  static final Set<String> LEGAL_FORMS = words("legal-forms.txt", false);
  /// Words by which a label tells of a campaign.
  static final Set<String> CAMPAIGN = words("campaign-words.tsv", true);
  /// Nouns of described victims that may be anybody.
  static final Set<String> ANYBODY = words("anybody-words.tsv", true);
  /// Numerals, in words.
  static final Set<String> NUMERALS = words("numeral-words.tsv", true);
  /// Signs that whoever says something rests on those named next: regular expressions over lower case.
  static final List<String> ADVICE =
      lines("advice-words.tsv").stream().map(line -> line.substring(line.indexOf('\t') + 1)).toList();
  /// Signs that something is part of the campaign named next, likewise.
  static final List<String> PARTS =
      lines("part-words.tsv").stream().map(line -> line.substring(line.indexOf('\t') + 1)).toList();
  /// Words of labels that tell nothing to whom it is a label alone: "another", "further", "seven".
  static final Set<String> VAGUE = words("vague-label-words.tsv", true);
  /// Deeds: the words of a name, then the signs.
  static final List<List<String>> DEEDS =
      lines("deeds.tsv").stream().map(line -> List.of(line.split("\t", -1))).toList();

  private IncidentWords() {
  }

  private static Set<String> words(String file, boolean byLanguage) {
    Set<String> words = new TreeSet<>();
    for (String line : lines(file)) {
      words.addAll(List.of((byLanguage ? line.substring(line.indexOf('\t') + 1) : line).split(" +", -1)));
    }
    return words;
  }

  private static List<String> lines(String file) {
    try (InputStream in = IncidentWords.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new FaultException("TABLE_MISSING", "the program lacks its file " + file);
      }
      List<String> lines = new ArrayList<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(lines::add);
      return lines;
    } catch (IOException e) {
      throw new FaultException("TABLE_MISSING", "the program cannot read its file " + file, e);
    }
  }
}
