package org.tingbok.reading.assembly;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells a short text that reports one operation in plain words: "Hackers working for X broke into the ministry, officials said".
///
/// Two words of the field are not to be had in three sentences; hackers who did something to somebody, or something hacked that somebody is
/// accused of, in one sentence are enough. English alone. Stateless.
final class DeedSentence {
  private static final Pattern HACKERS = Pattern.compile(
      "\\b(?:hackers?|cyber-?(?:spies|criminals?|attackers?|espionage|attacks?)|hacking (?:group|crew|gang|unit|operation)|hacktivists?)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern HACKED = Pattern.compile(
      "\\b(?:hacked|hacking of|hack of|hack on|cyber-?attacks? (?:on|against|that)|(?:break|breaking|broke|broken|hacking) into (?:\\w+ ){0,4}?"
          + "(?:networks?|computers?|servers?|systems?|e-?mails?|mailboxes|accounts?|databases?))\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern DEED = Pattern.compile(
      "\\b(?:broke(?:n)? into|break-in|breaking into|breached|infiltrated|penetrated|compromised|attacked|targeted|stole|stolen|copied|spied|knocked|"
          + "got into|gained access|disrupted|crippled|defaced|wiped|hit|struck|shut down|took down|leaked)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern WHO = Pattern.compile(
      "\\b(?:accus\\w+|blam\\w+|attribut\\w+|behind|responsib\\w+|suspect\\w*|said|says|say|according to|working for|linked to|backed by|"
          + "sponsored by|on behalf of|den(?:y|ies|ied)|charged|indicted|reported|told)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern ELSE = Pattern.compile(
      "\\b(?:life ?hacks?|hack saw|hackathons?|growth hack\\w*|movie|novel|game|episode|season|film|doping|stewards|chess|golf|horse)\\b",
      Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCE = Pattern.compile("[^.!?\\n]+");
  private static final int SHORT = 4000; // code units of a text in which one sentence can be what it is about

  private DeedSentence() {}

  /// Whether a text is short and has such a sentence.
  ///
  /// @param view the text
  static boolean in(String view) {
    if (view.length() > SHORT || !HACKERS.matcher(view).find() && !HACKED.matcher(view).find()
        || ELSE.matcher(view).find()) {
      return false;
    }
    Matcher sentences = SENTENCE.matcher(view);
    while (sentences.find()) {
      String sentence = sentences.group();
      boolean hackers = HACKERS.matcher(sentence).find() && DEED.matcher(sentence).find();
      if ((hackers || HACKED.matcher(sentence).find()) && WHO.matcher(sentence).find()) {
        return true;
      }
    }
    return false;
  }
}
