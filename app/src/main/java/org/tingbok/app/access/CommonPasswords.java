package org.tingbok.app.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Passwords that are long enough and that everybody tries first, by rule instead of by list: a few words that people take where
/// they are asked for a password, in any order and number, with letters put as numbers and anything around them.
///
/// Every guesser begins with these words and these rules, so a password of nothing else is found however long it is. The words
/// are our own choice, in the languages that Tingbok reads; a list of leaked passwords would be larger than Tingbok.
final class CommonPasswords {
  /// What people write: the thing itself, greetings, seasons and months that policies of change bring about, who is in charge,
  /// affection, play, and what stands in manuals.
  private static final Set<String> WORDS = words("""
      password passwords passwort kennwort passord passordet losenord motdepasse contrasena secret secreto geheim hemmelig
      login logmein letmein changeme change default access enter open unlock please temp temporary test testing user guest
      admin administrator root master system server service company office computer internet network backup
      welcome willkommen velkommen bienvenue bienvenido hello hallo hei hola bonjour goodbye
      spring summer autumn fall winter sommer herbst fruhling host vinter printemps ete automne hiver verano otono invierno
      january february march april may june july august september october november december
      monday tuesday wednesday thursday friday saturday sunday today
      iloveyou ilove you love loveyou jetaime teamo ichliebe dich jegelskerdeg baby sweet angel princess prince sunshine
      football fotball fussball baseball basketball hockey soccer superman batman spiderman starwars pokemon dragon monkey
      tiger shadow ninja hunter killer freedom forever whatever nothing trustno jesus michael
      correct horse battery staple my the is this your mein min mon mi not best super new
      qwerty qwertz azerty asdf zxcv abc abcd""");

  private CommonPasswords() {
  }

  private static Set<String> words(String text) {
    return text.strip().lines().flatMap(line -> java.util.Arrays.stream(line.strip().split(" ", -1)))
        .map(CommonPasswords::plain).collect(Collectors.toUnmodifiableSet());
  }

  /// Whether a password is made of such words only.
  ///
  /// @param password as typed
  /// @return true for `P@ssw0rd-2026!`; false as soon as one other word is in it
  static boolean holds(String password) {
    String low = Normalizer.normalize(password, Normalizer.Form.NFKD).replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
    // What stands around is a year, a counter or a shout; within, numbers may be letters or counters.
    String within = low.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    return ofWords(plain(low)) || ofWords(plain(within)) || ofWords(plain(lettered(within)));
  }

  /// Letters only, without the one that is put for another.
  private static String plain(String text) {
    return text.replaceAll("[^\\p{L}]", "").replace('l', 'i');
  }

  private static String lettered(String text) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      letters.append(switch (sign) {
        case '4', '@' -> 'a';
        case '3' -> 'e';
        case '1', '!', '|' -> 'i';
        case '0' -> 'o';
        case '5', '$' -> 's';
        case '7', '+' -> 't';
        case '8' -> 'b';
        case '9' -> 'g';
        default -> sign;
      });
    }
    return letters.toString();
  }

  /// Whether letters can be cut into such words; of none it is not made.
  private static boolean ofWords(String letters) {
    boolean[] reached = new boolean[letters.length() + 1];
    reached[0] = true;
    for (int end = 1; end <= letters.length(); end++) {
      for (int start = 0; start < end && !reached[end]; start++) {
        reached[end] = reached[start] && WORDS.contains(letters.substring(start, end));
      }
    }
    return !letters.isEmpty() && reached[letters.length()];
  }
}
