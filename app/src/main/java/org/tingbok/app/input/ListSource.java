package org.tingbok.app.input;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import org.tingbok.vocabulary.BadInputException;
import org.tingbok.vocabulary.ContentionException;
import org.tingbok.vocabulary.UnavailableException;

/// Opens a list of names: a file, standard input, or a web address. A list from the web is streamed, not kept.
public final class ListSource {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private ListSource() {
  }

  /// Opens a list.
  ///
  /// @param place a path, an `http` or `https` address, or `-`
  /// @param folder the working folder
  /// @param standardInput what `-` means
  /// @return its bytes; to be closed
  /// @throws BadInputException `PATH_MISSING`, `PATH_FORBIDDEN`, `PATH_UNREADABLE`
  /// @throws UnavailableException `LIST_UNAVAILABLE` if the address does not answer, or answers with an error
  public static InputStream open(String place, Path folder, InputStream standardInput) {
    if (place.equals("-")) {
      return standardInput;
    }
    if (place.startsWith("http://") || place.startsWith("https://")) {
      return fetched(place);
    }
    try {
      Path path = folder.resolve(place);
      if (!Files.exists(path)) {
        throw new BadInputException("PATH_MISSING", "there is no file " + place);
      }
      if (Files.isDirectory(path)) {
        throw new BadInputException("PATH_UNREADABLE", place + " is a folder; name the list in it");
      }
      return Files.newInputStream(path);
    } catch (AccessDeniedException e) {
      throw new BadInputException("PATH_FORBIDDEN", "may not read " + place + "; ask for the right to read it", e);
    } catch (InvalidPathException | IOException e) {
      throw new BadInputException("PATH_UNREADABLE", "cannot read " + place + " (" + e.getMessage() + ")", e);
    }
  }

  private static InputStream fetched(String address) {
    // Not closed: closing waits for the body, which the caller reads; the client ends with its last connection.
    HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).connectTimeout(PATIENCE)
        .build();
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE)
          .header("User-Agent", "tingbok").header("Accept-Encoding", "gzip").build();
      HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        response.body().close();
        throw new UnavailableException("LIST_UNAVAILABLE", address + " answers with status " + response.statusCode());
      }
      return response.body();
    } catch (IllegalArgumentException e) {
      throw new BadInputException("PATH_UNREADABLE", address + " is no address (" + e.getMessage() + ")", e);
    } catch (IOException e) {
      throw new UnavailableException("LIST_UNAVAILABLE", address + " cannot be fetched ("
          + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ")", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContentionException("READ_INTERRUPTED", address + " was not read: interrupted", e);
    }
  }
}
