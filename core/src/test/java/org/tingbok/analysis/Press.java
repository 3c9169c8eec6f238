package org.tingbok.analysis;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.claim.Speaker;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.ledger.Act;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.NameEntry;
import org.tingbok.ledger.Snapshot;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.vocabulary.AffiliationRelation;
import org.tingbok.vocabulary.AliasRelation;
import org.tingbok.vocabulary.CertaintyLevel;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;
import org.tingbok.vocabulary.Polarity;
import org.tingbok.vocabulary.ResponseKind;
import org.tingbok.vocabulary.RetractionKind;

/// Invented articles with claims in them, for tests of analysis.
final class Press {
  static final Party ELVHEIM = state("Elvheim", "XE");
  static final Party VARLAND = state("Varland", "XV");
  static final Party SUNDMARK = state("Sundmark", "XS");
  static final Party OTTER = actor("Salt Otter", "XV");
  static final Party HERON = actor("Iron Heron", "XV");
  static final Party LYNX = actor("Copper Lynx", "XS");
  static final Party GUARD = body("Elvheim Coast Guard", "XE");
  static final Party LABS = new Party("Lantern Labs", PartyKind.ORGANISATION, Optional.empty(), "Lantern Labs");
  static final Party TIDE = new Party("Tide Research", PartyKind.ORGANISATION, Optional.empty(), "Tide Research");
  static final Party HARBOUR = body("Harbour Office of Vestvik", "XE");

  private final List<Article> articles = new ArrayList<>();
  private final List<Act.Recorded> acts = new ArrayList<>();

  static Party state(String name, String country) {
    return new Party(name, PartyKind.STATE, Optional.of(country), name);
  }

  static Party actor(String name, String country) {
    return new Party(name, PartyKind.THREAT_ACTOR, Optional.of(country), name);
  }

  static Party body(String name, String country) {
    return new Party(name, PartyKind.BODY, Optional.of(country), name);
  }

  static Party company(String name) {
    return new Party(name, PartyKind.ORGANISATION, Optional.empty(), name);
  }

  static Document document(String source, String publisher, String title, String published, String text) {
    String sha256 = ContentId.sha256((source + text).getBytes(StandardCharsets.UTF_8));
    return new Document(DocumentId.of(sha256), source, sha256, "text/plain", text,
        Optional.of(title).filter(t -> !t.isEmpty()), Optional.of(publisher).filter(p -> !p.isEmpty()),
        PartialDate.parse(published), "en", List.of(), false, List.of(new Span(0, text.length())));
  }

  /// An article of its own words.
  Article article(String publisher, String published) {
    StringBuilder text = new StringBuilder();
    Random words = new Random(articles.size());
    for (int i = 0; i < 60; i++) {
      text.append(Integer.toString(words.nextInt(1 << 30), 36)).append(' ');
    }
    return article(document("article-" + articles.size() + ".txt", publisher, "", published, text.toString()));
  }

  /// An article of given words.
  Article article(String publisher, String published, String text) {
    return article(document("article-" + articles.size() + ".txt", publisher, "", published, text));
  }

  /// A copy of another article.
  Article copy(Article of, String publisher, String published) {
    return article(document("copy-" + articles.size() + ".txt", publisher, "", published, of.document.text()));
  }

  private Article article(Document document) {
    Article article = new Article(document);
    articles.add(article);
    return article;
  }

  Snapshot snapshot() {
    return snapshot(AsOf.NOW);
  }

  Snapshot snapshot(AsOf asOf) {
    return Snapshot.of(recorded(articles), List.of(), acts, asOf);
  }

  /// Somebody goes back on a claim or an article.
  void retracts(String by, String subject, String day) {
    acts.add(new Act.Recorded(new Act.Retracted(subject, RetractionKind.WITHDRAWN, by, LocalDate.parse(day),
        "a notice", Optional.empty()), Instant.EPOCH));
  }

  Snapshot snapshot(List<NameEntry.Recorded> names) {
    return Snapshot.of(recorded(articles), names, AsOf.NOW);
  }

  Snapshot shuffled(long seed) {
    List<Article> mixed = new ArrayList<>(articles);
    Collections.shuffle(mixed, new Random(seed));
    return Snapshot.of(recorded(mixed), AsOf.NOW);
  }

  /// The articles as they would be handed to a ledger.
  List<Reading> readings() {
    return articles.stream().map(article -> new Reading(article.document, article.claims, List.of())).toList();
  }

  private static List<Snapshot.Recorded> recorded(List<Article> articles) {
    return articles.stream()
        .map(article -> new Snapshot.Recorded(new Reading(article.document, article.claims, List.of()), Instant.EPOCH))
        .toList();
  }

  Analysis analysis() {
    return Analysis.of(snapshot());
  }

  /// An article and what it says. Claims are given the next words of its text as evidence.
  static final class Article {
    final Document document;
    private final List<Claim> claims = new ArrayList<>();
    private int accounts;

    private Article(Document document) {
      this.document = document;
    }

    IncidentAccount account(String label, String period, Party... victims) {
      return account(label, period, Set.of(), victims);
    }

    IncidentAccount account(String label, String period, Set<String> names, Party... victims) {
      return new IncidentAccount(document.id(), "account " + accounts++, label, List.of(victims),
          PartialDate.parse(period), names, Set.of());
    }

    Claim attribution(Party claimant, Party accused, IncidentAccount account, String said) {
      return add(new Claim.Attribution(document.id(), saying(claimant, said), List.of(accused), Optional.of(account),
          evidence()));
    }

    Claim attribution(Party claimant, String speaker, Party accused, IncidentAccount account, String said) {
      Saying saying = new Saying(List.of(claimant), Optional.of(new Speaker(speaker, Optional.empty())), false,
          List.of(), Certainty.ASSERTED, PartialDate.parse(said));
      return add(new Claim.Attribution(document.id(), saying, List.of(accused), Optional.of(account), evidence()));
    }

    /// As told by somebody to somebody, in an article that passes it on.
    Claim reported(Party claimant, Party accused, IncidentAccount account, String said, String... through) {
      List<String> chain = new ArrayList<>(List.of(through));
      document.publisher().ifPresent(chain::add);
      Saying saying = new Saying(List.of(claimant), Optional.empty(), false, chain, Certainty.ASSERTED,
          PartialDate.parse(said));
      return add(new Claim.Attribution(document.id(), saying, List.of(accused), Optional.of(account), evidence()));
    }

    /// In the publication's own voice.
    Claim ownVoice(Party accused, IncidentAccount account, CertaintyLevel level) {
      Certainty certainty = new Certainty(level, Optional.empty(), Optional.empty(), Optional.empty());
      Saying saying = new Saying(List.of(company(document.publisher().orElse("unnamed publisher"))), Optional.empty(),
          true, List.of(), certainty, document.published());
      return add(new Claim.Attribution(document.id(), saying, List.of(accused), Optional.of(account), evidence()));
    }

    Claim jointly(List<Party> claimants, List<Party> accused, IncidentAccount account) {
      Saying saying = new Saying(claimants, Optional.empty(), false, List.of(), Certainty.ASSERTED,
          PartialDate.NOT_STATED);
      return add(new Claim.Attribution(document.id(), saying, accused, Optional.of(account), evidence()));
    }

    Claim notAttributed(Party claimant, Optional<Party> accused, IncidentAccount account, boolean withdraws,
        String said) {
      return add(new Claim.NonAttribution(document.id(), saying(claimant, said), accused.stream().toList(),
          Optional.of(account), withdraws, evidence()));
    }

    Claim denial(Party denier, Optional<IncidentAccount> account, String said) {
      return add(new Claim.Denial(document.id(), saying(denier, said), account, evidence()));
    }

    Claim alias(Party claimant, Party first, Party second, AliasRelation relation) {
      return add(new Claim.Alias(document.id(), saying(claimant, ""), first, second, relation, evidence()));
    }

    Claim affiliation(Party claimant, Party actor, Party sponsor) {
      return affiliation(claimant, actor, sponsor, AffiliationRelation.PART_OF);
    }

    Claim affiliation(Party claimant, Party actor, Party sponsor, AffiliationRelation relation) {
      return add(new Claim.Affiliation(document.id(), saying(claimant, ""), actor, sponsor, relation, evidence()));
    }

    /// Of no operation in particular.
    Claim takesBack(Party claimant, Party accused) {
      return add(new Claim.NonAttribution(document.id(), saying(claimant, ""), List.of(accused), Optional.empty(), true,
          evidence()));
    }

    Claim response(Party who, ResponseKind kind, Party target, IncidentAccount account, String said) {
      return add(new Claim.Response(document.id(), saying(who, said), Optional.of(kind), List.of(target),
          Optional.of(account), evidence()));
    }

    Claim impact(Party who, String what, Polarity polarity, IncidentAccount account, String said) {
      return add(new Claim.Impact(document.id(), saying(who, said), Optional.of(account), what, polarity, evidence()));
    }

    List<Claim> claims() {
      return List.copyOf(claims);
    }

    private Claim add(Claim claim) {
      claims.add(claim);
      return claim;
    }

    private static Saying saying(Party claimant, String said) {
      return new Saying(List.of(claimant), Optional.empty(), false, List.of(), Certainty.ASSERTED,
          PartialDate.parse(said));
    }

    private List<Evidence> evidence() {
      int start = claims.size() * 5;
      return List.of(new Evidence(start, start + 5, document.text().substring(start, start + 5)));
    }
  }
}
