package dev.bonafide.simulator.vendor;

import dev.bonafide.simulator.people.Errand;
import dev.bonafide.simulator.people.Factor;
import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Line;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A record of the Okta System Log, all fields as {@code GET /api/v1/logs} gives them.
 *
 * @param transaction what binds the records of one click
 * @param app the application reached, null when none
 * @param factor the second factor used or enrolled, null when none
 * @param reason why it failed; null when it did not
 * @param other whom it was done to, when that is somebody else
 * @param role what was given to them, empty for membership of a group
 */
public record OktaAct(
    long time,
    long id,
    Person person,
    Machine machine,
    Line line,
    Word word,
    long transaction,
    @Nullable String session,
    @Nullable String app,
    @Nullable Factor factor,
    @Nullable String reason,
    Errand.@Nullable Colleague other,
    String role)
    implements Act.Json {

  /** What was done, in Okta's words of today and of old. */
  public enum Word {
    SESSION_START("user.session.start", "core.user_auth.login_success", "User login to Okta", true),
    POLICY("policy.evaluate_sign_on", null, "Evaluation of sign-on policy", false),
    VERIFY(
        "user.authentication.auth_via_mfa",
        "core.user.factor.attempt_success",
        "Authentication of user via MFA",
        true),
    SSO("user.authentication.sso", "app.auth.sso", "User single sign on to app", true),
    REFRESH(
        "app.oauth2.token.grant.refresh_token",
        "app.oauth2.token.grant.refresh_token_success",
        "OIDC refresh token is granted",
        false),
    SESSION_END("user.session.end", "core.user_auth.logout_success", "User logout from Okta", true),
    FACTOR_ENROLLED(
        "user.mfa.factor.activate",
        "core.user.factor.activate",
        "Activate factor or authenticator enrollment for user",
        true),
    DEVICE_ADDED("device.user.add", null, "Add device to user", true),
    GROUP(
        "group.user_membership.add",
        "core.user_group_member.user_add",
        "Add user to group membership",
        true),
    GRANT(
        "user.account.privilege.grant",
        "core.user.admin_privilege.granted",
        "Grant user privilege",
        true),
    PASSWORD(
        "user.account.update_password",
        "core.user.config.password_update.success",
        "User update password for Okta",
        true),
    RESET(
        "user.mfa.factor.reset_all",
        "core.user.factor.reset_all",
        "Reset all factors for user",
        true),
    DEACTIVATED(
        "user.lifecycle.deactivate",
        "core.user.config.user_deactivated",
        "Deactivate Okta user",
        false);

    private final String type;
    private final @Nullable String legacy;
    private final String message;
    private final boolean human;

    Word(String type, @Nullable String legacy, String message, boolean human) {
      this.type = type;
      this.legacy = legacy;
      this.message = message;
      this.human = human;
    }
  }

  @Override
  public Feed feed() {
    return Feed.OKTA;
  }

  @Override
  public boolean human() {
    return word.human;
  }

  @Override
  public void write(JsonGenerator out) {
    long day = Math.floorDiv(time, 86_400_000L);
    // What the system does by itself comes from nobody's machine.
    boolean system = word == Word.DEACTIVATED;
    String address = line.address(time, machine.number());
    out.writeStartObject();
    actor(out, system, day);
    client(out, system, address);
    device(out, system);
    out.writeObjectPropertyStart("authenticationContext");
    out.writeNullProperty("authenticationProvider");
    out.writeNullProperty("credentialProvider");
    out.writeNullProperty("credentialType");
    out.writeNullProperty("issuer");
    out.writeNullProperty("interface");
    out.writeNumberProperty("authenticationStep", 0);
    out.writeStringProperty("rootSessionId", session == null ? "unknown" : session);
    out.writeStringProperty("externalSessionId", session == null ? "unknown" : session);
    out.writeEndObject();
    out.writeStringProperty("displayMessage", word.message);
    out.writeStringProperty("eventType", word.type);
    out.writeObjectPropertyStart("outcome");
    boolean evaluated = word == Word.POLICY;
    out.writeStringProperty("result", reason != null ? "FAILURE" : evaluated ? "ALLOW" : "SUCCESS");
    out.writeStringProperty(
        "reason", evaluated ? "Sign-on policy evaluation resulted in ALLOW" : reason);
    out.writeEndObject();
    out.writeStringProperty("published", Stamp.milli(time));
    out.writeObjectPropertyStart("securityContext");
    if (!system) {
      out.writeNumberProperty("asNumber", line.carrier().asn());
      out.writeStringProperty("asOrg", line.carrier().name());
      out.writeStringProperty("isp", line.carrier().name());
      out.writeStringProperty("domain", line.carrier().domain());
      out.writeBooleanProperty("isProxy", line.carrier().proxy());
    }
    out.writeEndObject();
    out.writeStringProperty("severity", reason != null ? "WARN" : "INFO");
    debug(out);
    out.writeStringProperty("legacyEventType", word.legacy);
    out.writeObjectPropertyStart("transaction");
    out.writeStringProperty("type", system ? "JOB" : "WEB");
    out.writeStringProperty("id", Ids.hex(transaction, 32));
    out.writeObjectPropertyStart("detail");
    out.writeEndObject();
    out.writeEndObject();
    out.writeStringProperty("uuid", Ids.uuid(id));
    out.writeStringProperty("version", "0");
    out.writeObjectPropertyStart("request");
    out.writeArrayPropertyStart("ipChain");
    if (!system) {
      out.writeStartObject();
      out.writeStringProperty("ip", address);
      place(out);
      out.writeStringProperty("version", address.indexOf(':') < 0 ? "V4" : "V6");
      out.writeNullProperty("source");
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
    targets(out, day);
    out.writeEndObject();
  }

  private void actor(JsonGenerator out, boolean system, long day) {
    out.writeObjectPropertyStart("actor");
    if (system) {
      out.writeStringProperty("id", Ids.mixed("okta.", 23, 20));
      out.writeStringProperty("type", "SystemPrincipal");
      out.writeStringProperty("alternateId", "system@okta.example");
      out.writeStringProperty("displayName", "Okta System");
    } else {
      out.writeStringProperty("id", person.account().oktaId());
      out.writeStringProperty("type", "User");
      out.writeStringProperty("alternateId", person.mail(day));
      out.writeStringProperty("displayName", person.name().full());
    }
    out.writeNullProperty("detailEntry");
    out.writeEndObject();
  }

  private void client(JsonGenerator out, boolean system, String address) {
    out.writeObjectPropertyStart("client");
    // Two in a hundred come without what the client told of itself.
    if (system || Math.floorMod(Chance.mix(id), 50L) == 0) {
      out.writeNullProperty("userAgent");
    } else {
      out.writeObjectPropertyStart("userAgent");
      out.writeStringProperty("rawUserAgent", machine.userAgent(time));
      out.writeStringProperty("os", machine.system().okta());
      out.writeStringProperty("browser", machine.browser().okta());
      out.writeEndObject();
    }
    out.writeStringProperty("zone", "null");
    boolean phone = machine.sort() == Machine.Sort.PHONE;
    out.writeStringProperty("device", system ? "Unknown" : phone ? "Mobile" : "Computer");
    out.writeStringProperty("id", word == Word.REFRESH ? appId() : null);
    out.writeStringProperty("ipAddress", system ? null : address);
    if (system) {
      out.writeNullProperty("geographicalContext");
    } else {
      place(out);
    }
    out.writeEndObject();
  }

  private String appId() {
    return Ids.mixed("0oa", Chance.of(3).at(reached()).name(), 17);
  }

  private void place(JsonGenerator out) {
    out.writeObjectPropertyStart("geographicalContext");
    out.writeStringProperty("city", line.shown().city());
    out.writeStringProperty("state", line.shown().region());
    out.writeStringProperty("country", line.shown().country());
    out.writeStringProperty(
        "postalCode", Ids.padded(Math.floorMod(Chance.mix(line.key() + 5), 100_000L), 5));
    out.writeObjectPropertyStart("geolocation");
    out.writeNumberProperty("lat", near(line.shown().latitude(), line.key() + 1, 10_000));
    out.writeNumberProperty("lon", near(line.shown().longitude(), line.key() + 2, 10_000));
    out.writeEndObject();
    out.writeEndObject();
  }

  /** Within a quarter of a degree of the middle of the area, to so many parts of a degree. */
  static double near(double degrees, long name, int parts) {
    double offset = (Math.floorMod(Chance.mix(name), 5_000L) - 2_500) / 10_000.0;
    return Math.round((degrees + offset) * parts) / (double) parts;
  }

  private void device(JsonGenerator out, boolean system) {
    if (system || (!machine.managed() && machine.sort() != Machine.Sort.PHONE)) {
      out.writeNullProperty("device");
      return;
    }
    out.writeObjectPropertyStart("device");
    out.writeStringProperty("id", machine.oktaId());
    out.writeStringProperty("name", machine.host());
    out.writeStringProperty(
        "os_platform",
        switch (machine.system()) {
          case WINDOWS -> "WINDOWS";
          case MAC -> "OSX";
          case IOS -> "IOS";
          case ANDROID -> "ANDROID";
          case LINUX -> "LINUX";
        });
    out.writeStringProperty("os_version", machine.system().version());
    out.writeBooleanProperty("managed", machine.managed());
    out.writeBooleanProperty("registered", true);
    out.writeNullProperty("device_integrator");
    out.writeStringProperty(
        "disk_encryption_type", machine.managed() ? "ALL_INTERNAL_VOLUMES" : "FULL");
    out.writeStringProperty("screen_lock_type", "BIOMETRIC");
    out.writeNullProperty("jailbreak");
    out.writeBooleanProperty("secure_hardware_present", true);
    out.writeEndObject();
  }

  private void debug(JsonGenerator out) {
    out.writeObjectPropertyStart("debugContext");
    out.writeObjectPropertyStart("debugData");
    String request = Ids.hex(transaction + 1, 32);
    out.writeStringProperty("requestId", request);
    out.writeStringProperty("traceId", Ids.uuid(transaction + 2));
    if (word != Word.DEACTIVATED) {
      out.writeStringProperty("dtHash", machine.token());
    }
    if (word == Word.SESSION_START || word == Word.POLICY || word == Word.VERIFY) {
      out.writeStringProperty("deviceFingerprint", machine.fingerprint());
      out.writeStringProperty("behaviors", BEHAVIORS);
      out.writeStringProperty(
          "risk", "{level=" + (line.carrier().proxy() ? "MEDIUM" : "LOW") + "}");
      out.writeStringProperty("authnRequestId", request);
      out.writeStringProperty(
          "oktaUserAgentExtended", "okta-auth-js/7.8.1 okta-signin-widget-7.24.2");
    }
    String uri =
        switch (word) {
          case SESSION_START, POLICY -> "/idp/idx/identify";
          case VERIFY -> "/idp/idx/authenticators/poll";
          case SSO ->
              "/app/"
                  + slug(reached())
                  + "/"
                  + Ids.mixed("exk", reached().hashCode(), 17)
                  + "/sso/saml";
          case REFRESH -> "/oauth2/v1/token";
          case SESSION_END -> "/login/signout";
          case GROUP -> "/api/v1/groups/rules";
          case GRANT -> "/api/internal/administrators/" + account();
          case PASSWORD -> "/idp/idx/challenge/answer";
          case RESET -> "/api/v1/users/" + account() + "/lifecycle/reset_factors";
          case DEACTIVATED ->
              "/api/v1/users/" + person.account().oktaId() + "/lifecycle/deactivate";
          case FACTOR_ENROLLED, DEVICE_ADDED -> "/idp/idx/credential/enroll";
        };
    out.writeStringProperty("requestUri", uri);
    out.writeStringProperty("url", uri + "?");
    out.writeStringProperty("origin", "https://bonafide-works.okta.example");
    out.writeStringProperty("threatSuspected", "false");
    if (factor != null) {
      out.writeStringProperty("factor", "OKTA_VERIFY_PUSH");
      out.writeStringProperty("factorIntent", "AUTHENTICATION");
    }
    if (word == Word.GRANT) {
      out.writeStringProperty("privilegeGranted", role);
    }
    if (word == Word.REFRESH) {
      out.writeStringProperty("grantType", "refresh_token");
      out.writeStringProperty("grantedScopes", "offline_access, profile, openid");
      out.writeStringProperty("clientAuthType", "none");
    }
    if (word == Word.SSO) {
      out.writeStringProperty("signOnMode", "SAML 2.0");
      out.writeStringProperty("initiationType", "SP_INITIATED");
    }
    String brand = line.carrier().brand();
    if (brand != null) {
      out.writeStringProperty(
          "tunnels",
          "[{\"anonymous\":true,\"operator\":\""
              + brand
              + "\",\"type\":\""
              + line.carrier().tunnel()
              + "\"}]");
    }
    out.writeEndObject();
    out.writeEndObject();
  }

  private void targets(JsonGenerator out, long day) {
    out.writeArrayPropertyStart("target");
    switch (word) {
      case SESSION_START ->
          target(
              out,
              Ids.mixed("lae", person.stream("password").name(), 17),
              "AuthenticatorEnrollment",
              "unknown",
              "Password",
              null,
              null);
      case POLICY ->
          target(
              out,
              Ids.mixed("00p", 11, 17),
              "PolicyEntity",
              "unknown",
              "Everyone, two factors",
              null,
              null);
      case VERIFY, FACTOR_ENROLLED -> verified(out, day);
      case DEVICE_ADDED -> {
        Factor used = factor;
        Machine added = used == null ? machine : used.phone();
        target(
            out, added.oktaId(), "Device", "unknown", added.host(), "oktaDeviceId", added.oktaId());
        user(out, day);
      }
      case SSO -> {
        target(out, appId(), "AppInstance", reached(), reached(), "signOnModeType", "SAML_2_0");
        target(
            out,
            Ids.mixed("0ua", person.stream("app user").name() + reached().hashCode(), 17),
            "AppUser",
            person.mail(day),
            person.name().full(),
            null,
            null);
      }
      case REFRESH ->
          target(
              out,
              Ids.mixed("", transaction + 3, 43),
              "refresh_token",
              "unknown",
              "Refresh Token",
              "subject",
              person.account().oktaId());
      case SESSION_END, DEACTIVATED, PASSWORD, RESET, GRANT -> user(out, day);
      case GROUP -> {
        user(out, day);
        String group = person.role().department() + " applications";
        target(
            out, Ids.mixed("00g", group.hashCode(), 17), "UserGroup", "unknown", group, null, null);
      }
    }
    if (word == Word.SESSION_START || word == Word.VERIFY) {
      target(
          out,
          Ids.mixed("0oa", 17, 17),
          "AppInstance",
          "Okta Dashboard",
          "Okta Dashboard",
          null,
          null);
    }
    out.writeEndArray();
  }

  private void verified(JsonGenerator out, long day) {
    Factor used = factor;
    if (used != null) {
      out.writeStartObject();
      out.writeStringProperty("id", used.enrolment(person.account().key()));
      out.writeStringProperty("type", "AuthenticatorEnrollment");
      out.writeStringProperty("alternateId", "unknown");
      out.writeStringProperty("displayName", "Okta Verify");
      out.writeObjectPropertyStart("detailEntry");
      out.writeStringProperty("methodTypeUsed", "Get a push notification");
      out.writeStringProperty("methodUsedVerifiedProperties", "[USER_PRESENCE]");
      out.writeEndObject();
      out.writeNullProperty("changeDetails");
      out.writeEndObject();
      target(
          out,
          used.phone().oktaId(),
          "Device",
          "unknown",
          used.phone().model(),
          "oktaDeviceId",
          used.phone().oktaId());
    }
    user(out, day);
  }

  private void user(JsonGenerator out, long day) {
    if (other != null) {
      target(out, other.oktaId(), "User", other.mail(), other.name(), null, null);
    } else {
      target(out, account(), "User", person.mail(day), person.name().full(), null, null);
    }
  }

  private String account() {
    return other != null ? other.oktaId() : person.account().oktaId();
  }

  private static void target(
      JsonGenerator out,
      String id,
      String type,
      String alternate,
      String name,
      @Nullable String detail,
      @Nullable String value) {
    out.writeStartObject();
    out.writeStringProperty("id", id);
    out.writeStringProperty("type", type);
    out.writeStringProperty("alternateId", alternate);
    out.writeStringProperty("displayName", name);
    if (detail == null) {
      out.writeNullProperty("detailEntry");
    } else {
      out.writeObjectPropertyStart("detailEntry");
      out.writeStringProperty(detail, value);
      out.writeEndObject();
    }
    out.writeNullProperty("changeDetails");
    out.writeEndObject();
  }

  /** The application reached; the dashboard when none is named. */
  private String reached() {
    return app == null ? "Okta Dashboard" : app;
  }

  private static String slug(String name) {
    return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '_');
  }

  private static final String BEHAVIORS =
      "{New Geo-Location=NEGATIVE, New Device=NEGATIVE, New IP=NEGATIVE, New State=NEGATIVE, New"
          + " Country=NEGATIVE, Velocity=NEGATIVE, New City=NEGATIVE}";
}
