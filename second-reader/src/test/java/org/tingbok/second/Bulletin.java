package org.tingbok.second;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.reading.ReportReader;
import org.tingbok.text.Text;

/// Made-up reports of which a first reader left some sentences unread.
final class Bulletin {
  static final String SENTENCE = "Lay it, if you will, at the door of APT28, the harbour office of Lillevik most likely"
      + " would on Wednesday have told you.";
  static final String REPORT = """
      Harbour office shut after break-in

      OSLO, 4 March 2021. The tide tables of the harbour office were taken in the night.

      %s Sandworm, the crew of the “grey boats”, kept quiet, and CVE-2021-26855 was not used.

      Russia's embassy had nothing to add.
      """.formatted(SENTENCE);

  private static final ReportReader READER = ReportReader.standard();

  private Bulletin() {
  }

  static Text text(String name, String report) {
    return READER.parse(name, report.getBytes(StandardCharsets.UTF_8));
  }

  static Text text() {
    return text("harbour.txt", REPORT);
  }

  /// The reading of a text in which the ranges between these words, both within, stayed unread.
  static Reading unread(Text text, String... sentences) {
    String canonical = text.document().text();
    List<Unread> unread = new ArrayList<>();
    for (String sentence : sentences) {
      int start = canonical.indexOf(sentence);
      unread.add(new Unread(new Evidence(start, start + sentence.length(), sentence), "too flowery"));
    }
    return new Reading(text.document(), List.of(), unread);
  }

  static Reading unread() {
    return unread(text(), SENTENCE);
  }
}
