package org.tingbok.reading.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Speaker;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.alias.AliasReader;
import org.tingbok.reading.alias.NameTable;
import org.tingbok.reading.clause.BrokenNames;
import org.tingbok.reading.clause.Genitives;
import org.tingbok.reading.clause.GermanCases;
import org.tingbok.reading.clause.Inversion;
import org.tingbok.reading.clause.LostVerbs;
import org.tingbok.reading.clause.MaskedNames;
import org.tingbok.reading.clause.Roles;
import org.tingbok.reading.clause.Tree;
import org.tingbok.reading.frame.Authorship;
import org.tingbok.reading.frame.Belief;
import org.tingbok.reading.frame.ClaimDraft;
import org.tingbok.reading.frame.Context;
import org.tingbok.reading.frame.FrameCatalogue;
import org.tingbok.reading.frame.FrameReader;
import org.tingbok.reading.frame.TrainedLexicon;
import org.tingbok.reading.frame.Pairing;
import org.tingbok.reading.frame.Misreadings;
import org.tingbok.reading.frame.OwnAccusations;
import org.tingbok.reading.frame.PropositionReader;
import org.tingbok.reading.frame.SayingDay;
import org.tingbok.reading.frame.Scene;
import org.tingbok.reading.incident.IncidentBook;
import org.tingbok.reading.incident.KnownOperations;
import org.tingbok.reading.incident.Lead;
import org.tingbok.reading.incident.OperationReader;
import org.tingbok.reading.knowledge.Glossary;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.NameMatch;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.knowledge.WordList;
import org.tingbok.reading.labelling.Labeller;
import org.tingbok.reading.labelling.Proposition;
import org.tingbok.reading.labelling.Quotes;
import org.tingbok.reading.labelling.WordClasses;
import org.tingbok.reading.mention.Discourse;
import org.tingbok.reading.mention.PartyResolver;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.reading.syntax.SyntaxAnalyzer;
import org.tingbok.reading.time.TimeExpressions;
import org.tingbok.reading.time.TimeMention;
import org.tingbok.text.Block;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Sentence;
import org.tingbok.text.Text;
import org.tingbok.text.Token;
import org.tingbok.vocabulary.ClaimType;
import org.tingbok.vocabulary.PartialDate;

/// Reads the claims of one text, sentence by sentence from the front.
///
/// Pure and safe to share; all state of a reading lives in the call.
public final class ClaimReader {
  private static final WordList PLATFORM = WordList.of("platform");
  private static final Pattern CLOCK = Pattern.compile("\\W*(?:[01]?\\d|2[0-3])[:.h][0-5]\\d(?!\\d)");
  private static final Pattern SUBJECTLESS =
      Pattern.compile("dijo|declaró|afirmó|añadió|explicó|aseguró|señaló|indicó|subrayó|agregó|insistió|advirtió");
  private static final int LONGEST_SENTENCE = 1500;
  private static final int FRONT = 12; // code units before a date that stands at the front of its sentence

  private final Names names;
  private final Belief belief;
  private final FrameCatalogue frames;
  private final AliasReader aliases;
  private final ClaimGate gate;
  private final WordClasses classes;
  private final Labeller labeller = Labeller.standard();

  /// A reader with some knowledge.
  ///
  /// @param names the knowledge of names
  /// @param frames the frames
  public ClaimReader(Names names, FrameCatalogue frames) {
    this(names, frames, Belief.standard());
  }

  /// A reader that believes what it is told to.
  ///
  /// @param names the knowledge of names
  /// @param frames the frames
  /// @param belief which of the claims that it reads hold
  public ClaimReader(Names names, FrameCatalogue frames, Belief belief) {
    this.names = names;
    this.belief = belief;
    this.frames = frames;
    this.aliases = new AliasReader(frames.embedding());
    this.gate = new ClaimGate(frames);
    this.classes = new TrainedLexicon(frames.embedding());
  }

  /// Reads a text.
  ///
  /// @param text the text
  /// @param anchor the day that it speaks from; empty if unknown
  /// @return its claims and what stayed unread; nothing for languages that are not read
  public Reading read(Text text, Optional<LocalDate> anchor) {
    return read(text, anchor, new HashMap<>());
  }

  /// The same, telling by which frame or pattern each claim was found.
  ///
  /// @param text the text
  /// @param anchor the day that it speaks from; empty if unknown
  /// @param by takes the ids of frames by those of claims
  /// @return its claims and what stayed unread
  public Reading read(Text text, Optional<LocalDate> anchor, Map<String, String> by) {
    String view = text.view();
    Optional<String> language = Subject.language(text.document().language());
    if (language.isEmpty()) {
      return new Reading(text.document(), List.of(), List.of());
    }
    List<NameMatch> found = names.find(view, language.get());
    if (!Subject.cyber(view, found, language.get())) {
      return new Reading(text.document(), List.of(), List.of());
    }
    Session session = new Session(text, language.get(), anchor, found);
    for (Block block : text.blocks()) {
      session.block(block);
    }
    return session.finish(by);
  }

  private final class Session {
    private final Text text;
    private final String view;
    private final String language;
    private final SyntaxAnalyzer syntax;
    private final List<NameMatch> matches;
    private final Discourse discourse;
    private final IncidentBook incidents;
    private final TimeExpressions times;
    private final List<ClaimDraft> drafts = new ArrayList<>();
    private final List<ClaimDraft> tabled = new ArrayList<>(); // what tables say, which nobody has to doubt
    private final NameTable tables;
    private final UnreadSentences unread;
    private final List<List<String>> signs = new ArrayList<>(); // of each draft, in the same order
    private final Sections sections;
    private final Corrections corrections = new Corrections();
    private final Map<Integer, Boolean> mentioned = new HashMap<>();
    private final SpeechDays days;
    private final BlockSpeakers speakers;
    private final QuoteSpeakers quoteSpeakers;
    private Optional<LocalDate> written;
    private Phrase quotee = Phrase.NOBODY;

    Session(Text text, String language, Optional<LocalDate> anchor, List<NameMatch> matches) {
      this.text = text;
      this.view = text.view();
      this.language = language;
      this.syntax = SyntaxAnalyzer.load(language);
      this.matches = matches;
      this.unread = new UnreadSentences(text, frames);
      this.tables = new NameTable(text, names, publisher());
      this.written = anchor;
      this.days = new SpeechDays(live());
      this.discourse = new Discourse(publisher(), anchor);
      this.speakers = new BlockSpeakers(text, names, discourse);
      this.quoteSpeakers = new QuoteSpeakers(view, matches, discourse);
      this.incidents = new IncidentBook(KnownOperations.in(names, anchor, Subject.actors(matches)));
      publisher().filter(party -> party.kind() == PartyKind.BODY).flatMap(Party::country)
          .ifPresent(discourse::toldFrom);
      this.times = new TimeExpressions(anchor, anchor.isPresent() ? OptionalInt.empty() : year());
      this.sections = new Sections(text);
    }

    /// Whether entries bear the time of day at which they were written.
    private boolean live() {
      return text.blocks().stream()
          .filter(block -> block.kind() == BlockKind.METADATA && block.end() - block.start() < 40
              && CLOCK.matcher(view.substring(block.start(), block.end())).lookingAt())
          .limit(3).count() == 3;
    }

    /// The year of the one known operation whose victim and month a text without a date names.
    private OptionalInt year() {
      Set<String> victims = new HashSet<>();
      matches.forEach(match -> match.names().forEach(name -> victims.add(name.canonical())));
      return names.yearOf(victims, TimeExpressions.months(view));
    }

    private Optional<Party> publisher() {
      return text.document().publisher()
          .map(name -> names.lookUp(name).flatMap(match -> match.as(Name.Sort.ORGANISATION)
              .or(() -> match.as(Name.Sort.OUTLET)).or(() -> match.as(Name.Sort.BODY)))
              .map(known -> new Party(known.canonical(), known.sort() == Name.Sort.BODY ? PartyKind.BODY
                  : PartyKind.ORGANISATION, known.country(), name))
              .orElse(new Party(name, PartyKind.ORGANISATION, Optional.empty(), name)));
    }

    void block(Block block) {
      if (block.kind() == BlockKind.METADATA) {
        toldFrom(Dateline.filed(view.substring(block.start(), block.end())));
      }
      if (block.kind() == BlockKind.BOILERPLATE || block.kind() == BlockKind.METADATA) {
        return;
      }
      if (block.kind() == BlockKind.HEADING) {
        discourse.tells(Phrase.NOBODY);
        incidents.section(sections.heading(incidents.first().isEmpty()));
      } else {
        incidents.section(sections.paragraph(block));
        incidents.paragraph();
      }
      times.paragraph();
      block.stamp().first().ifPresent(day -> {
        times.speakFrom(day);
        written = Optional.of(day);
      });
      List<ClaimDraft> row = block.kind() == BlockKind.TABLE_ROW ? tables.read(block, spokenOf(block)) : List.of();
      if (!row.isEmpty()) {
        tabled.addAll(row);
        return;
      }
      List<Span> quotes = Quotes.in(view, block.start(), block.end());
      toldFrom(Dateline.place(view, block));
      int front = Dateline.end(view, block);
      if (front > block.start()) {
        Span dateline = new Span(block.start(), front);
        unparsed(block, dateline, times.find(view, block.start(), front).stream()
            .map(time -> new TimeMention(block.start(), time.end(), time.value(), false)).toList());
      }
      BlockSpeakers.Speech speech = speakers.of(block, front, quotes);
      Span said = speech.said();
      if (speech.who().somebody()) {
        quotee = speech.who();
        quotes = List.of(said);
      }
      for (Span span : syntax.split(view, said.start(), said.end())) {
        if (span.length() > 2 && span.length() < LONGEST_SENTENCE) {
          sentence(block, speakers.said(span), quotes);
        }
      }
    }

    /// The group that was spoken of last before a block.
    private Optional<Party> spokenOf(Block block) {
      return discourse.last(block.start(), mention -> mention.party().kind() == PartyKind.THREAT_ACTOR)
          .map(Discourse.Mentioned::party);
    }

    /// The first place that a dateline names tells from which state the text is told.
    private void toldFrom(Optional<String> place) {
      if (discourse.home().isEmpty()) {
        place.flatMap(names::lookUp).flatMap(match -> match.as(Name.Sort.STATE)).flatMap(Name::country)
            .ifPresent(discourse::toldFrom);
      }
    }

    private void sentence(Block block, Span span, List<Span> quotes) {
      String words = view.substring(span.start(), span.end());
      stand(corrections.stand(words, drafts.size()));
      int before = drafts.size();
      read(block, span, quotes);
      if (corrections.disowned(words)) {
        stand(before);
      }
    }

    /// Leaves out the claims behind the first so many.
    private void stand(int count) {
      drafts.subList(count, drafts.size()).clear();
      signs.subList(count, signs.size()).clear();
    }

    private void read(Block block, Span span, List<Span> quotes) {
      List<NameMatch> here = matches.stream()
          .filter(match -> match.start() < span.end() && match.end() > span.start()).toList();
      incidents.sentence();
      incidents.mention(here.stream().filter(match -> !match.weak() && !posted(match))
          .flatMap(match -> match.names().stream()).toList(), span.start());
      List<TimeMention> found = times.find(view, span.start(), span.end());
      incidents.dated(front(span, found), span.start());
      if (!speakers.tellsWho(span) && !gate.mayHold(view.substring(span.start(), span.end()), here, language)) {
        here.forEach(this::mention);
        unparsed(block, span, found);
        return;
      }
      Sentence guessed = MaskedNames.parse(syntax, view, span, here, found);
      Sentence whole = BrokenNames.read(guessed);
      Sentence parsed = Genitives.read(switch (language) {
        case "de" -> GermanCases.read(whole);
        case "nb" -> Inversion.read(whole);
        case "en" -> LostVerbs.read(whole);
        default -> whole;
      }, language);
      if (parsed.tokens().isEmpty()) {
        return;
      }
      Sentence sentence = Glossary.standard().read(parsed, language);
      Tree tree = new Tree(sentence);
      PartyResolver resolver = new PartyResolver(tree, view, here, names, discourse);
      List<Span> quoted = quotes.stream().filter(quote -> quote.overlaps(span)).toList();
      boolean announced = speakers.announces(span);
      Phrase speaker = quoted.isEmpty() && !announced ? Phrase.NOBODY : quotee(tree, resolver, quoted, span);
      speakers.announcedBy(announced ? quotee : Phrase.NOBODY);
      if (speaker.somebody()) {
        resolver.quote(speaker);
      }
      for (Token token : tree.tokens()) {
        if (Tree.nominal(token)
            && Tree.is(token, "nsubj", "obj", "obl", "nmod", "root", "conj", "appos", "iobj", "parataxis",
                "dep", "ccomp")
            && mentioned.put(token.start(), Boolean.TRUE) == null) {
          resolver.resolve(token);
        }
      }
      Scene scene = new Scene(view, block, tree, new Roles(tree), resolver, here, found, quoted, speaker, discourse,
          incidents, names, true, language);
      new Authorship(scene, frames.embedding()).note();
      parsed(scene, span);
      FrameReader reader = new FrameReader(scene, frames, drafts);
      List<ClaimDraft> read = new ArrayList<>(reader.read());
      Context root = reader.rootContext();
      for (ClaimDraft alias : aliases.read(scene, root.claimant(), root.saidOn())) {
        boolean glossed = alias.claimant().somebody() || alias.frame().equals("alias-known-as")
            || AliasReader.understood(scene.view(), alias.evidence().get(0).end());
        Phrase namer = glossed ? Phrase.NOBODY : reader.namer(alias.evidence().get(0));
        read.add(namer.somebody() ? alias.by(namer) : alias);
      }
      Pairing pairing = new Pairing(scene);
      read.removeIf(draft -> !pairing.holds(draft));
      List<Proposition> propositions = labeller.label(parsed, here, found, quoted, language, classes).stream()
          .map(proposition -> proposition.over(sentence.tokens())).toList();
      read = Pairing.withoutRivals(Reconciliation.of(read, propositions, new PropositionReader(scene, frames, drafts)));
      read = new RejectedNames(names, view.substring(span.start(), span.end())).without(read);
      read = Misreadings.without(OwnAccusations.without(read), view.substring(span.start(), span.end()), drafts);
      if (read.isEmpty()) {
        unread.look(scene, span, propositions);
      }
      Lead.tell(tree, new OperationReader(tree, scene.roles(), resolver, here, found, names), incidents);
      signs.addAll(Belief.signs(scene, propositions, read));
      drafts.addAll(read);
      read.stream().filter(draft -> draft.type() == ClaimType.ATTRIBUTION).flatMap(draft -> draft.first().stream())
          .flatMap(party -> party.country().stream()).forEach(discourse::accuse);
      Phrase teller = reader.teller(read);
      if (teller.somebody()) {
        discourse.tells(teller);
      }
    }

    /// "in a post on Twitter": a name that only tells where somebody wrote calls nothing to mind that was done to its bearer.
    private boolean posted(NameMatch match) {
      return view.startsWith("on ", Math.max(0, match.start() - 3)) && PLATFORM.contains(view
          .substring(match.start(), match.end()).toLowerCase(Locale.ROOT));
    }

    /// When a sentence is told to have been said, and by whom.
    private void parsed(Scene scene, Span span) {
      SayingDay saying = new SayingDay(scene, frames);
      SayingDay.Main main = saying.main();
      if (main.day().stated()) {
        times.tell(main.day(), span.end());
      }
      PartialDate day = main.telling() ? main.day() : PartialDate.NOT_STATED;
      Set<String> speakers = new HashSet<>();
      if (day.stated()) {
        for (Token token : scene.tree().tokens()) {
          if (Tree.is(token, "nsubj") && Tree.nominal(token)) {
            scene.resolver().resolve(token).parties().forEach(party -> speakers.add(party.name()));
          }
        }
      }
      days.add(new SpeechDays.Told(span, scene.block(), speakers, day, saying.present(), written));
    }

    /// A sentence that holds no claim may still date those behind it: "In June 2017 came the worm."
    private void unparsed(Block block, Span span, List<TimeMention> found) {
      PartialDate day = front(span, found);
      if (day.stated()) {
        times.tell(day, span.end());
      }
      days.add(new SpeechDays.Told(span, block, Set.of(), day, false, written));
    }

    /// The day at the front of a sentence; not stated if none is.
    private static PartialDate front(Span span, List<TimeMention> found) {
      return found.stream().filter(time -> time.value().stated() && !time.since()
          && time.start() - span.start() <= FRONT).findFirst().map(TimeMention::value).orElse(PartialDate.NOT_STATED);
    }

    /// Names in a sentence that is not parsed can still be led back to.
    private void mention(NameMatch match) {
      for (Name name : match.names()) {
        boolean party = switch (name.sort()) {
          case ACTOR, BODY, ORGANISATION, OUTLET -> !match.weak();
          case STATE, ADJECTIVE, PEOPLE, MALWARE, OPERATION -> false;
        };
        if (party) {
          PartyKind kind = name.sort() == Name.Sort.ACTOR ? PartyKind.THREAT_ACTOR
              : name.sort() == Name.Sort.BODY ? PartyKind.BODY : PartyKind.ORGANISATION;
          String called = name.sort() == Name.Sort.ACTOR ? match.spelling() : name.canonical();
          discourse.add(
              new Discourse.Mentioned(new Party(called, kind, name.country(), called), match.start(), false, Set.of(
                  name.kind()), Optional.empty()));
          return;
        }
      }
    }

    /// Who is quoted: the subject of a predicate of saying outside the marks, else whoever was quoted last.
    private Phrase quotee(Tree tree, PartyResolver resolver, List<Span> quoted, Span span) {
      Roles roles = new Roles(tree);
      for (Token token : tree.tokens()) {
        boolean outside =
            quoted.stream().noneMatch(quote -> quote.start() <= token.start() && token.end() <= quote.end());
        if (outside && Tree.verbal(token) && frames.embedding().verb(Tree.lemma(token)).isPresent()) {
          List<Token> subject = roles.subject(token);
          if (!subject.isEmpty()) {
            Phrase phrase = resolver.resolve(subject.get(0));
            if (phrase.somebody()) {
              quotee = phrase;
              return phrase;
            }
          }
        }
      }
      boolean whole = quoted.stream().anyMatch(quote -> quote.length() > span.length() / 2);
      if (whole && language.equals("es")
          && tree.tokens().stream().anyMatch(token -> SUBJECTLESS.matcher(token.form()).matches()
              && roles.subject(token).isEmpty())) { // "…", dijo: whoever acted last
        discourse.last(span.start(), mention -> mention.subject() && (mention.speaker().isPresent()
            || mention.party().kind() == PartyKind.BODY))
            .ifPresent(mention -> quotee = new Phrase(List.of(mention.party()),
                mention.speaker().map(name -> new Speaker(name, Optional.empty())), true));
        return quotee;
      }
      Phrase told = !whole ? Phrase.NOBODY
          : quoteSpeakers.behind(quoted.stream().max(Comparator.comparingInt(Span::length)).orElseThrow());
      quotee = told.somebody() ? told : quotee;
      return whole ? quotee : Phrase.NOBODY;
    }

    /// Leaves out what is no claim: that is listed as unread.
    private void believe() {
      for (int at : belief.doubted(drafts, signs, view.length())) {
        ClaimDraft draft = drafts.remove(at);
        unread.doubted(draft);
      }
    }

    Reading finish(Map<String, String> by) {
      believe();
      drafts.addAll(tabled);
      List<Claim> claims = new ArrayList<>();
      Set<String> ids = new HashSet<>();
      ClaimAssembler assembler = new ClaimAssembler(text, discourse, days);
      for (Claim claim : assembler.assemble(new Placement(drafts, incidents).placed())) {
        if (ids.add(claim.id())) {
          claims.add(claim);
        }
      }
      by.putAll(assembler.frames());
      return new Reading(text.document(), claims, unread.all());
    }
  }
}
