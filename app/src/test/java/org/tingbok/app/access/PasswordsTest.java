package org.tingbok.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.vocabulary.BadInputException;

/// What is kept of passwords, which are taken, and how often somebody may.
class PasswordsTest {
  @Test
  void keepsADigestByArgon2idThatFitsOnlyThePassword() {
    String kept = Passwords.kept("vier Møwen im Regenfaß");
    assertThat(kept).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    assertThat(Passwords.kept("vier Møwen im Regenfaß")).isNotEqualTo(kept);
    assertThat(Passwords.fits(kept, "vier Møwen im Regenfaß")).isTrue();
    // The same letters, typed on a machine that puts them together otherwise.
    assertThat(Passwords.fits(kept,
        java.text.Normalizer.normalize("vier Møwen im Regenfaß", java.text.Normalizer.Form.NFD))).isTrue();
    assertThat(Passwords.fits(kept, "vier Møwen im Regenfass")).isFalse();
    assertThat(Passwords.fits(kept, "")).isFalse();
    assertThat(Passwords.fits("", "nobody has this one")).isFalse();
    assertThat(Passwords.fits("$argon2id$broken", "x")).isFalse();
  }

  /// The digest of the reference implementation's own test: `argon2 somesalt -id -t 2 -k 65536 -p 1` of `password`.
  @Test
  void countsAsTheReferenceDoes() {
    assertThat(Passwords.fits("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ"
        + "$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc", "password")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"short one", "aaaaaaaaaaaaaaaa", "abababababababab", "123456789012345", "qwertyuiop12345",
      "ida is my name!", "Tingbok2026!!!!", "1q2w3e4r5t6y", "1qaz2wsx3edc", "zaq12wsxcde3", "P@ssw0rd-2026!",
      "Password1234", "passwordpassword", "Welcome2026!!!", "Velkommen 2026", "iloveyou123456", "LetMeIn-LetMeIn",
      "Adm1nistrator!",
      "motdepasse2026", "contraseña2026", "Sommer2026Herbst2026", "correct horse battery staple", "!!!Ch@ngeMe123"})
  void refusesWhatWouldBeGuessed(String password) {
    assertThatThrownBy(() -> Passwords.check("ida", password)).isInstanceOf(BadInputException.class)
        .hasMessageContaining("four words");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vier Moewen im Regenfass", "正しい馬の電池のホチキス留め具だよ", "x7#Kq!92mZ-vR",
      "my summer cottage leaks", "passwords need herring", "2026-11-23T08:15:09Z", "hallo Leuchtturm 7"})
  void takesAnySignsThatAreManyEnough(String password) {
    assertThatCode(() -> Passwords.check("ole", password)).doesNotThrowAnyException();
  }

  @Test
  void aBucketFillsAgainAndNoMoreThanItsFill() {
    AtomicLong nanos = new AtomicLong();
    Rates rates = new Rates(3, Duration.ofMinutes(3), nanos::get);
    for (int i = 0; i < 3; i++) {
      assertThat(rates.take("a").taken()).isTrue();
    }
    assertThat(rates.take("a")).satisfies(left -> assertThat(left.taken()).isFalse())
        .satisfies(left -> assertThat(left.pause()).isEqualTo(60));
    assertThat(rates.take("b").taken()).isTrue();
    rates.giveBack("a");
    assertThat(rates.take("a").taken()).isTrue();
    nanos.addAndGet(Duration.ofHours(1).toNanos());
    assertThat(rates.take("a").left()).isEqualTo(2);
  }

  @Test
  void aNetworkOfIpv6IsOneSomebody() {
    assertThat(Caller.nobody("2001:db8:1:2:aaaa:0:0:1").counted())
        .isEqualTo(Caller.nobody("2001:db8:1:2:bbbb:0:0:9").counted());
    assertThat(Caller.nobody("192.0.2.1").counted()).isNotEqualTo(Caller.nobody("192.0.2.2").counted());
  }
}
