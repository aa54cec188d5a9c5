package dev.bonafide.server;

import dev.bonafide.report.RecruiterCards;
import dev.bonafide.report.ReportPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Styles and scripts: a closed list of files, named by what is in them, so they may be kept. */
@Controller
class Assets {
  private record Asset(String type, String text, String hash) {
    static Asset of(String type, String text) {
      try {
        byte[] hash =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return new Asset(type, text, HexFormat.of().formatHex(hash, 0, 6));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("this Java has no SHA-256", e);
      }
    }
  }

  private static final Map<String, Asset> ALL =
      Map.of(
          "report.css",
          Asset.of("text/css", ReportPage.style()),
          "recruiter.css",
          Asset.of("text/css", RecruiterCards.style()),
          "console.css",
          Asset.of("text/css", read("/dev/bonafide/server/console.css")),
          "console.js",
          Asset.of("text/javascript", read("/dev/bonafide/server/console.js")),
          "mark.svg",
          Asset.of("image/svg+xml", read("/dev/bonafide/server/mark.svg")),
          "htmx.js",
          Asset.of(
              "text/javascript",
              read("/META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js")));

  private static String read(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where a page finds it. */
  static String url(String name) {
    Asset asset = ALL.get(name);
    if (asset == null) {
      throw new IllegalArgumentException("no such asset: " + name);
    }
    return "/assets/" + name + "?" + asset.hash();
  }

  @GetMapping("/assets/{name}")
  ResponseEntity<String> asset(@PathVariable String name) {
    Asset asset = ALL.get(name);
    return asset == null
        ? ResponseEntity.notFound().build()
        : ResponseEntity.ok()
            .contentType(new MediaType(MediaType.valueOf(asset.type()), StandardCharsets.UTF_8))
            .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
            .body(asset.text());
  }
}
