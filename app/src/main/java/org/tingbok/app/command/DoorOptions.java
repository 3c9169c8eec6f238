package org.tingbok.app.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tingbok.app.Surroundings;
import org.tingbok.app.access.Access;
import org.tingbok.app.access.OpenId;
import org.tingbok.app.beside.Beside;
import org.tingbok.app.web.Door;
import org.tingbok.app.web.Tls;
import org.tingbok.vocabulary.BadInputException;
import picocli.CommandLine.Option;

/// Where a server listens, and whom it lets in.
final class DoorOptions {
  @Option(names = "--listen", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
      description = "The address to listen at (default: ${DEFAULT-VALUE}, this machine only). Any other needs accounts and a"
          + " certificate.")
  private String listen = "127.0.0.1";

  @Option(names = "--login", description = "Have everybody log in, also on this machine.")
  private boolean login;

  @Option(names = "--tls-certificate", paramLabel = "FILE",
      description = "PEM: the server's certificate and those between it and its authority's. Taken up anew when it changes.")
  private Optional<Path> certificate = Optional.empty();

  @Option(names = "--tls-key", paramLabel = "FILE",
      description = "PEM: its private key, as PKCS #8 without a password.")
  private Optional<Path> key = Optional.empty();

  @Option(names = "--behind-proxy", split = ",", paramLabel = "ADDRESS",
      description = "A proxy of yours at this address has the certificate: only what it hands on is answered, and its"
          + " X-Forwarded-For, -Proto and -Host are believed.")
  private List<String> proxies = new ArrayList<>();

  @Option(names = "--public-address", paramLabel = "URL",
      description = "How others reach the server, such as https://ledger.example.org; needed with --listen 0.0.0.0.")
  private Optional<URI> known = Optional.empty();

  @Option(names = "--oidc", paramLabel = "FILE",
      description = "A log-in service that speaks OpenID Connect: a file with the lines issuer=, client-id= and client-secret=.")
  private Optional<Path> service = Optional.empty();

  /// Whether everybody has to log in.
  boolean guarded() {
    return login || !proxies.isEmpty() || service.isPresent() || !Door.loopback(listen);
  }

  /// What is kept about access; the caller's to close.
  Optional<Access> access(Surroundings surroundings, String ledger) {
    return guarded() ? Optional.of(Access.open(Beside.of(surroundings.folder(), ledger), surroundings.clock()))
        : Optional.empty();
  }

  /// Where the server listens, and whom it lets in.
  ///
  /// @throws BadInputException `LISTEN_UNSAFE` if others could listen or come in, with what is missing
  Door door(Surroundings surroundings, Optional<Integer> port, Optional<Access> access) {
    if (certificate.isPresent() != key.isPresent()) {
      throw new BadInputException("USAGE", "--tls-certificate and --tls-key: give both, or neither");
    }
    Optional<Tls> tls = certificate.map(file -> Tls.of(surroundings.folder().resolve(file),
        surroundings.folder().resolve(key.orElseThrow())));
    Optional<OpenId> openId =
        service.map(file -> OpenId.of(surroundings.folder().resolve(file), surroundings.clock()));
    Door door = new Door(listen, port, access, tls, proxies, known, openId);
    if (access.filter(open -> !open.accounts().any()).isPresent()) {
      throw new BadInputException("ACCOUNTS_MISSING", "nobody could log in: there is no account; 'tingbok account add"
          + " NAME --role administrator' makes one");
    }
    return door;
  }
}
