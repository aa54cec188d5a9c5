package dev.bonafide.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.bonafide.engine.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An identity provider of one page: whoever comes is who {@link #claims} says. It checks what a
 * provider must (client, code once, PKCE) and signs with a key of its own.
 */
final class SmallProvider implements AutoCloseable {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  /** Who signs in next. */
  final Map<String, Object> claims = new ConcurrentHashMap<>();

  /** The nonce of tokens is another than was asked for. */
  volatile boolean lies;

  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final KeyPair key;
  private final HttpServer server;

  SmallProvider() throws IOException, GeneralSecurityException {
    KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
    keys.initialize(2048);
    key = keys.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", e -> json(e, 200, metadata()));
    server.createContext("/keys", e -> json(e, 200, keys()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private Map<String, Object> metadata() {
    return Map.of(
        "issuer",
        issuer(),
        "authorization_endpoint",
        issuer() + "/authorize",
        "token_endpoint",
        issuer() + "/token",
        "jwks_uri",
        issuer() + "/keys",
        "end_session_endpoint",
        issuer() + "/end",
        "response_types_supported",
        List.of("code"),
        "subject_types_supported",
        List.of("public"),
        "id_token_signing_alg_values_supported",
        List.of("RS256"));
  }

  private Map<String, Object> keys() {
    RSAPublicKey open = (RSAPublicKey) key.getPublic();
    return Map.of(
        "keys",
        List.of(
            Map.of(
                "kty",
                "RSA",
                "kid",
                "one",
                "use",
                "sig",
                "alg",
                "RS256",
                "n",
                number(open.getModulus()),
                "e",
                number(open.getPublicExponent()))));
  }

  private static String number(BigInteger value) {
    byte[] bytes = value.toByteArray();
    return URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
    String code = "code-" + codes.size();
    codes.put(code, asked);
    exchange
        .getResponseHeaders()
        .add(
            "Location",
            asked.get("redirect_uri") + "?code=" + code + "&state=" + encoded(asked.get("state")));
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private void token(HttpExchange exchange) throws IOException {
    Map<String, String> asked =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String expected =
        "Basic "
            + Base64.getEncoder().encodeToString("bonafide:shh".getBytes(StandardCharsets.UTF_8));
    Map<String, String> began = codes.remove(asked.getOrDefault("code", ""));
    try {
      if (began == null
          || !expected.equals(exchange.getRequestHeaders().getFirst("Authorization"))
          || !began
              .get("code_challenge")
              .equals(
                  URL.encodeToString(
                      MessageDigest.getInstance("SHA-256")
                          .digest(
                              asked.get("code_verifier").getBytes(StandardCharsets.US_ASCII))))) {
        json(exchange, 400, Map.of("error", "invalid_grant"));
        return;
      }
      json(
          exchange,
          200,
          Map.of(
              "access_token",
              "nothing",
              "token_type",
              "Bearer",
              "expires_in",
              60,
              "id_token",
              idToken(began.get("nonce"))));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private String idToken(String nonce) throws GeneralSecurityException {
    Map<String, Object> body = new LinkedHashMap<>(claims);
    long now = Instant.now().getEpochSecond();
    body.put("iss", issuer());
    body.put("aud", "bonafide");
    body.put("iat", now);
    body.put("exp", now + 60);
    body.put("nonce", lies ? "another" : nonce);
    String signed = part(Map.of("alg", "RS256", "kid", "one")) + "." + part(body);
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + URL.encodeToString(signature.sign());
  }

  private static String part(Map<String, Object> json) {
    return URL.encodeToString(Json.line(json).getBytes(StandardCharsets.UTF_8));
  }

  private static Map<String, String> form(String text) {
    Map<String, String> form = new LinkedHashMap<>();
    for (String field : text.split("&")) {
      int equals = field.indexOf('=');
      form.put(
          URLDecoder.decode(field.substring(0, equals), StandardCharsets.UTF_8),
          URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return form;
  }

  private static void json(HttpExchange exchange, int status, Map<String, ?> body)
      throws IOException {
    byte[] bytes = Json.line(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Answers as a browser would: goes where it is sent, and comes back with the code. */
  String back(String location) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client
          .send(
              HttpRequest.newBuilder(URI.create(location)).build(),
              HttpResponse.BodyHandlers.discarding())
          .headers()
          .firstValue("location")
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
