package org.tingbok.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tingbok.claim.Claim;
import org.tingbok.claim.IncidentAccount;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Unread;
import org.tingbok.document.Document;
import org.tingbok.ledger.ClaimFilter;
import org.tingbok.ledger.DocumentFilter;
import org.tingbok.ledger.Intake;
import org.tingbok.query.WordForms;

/// What is new of one document as it goes into the tables. All that can be worked out beforehand is, so that several
/// processors share the work and the one that writes only writes.
///
/// @param document the document
/// @param entry its entry; empty if it is on record
/// @param claims what is new
/// @param unread what is new
record Prepared(Document document, Optional<Entry> entry, List<ClaimEntry> claims, List<Entry> unread) {
  /// An entry.
  ///
  /// @param subject the id
  /// @param content the JSON
  /// @param digest its SHA-256
  /// @param words of a document the forms of its words; empty of an unread sentence
  record Entry(String subject, String content, ByteBuffer digest, String words) {
    static Entry of(String subject, String content, String words) {
      return new Entry(subject, content, ByteBuffer.wrap(Chain.digest(content)), words);
    }
  }

  /// A claim.
  ///
  /// @param entry with the forms of the words of its quotes
  /// @param row what it is found by
  /// @param account the account it is about
  record ClaimEntry(Entry entry, ClaimRow row, Optional<Account> account) {
  }

  /// An account of an operation. One object for all claims of a document that have it in the same words.
  ///
  /// @param account the account
  /// @param idKey number made of its id
  /// @param words the forms of the words that it is looked for by
  record Account(IncidentAccount account, long idKey, String words) {
    static Account of(IncidentAccount account, String language, WordForms forms) {
      return new Account(account, Terms.id(account.id()),
          ClaimRow.words(forms, language, List.of(ClaimFilter.incidentText(account))));
    }
  }

  /// Brings together neighbours of one document, whose claims then share their accounts as they do when the tables are made
  /// anew from entries.
  static List<Intake.Part> together(List<Intake.Part> parts) {
    List<Intake.Part> together = new ArrayList<>();
    for (Intake.Part part : parts) {
      Reading reading = part.reading();
      Optional<Intake.Part> before = together.isEmpty() ? Optional.empty()
          : Optional.of(together.getLast())
              .filter(one -> one.reading().document().id().equals(reading.document().id()));
      if (before.isEmpty()) {
        together.add(part);
      } else {
        Reading first = before.get().reading();
        List<Claim> claims = new ArrayList<>(first.claims());
        claims.addAll(reading.claims());
        List<Unread> unread = new ArrayList<>(first.unread());
        unread.addAll(reading.unread());
        together.set(together.size() - 1,
            new Intake.Part(new Reading(first.document(), claims, unread), before.get().newDocument()));
      }
    }
    return together;
  }

  static Prepared of(Intake.Part part, WordForms forms) {
    Reading reading = part.reading();
    Document document = reading.document();
    Optional<Entry> entry = part.newDocument()
        ? Optional.of(Entry.of(document.id().value(), EntryWriter.document(document), words(document, forms)))
        : Optional.empty();
    Map<IncidentAccount, Account> accounts = new HashMap<>();
    List<ClaimEntry> claims = reading.claims().stream().map(claim -> claim(claim, document, accounts, forms)).toList();
    List<Entry> unread = reading.unread().stream()
        .map(sentence -> unread(sentence, document)).toList();
    return new Prepared(document, entry, claims, unread);
  }

  static String words(Document document, WordForms forms) {
    return ClaimRow.words(forms, document.language(),
        List.of(document.title().orElse(""), DocumentFilter.searched(document)));
  }

  private static ClaimEntry claim(Claim claim, Document document, Map<IncidentAccount, Account> accounts,
      WordForms forms) {
    Optional<Account> account = claim.account()
        .map(told -> accounts.computeIfAbsent(told, one -> Account.of(one, document.language(), forms)));
    return new ClaimEntry(Entry.of(claim.id(), EntryWriter.claim(claim),
        ClaimRow.quotes(forms, document.language(), claim.evidence())), ClaimRow.of(claim, document), account);
  }

  private static Entry unread(Unread sentence, Document document) {
    return Entry.of(sentence.id(document.id()), EntryWriter.unread(sentence), "");
  }
}
