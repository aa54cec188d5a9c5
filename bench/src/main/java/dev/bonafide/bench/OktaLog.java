package dev.bonafide.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * An Okta System Log of people who do not exist: one record a line, about 2.6 KB each, all fields
 * of the API, in the order of time. 30 days of sessions in office hours, with names beyond ASCII
 * and escapes. The same arguments give the same bytes.
 *
 * @param events how many records
 * @param users how many people
 */
record OktaLog(int events, int users) {
  private static final long FROM = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
  private static final long DAY = 86_400_000L;
  private static final int DAYS = 30;
  private static final String[] NAMES = {
    "Zoë Quinn", "Søren \\\"S\\\" Falk", "Ana María Ruiz", "Jo Tan", "Łukasz Nowak", "Ines Costa"
  };
  private static final String[] APPS = {"Mail", "Wiki", "Tickets", "Code", "Payroll", "Builds"};
  private static final String[] AGENTS = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
        + " Chrome/145.0.0.0 Safari/537.36",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
        + " Version/18.3 Safari/605.1.15",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
        + " Gecko) Version/18.3 Mobile/15E148 Safari/604.1"
  };
  private static final String FILLER =
      "{New Geo-Location=NEGATIVE, New Device=NEGATIVE, New IP=NEGATIVE, New State=NEGATIVE, New"
          + " Country=NEGATIVE, Velocity=NEGATIVE, New City=NEGATIVE}";

  /** The file of these arguments in the folder, written when it is not there yet. */
  Path in(Path folder) throws IOException {
    Path file = folder.resolve("okta-" + events + "-" + users + ".ndjson");
    if (Files.notExists(file)) {
      Files.createDirectories(folder);
      Path part = folder.resolve(file.getFileName() + ".part");
      try (OutputStream out = Files.newOutputStream(part)) {
        write(out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }

  private void write(OutputStream out) throws IOException {
    SplittableRandom chance = new SplittableRandom(7);
    @Nullable String[] sessions = new String[users];
    StringBuilder lines = new StringBuilder(1 << 20);
    for (int i = 0; i < events; i++) {
      // Office hours: two thirds of the records fall in ten hours of the day.
      long day = (long) i * DAYS / events;
      double within = (double) ((long) i * DAYS % events) / events;
      long time = FROM + day * DAY + (long) ((7 + within * 10) * 3_600_000L);
      int user = chance.nextInt(users);
      String type;
      if (sessions[user] == null) {
        type = "user.session.start";
        sessions[user] = "idx" + hex(chance, 20);
      } else if (chance.nextInt(12) == 0) {
        type = "user.session.end";
      } else {
        type = chance.nextInt(6) == 0 ? "user.authentication.auth_via_mfa" : SSO;
      }
      line(lines, chance, time, user, type, String.valueOf(sessions[user]));
      if (type.equals("user.session.end")) {
        sessions[user] = null;
      }
      if (lines.length() > 1 << 20 || i == events - 1) {
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
        lines.setLength(0);
      }
    }
  }

  private static final String SSO = "user.authentication.sso";

  private static void line(
      StringBuilder to, SplittableRandom chance, long time, int user, String type, String session) {
    int device = chance.nextInt(10) == 0 ? 1 : 0;
    // One in forty records comes from one of a few addresses that many share; the others from
    // addresses that RFC 2544 keeps for benchmarks.
    String address =
        chance.nextInt(40) == 0
            ? "203.0.113." + chance.nextInt(100)
            : "198." + (18 + chance.nextInt(2)) + "." + user / 250 % 250 + "." + user % 250;
    String agent = AGENTS[device == 1 ? 2 : user % 2];
    String app = APPS[chance.nextInt(APPS.length)];
    String id = "00u" + padded(user, 17);
    String hash = padded(user * 2 + device, 64);
    String request = hex(chance, 32);
    to.append("{\"actor\":{\"id\":\"").append(id);
    to.append("\",\"type\":\"User\",\"alternateId\":\"user").append(user);
    to.append("@corp.example\",\"displayName\":\"").append(NAMES[user % NAMES.length]);
    to.append("\",\"detailEntry\":null},\"client\":{\"userAgent\":{\"rawUserAgent\":\"");
    to.append(agent).append("\",\"os\":\"Windows 10\",\"browser\":\"CHROME\"},\"zone\":\"null\",");
    to.append("\"device\":\"Computer\",\"id\":null,\"ipAddress\":\"").append(address).append("\",");
    place(to, user);
    to.append("},\"device\":null,\"authenticationContext\":{\"authenticationProvider\":null,");
    to.append("\"credentialProvider\":null,\"credentialType\":null,\"issuer\":null,");
    to.append("\"interface\":null,\"authenticationStep\":0,\"rootSessionId\":\"").append(session);
    to.append("\",\"externalSessionId\":\"").append(session);
    to.append("\"},\"displayMessage\":\"").append(type.replace('.', ' '));
    to.append("\",\"eventType\":\"").append(type);
    to.append("\",\"outcome\":{\"result\":\"SUCCESS\",\"reason\":null},\"published\":\"");
    to.append(stamp(time))
        .append("\",\"securityContext\":{\"asNumber\":")
        .append(64_496 + user % 9);
    to.append(",\"asOrg\":\"example access network\",\"isp\":\"example access network\",");
    to.append("\"domain\":\"isp.example\",\"isProxy\":false},\"severity\":\"INFO\",");
    to.append("\"debugContext\":{\"debugData\":{\"requestId\":\"").append(request);
    to.append("\",\"dtHash\":\"").append(hash);
    to.append("\",\"behaviors\":\"").append(FILLER);
    to.append("\",\"risk\":\"{level=LOW}\",\"requestUri\":\"/app/").append(app);
    to.append("/exk").append(padded(app.hashCode() & 0xffff, 17)).append("/sso/saml\",");
    to.append("\"url\":\"/app/").append(app).append("/sso/saml?SAMLRequest=").append(request);
    to.append("\",\"threatSuspected\":\"false\",\"initiationType\":\"SP_INITIATED\",");
    to.append("\"signOnMode\":\"SAML 2.0\",\"authnRequestId\":\"").append(request);
    to.append("\",\"oktaUserAgentExtended\":\"okta-auth-js/7.8.1 okta-signin-widget-7.24.2\",");
    to.append("\"logOnlySecurityData\":\"{\\\"risk\\\":{\\\"level\\\":\\\"LOW\\\"},");
    to.append("\\\"behaviors\\\":{\\\"New Geo-Location\\\":\\\"NEGATIVE\\\"}}\"}},");
    to.append("\"legacyEventType\":\"app.auth.sso\",\"transaction\":{\"type\":\"WEB\",\"id\":\"");
    to.append(request).append("\",\"detail\":{}},\"uuid\":\"").append(hex(chance, 8)).append('-');
    to.append(hex(chance, 4)).append("-11f1-").append(hex(chance, 4)).append('-');
    to.append(hex(chance, 12)).append("\",\"version\":\"0\",\"request\":{\"ipChain\":[{\"ip\":\"");
    to.append(address).append("\",");
    place(to, user);
    to.append(",\"version\":\"V4\",\"source\":null}]},\"target\":[{\"id\":\"0oa");
    to.append(padded(app.hashCode() & 0xffff, 17)).append("\",\"type\":\"AppInstance\",");
    to.append("\"alternateId\":\"").append(app).append("\",\"displayName\":\"").append(app);
    to.append("\",\"detailEntry\":{\"signOnModeType\":\"SAML_2_0\"}},{\"id\":\"").append(id);
    to.append("\",\"type\":\"AppUser\",\"alternateId\":\"user").append(user);
    to.append("@corp.example\",\"displayName\":\"").append(NAMES[user % NAMES.length]);
    to.append("\",\"detailEntry\":null}]}\n");
  }

  private static void place(StringBuilder to, int user) {
    to.append("\"geographicalContext\":{\"city\":\"City ").append(user % 40);
    to.append("\",\"state\":\"Region ").append(user % 12);
    to.append("\",\"country\":\"Spain\",\"postalCode\":\"").append(padded(user % 90_000, 5));
    to.append("\",\"geolocation\":{\"lat\":").append(40 + user % 9).append(".4168,\"lon\":-");
    to.append(3 + user % 5).append(".7038}}");
  }

  private static String stamp(long time) {
    String text = Instant.ofEpochMilli(time).toString();
    return text.length() == 24 ? text : text.replace("Z", ".000Z");
  }

  private static String padded(int number, int length) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, length - digits.length())) + digits;
  }

  private static String hex(SplittableRandom chance, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i += 8) {
      String more = Integer.toHexString(chance.nextInt() | 0x10000000);
      text.append(more, 0, Math.min(8, length - i));
    }
    return text.toString();
  }
}
