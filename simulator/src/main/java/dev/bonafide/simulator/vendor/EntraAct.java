package dev.bonafide.simulator.vendor;

import dev.bonafide.simulator.people.Factor;
import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Line;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A sign-in as Microsoft Graph gives it ({@code auditLogs/signIns}, beta: with the silent ones).
 *
 * @param app which client asked
 * @param interactive somebody saw it happen; else a client refreshed a token by itself
 * @param error 0, or why not: 50126 wrong password, 53003 refused by conditional access
 * @param session the sign-in session, as long as the tokens last
 * @param factor the second factor of an interactive one; null when a token carried it
 */
public record EntraAct(
    long time,
    long id,
    Person person,
    Machine machine,
    Line line,
    App app,
    boolean interactive,
    int error,
    String session,
    @Nullable Factor factor)
    implements Act.Json {

  /** A client and what it reaches. */
  public enum App {
    TEAMS("Microsoft Teams", "Microsoft Teams Services"),
    OUTLOOK("One Outlook Web", "Office 365 Exchange Online"),
    MOBILE_OUTLOOK("Outlook Mobile", "Office 365 Exchange Online"),
    OFFICE("OfficeHome", "OfficeHome"),
    SHAREPOINT("Office 365 SharePoint Online", "Office 365 SharePoint Online"),
    PORTAL("Azure Portal", "Windows Azure Service Management API");

    private final String client;
    private final String resource;

    App(String client, String resource) {
      this.client = client;
      this.resource = resource;
    }
  }

  @Override
  public Feed feed() {
    return Feed.ENTRA;
  }

  @Override
  public boolean human() {
    return interactive;
  }

  @Override
  public void write(JsonGenerator out) {
    long day = Math.floorDiv(time, 86_400_000L);
    boolean bare = Chance.mix(id) % 33 == 0; // three in a hundred do not say on which device
    boolean known = machine.managed() && !bare;
    out.writeStartObject();
    out.writeStringProperty("id", Ids.uuid(id));
    out.writeStringProperty("createdDateTime", Stamp.second(time));
    out.writeStringProperty("userDisplayName", person.name().full());
    out.writeStringProperty("userPrincipalName", person.principal(day));
    out.writeStringProperty("userId", person.account().entraId());
    out.writeStringProperty("appId", Ids.uuid(app.client.hashCode()));
    out.writeStringProperty("appDisplayName", app.client);
    out.writeStringProperty("ipAddress", line.address(time, machine.number()));
    out.writeStringProperty(
        "clientAppUsed",
        machine.sort() == Machine.Sort.PHONE ? "Mobile Apps and Desktop clients" : "Browser");
    out.writeStringProperty("userAgent", machine.userAgent(time));
    out.writeStringProperty("correlationId", Ids.uuid(id + 1));
    out.writeStringProperty("sessionId", session);
    out.writeStringProperty("uniqueTokenIdentifier", Ids.mixed("", id + 2, 22));
    out.writeStringProperty("conditionalAccessStatus", error == 53003 ? "failure" : "success");
    out.writeStringProperty("authenticationProtocol", "none");
    out.writeStringProperty("incomingTokenType", interactive ? "none" : "primaryRefreshToken");
    out.writeBooleanProperty("isInteractive", interactive);
    out.writeArrayPropertyStart("signInEventTypes");
    out.writeString(interactive ? "interactiveUser" : "nonInteractiveUser");
    out.writeEndArray();
    out.writeNumberProperty("autonomousSystemNumber", line.carrier().asn());
    out.writeStringProperty("riskDetail", "none");
    out.writeStringProperty("riskLevelAggregated", "none");
    out.writeStringProperty("riskLevelDuringSignIn", "none");
    out.writeStringProperty("riskState", "none");
    out.writeArrayPropertyStart("riskEventTypes_v2");
    out.writeEndArray();
    out.writeStringProperty("resourceDisplayName", app.resource);
    out.writeStringProperty("resourceId", Ids.uuid(app.resource.hashCode()));
    out.writeStringProperty("crossTenantAccessType", "none");
    out.writeStringProperty("userType", "member");
    out.writeObjectPropertyStart("status");
    out.writeNumberProperty("errorCode", error);
    out.writeStringProperty(
        "failureReason",
        switch (error) {
          case 0 -> "Other.";
          case 50126 -> "Error validating credentials due to invalid username or password.";
          default -> "Access has been blocked by Conditional Access policies.";
        });
    out.writeStringProperty(
        "additionalDetails",
        error == 0 && factor == null ? "MFA requirement satisfied by claim in the token" : null);
    out.writeEndObject();
    out.writeObjectPropertyStart("deviceDetail");
    out.writeStringProperty("deviceId", known ? machine.entraId() : "");
    out.writeStringProperty("displayName", known ? machine.host() : "");
    out.writeStringProperty("operatingSystem", bare ? "" : machine.system().entra());
    out.writeStringProperty("browser", bare ? "" : machine.entraBrowser(time));
    out.writeBooleanProperty("isCompliant", known);
    out.writeBooleanProperty("isManaged", known);
    out.writeStringProperty("trustType", known ? "Azure AD joined" : "");
    out.writeEndObject();
    out.writeObjectPropertyStart("location");
    out.writeStringProperty("city", line.shown().city());
    out.writeStringProperty("state", line.shown().region());
    out.writeStringProperty("countryOrRegion", line.shown().code());
    out.writeObjectPropertyStart("geoCoordinates");
    out.writeNullProperty("altitude");
    out.writeNumberProperty(
        "latitude", OktaAct.near(line.shown().latitude(), line.key() + 3, 100_000));
    out.writeNumberProperty(
        "longitude", OktaAct.near(line.shown().longitude(), line.key() + 4, 100_000));
    out.writeEndObject();
    out.writeEndObject();
    out.writeStringProperty("authenticationRequirement", "multiFactorAuthentication");
    out.writeArrayPropertyStart("authenticationDetails");
    if (interactive) {
      step(out, "Password", "Password in the cloud", error != 50126);
      if (factor != null) {
        step(out, "Mobile app notification", factor.phone().model() + " " + factor.masked(), true);
      } else if (error == 0) {
        step(out, "Previously satisfied", null, true);
      }
    }
    out.writeEndArray();
    out.writeArrayPropertyStart("appliedConditionalAccessPolicies");
    out.writeStartObject();
    out.writeStringProperty("id", Ids.uuid(71));
    out.writeStringProperty("displayName", "Require two factors for everybody");
    out.writeArrayPropertyStart("enforcedGrantControls");
    out.writeString(error == 53003 ? "Block" : "Mfa");
    out.writeEndArray();
    out.writeArrayPropertyStart("enforcedSessionControls");
    out.writeEndArray();
    out.writeStringProperty("result", error == 53003 ? "failure" : "success");
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  private void step(JsonGenerator out, String method, @Nullable String detail, boolean ok) {
    out.writeStartObject();
    out.writeStringProperty("authenticationStepDateTime", Stamp.second(time));
    out.writeStringProperty("authenticationMethod", method);
    out.writeStringProperty("authenticationMethodDetail", detail);
    out.writeBooleanProperty("succeeded", ok);
    out.writeStringProperty(
        "authenticationStepRequirement",
        method.toLowerCase(Locale.ROOT).startsWith("p") ? "Primary authentication" : "");
    out.writeEndObject();
  }
}
