package org.tingbok.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.claim.Certainty;
import org.tingbok.claim.Claim;
import org.tingbok.claim.Evidence;
import org.tingbok.claim.Reading;
import org.tingbok.claim.Saying;
import org.tingbok.document.Document;
import org.tingbok.document.DocumentId;
import org.tingbok.document.Span;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.mention.Party;
import org.tingbok.mention.PartyKind;
import org.tingbok.store.Ledgers;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.ContentId;
import org.tingbok.vocabulary.PartialDate;

/// The review room as analysts use it: by keyboard, by mouse, without scripts, and two at once.
class ReviewInChromiumTest {
  private static final int MANY = 30;

  @TempDir
  private Path folder = Path.of("");
  private final Chromium chromium = Chromium.start();
  private Path file;

  @BeforeEach
  void makeALedger() {
    file = folder.resolve("tingbok.ledger");
    try (Ledger made = Ledgers.open(file, Casebook.CLOCK)) {
      made.append(Casebook.readings());
      made.append(List.of(locks()));
    }
  }

  @AfterEach
  void stop() {
    chromium.close();
  }

  /// A report of many accusations, a paragraph each.
  private static Reading locks() {
    StringBuilder text = new StringBuilder();
    List<Evidence> places = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String sentence = "Grey Heron opened lock " + i + ", the Lock Office said.";
      places.add(new Evidence(text.length(), text.length() + sentence.length(), sentence));
      text.append(sentence).append("\n\n");
    }
    String sha256 = ContentId.sha256(text.toString().getBytes(StandardCharsets.UTF_8));
    DocumentId id = DocumentId.of(sha256);
    Document document = new Document(id, "locks.txt", sha256, "text/plain", text.toString(), Optional.of("Locks"),
        Optional.of("Lock Post"), PartialDate.day(LocalDate.of(2024, 3, 2)), "en", List.of(), false,
        List.of(new Span(0, text.length())));
    Saying saying = new Saying(List.of(new Party("Lock Office", PartyKind.BODY, Optional.empty(), "the Lock Office")),
        Optional.empty(), false, List.of("Lock Post"), Certainty.ASSERTED, PartialDate.day(LocalDate.of(2024, 3, 1)));
    Party heron = new Party("Grey Heron", PartyKind.THREAT_ACTOR, Optional.of("CN"), "Grey Heron");
    return new Reading(document, places.stream().map(
        place -> (Claim) new Claim.Attribution(id, saying, List.of(heron), Optional.empty(), List.of(place))).toList(),
        List.of());
  }

  private BrowserContext window() {
    return chromium.window(1440, 900, ColorScheme.LIGHT, true);
  }

  private long rulings(Ledger ledger) {
    return ledger.asOf(AsOf.NOW).acts().size();
  }

  /// What somebody who knows the keys needs for twenty claims: a key or two each, and never the mouse.
  @Test
  void twentyClaimsAreRuledOnByKeysWithoutLosingPlace() {
    try (Desks desks = Desks.of(file); BrowserContext window = window()) {
      Page page = window.newPage();
      page.navigate(desks.address() + "/review");
      Locator total = page.locator(".queues [aria-current] .count");
      int before = Integer.parseInt(total.innerText());
      page.locator(".rule input[name=by]").first().fill("ida");
      page.keyboard().press("Escape");
      long began = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        page.keyboard().press(i % 4 == 3 ? String.valueOf(1 + i % 9) : "c");
        assertThat(total).hasText(String.valueOf(before - 1 - i));
        assertThat(page.locator(".waiting:focus")).hasCount(1);
      }
      // Told and not asserted: how long depends on the machine, and a person is slower than it.
      System.out.println("20 rulings by keys took " + (System.nanoTime() - began) / 1_000_000 + " ms");
      org.assertj.core.api.Assertions.assertThat(rulings(desks.ledger())).isEqualTo(20);
      // Further ones came without a new page.
      assertThat(page.locator(".waiting").first()).isVisible();
      org.assertj.core.api.Assertions.assertThat(page.locator(".waiting").count()).isGreaterThan(5);
      page.keyboard().press("u");
      assertThat(page.locator(".done")).containsText("undone");
      assertThat(total).hasText(String.valueOf(before - 19));
    }
  }

  @Test
  void aSlotUnderTheCursorIsCorrectedAndTheEvidenceShown() {
    try (Desks desks = Desks.of(file); BrowserContext window = window()) {
      Page page = window.newPage();
      page.navigate(desks.address() + "/review");
      page.locator(".rule input[name=by]").first().fill("ida");
      page.keyboard().press("Escape");
      page.keyboard().press("o");
      assertThat(page.locator(".paragraphs mark").first()).containsText("Grey Heron opened lock");
      page.keyboard().press("?");
      assertThat(page.locator("dialog.help")).isVisible();
      page.keyboard().press("Escape");
      assertThat(page.locator("dialog.help")).isHidden();
      String claim = page.locator(".waiting").first().getAttribute("data-claim");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("ArrowRight");
      page.keyboard().press("e");
      page.keyboard().type("Arctic Tern");
      page.keyboard().press("Enter");
      assertThat(page.locator(".done")).containsText("corrected");
      page.keyboard().press("j");
      page.keyboard().press("O");
      page.waitForURL(Pattern.compile(".*/document/.*"));
      String left = page.url();
      page.goBack();
      assertThat(page.locator(".waiting:focus")).hasCount(1);
      org.assertj.core.api.Assertions.assertThat(left).contains("#e-");
      page.navigate(desks.address() + claim);
      assertThat(page.locator("h1")).containsText("Arctic Tern");
    }
  }

  @Test
  void aSentenceIsSetAsideAndTakenBackByKeysAndWithoutScripts() {
    try (Desks desks = Desks.of(file);
        BrowserContext window = window();
        BrowserContext plain = chromium.window(390, 844, ColorScheme.DARK, false)) {
      Page page = window.newPage();
      page.navigate(desks.address() + "/review?queue=unread");
      page.locator(".rule input[name=by]").first().fill("ida");
      page.keyboard().press("Escape");
      page.keyboard().press("1");
      assertThat(page.locator(".done")).containsText("no claim");
      assertThat(page.locator(".waiting")).hasCount(0);
      page.keyboard().press("u");
      assertThat(page.locator(".done")).containsText("undone");
      assertThat(page.locator(".waiting")).hasCount(1);
      page.keyboard().press("1");
      assertThat(page.locator(".waiting")).hasCount(0);

      Page narrow = plain.newPage();
      narrow.navigate(desks.address() + "/review?queue=aside");
      assertThat(narrow.locator(".waiting")).containsText("set aside by ida");
      narrow.locator(".waiting .rule input[name=by]").fill("per");
      narrow.locator(".waiting .rule input[name=reason]").fill("it tells who");
      narrow.locator("text=Take back").click();
      assertThat(narrow.locator(".waiting")).hasCount(0);
      narrow.navigate(desks.address() + "/review?queue=unread");
      assertThat(narrow.locator(".waiting")).containsText("unread again, by per");
    }
  }

  @Test
  void twoWhoRuleOnOneClaimAreToldAndGoOn() {
    try (Desks desks = Desks.of(file); BrowserContext one = window(); BrowserContext other = window()) {
      Page ida = one.newPage();
      Page per = other.newPage();
      ida.navigate(desks.address() + "/review");
      per.navigate(desks.address() + "/review");
      ida.locator(".rule input[name=by]").first().fill("ida");
      ida.keyboard().press("Escape");
      ida.keyboard().press("c");
      assertThat(ida.locator(".done")).containsText("confirmed");
      per.locator(".rule input[name=by]").first().fill("per");
      per.keyboard().press("Escape");
      per.keyboard().press("1");
      assertThat(per.locator(".done")).containsText("RULED_MEANWHILE");
      assertThat(per.locator(".meanwhile")).containsText("confirmed by ida");
      org.assertj.core.api.Assertions.assertThat(rulings(desks.ledger())).isEqualTo(1);
      per.keyboard().press("1");
      assertThat(per.locator(".done")).containsText("rejected");
      org.assertj.core.api.Assertions.assertThat(rulings(desks.ledger())).isEqualTo(2);
    }
  }

  private static String ferry(Page page, Desks desks) {
    page.navigate(desks.address() + "/review?queue=unread");
    return desks.address() + page.locator(".waiting").first().getAttribute("data-document");
  }

  @Test
  void wordsAreMarkedWithTheMouseAndBecomeAClaim() {
    try (Desks desks = Desks.of(file); BrowserContext window = window()) {
      Page page = window.newPage();
      page.navigate(ferry(page, desks));
      Locator paragraph = page.locator(".text p").filter(new Locator.FilterOptions().setHasText("fairy tale")).first();
      paragraph.evaluate("p => getSelection().selectAllChildren(p)");
      page.locator(".marker [data-do=add]").click();
      page.waitForURL(Pattern.compile(".*/claim\\?evidence=.*"));
      assertThat(page.locator(".text mark")).containsText("The Embassy of China in Norway called");
      page.locator("select[name=type]").selectOption("impact");
      assertThat(page.locator("input[name=accused]")).isHidden();
      page.locator("input[name=claimant]").fill("Embassy of China in Norway");
      page.locator("input[name=what]").fill("a fairy tale");
      page.locator(".mark input[name=by]").fill("ida");
      page.locator(".mark input[name=reason]").fill("for the test");
      page.locator("text=Record the claim").click();
      page.waitForURL(Pattern.compile(".*/claim/claim--.*"));
      assertThat(page.locator("main")).containsText("added by ida");
    }
  }

  @Test
  void wordsAreMarkedByKeyboard() {
    try (Desks desks = Desks.of(file); BrowserContext window = window()) {
      Page page = window.newPage();
      page.navigate(ferry(page, desks));
      page.keyboard().press("m");
      page.keyboard().press("Shift+ArrowRight");
      page.keyboard().press("Shift+ArrowRight");
      assertThat(page.locator(".marker")).isVisible();
      page.keyboard().press("Enter");
      page.waitForURL(Pattern.compile(".*/claim\\?evidence=.*"));
      assertThat(page.locator(".text mark")).hasText("Service names a");
    }
  }

  @Test
  void wordsAreCopiedWhereThereAreNoScripts() {
    try (Desks desks = Desks.of(file);
        BrowserContext window = chromium.window(390, 844, ColorScheme.DARK, false)) {
      Page page = window.newPage();
      page.navigate(ferry(page, desks));
      page.locator(".adding textarea").fill("Stolen passwords opened the door");
      page.locator(".adding button").click();
      assertThat(page.locator(".text mark")).hasText("Stolen passwords opened the door");
      page.locator("select[name=type]").selectOption("method");
      page.locator("input[name=what]").fill("stolen passwords, twice");
      page.locator(".mark input[name=by]").fill("per");
      page.locator(".mark input[name=reason]").fill("no script");
      page.locator("text=Record the claim").click();
      assertThat(page.locator("main")).containsText("added by per");
      ruling(page, "Take it back", "a slip");
      assertThat(page.locator("main")).containsText("No longer on record: rejected by per");
      ruling(page, "Undo the ruling", "no slip");
      assertThat(page.locator("text=Correct it slot by slot")).isVisible();
    }
  }

  /// Fills the form that has the button; a page may have more forms that rule.
  private static void ruling(Page page, String button, String reason) {
    Locator form = page.locator("form[action$=ruling]").filter(new Locator.FilterOptions()
        .setHas(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))));
    form.locator("input[name=by]").fill("per");
    form.locator("input[name=reason]").fill(reason);
    form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button)).click();
  }

  private static void accuse(Page page, String accused, String who) {
    page.locator("input[name=accused]").fill(accused);
    page.locator(".mark input[name=by]").fill(who);
    page.locator(".mark input[name=reason]").fill("seen by " + who);
    page.locator("text=Record the claim").click();
  }

  @Test
  void twoWhoAddAtTheSameWordsAreToldAndGoOn() {
    try (Desks desks = Desks.of(file); BrowserContext one = window(); BrowserContext other = window()) {
      Page ida = one.newPage();
      Page per = other.newPage();
      ida.navigate(desks.address() + "/review?queue=unread");
      per.navigate(desks.address() + "/review?queue=unread");
      ida.locator(".waiting a.button").first().click();
      per.locator(".waiting a.button").first().click();
      accuse(ida, "Grey Heron", "ida");
      accuse(per, "Arctic Tern", "per");
      assertThat(ida.locator("main")).containsText("added by ida");
      assertThat(per.locator("[role=alert]")).containsText("ADDED_MEANWHILE");
      assertThat(per.locator("[role=alert]")).containsText("added by ida: seen by ida");
      assertThat(per.locator("input[name=accused]")).hasValue("Arctic Tern");
      per.locator("text=Record the claim").click();
      assertThat(per.locator("main")).containsText("added by per");
    }
  }

  @Test
  void incidentsAreSplitAndJoinedAndTwoAtOnceAreTold() {
    try (Desks desks = Desks.of(file); BrowserContext one = window(); BrowserContext other = window()) {
      Page ida = one.newPage();
      Page per = other.newPage();
      for (Page page : List.of(ida, per)) {
        page.navigate(desks.address() + "/incident/fjordline");
        page.locator("text=Join or split").click();
      }
      ida.locator("fieldset legend input[name=part]").last().check();
      Locator split = ida.locator("form").filter(new Locator.FilterOptions().setHasText("Split off"));
      split.locator("input[name=by]").fill("ida");
      split.locator("input[name=reason]").fill("a second break-in");
      split.locator("button").click();
      assertThat(ida.locator("main")).containsText("Kept apart");

      Locator late = per.locator("form").filter(new Locator.FilterOptions().setHasText("Split off"));
      per.locator("fieldset legend input[name=part]").first().check();
      late.locator("input[name=by]").fill("per");
      late.locator("input[name=reason]").fill("mine");
      late.locator("button").click();
      assertThat(per.locator("main")).containsText("REGROUPED_MEANWHILE");
      assertThat(per.locator("main")).containsText("kept apart by ida");
      per.locator("text=go on").click();
      assertThat(per.locator("main")).containsText("a second break-in");
      per.locator(".find-other input").fill("police");
      per.locator("text=Find").click();
      per.locator("input[name=with]").first().check();
      Locator join = per.locator("form").filter(new Locator.FilterOptions().setHasText("Which are the same"));
      join.locator("input[name=by]").fill("per");
      join.locator("input[name=reason]").fill("one crew, one night");
      join.locator("button").click();
      assertThat(per.locator("#found ~ ul")).containsText("one crew, one night");
      Locator undo = per.locator(".decisions li").filter(new Locator.FilterOptions().setHasText("one crew"));
      undo.locator("input[name=by]").fill("per");
      undo.locator("input[name=reason]").fill("not so");
      undo.locator("button").click();
      assertThat(per.locator("main")).not().containsText("one crew, one night");
    }
  }
}
