package org.tingbok.reading.assembly;

import java.util.List;
import java.util.Optional;
import org.tingbok.claim.Speaker;
import org.tingbok.document.Span;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.reading.knowledge.Name;
import org.tingbok.reading.knowledge.Names;
import org.tingbok.reading.mention.Discourse;
import org.tingbok.reading.mention.Phrase;
import org.tingbok.text.Block;
import org.tingbok.text.BlockKind;
import org.tingbok.text.Text;

/// Who says a whole block, where no quotation marks tell: the answers of an interview, the turns of a transcript, what a line before it
/// announces, what a headline puts behind somebody's name.
///
/// Remembers one text as it is read; not for several threads.
final class BlockSpeakers {
  /// What is said in a block, and by whom.
  ///
  /// @param said the block without labels
  /// @param who nobody if it is the publication's
  record Speech(Span said, Phrase who) {
  }

  private final String view;
  private final Names names;
  private final Discourse discourse;
  private final Interview interview;
  private final Transcript transcript;
  private final Announcements announcements;
  private Phrase speaking = Phrase.NOBODY; // whose turn it is, in a transcript

  BlockSpeakers(Text text, Names names, Discourse discourse) {
    this.view = text.view();
    this.names = names;
    this.discourse = discourse;
    interview = Interview.in(text);
    transcript = Transcript.in(text);
    announcements = new Announcements(view);
  }

  /// Looks at the next block.
  ///
  /// @param block the block
  /// @param front where it begins behind a dateline
  /// @param quotes stretches of it within quotation marks
  Speech of(Block block, int front, List<Span> quotes) {
    Interview.Turn turn = interview.turn(front, block.end());
    Span said = turn.span();
    Phrase who = turn.answer() ? interviewee() : announcements.speaks(block, quotes);
    Optional<Transcript.Turn> begins = transcript.turn(block.start(), block.end());
    if (begins.isPresent()) {
      said = begins.get().span();
      speaking = participant(begins.get());
    } else if (block.kind() == BlockKind.HEADING || block.kind() == BlockKind.TITLE) {
      speaking = Phrase.NOBODY;
      Span behind = announcements.headline(new Span(block.start(), block.end()));
      who = behind.start() > block.start() ? known(view.substring(block.start(), behind.start())) : who;
      said = who.somebody() ? behind : said;
    }
    return new Speech(said, who.somebody() ? who : speaking);
  }

  /// A sentence without whom it is addressed to.
  Span said(Span sentence) {
    return transcript.said(sentence);
  }

  /// Whether a sentence may tell who speaks elsewhere, so that it has to be parsed whatever else it holds.
  boolean tellsWho(Span sentence) {
    return announces(sentence) || transcript.introduces(sentence);
  }

  /// Whether a sentence announces what somebody says behind it.
  boolean announces(Span sentence) {
    return announcements.announces(sentence);
  }

  /// Whom the sentence looked at last announces.
  ///
  /// @param speaker nobody if it announces nothing
  void announcedBy(Phrase speaker) {
    announcements.by(speaker);
  }

  /// Who gives the answers of an interview: the first person introduced, else the first body that is not the publisher.
  private Phrase interviewee() {
    List<Discourse.Mentioned> mentions = discourse.mentions();
    return mentions.stream().filter(mention -> mention.speaker().isPresent()).findFirst()
        .or(() -> mentions.stream().filter(mention -> mention.party().kind() == PartyKind.BODY).findFirst())
        .map(mention -> new Phrase(List.of(mention.party()),
            mention.speaker().map(name -> new Speaker(name, Optional.empty())), true))
        .orElse(Phrase.NOBODY);
  }

  /// Who takes part in a talk: somebody introduced, the holder of an office, else whoever bears the name; nobody who only asks.
  private Phrase participant(Transcript.Turn turn) {
    String name = Transcript.written(turn.name());
    Optional<Phrase> introduced = discourse.person(turn.name())
        .map(one -> new Phrase(List.of(one.body()), Optional.of(new Speaker(one.name(), one.role())), true));
    boolean asks = discourse.publisher().filter(party -> party.name().equalsIgnoreCase(turn.name())).isPresent();
    if (introduced.isPresent() || asks) {
      return introduced.orElse(Phrase.NOBODY);
    }
    Phrase office = turn.office().map(this::known).orElse(Phrase.NOBODY);
    List<Party> whose = office.somebody() ? office.parties()
        : name.contains(" ") ? List.of(new Party(name, PartyKind.PERSON, Optional.empty(), turn.name())) : List.of();
    return whose.isEmpty() ? Phrase.NOBODY : new Phrase(whose, Optional.of(new Speaker(name, turn.office())), true);
  }

  /// A body, firm or state that the tables know by some words and nothing else.
  private Phrase known(String label) {
    String words = label.replaceFirst("\\s*:\\s*$", "").strip();
    return names.lookUp(words).flatMap(match -> match.as(Name.Sort.BODY)
        .or(() -> match.as(Name.Sort.ORGANISATION)).or(() -> match.as(Name.Sort.STATE)))
        .map(name -> new Phrase(List.of(new Party(name.canonical(), switch (name.sort()) {
          case BODY -> PartyKind.BODY;
          case STATE -> PartyKind.STATE;
          case ORGANISATION, OUTLET, ACTOR, MALWARE, OPERATION, ADJECTIVE, PEOPLE -> PartyKind.ORGANISATION;
        }, name.country(), words)), Optional.empty(), false))
        .orElse(Phrase.NOBODY);
  }
}
