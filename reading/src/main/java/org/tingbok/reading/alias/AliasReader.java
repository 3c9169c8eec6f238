package org.tingbok.reading.alias;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tingbok.claim.Certainty;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.frame.ClaimDraft;
import org.tingbok.reading.frame.Embedding;
import org.tingbok.reading.frame.Scene;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;

/// Reads alias claims in one sentence. Stateless, safe to share.
public final class AliasReader {
  private static final String G = SlottedSentence.GROUP;
  private static final String S = SlottedSentence.SPEAKER;
  private static final String LIST =
      "(" + G + "(?:(?:\\s*,\\s*|\\s*/\\s*|,?\\s+(?:and|or|og|und|et|y|eller|oder)\\s+|\\s*;\\s*)"
          + "(?:also\\s+)?(?:the\\s+)?" + G + ")*)";
  private static final String CALL =
      "(?:calls?|called|tracks?|tracked|dubs?|dubbed|names?|named|refers? to|labels?|knows?|know|"
          + "kaller|nennt|nennen|appelle|llama|follows?|christened|designates?|omtaler|betegner|sporer|følger|"
          + "bezeichnet|verfolgt|führt|nomme|désigne|suit|baptise|denomina|rastrea|sigue|designa)";
  private static final String KNOWN =
      "(?:known|tracked|referred to|identified|called|dubbed|named|monitored|designated|kjent|"
          + "bekannt|connue?|conocid[oa]|omtalt|kalt|genannt|bezeichnet|appelée?|désignée?|baptisée?|llamad[oa]|denominad[oa])";

  private enum Form {
    /// A, also known as B, C and D.
    KNOWN_AS(AliasRelation.SAME, "(" + G
        + ")\"?,?\\s*(?:\\([^)]{0,40}\\),?\\s*)?(?:which|who|that)?\\s*(?:(?:is|are|was|you may|may "
        + "be|has been)\\s+)?(?:also|better|otherwise|variously|publicly|commonly|sometimes|elsewhere|også|auch|aussi|également|también|(?:vielen )?besser|bedre|mieux|mejor)?\\s*"
        + KNOWN + "(?:\\s+(?:publicly|to [^,]{3,30}|by (" + S
        + ")|in the industry))?\\s+(?:as|by the names?|under the names?|som|als|"
        + "sous le nom de|sous le nom d'|sous l'appellation(?: de)?|under navnet|unter dem Namen|con el nombre de|bajo el nombre de|"
        + "comme|como)\\s+(?:the\\s+)?[\"“„«]?\\s?" + LIST),
    /// A, aka B.
    AKA(AliasRelation.SAME, "(" + G + ")\"?,?\\s*\\(?(?:aka|a\\.k\\.a\\.|alias|or simply)\\s+" + LIST),
    /// A (B, C).
    BRACKETS(AliasRelation.SAME,
        "(" + G + ")\"?\\s*\\((?:aka |a\\.k\\.a\\. |also |or |also known as |alias )?" + LIST + "(?=\\s*[):;,])"
            + "(?!\\s+until)"),
    /// O calls A B.
    CALLS(AliasRelation.SAME,
        "(" + S + ")[^\uE000-\uE7FF.;]{0,60}?\\b" + CALL + "\\s+(?:the\\s+)?(" + G + ")\\s+(?:as\\s+)?(?:the\\s+)?"
            + "[\"“]?(" + G + ")"),
    /// A, which O calls B.
    WHICH_CALLS(AliasRelation.SAME,
        "(" + G + ")\"?,?\\s+(?:which|that|whom|som|die|den|que)\\s+(" + S + ")[^\uE000-\uE7FF.;]{0,40}?\\b"
            + CALL
            + "(?:\\s+(?:as|som|als|comme|como|sous le nom de|sous l'appellation(?: de)?|con el nombre de))?\\s+[\"“„«]?\\s?("
            + G
            + ")"),
    /// A is the same group that O calls B.
    SAME_AS_CALLED(AliasRelation.SAME,
        "(" + G + ")[^\uE000-\uE7FF.;]{1,40}?\\b(?:samme|dieselbe|derselbe|même|misma?o?)\\b[^\uE000-\uE7FF.;]{0,30}?"
            + "\\b(?:som|die|den|der|que)\\s+(" + S + ")[^\uE000-\uE7FF.;]{0,40}?\\b" + CALL
            + "(?:\\s+(?:som|als|comme|como|sous le nom de))?\\s+[\"“„«]?\\s?(" + G + ")"),
    /// A, das bei O B heißt.
    CALLED_BEHIND(AliasRelation.SAME,
        "(" + G + ")\"?,?\\s+(?:das|die|der|den)\\s+(?:(?:bei|von)\\s+)?(" + S
            + ")\\s+(?:als\\s+|unter dem Namen\\s+)?[\"„»]?("
            + G + ")[\"“«]?\\s+(?:heißt|nennt|genannt|führt|bezeichnet|verfolgt|kennt)"),
    /// A, by O called B: "désigné par O sous le nom de B", "omtalt av O som B", "von O B genannt".
    CALLED_BY(AliasRelation.SAME,
        "(" + G + ")\"?,?\\s+(?:" + KNOWN + "\\s+)?(?:par|por|av|von)\\s+(" + S
            + ")\\s+(?:som|als|comme|como|sous le nom de|"
            + "sous l'appellation(?: de)?)\\s+[\"“„«]?\\s?(" + G + ")"),
    /// the group that O calls A, also known as B: handled by KNOWN_AS. B, O's (?:name|word|term|label|designation|moniker|tag) for A.
    NAME_FOR(AliasRelation.SAME,
        "(" + G + ")\"?,?\\s+(" + S
            + ")(?:'s|’s)\\s+(?:own |internal |code ?)*(?:name|word|term|label|designation|moniker|tag) for\\s+(?:the\\s+)?("
            + G
            + ")"),
    /// B is O's (?:name|word|term|label|designation|moniker|tag) for A.
    IS_NAME_FOR(AliasRelation.SAME,
        "(" + G + ")\\s+(?:is|was)\\s+(" + S
            + ")(?:'s|’s)\\s+(?:own |internal )*(?:name|word|term|label|designation|moniker|tag) for\\s+(?:the\\s+)?("
            + G + ")"),
    /// O's (?:name|word|term|label|designation|moniker|tag) for A is B.
    NAME_IS(AliasRelation.SAME,
        "(" + S
            + ")(?:'s|’s)\\s+(?:own |internal )*(?:name|word|term|label|designation|moniker|tag) for\\s+(?:the\\s+)?("
            + G + ")\\s+is\\s+(" + G + ")"),
    /// A, B and C are the same.
    ARE_SAME(AliasRelation.SAME, LIST
        + "\\s*(?:\\b(?:are|is|as|to be|were|er|sind|sont|son)\\b|:)(?:(?!\\b(?:not|never|"
        + "nicht|ikke|pas|no)\\b|n't)[^\uE000-\uE7FF.;]){0,40}?\\b(?:one and the same|the same|identical|one group|one "
        + "actor|synonyms?|dieselbe|derselbe|samme|le même|un même|ne font qu'un|el mismo|l[oa]s mism[oa]s)\\b"),
    /// A is the same as B.
    IS_SAME(AliasRelation.SAME,
        "(" + G + ")\\s+(?:is|was|to be)\\s+(?:probably |likely |most likely )?(?:the same|identical)\\s+"
            + "(?:\\p{L}+\\s+)?(?:as|to|with)\\s+(" + G + ")"),
    /// A corresponds to B.
    CORRESPONDS(AliasRelation.SAME,
        "(" + G + ")\\s+(?:corresponds?|corresponded|equates?|amounts?)\\s+to\\s+(?:the\\s+)?(" + G + ")"),
    /// we suspect that A is B.
    IS(AliasRelation.SAME,
        "(?:suspects?|believes?|thinks?|assess\\w*|judges?|says?|said|concluded?)\\s+(?:with \\w+ confidence\\s+)?"
            + "(?:that\\s+)?(" + G + ")\\s+(?:is|was)\\s+(" + G + ")"),
    /// merged A into B.
    MERGED(AliasRelation.SAME,
        "\\b(?:merged|merges|folded|rolled|merge)\\s+(" + G + ")\\s+(?:into|with|in)\\s+(" + G + ")"),
    /// A was merged into B.
    MERGED_INTO(AliasRelation.SAME,
        "(" + G + ")\\s+(?:was|has been|were|been)\\s+(?:since\\s+)?(?:merged|folded)\\s+(?:into|with)\\s+("
            + G + ")"),
    /// overlaps between A and B.
    OVERLAPS_BETWEEN(AliasRelation.OVERLAP,
        "\\boverlap(?:s|ping)?\\b[^\uE000-\uE7FF.;]{0,40}?\\b(?:between|of)\\s+(" + G
            + ")\\s+(?:and|with)\\s+(" + G + ")"),
    /// A overlaps with B.
    OVERLAPS(AliasRelation.OVERLAP, "(" + G
        + ")\"?(?:,?\\s*(?:which|that|whom)\\b[^.;]{0,90}?,\\s)?\\s*,?[^\uE000-\uE3FF.;]{0,60}?\\boverlap(?:s|ped|ping)?\\b(?:\\s+(?:in part|partly|"
        + "partially|significantly|closely|heavily|somewhat))?\\s+(?:with|to)\\s+(?:what [^\uE000-\uE3FF.;]{0,80}?)?(?:the\\s+)?"
        + LIST),
    /// A overlapper med B, überschneidet sich mit B, se solapa con B, recoupe B.
    OVERLAPS_ELSEWHERE(AliasRelation.OVERLAP, "(" + G
        + ")\\s*,?[^\uE000-\uE3FF.;]{0,60}?\\b(?:overlapper|overlappar|überschneidet|überlappt|überlappen|chevauche|recoupe|solapa)\\b"
        + "[^\uE000-\uE3FF.;]{0,30}?\\b(?:med|mit|avec|con|celles de)\\s+[^\uE000-\uE3FF.;]{0,40}?" + LIST),
    /// A shares tools with B; A resembles B.
    SHARES(AliasRelation.OVERLAP,
        "(" + G + ")\\s+(?:shares? [^\uE000-\uE7FF.;]{3,50}? with|resembles?|is (?:closely )?related to|to be "
            + "related to|have similarities with)\\s+(" + G + ")"),
    /// A, formerly B.
    FORMER(AliasRelation.FORMER, "(" + G
        + ")\"?,?\\s*\\(?(?:formerly|previously|once|until recently|earlier|tidligere|früher|"
        + "anciennement|antes|which used to say|which was|née)(?:\\s+(?:known|tracked|called|named)(?:\\s+as)?)?\\s+"
        + LIST),
    /// A (B until 2023).
    UNTIL(AliasRelation.FORMER, "(" + G + ")\\s*\\(\\s*(" + G + ")\\s+until"),
    /// renamed A to B; promoted A to B: the present name first.
    RENAMED(AliasRelation.FORMER,
        "\\b(?:renamed|rebranded|promoted|graduated|rechristened)\\s+(" + G + ")\\s+(?:to|as|into)?\\s*(" + G
            + ")"),
    /// A is distinct from B.
    DISTINCT(AliasRelation.DISTINCT,
        "(" + G
            + ")[^\uE000-\uE3FF.;]{0,60}?\\b(?:(?:distinct|separate|different)\\s+from|forskjellig fra|nicht identisch mit|"
            + "distincte? de|distint[oa] de)\\s+" + LIST),
    /// A is not the same as B, not part of B.
    NOT_SAME(AliasRelation.DISTINCT,
        "(" + G + ")\\s*(?:\\([^)]*\\)\\s*)?(?:is|are|was)\\s+not\\s+(?:the same(?: \\p{L}+)?\\s+(?:as|of)|"
            + "identical (?:to|with)|part of|a part of)\\s+(" + G + ")"),
    /// A and B as separate groups.
    SEPARATE(AliasRelation.DISTINCT,
        "(" + G + ")\\s+and\\s+(?:those behind\\s+)?(" + G
            + ")\\s+(?:as|are)\\s+(?:[^\uE000-\uE7FF.;]{0,30}?\\b)?(?:separate|distinct|different|two|unrelated|not the same)"),
    /// A and B as sub-groups of C.
    PART_OF(AliasRelation.PART_OF,
        LIST + "(?:(?!\\b(?:not|never)\\b|n't)[^\uE000-\uE3FF.;]){0,30}?\\b(?:(?:sub-?(?:group|cluster|division|set)s?|subsets?|offshoots?|"
            + "arms?|parts?|components?|elements?|branch(?:es)?|cells?|célula|cellule|Untergruppe|undergruppe|sous-groupe|"
            + "subgrupo)\\s+(?:of|within|in|dentro de|de|von|av|innerhalb von))\\s+(?:the\\s+)?(" + G + ")"),
    /// know A as B, C and D.
    KNOW_AS(AliasRelation.SAME,
        "\\b(?:knows?|known|tracks?|tracked|follows?|identif(?:y|ies)|refers? to|calls?)\\s+(" + G
            + ")\\s+(?:as|under the names?|by the names?)\\s+(?:of\\s+)?(?:the\\s+)?" + LIST),
    /// A, which you may also know as B.
    MAY_KNOW(AliasRelation.SAME,
        "(" + G + "),?\\s+which (?:you|readers|some|others|many) (?:may |might |will )?(?:also |better )?know as\\s+"
            + LIST),
    /// know A by several names, among them B and C.
    AMONG(AliasRelation.SAME,
        "(" + G + ")[^\uE000-\uE3FF.;]{0,40}\\bnames?,?\\s+(?:among them|including|such as|like)\\s+" + LIST),
    /// A, which also answers to B and C.
    ANSWERS_TO(AliasRelation.SAME, "(" + G + ")\"?,?\\s+(?:(?:which|that|who)\\s+)?(?:also\\s+)?(?:answers? to|goes "
        + "by|responds? to|passes under|trades as|operates as)\\s+(?:the names?\\s+(?:of\\s+)?)?(?:the\\s+)?" + LIST),
    /// the one that the industry knows as A, B or C.
    ONE_KNOWN_AS(AliasRelation.SAME, "\\b(?:the|an?) (?:one|group|actor|gang|crew|outfit|cluster)\\s+(?:(?:that|which|"
        + "whom)\\s+)?[^\uE000-\uE3FF.;]{0,40}?\\b(?:knows?|known|tracks?|tracked|calls?|called)\\s+(?:as\\s+)?(?:the\\s+)?"
        + LIST),
    /// A, its own term for B.
    ITS_NAME_FOR(AliasRelation.SAME, "(" + G + ")\"?,?\\s+(?:its|their)\\s+(?:own |former |old |earlier |internal )*"
        + "(?:name|word|term|label|designation|moniker|tag)\\s+for\\s+(?:the\\s+)?(" + G + ")"),
    /// knows A as B, others as C.
    OTHERS_AS(AliasRelation.SAME, "\\b(?:knows?|tracks?|follows?)\\s+(" + G + ")\\s+as\\s+" + G
        + ",\\s+(?:and\\s+)?(?:others|some)\\s+as\\s+(" + G + ")"),
    /// A to O, which used to say B.
    USED_TO_SAY(AliasRelation.FORMER,
        "(" + G + ") (?:to|for|at) " + S + ",? which (?:used to say|formerly said|once said) (" + G
            + ")"),
    /// the actor that goes by A or B.
    GOES_BY(AliasRelation.SAME, "\\b(?:goes|going|went) by (?:the names? (?:of )?)?(" + G + ") (?:or|and) (" + G + ")"),
    /// merged it into A after a promotion; keeps A apart from B.
    APART(AliasRelation.DISTINCT, "\\bkeeps? (" + G + ") apart from (" + G + ")"),
    /// At O that group is B.
    AT(AliasRelation.SAME,
        "\\b(?:At|For|To|In)\\s+(" + S + ")[, ]+(" + G + ")\\s+(?:is|goes by|becomes)\\s+(" + G + ")");

    private final AliasRelation relation;
    private final Pattern pattern;

    Form(AliasRelation relation, String regex) {
      this.relation = relation;
      this.pattern = Pattern.compile(regex);
    }
  }

  /// "A corresponds to B as O understands it": whose B is meant, and no word of O's on A.
  private static final Pattern UNDERSTOOD = Pattern.compile(
      ",?\\s+(?:as|in the sense (?:in which|that))\\s[^.;]{1,80}?\\b(?:understands?|uses?|means?|defines?|delimits?)\\s+"
          + "(?:it|them|the (?:name|term|word|group))\\b");

  private final Embedding embedding;

  /// A reader of aliases.
  ///
  /// @param embedding the words that hedge
  public AliasReader(Embedding embedding) {
    this.embedding = embedding;
  }

  /// Reads one sentence.
  ///
  /// @param scene the sentence with all that is known
  /// @param claimant who says the sentence, where somebody is told to; else nobody
  /// @param said when, as far as told
  /// @return the alias claims found
  public List<ClaimDraft> read(Scene scene, Phrase claimant, PartialDate said) {
    SlottedSentence sentence = new SlottedSentence(scene);
    String text = sentence.text();
    List<ClaimDraft> drafts = new ArrayList<>();
    if (text.chars().noneMatch(AliasReader::group) || text.strip().endsWith("?")) {
      return drafts;
    }
    for (NameLists.Named named : NameLists.in(sentence)) {
      listed(named, sentence, scene, claimant, said, drafts);
    }
    if (text.chars().filter(AliasReader::group).limit(2).count() < 2) {
      return drafts; // every form pairs two groups
    }
    for (Form form : Form.values()) {
      Matcher matcher = form.pattern.matcher(text);
      int from = 0;
      while (from <= text.length() && matcher.find(from)) {
        draft(form, matcher, sentence, scene, claimant, said, drafts);
        from = Math.max(matcher.start() + 1, from + 1);
      }
    }
    return drafts;
  }

  /// Whether what follows a name tells only whose name it is: "as Microsoft understands it". Then nobody named there says
  /// anything of the other.
  ///
  /// @param text the sentence
  /// @param from where the name ends
  /// @return false if something else follows
  public static boolean understood(String text, int from) {
    return UNDERSTOOD.matcher(text).region(from, text.length()).lookingAt();
  }

  private static boolean group(int c) {
    return c >= 0xE000 && c < 0xE400;
  }

  private void draft(Form form, Matcher m, SlottedSentence sentence, Scene scene, Phrase claimant, PartialDate said,
      List<ClaimDraft> drafts) {
    StringBuilder order = new StringBuilder();
    for (int i = 1; i <= m.groupCount(); i++) {
      order.append(m.group(i) == null ? "" : m.group(i));
    }
    List<Party> groups = sentence.groups(order.toString());
    List<Party> speakers = sentence.speakers(order.toString());
    boolean glossed = form == Form.KNOWN_AS || form == Form.AKA;
    if (groups.size() < 2 || !glossed && !sentence.anyKnown(groups)) {
      return;
    }
    int last = m.end();
    while (last > m.start() && !group(sentence.text().charAt(last - 1))) {
      last--;
    }
    boolean meant = understood(sentence.text(), last);
    Phrase who = meant ? Phrase.NOBODY
        : speakers.isEmpty() ? claimant
            : new Phrase(speakers.subList(0, 1), Optional.empty(), false);
    Span evidence = sentence.span(m.start(), m.end());
    Certainty certainty = embedding.certainty(window(sentence.text(), m.start(), m.end()), false);
    AliasRelation relation = form.relation;
    if (relation == AliasRelation.SAME && m.group().contains("overlapping")) {
      relation = AliasRelation.OVERLAP;
    }
    List<Party> heads = form == Form.PART_OF ? groups.subList(0, groups.size() - 1) : groups.subList(0, 1);
    List<Party> others =
        form == Form.PART_OF ? groups.subList(groups.size() - 1, groups.size()) : groups.subList(1, groups.size());
    for (Party head : heads) {
      for (Party other : others) {
        boolean same = head.name().equalsIgnoreCase(other.name());
        boolean master = form == Form.ANSWERS_TO && other.kind() == PartyKind.BODY;
        if (same || master || head.kind() == PartyKind.BODY && other.kind() == PartyKind.BODY) {
          continue;
        }
        Party first = form == Form.RENAMED ? other : head;
        Party second = form == Form.RENAMED ? head : other;
        boolean known = drafts.stream().anyMatch(draft -> draft.evidence().get(0).overlaps(evidence)
            && (pair(draft, first, second) || form == Form.OVERLAPS && draft.frame().equals("alias-overlaps")
                && draft.second().get(0).name().equals(second.name())));
        if (!known) {
          drafts.add(new ClaimDraft(ClaimType.ALIAS, who, List.of(), certainty, said, List.of(first), List.of(second),
              Optional.of(relation.code()), "", Polarity.AFFIRMED, false, Optional.empty(), List.of(evidence),
              scene.block().kind(), "alias-" + form.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        }
      }
    }
  }

  private void listed(NameLists.Named named, SlottedSentence sentence, Scene scene, Phrase claimant, PartialDate said,
      List<ClaimDraft> drafts) {
    boolean known = sentence.anyKnown(List.of(named.group(), named.name()));
    if (!known || named.group().name().equalsIgnoreCase(named.name().name())
        || drafts.stream().anyMatch(draft -> pair(draft, named.group(), named.name()))) {
      return;
    }
    Phrase who = named.giver().map(giver -> new Phrase(List.of(giver), Optional.empty(), false)).orElse(claimant);
    Certainty certainty = embedding.certainty(sentence.text(), false);
    drafts.add(new ClaimDraft(ClaimType.ALIAS, who, List.of(), certainty, said, List.of(named.group()),
        List.of(named.name()), Optional.of(AliasRelation.SAME.code()), "", Polarity.AFFIRMED, false, Optional.empty(),
        List.of(named.words()), scene.block().kind(), "alias-listed"));
  }

  private static boolean pair(ClaimDraft draft, Party first, Party second) {
    String a = draft.first().get(0).name();
    String b = draft.second().get(0).name();
    return a.equals(first.name()) && b.equals(second.name()) || a.equals(second.name()) && b.equals(first.name());
  }

  private static String window(String text, int start, int end) {
    return text.substring(Math.max(0, start - 90), Math.min(text.length(), end + 10));
  }
}
