package dev.bonafide.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Speaks HTTP as a browser does: keeps cookies, sends forms with their hidden field. */
final class Browser {
  static final String PASSWORD = "a long walk by the river";
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String url;

  Browser(String url) {
    this.url = url;
  }

  /** A new session of a user. */
  static Browser of(String url, String name) {
    Browser browser = new Browser(url);
    assertThat(browser.signIn(name, PASSWORD).headers().firstValue("location"))
        .as("sign-in of " + name)
        .hasValueSatisfying(to -> assertThat(to).doesNotContain("refused"));
    return browser;
  }

  HttpResponse<String> signIn(String name, String password) {
    return post("/sign-in", "/sign-in", "name", name, "password", password);
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)).GET());
  }

  /** Reads a page, then sends a form with its token. */
  HttpResponse<String> post(String page, String path, String... fields) {
    Matcher token = TOKEN.matcher(get(page).body());
    assertThat(token.find()).as("a form on " + page).isTrue();
    StringBuilder form = new StringBuilder("_csrf=" + encoded(token.group(1)));
    for (int i = 0; i < fields.length; i += 2) {
      form.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
    }
    return postRaw(path, form.toString());
  }

  HttpResponse<String> postRaw(String path, String form) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
