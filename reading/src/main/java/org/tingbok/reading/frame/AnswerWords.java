package org.tingbok.reading.frame;

import java.util.regex.Pattern;

/// The words by which an accusation is rejected, in five languages: what is rejected, and how.
final class AnswerWords {
  static final Pattern ACCUSATION = Pattern.compile(
      "accus|alleg|claim|charge|involvement|responsib|report|attack|"
          + "hack|breach|wrongdoing|role|link|campaign|operation|it|them|this|that|part|statement|assertion|remark|finding|"
          + "suggestion|connection|hand|knowledge|anything|cyber|so|anklag|beskyld|påstand|vorwurf|vorwürf|anschuldigung|"
          + "beteiligung|acusaci|implicaci|participaci|relaci[oó]n|v[ií]nculo|denuncia|informaci|se[ñn]alamiento|ataque|hechos|autor[ií]a|espionaje|charge|smear|participation|being|having|mounting|driv|spying|insinuation|slander|auch|"
          + "speculation|fabrication|story|espionage|activity|sponsor|carry|conduct|attribution|complicity|theft|behind",
      Pattern.CASE_INSENSITIVE);
  static final Pattern BASELESS =
      Pattern.compile(
          "baseless|groundless|unfounded|rumou?rs?\\b|hearsay|fairy.?tale|gerücht|rumeur|\\brykter|rumor(?:es)?\\b|ridiculous|absurd|false|slander|"
              + "smear|fabricat|nonsense|provocation|(?<!geo-)politically motivated(?! (?:cyber|attack|hack|campaign|intrusion|operation))|fake|\\blies?\\b|ludicrous|far-fetched|disinformation|"
              + "propaganda|witch.?hunt|invented|fiction|no basis|without foundation|unsubstantiated|grundløs|uakseptabel|haltlos|"
              + "unbegründet|infond|falsas|calumni|infundad|mentira|sin fundamento|rotundamente fals|rid[ií]cul|bulo|ungrounded|preposterous|irresponsible|\\bhype|manipulation|farce|hysteria|eventyr|conte de fées|cuento|"
              + "untrue|unwarranted|evidence-free|provokasjon|planned|grunnløs|oppspinn|\\btull\\b|usann|løgn|russofobi|märchen|unsinn|"
              + "erfunden|hetzkampagne|lüge|verleumdung|mensong|hystérie|sans fondement|dénué|fantaisist|invenci[oó]n|patraña|farsa|carente",
          Pattern.CASE_INSENSITIVE);
  static final Pattern NOTHING = Pattern.compile(
      "nothing (?:\\w+ )?to do with (?!each other|one another)|no (?:part|role|hand|involvement|link|connection|"
          + "knowledge)|not involved|had no (?!(?:\\w+ )?(?:reason|doubts?|comment|choice|plans?|evidence|proof|sign|information|indications?|"
          + "details?|data|way|time)\\b)|ingenting med|nichts (?:mit|damit) zu tun|rien à voir|nada que ver|no tiene (?:ninguna )?relaci|ning[uú]n v[ií]nculo|ninguna implicaci|n(?:o|ada) t(?:uvo|iene|uvieron) que ver|(?:ikke|avviser).{0,40}noe med|étrangère? à|was not behind|"
          + "were not behind|not responsible|did not (?:carry|do|hack|attack)|never (?:engaged|hacked|attacked|conducted|taken|supported|carried|"
          + "been|had)",
      Pattern.CASE_INSENSITIVE);
  static final Pattern UNFOUNDED =
      Pattern.compile("no bearing on reality|no (?:proofs?|evidence|basis|grounds?|sense|truth|substance|merit)\\b"
          + "|without (?:evidence|proof|facts|caring)|should be (?:judged|based) on|have forged|unacceptable|keinerlei grundlage|are baseless|is baseless|unfounded|"
          + "groundless|fabricat|smear|slander|politically motivated|absurd|provocation|nonsense|ridiculous|ludicrous|laughable|fairy.?tale|a (?:complete |total )?lie\\b|rubbish|unsinn|märchen|tøv|sludder|it is itself a victim|victim of|"
          + "opposes? (?:all|any|every|cyber|and)|defender of|frei erfunden|haltlos|aus der luft gegriffen|oppspinn|grunnløs|"
          + "sans fondement|infondé|mensong|patraña|sin fundamento|infundad|invenci[oó]n", Pattern.CASE_INSENSITIVE);
  static final Pattern EVIDENCE = Pattern.compile(
      "(?:provide|present|show|produce|see|share|publish|lay|offer|give|"
          + "table)[^.;]{0,30}(?:evidence|proof|facts)|evidence (?:instead|first|rather)|legge fram bevis|beweise vorle|krev\\w* bevis|(?:forder|verlang)\\w*.{0,30}bewei|bewei\\w+ (?:verlangt|gefordert)|"
          + "exig\\w*.{0,20}(?:preuves|pruebas)|demand\\w*.{0,20}preuves|p[ie]d\\w*.{0,20}pruebas",
      Pattern.CASE_INSENSITIVE);

  private AnswerWords() {}
}
