package org.tingbok.app.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Plain text: signs without end, sentences without end, and what Unicode allows.
final class TextBombs {
  private static final String HEAD =
      "Tides\n3 May 2021\n\nLatvia blamed Cozy Bear for the breach of its customs office, the ministry said on Monday. ";

  private TextBombs() {
  }

  static List<Bomb> all() {
    List<Bomb> all = new ArrayList<>();
    List<String> signs = List.of("“", "\"", "'", "‘", "«", "”", "(", ")", "[", "]", "{", ".", ",", ";", ":", "-", "–",
        "—",
        "/", "\\", "|", "*", "#", "@", "&", "%", "$", "!", "?", "=", "+", "_", "~", "`", "^", "<", ">", "0", "1.", "a",
        "A",
        "aA", "a.", "A.", "a-", "a'", "’s ", "\t", "\u00a0", "\u2028", "\u000b", "\u0000", "\u200b", "\u202e", "\u0301",
        "\ufeff", "\ufffe", "\u0378", "\ud83d\ude00", "\u1100", "\u0e33", "\ufdfa", "\r", "\n", "\n\n", "\n- ", "\n1. ",
        " a", " A", " 1", "1,", "1:", "12/", "2021-", "http://", "www.a", "a@b.", "APT", "APT1 ", "UNC", "CVE-2021-1 ");
    int number = 0;
    for (String sign : signs) {
      number++;
      all.add(Bomb.of("signs-%02d-%s.txt".formatted(number, Integer.toHexString(sign.codePointAt(0))),
          HEAD + sign.repeat(200_000 / sign.length())));
    }
    List<String> words = List.of("said that ", "and ", "the ", "of ", "Russia ", "Russia, ", "Russia and ", "blamed ",
        "Latvia blamed Russia, ", "Latvia said that ", "according to Latvia, ", "who said ", "which ", "(the ", "not ",
        "by ", "attributed to ", "attack on ", "hackers ", "group ", "on Monday ", "in 2021 ", "“said ", "a said “b” ",
        "not only ", "neither nor ", "if ", "in the ", "Ministry of ", "and Fancy Bear ", "also known as ",
        "APT28 (also known as Fancy Bear), ", "U.S. ", "Mr. ", "May ", "three ", "it ", "to be ", "been ", "likely ");
    for (String word : words) {
      number++;
      all.add(Bomb.of("sentence-%02d-%s.txt".formatted(number, word.strip().replaceAll("\\W+", "-")),
          HEAD + word.repeat(60_000 / word.length())));
    }
    all.add(Bomb.of("quotes-nested.txt", HEAD + "“he said ‘she said ".repeat(5_000) + "no’”".repeat(5_000)));
    all.add(Bomb.of("quotes-sentences.txt", HEAD + "“A tide rose. ".repeat(10_000)));
    all.add(Bomb.of("brackets-nested.txt", HEAD + "(a ".repeat(40_000) + ")".repeat(40_000)));
    all.add(Bomb.of("sentence-without-space.txt", HEAD + PackedBombs.noise(5 << 20)));
    all.add(Bomb.of("lines.txt", HEAD + "\na".repeat(1_000_000)));
    all.add(Bomb.of("paragraphs.txt", HEAD + "\n\nTides rose.".repeat(60_000)));
    all.add(Bomb.of("headings.txt", HEAD + "\n\nTides Rose In Riga\n\n".repeat(10_000)));
    all.add(Bomb.of("names.txt", HEAD + names(20_000)));
    all.add(Bomb.of("dates.txt", HEAD + "3 May 2021, ".repeat(20_000)));
    all.add(Bomb.of("marks.txt", HEAD + "a" + "\u0301\u0323".repeat(100_000)));
    all.add(Bomb.of("directions.txt", HEAD + "\u202e\u2066\u202d\u2067".repeat(50_000)));
    all.add(Bomb.of("blanks-first.txt", " ".repeat(60_000) + HEAD));
    all.add(Bomb.of("words-group.txt", HEAD + "group ".repeat(40_000)));
    all.add(new Bomb("halves-16.txt", halves()));
    all.add(new Bomb("halves-8.txt", halves8()));
    all.add(new Bomb("random-letters.txt", random(300_000)));
    return all;
  }

  private static String names(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("APT").append(i).append(", ");
    }
    return text.toString();
  }

  /// UTF-16 in which every other letter is half a letter.
  private static byte[] halves() {
    return ("\ufeff" + HEAD + "a\ud800b\udc00".repeat(20_000)).getBytes(StandardCharsets.UTF_16LE);
  }

  /// Halves as some programs write them in UTF-8, and bytes of no letter.
  private static byte[] halves8() {
    byte[] head = HEAD.getBytes(StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(head, head.length + 90_000);
    byte[] half = {(byte) 0xed, (byte) 0xa0, (byte) 0x80, 'a', (byte) 0xf8, (byte) 0xc0, (byte) 0x80, ' ', (byte) 0x80};
    for (int i = head.length; i < all.length; i++) {
      all[i] = half[i % half.length];
    }
    return all;
  }

  private static byte[] random(int length) {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder(HEAD);
    while (text.length() < length) {
      int letter = random.nextInt(0x3000);
      text.appendCodePoint(Character.isISOControl(letter) ? ' ' : letter);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
