package org.tingbok.second;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.ContentFilteredException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.FinishReason;
import java.util.Optional;
import org.tingbok.vocabulary.TingbokException;
import org.tingbok.vocabulary.UnavailableException;

/// One question to the model, one answer, nothing remembered between them.
///
/// Asks for nothing that only some endpoints know: no tools, no answer format, no stream. Safe for several threads.
final class Chat implements AutoCloseable {
  private final BoundedHttp http;
  private final OpenAiChatModel steady;
  private final OpenAiChatModel asItLikes;
  private volatile boolean steadyRefused;

  Chat(Endpoint endpoint) {
    http = new BoundedHttp(endpoint.patience());
    steady = model(endpoint).temperature(0.0).build();
    asItLikes = model(endpoint).build();
  }

  private OpenAiChatModel.OpenAiChatModelBuilder model(Endpoint endpoint) {
    OpenAiChatModel.OpenAiChatModelBuilder builder = OpenAiChatModel.builder().httpClientBuilder(http.builder())
        .baseUrl(endpoint.address().toString()).modelName(endpoint.model()).maxRetries(0).logRequests(false)
        .logResponses(false);
    endpoint.key().ifPresent(builder::apiKey);
    return builder;
  }

  /// Asks.
  ///
  /// @param instructions what to do, in our words
  /// @param data what to do it with; never mixed with the instructions
  /// @return the text of the answer, whole
  /// @throws TingbokException with a `SECOND_READER_…` code if there is none
  String answer(String instructions, String data) {
    ChatRequest request =
        ChatRequest.builder().messages(SystemMessage.from(instructions), UserMessage.from(data)).build();
    if (!steadyRefused) {
      try {
        return text(steady, request);
      } catch (BadRequest refused) {
        if (!refused.body.contains("temperature")) {
          throw refused.told();
        }
        steadyRefused = true; // some models have one temperature and refuse to be asked for another
      }
    }
    try {
      return text(asItLikes, request);
    } catch (BadRequest refused) {
      throw refused.told();
    }
  }

  private static String text(OpenAiChatModel model, ChatRequest request) throws BadRequest {
    ChatResponse response;
    try {
      response = model.chat(request);
    } catch (TingbokException e) {
      throw e;
    } catch (ContentFilteredException e) {
      throw new UnavailableException("SECOND_READER_REFUSED", "the second reader's model declines to answer", e);
    } catch (RuntimeException e) {
      Optional<HttpException> status = status(e);
      if (status.isPresent()) {
        throw new BadRequest(status.get());
      }
      throw new UnavailableException("SECOND_READER_NONSENSE", "the second reader's answer is not one of an"
          + " OpenAI-compatible endpoint", e);
    }
    if (response.finishReason() == FinishReason.LENGTH) {
      throw new UnavailableException("SECOND_READER_CUT_OFF", "the second reader's model stopped in the middle of its"
          + " answer; give it more room");
    }
    if (response.finishReason() == FinishReason.CONTENT_FILTER) {
      throw new UnavailableException("SECOND_READER_REFUSED", "the second reader's model declines to answer");
    }
    return Optional.ofNullable(response.aiMessage().text())
        .orElseThrow(() -> new UnavailableException("SECOND_READER_NONSENSE", "the second reader answers nothing"));
  }

  private static Optional<HttpException> status(Throwable thrown) {
    for (Throwable inner = thrown; inner != null; inner = inner.getCause()) {
      if (inner instanceof HttpException status) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    http.close();
  }

  /// The endpoint found fault with the request.
  private static final class BadRequest extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String body;

    BadRequest(HttpException thrown) {
      super(thrown);
      this.status = thrown.statusCode();
      this.body = String.valueOf(thrown.getMessage());
    }

    UnavailableException told() {
      return BoundedHttp.failed(status, body);
    }
  }
}
