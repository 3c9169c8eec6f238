package org.tingbok.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tingbok.app.fetch.Neighbour;

/// Sitemaps by commands, from a real server.
@Timeout(240)
class SitemapsTest {
  @TempDir
  private Path folder = Path.of("");
  private final Neighbour neighbour = new Neighbour();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void close() {
    neighbour.close();
  }

  private Shell.Result run(String... words) {
    return new Shell(folder).with("TMPDIR", folder.toString()).run(words);
  }

  private void page(String path) {
    neighbour.on(path, exchange -> {
      asked.add(path);
      Neighbour.send(exchange, 200, "text/html", "<html><body><article><h1>Page " + path
          + "</h1><p>A page that has some words of its own, number " + path + ".</p></article></body></html>");
    });
  }

  private String map(String root, String... locationsAndDays) {
    StringBuilder map =
        new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><"
            + root
            + " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">");
    for (int i = 0; i < locationsAndDays.length; i += 2) {
      String day = locationsAndDays[i + 1];
      String item = root.equals("urlset") ? "url" : "sitemap";
      map.append("<").append(item).append("><loc>").append(neighbour.at(locationsAndDays[i])).append("</loc>")
          .append(day.isEmpty() ? ""
              : day.startsWith("news") ? "<news:news><news:publication_date>" + day.substring(4)
                  + "</news:publication_date><news:title>N</news:title></news:news>" : "<lastmod>" + day + "</lastmod>")
          .append("</").append(item).append(">");
    }
    return map + "</" + root + ">";
  }

  private static byte[] packed(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void site() {
    for (String path : List.of("/1", "/2", "/3", "/4")) {
      page(path);
    }
    neighbour.on("/sitemap.xml", exchange -> Neighbour.send(exchange, 200, "application/xml",
        map("sitemapindex", "/old.xml", "2020-01-01", "/new.xml.gz", "2024-01-01")));
    neighbour.on("/old.xml",
        exchange -> Neighbour.send(exchange, 200, "text/xml", map("urlset", "/1", "2020-01-01", "/2", "")));
    neighbour.on("/new.xml.gz", exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/gzip");
      byte[] body =
          packed(map("urlset", "/3", "2024-01-02", "/4", "news2024-01-03T10:00:00+01:00", "/1", "2019-01-01"));
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      exchange.close();
    });
  }

  @Test
  void addsThePagesOfASiteTheLatestFirstAndEachOnce() {
    site();
    String address = neighbour.at("/sitemap.xml").toString();
    Shell.Result added = run("add", "--allow-host", "localhost", address);
    assertThat(added.err()).contains("lists 4 pages, 0 of them on record; 4 are fetched");
    assertThat(added.out()).contains("4 new documents");
    assertThat(asked).containsExactly("/4", "/3", "/1", "/2");
    asked.clear();
    assertThat(run("add", "--allow-host", "localhost", address).err()).contains("4 of them on record; 0 are fetched");
    assertThat(asked).isEmpty();
  }

  @Test
  void subscribesToTheSitemapThatTheSiteNames() {
    site();
    neighbour.on("/robots.txt", exchange -> Neighbour.send(exchange, 200, "text/plain",
        "User-agent: *\nDisallow: /3\nSitemap: " + neighbour.at("/sitemap.xml") + "\n"));
    page("/home");
    Shell.Result subscribed =
        run("subscribe", "--allow-host", "localhost", "--by", "ida", neighbour.at("/home").toString());
    assertThat(subscribed.out()).contains("subscription to " + neighbour.at("/sitemap.xml"));
    asked.clear();
    Shell.Result fetched = run("fetch", "--allow-host", "localhost");
    assertThat(fetched.out()).contains("3 new documents");
    assertThat(fetched.err()).contains("FETCH_ROBOTS");
    assertThat(asked).containsExactly("/4", "/1", "/2");
    page("/5");
    neighbour.on("/old.xml", exchange -> Neighbour.send(exchange, 200, "text/xml", map("urlset", "/5", "2024-02-01")));
    asked.clear();
    run("fetch", "--allow-host", "localhost");
    assertThat(asked).containsExactly("/5");
  }
}
