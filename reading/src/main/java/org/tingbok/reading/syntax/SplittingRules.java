package org.tingbok.reading.syntax;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What a language abbreviates with a full stop, and which words like to open a sentence.
///
/// @param titles abbreviations that never end a sentence
/// @param abbreviations abbreviations that end one only if a sentence opener follows
/// @param beforeNumber abbreviations that bind to a following number ("No. 5", "Jan. 3")
/// @param openers words that, capitalised, open a sentence far more often than they continue a name
/// @param months names of months, for ordinals such as "29. Mai"
/// @param ordinalStop whether "3." is how the language writes an ordinal
record SplittingRules(Set<String> titles, Set<String> abbreviations, Set<String> beforeNumber, Set<String> openers,
    Set<String> months, boolean ordinalStop) {

  private static final Map<String, SplittingRules> BY_LANGUAGE = Map.of(
      "en", new SplittingRules(
          words("mr mrs ms dr prof gen sen rep gov lt col sgt capt cmdr adm maj brig rev hon st mt ft pres amb messrs"
              + " supt det insp cpl pvt vs v viz cf e.g i.e eg ie al approx dept univ assn natl intl"),
          words("inc corp ltd co llc plc bros jr sr etc u.s u.k u.n e.u u.s.a u.a.e d.c ph.d m.d b.a m.a a.m p.m est"
              + " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun"
              + " ave blvd rd calif mass conn fla va pa md ala ariz colo ill mich minn wis wash ore tenn tex"
              + " sq n.y n.j n.c s.c l.a a.k.a aka ed eds vol ch sec"),
          words(
              "no nos fig figs p pp vol art sec ch para eq ref jan feb mar apr jun jul aug sep sept oct nov dec v ver"),
          words("the a an in on at it he she they we i you this that these those but and or so if when while after"
              + " before as for from with by to there here his her its their our my what who why how where which"
              + " however moreover meanwhile according officials some many most all no not also then now last since"
              + " although though despite according both such one several two other another neither"),
          Set.of(), false),
      "nb", new SplittingRules(
          words("f.eks bl.a dvs ca nr kl jf jfr hhv inkl ekskl evt t.o.m f.o.m s.k. mht m.h.t ift i.f.t pga p.g.a iht"
              + " i.h.t tlf st adv dr prof gen kap pst kr ifm vedr tidl ref pkt"),
          words("osv mv m.v m.m mm o.l etc m.fl mfl a.s as u.s jan feb mar apr jun jul aug sep sept okt nov des"),
          words("nr kl kap s art ca pkt side"),
          words("det den de en et ei i på han hun vi jeg du dette disse der her men og så hvis når da etter før som for"
              + " fra med av til hva hvem hvor hvorfor ifølge ingen alle noen nå også både"),
          words("januar februar mars april mai juni juli august september oktober november desember jan feb mar apr"
              + " jun jul aug sep okt nov des"),
          true),
      "de", new SplittingRules(
          words("z.b d.h u.a bzw ca dr prof gen hr fr st nr vgl ggf evtl sog z.t i.d.r u.u o.g o.ä v.a inkl abs art"
              + " bspw max min mind allg dipl ing str tel z b d h"),
          words("usw etc u.s.w jh jhd co jr jan feb mär apr jun jul aug sep sept okt nov dez e.v a.d mio mrd"),
          words("nr abs art s kap bd ca fig"),
          words("der die das ein eine es er sie wir ich in im am an auf bei mit nach von zu für als wenn aber und so"
              + " diese dieser dieses auch doch noch laut seit vor wie was wer warum damit dabei nun dann beide"),
          words("januar februar märz april mai juni juli august september oktober november dezember jan feb mär apr"
              + " jun jul aug sep sept okt nov dez"),
          true),
      "fr", new SplittingRules(
          words("m mm mme mlle dr pr gén st ste cf p.ex ex av env me mgr lt col cdt éd chap fig art"),
          words("etc jr s.a c.-à-d j.-c janv févr avr juil sept oct nov déc inc"),
          words("no n° art p pp vol chap fig"),
          words("le la les l un une des il elle ils elles on nous vous je ce cette ces cet dans en au aux à pour par"
              + " avec sur selon mais et ou donc si quand lorsque après avant depuis qui que quoi pourquoi comment"
              + " son sa ses leur leurs aucun tous toutes"),
          Set.of(), false),
      "es", new SplittingRules(
          words("sr sra srta sres dr dra prof d dª dña gral cnel cap tte ing lic arq mons excmo excma p.ej ej cf aprox"
              + " ee avda av pbro fdo"),
          words("etc uu ee.uu rr.hh ff.aa a.c d.c s.a s.l s.a.u s.l.u inc corp ltd co jr ene feb mar abr may jun jul"
              + " ago sept sep oct nov dic tel ed vol cía"),
          words("n nº n.º núm núms art arts p pp pág págs vol cap fig"),
          words(
              "el la los las un una unos unas él ella ellos ellas yo nosotros se lo le en a de con por para según pero y"
                  + " o si cuando mientras tras desde entre sobre sin no su sus este esta estos estas ese esa eso esto"
                  + " aquel como así también además aunque sin embargo ningún ninguna nadie qué quién cómo dónde hay es fue"
                  + " ha han al del todos todas ambos otra otro"),
          Set.of(), false));

  static SplittingRules of(String language) {
    SplittingRules rules = BY_LANGUAGE.get(language);
    if (rules == null) {
      throw new IllegalArgumentException("no splitting rules for language \"" + language + "\"");
    }
    return rules;
  }

  boolean opens(String word) {
    return openers.contains(word.toLowerCase(Locale.ROOT));
  }

  private static Set<String> words(String list) {
    return Set.copyOf(new java.util.HashSet<>(java.util.List.of(list.split(" "))));
  }
}
