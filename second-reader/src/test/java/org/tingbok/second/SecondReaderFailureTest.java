package org.tingbok.second;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tingbok.claim.Reading;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.TingbokException;

/// Whatever an endpoint does, it ends in time and in a code.
class SecondReaderFailureTest {
  private static final Duration SHORT = Duration.ofMillis(400);
  private static final String NOTHING = "{\"claims\": []}";

  private static TingbokException failure(Endpoint endpoint) {
    Reading reading = Bulletin.unread();
    try (SecondReader reader = SecondReader.at(endpoint)) {
      return assertThatExceptionOfType(TingbokException.class)
          .isThrownBy(() -> reader.read(Bulletin.text(), reading)).actual();
    }
  }

  private static String code(ModelServer server) {
    try (server) {
      TingbokException failure = failure(server.endpoint());
      assertThat(failure.getMessage()).hasLineCount(1).hasSizeLessThan(400);
      assertThat(server.asked()).as("asked once").hasSize(1);
      return failure.code();
    }
  }

  @ParameterizedTest
  @CsvSource({"429,SECOND_READER_BUSY", "401,SECOND_READER_DENIED", "403,SECOND_READER_DENIED",
      "400,SECOND_READER_FAILED", "404,SECOND_READER_FAILED", "408,SECOND_READER_FAILED", "500,SECOND_READER_FAILED",
      "503,SECOND_READER_FAILED", "204,SECOND_READER_FAILED", "302,SECOND_READER_FAILED"})
  void namesAStatusByItsCode(int status, String code) {
    assertThat(code(ModelServer.replying(status, "application/json",
        status == 204 ? "" : "{\"error\": {\"message\": \"no\\nand again no\"}}"))).isEqualTo(code);
  }

  @Test
  void saysWhatAnEndpointSaidOfItsFailure() {
    try (ModelServer server = ModelServer.replying(500, "text/plain", "out of\nmemory " + "and more ".repeat(1000))) {
      assertThat(failure(server.endpoint())).hasMessageContaining("500").hasMessageContaining("out of memory")
          .message().hasLineCount(1).hasSizeLessThan(300);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "7", "\"claims\"", "{", "{\"claims\": [", "{\"claims\": {}}",
      "{\"claims\": 7}",
      "{\"incidents\": []}", "{\"claims\": [], \"incidents\": 7}", "{\"claims\": []} and so on", "I would rather not.",
      "{\"claims\": [{\"type\": \"attribution\", \"evidence\": [{\"quo", "```json\n{\"claims\"\n```"})
  void callsNonsenseNonsense(String words) {
    assertThat(code(ModelServer.saying(words))).isEqualTo("SECOND_READER_NONSENSE");
  }

  @Test
  void isNotBuriedByBrackets() {
    assertThat(code(ModelServer.saying("[".repeat(400_000)))).isEqualTo("SECOND_READER_NONSENSE");
    assertThat(code(ModelServer.saying("{\"claims\":".repeat(50_000)))).isEqualTo("SECOND_READER_NONSENSE");
    assertThat(code(ModelServer.replying(200, "application/json", "[".repeat(400_000))))
        .isEqualTo("SECOND_READER_NONSENSE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{}", "{\"choices\": []}", "{\"choices\": [{}]}",
      "{\"choices\": [{\"message\": {}}]}",
      "{\"choices\": [{\"message\": {\"content\": 7}}]}", "{\"choices\": 7}", "{\"choices\": [", "welcome",
      "{\"choices\": [{\"message\": {\"role\": \"assistant\", \"content\": \"{}\"}}, {\"message\": {\"content\": \"{}\"}}]}"})
  void callsAnAnswerThatIsNoneOfAChatNonsense(String body) {
    assertThat(code(ModelServer.replying(200, "application/json", body))).isEqualTo("SECOND_READER_NONSENSE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "text/event-stream", "application/octet-stream", "application/jsonish"})
  void takesJsonOnly(String type) {
    assertThat(code(ModelServer.replying(200, type, ModelServer.completion(NOTHING, "stop"))))
        .isEqualTo("SECOND_READER_NONSENSE");
  }

  @Test
  void tellsAnAnswerCutOffFromOneDeclined() {
    assertThat(code(ModelServer.replying(200, "application/json", ModelServer.completion("{\"claims\": [", "length"))))
        .isEqualTo("SECOND_READER_CUT_OFF");
    assertThat(code(ModelServer.replying(200, "application/json", ModelServer.completion("", "content_filter"))))
        .isEqualTo("SECOND_READER_REFUSED");
    assertThat(code(ModelServer.replying(200, "application/json", """
        {"choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": null,
          "refusal": "I cannot help with that."}}]}"""))).isEqualTo("SECOND_READER_REFUSED");
  }

  @Test
  void waitsNoLongerThanItWasTold() {
    ModelServer[] silent = new ModelServer[1];
    silent[0] = new ModelServer(_ -> silent[0].keepWaiting());
    try (ModelServer server = silent[0]) {
      assertThat(failure(server.endpoint(SHORT)).code()).isEqualTo("SECOND_READER_TIMEOUT");
    }
  }

  /// One byte and then nothing: the time runs until the last byte, not the first.
  @Test
  void waitsNoLongerForTheRestOfAnAnswer() {
    ModelServer[] slow = new ModelServer[1];
    slow[0] = new ModelServer(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('{');
      exchange.getResponseBody().flush();
      slow[0].keepWaiting();
    });
    try (ModelServer server = slow[0]) {
      assertThat(failure(server.endpoint(SHORT)).code()).isEqualTo("SECOND_READER_TIMEOUT");
    }
  }

  /// The body never ends; the reader hangs up.
  @Test
  void takesNoMoreThanItsFill() {
    byte[] much = "x".repeat(1 << 16).getBytes(UTF_8);
    assertThat(code(new ModelServer(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      try (OutputStream body = exchange.getResponseBody()) {
        for (int i = 0; i < 100_000; i++) {
          body.write(much);
        }
      }
    }))).isEqualTo("SECOND_READER_TOO_LARGE");
  }

  @Test
  void noticesAnEndpointThatHangsUp() {
    try (ModelServer server = new ModelServer(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write('{');
    })) {
      assertThat(failure(server.endpoint()).code()).isEqualTo("SECOND_READER_UNREACHABLE");
    }
  }

  @Test
  void noticesThatNobodyIsThere() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(failure(Endpoint.of("http://localhost:" + port + "/v1", "m", Optional.empty(), SHORT)).code())
        .isEqualTo("SECOND_READER_UNREACHABLE");
    assertThat(failure(Endpoint.of("http://nowhere.invalid/v1", "m", Optional.empty(), Duration.ofSeconds(20))).code())
        .isEqualTo("SECOND_READER_UNREACHABLE");
  }

  @Test
  void followsNobodyElsewhere() {
    try (ModelServer other = ModelServer.saying(NOTHING); ModelServer server = new ModelServer(exchange -> {
      exchange.getResponseHeaders().set("Location", other.address() + "/chat/completions");
      ModelServer.reply(exchange, 307, "application/json", "{}");
    })) {
      assertThat(failure(server.endpoint()).code()).isEqualTo("SECOND_READER_FAILED");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void asksAgainWithoutATemperatureWhereOneIsRefused() {
    try (ModelServer server = new ModelServer(exchange -> ModelServer.reply(exchange, 400, "application/json",
        "{\"error\": {\"message\": \"'temperature' does not support 0\"}}"))) {
      assertThat(failure(server.endpoint()).code()).isEqualTo("SECOND_READER_FAILED");
      assertThat(server.asked()).extracting(asked -> asked.body().has("temperature")).containsExactly(true, false);
    }
  }

  @Test
  void keepsTheKeyToItself() {
    String key = "key-that-nobody-may-see";
    try (ModelServer server = ModelServer.replying(401, "application/json", "{}")) {
      Endpoint endpoint = Endpoint.of(server.address(), "m", Optional.of(key), Duration.ofSeconds(20));
      assertThat(endpoint.toString()).doesNotContain(key);
      assertThat(failure(endpoint)).hasMessageNotContaining(key);
    }
  }

  @ParameterizedTest
  @CsvSource({"localhost:11434,m,60", "ftp://localhost/v1,m,60", "http:///v1,m,60", "http://a:b@localhost/v1,m,60",
      "http://localhost/v1?key=x,m,60", "'http://local host',m,60", "'',m,60", "http://localhost/v1,'',60",
      "http://localhost/v1,m,0", "http://localhost/v1,m,-1", "http://localhost/v1,m,100000",
      "http://models.example/v1,m,60"})
  void refusesASettingThatCannotBe(String address, String model, int seconds) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> Endpoint.of(address, model, Optional.of("a-key"), Duration.ofSeconds(seconds)))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("SECOND_READER_SETTING"))
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("a-key", "a:b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://models.example/v1", "http://localhost:8080/v1", "http://127.0.0.1/v1",
      "http://[::1]:8080/v1"})
  void sendsAKeyWhereNobodyListens(String address) {
    assertThat(Endpoint.of(address, "m", Optional.of("a-key"), SHORT).key()).contains("a-key");
  }
}
