package org.tingbok.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tingbok.app.desk.Parts;
import org.tingbok.claim.Decision;
import org.tingbok.ledger.AsOf;
import org.tingbok.ledger.Ledger;
import org.tingbok.ledger.NamesOnRecord;
import org.tingbok.testkit.Casebook;
import org.tingbok.vocabulary.Verdict;

class GroundsTest {
  private final Ledger ledger = Casebook.ledger();
  private final AtomicReference<String> stamp = new AtomicReference<>("first");

  @Test
  void takesAChangeInAtOnceWhereThatIsQuick() {
    Grounds grounds = new Grounds(ledger, stamp::get, Duration.ofDays(1));
    Parts first = parts(grounds);
    assertThat(parts(grounds)).isSameAs(first);
    stamp.set("second");
    assertThat(parts(grounds)).isNotSameAs(first);
  }

  @Test
  void answersByTheLastGroundworkWhileTheNextIsMade() {
    CountDownLatch walking = new CountDownLatch(1);
    CountDownLatch onwards = new CountDownLatch(1);
    Grounds grounds = new Grounds(stopping(walking, onwards), stamp::get, Duration.ZERO);
    Parts first = parts(grounds);
    stamp.set("second");
    assertThat(parts(grounds)).isSameAs(first);
    assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
      walking.await();
      assertThat(parts(grounds)).isSameAs(first);
      onwards.countDown();
      while (parts(grounds) == first) {
        Thread.onSpinWait();
      }
    });
    assertThat(parts(grounds).ground().documents()).isNotEmpty().isEqualTo(first.ground().documents());
  }

  @Test
  void tellsAtOnceWhatIsDecidedOfNamesWhileTheNextIsMade() {
    CountDownLatch onwards = new CountDownLatch(1);
    Grounds grounds = new Grounds(stopping(new CountDownLatch(1), onwards), stamp::get, Duration.ZERO);
    Parts first = parts(grounds);
    Decision decision = new Decision("Grey Heron", "Salt Otter", Verdict.SAME, "one set of keys", "ida",
        LocalDate.of(2026, 1, 2));
    ledger.append(decision);
    stamp.set("second");
    assertThat(parts(grounds).ground().onRecord(Optional.empty()).decisions())
        .extracting(NamesOnRecord.Decided::decision).contains(decision);
    assertThat(parts(grounds).ground().incidents()).isSameAs(first.ground().incidents());
    onwards.countDown();
  }

  @Test
  void waitsForAWalkWhereSomebodyHasToSeeWhatHeRecorded() {
    Grounds grounds = new Grounds(ledger, stamp::get, Duration.ZERO);
    Parts first = parts(grounds);
    stamp.set("second");
    grounds.settle();
    Parts settled = parts(grounds);
    assertThat(settled).isNotSameAs(first);
    grounds.settle();
    assertThat(parts(grounds)).isSameAs(settled);
  }

  @Test
  void keepsTheQuestionsOfOneGroundwork() {
    Grounds grounds = new Grounds(ledger, stamp::get, Duration.ofDays(1));
    AsOf day = AsOf.said(LocalDate.of(2021, 8, 15));
    assertThat(grounds.parts(day, Optional.empty())).isSameAs(grounds.parts(day, Optional.empty()));
    assertThat(grounds.parts(day, Optional.empty()).ground()).isSameAs(parts(grounds).ground());
  }

  private static Parts parts(Grounds grounds) {
    return grounds.parts(AsOf.NOW, Optional.empty());
  }

  /// The ledger, which the second time that somebody walks over it tells so and waits.
  private Ledger stopping(CountDownLatch walking, CountDownLatch onwards) {
    AtomicInteger walks = new AtomicInteger();
    return (Ledger) Proxy.newProxyInstance(GroundsTest.class.getClassLoader(), new Class<?>[] {Ledger.class},
        (_, method, arguments) -> {
          if (method.getName().equals("each") && walks.incrementAndGet() == 2) {
            walking.countDown();
            onwards.await();
          }
          try {
            return method.invoke(ledger, Optional.ofNullable(arguments).map(List::of).map(List::toArray)
                .orElse(new Object[0]));
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }
}
