package org.tingbok.app.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tingbok.vocabulary.BadInputException;

/// The certificate that a server shows, from two files as every certificate authority gives them. TLS 1.2 and 1.3 only, with the
/// ciphers that Java and Jetty think well of. Files that changed are taken up while the server runs. Safe for use by several
/// threads.
public final class Tls {
  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);
  private static final long AGAIN = 60_000_000_000L;
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
  private static final List<String> KINDS = List.of("RSA", "EC", "Ed25519");
  private static final char[] NONE = new char[0];

  private final Path certificate;
  private final Path key;
  private final SslContextFactory.Server factory = new SslContextFactory.Server();
  private final AtomicLong looked = new AtomicLong(System.nanoTime());
  private volatile String stamp;

  private Tls(Path certificate, Path key) {
    this.certificate = certificate;
    this.key = key;
    this.stamp = stamp();
    factory.setKeyStore(store());
    factory.setKeyStorePassword("");
    factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
    factory.setRenegotiationAllowed(false);
    factory.setSniRequired(false);
  }

  /// Reads a certificate and its key.
  ///
  /// @param certificate PEM: the server's certificate, then those between it and its authority's
  /// @param key PEM: the private key of the first, as PKCS #8, without a password
  /// @return ready to use
  /// @throws BadInputException `TLS_UNREADABLE` if one cannot be read, or the key is not the certificate's
  public static Tls of(Path certificate, Path key) {
    return new Tls(certificate, key);
  }

  /// What Jetty listens with.
  SslContextFactory.Server factory() {
    return factory;
  }

  private KeyStore store() {
    try {
      Collection<? extends Certificate> chain = CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(Files.readAllBytes(certificate)));
      if (chain.isEmpty()) {
        throw new CertificateException("no certificate in it");
      }
      Matcher pem = KEY.matcher(Files.readString(key, StandardCharsets.ISO_8859_1));
      if (!pem.find()) {
        throw new BadInputException("TLS_UNREADABLE", key + " holds no key as PKCS #8 without a password;"
            + " 'openssl pkcs8 -topk8 -nocrypt -in KEY' makes one");
      }
      PrivateKey secret = secret(Base64.getMimeDecoder().decode(pem.group(1)));
      if (!secret.getAlgorithm().equals(algorithm(chain.iterator().next()))) {
        throw new CertificateException("the key is not the certificate's");
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, NONE);
      store.setKeyEntry("server", secret, NONE, chain.toArray(new Certificate[0]));
      return store;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw new BadInputException("TLS_UNREADABLE", certificate + " and " + key + " are no certificate and key ("
          + String.valueOf(e.getMessage()).lines().findFirst().orElse("") + "); give both as PEM", e);
    }
  }

  private static String algorithm(Certificate certificate) {
    String name = certificate.getPublicKey().getAlgorithm();
    return name.equals("Ed25519") ? "EdDSA" : name;
  }

  private static PrivateKey secret(byte[] encoded) throws GeneralSecurityException {
    for (String kind : KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      } catch (GeneralSecurityException e) {
        LOG.debug("no key of {}", kind, e);
      }
    }
    throw new GeneralSecurityException("a key of none of " + String.join(", ", KINDS));
  }

  private String stamp() {
    try {
      return Files.getLastModifiedTime(certificate) + " " + Files.getLastModifiedTime(key);
    } catch (IOException e) {
      return "";
    }
  }

  /// Looks, once a minute at most, whether the files have changed.
  void refresh() {
    long last = looked.get();
    if (System.nanoTime() - last > AGAIN && looked.compareAndSet(last, System.nanoTime())) {
      reload();
    }
  }

  /// Takes up files that have changed; if they cannot be read, what was read before stays.
  ///
  /// @return whether something was taken up
  boolean reload() {
    String now = stamp();
    if (now.equals(stamp) || now.isEmpty()) {
      return false;
    }
    try {
      KeyStore fresh = store();
      factory.reload(changed -> changed.setKeyStore(fresh));
      stamp = now;
      return true;
    } catch (Exception e) { // Jetty declares no other
      LOG.warn("the new certificate cannot be used, the one before stays: {}", e.getMessage());
      return false;
    }
  }
}
