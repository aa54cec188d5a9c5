package dev.bonafide.simulator.vendor;

import dev.bonafide.simulator.people.CodeDeed;
import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Line;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/**
 * A record of a GitHub organisation's audit log, git events among them, as its stream writes it.
 *
 * @param repository with its owner; empty for what concerns the organisation
 * @param what what was changed in it: a branch, a secret, an address; empty when the deed says all
 */
public record GitHubAct(
    long time,
    long id,
    Person person,
    Machine machine,
    Line line,
    CodeDeed deed,
    String repository,
    String what)
    implements Act.Json {

  private static final String ORGANISATION = "bonafide-works";

  @Override
  public Feed feed() {
    return Feed.GITHUB;
  }

  @Override
  public boolean human() {
    return deed.human();
  }

  @Override
  public void write(JsonGenerator out) {
    boolean git = deed == CodeDeed.FETCH || deed == CodeDeed.CLONE || deed == CodeDeed.PUSH;
    out.writeStartObject();
    out.writeNumberProperty("@timestamp", time);
    out.writeStringProperty("_document_id", Ids.mixed("", id, 22));
    out.writeStringProperty("action", action(deed));
    out.writeStringProperty("actor", login(person));
    out.writeNumberProperty("actor_id", 40_000_000L + person.account().badge());
    out.writeStringProperty("actor_ip", line.address(time, machine.number()));
    out.writeBooleanProperty("actor_is_bot", false);
    out.writeObjectPropertyStart("actor_location");
    out.writeStringProperty("country_code", line.shown().code());
    out.writeEndObject();
    out.writeNumberProperty("created_at", time);
    out.writeStringProperty("business", ORGANISATION);
    out.writeStringProperty("org", ORGANISATION);
    out.writeNumberProperty("org_id", 7_000_001);
    out.writeStringProperty(
        "external_identity_nameid", person.mail(Math.floorDiv(time, 86_400_000L)));
    if (!repository.isEmpty()) {
      out.writeStringProperty("repo", ORGANISATION + "/" + repository);
      out.writeBooleanProperty("public_repo", false);
    }
    if (!what.isEmpty()) {
      out.writeStringProperty("name", what);
    }
    out.writeStringProperty("operation_type", git && deed != CodeDeed.PUSH ? "access" : "modify");
    if (git) {
      out.writeStringProperty("transport_protocol_name", "ssh");
      out.writeNumberProperty("transport_protocol", 2);
    }
    out.writeStringProperty(
        "user_agent",
        git
            ? machine.system() == Machine.Os.MAC
                ? "git/2.50.1 (Apple Git-155)"
                : machine.system() == Machine.Os.WINDOWS ? "git/2.51.0.windows.1" : "git/2.47.3"
            : machine.userAgent(time));
    out.writeEndObject();
  }

  /** As the audit log names it. */
  private static String action(CodeDeed deed) {
    return switch (deed) {
      case FETCH -> "git.fetch";
      case CLONE -> "git.clone";
      case PUSH -> "git.push";
      case OPEN -> "pull_request.create";
      case MERGE -> "pull_request.merge";
      case REVIEW -> "pull_request_review.submit";
      case RERUN -> "workflows.rerun_workflow_run";
      case KEY -> "public_key.create";
      case CREATE -> "repo.create";
      case PROTECT -> "protected_branch.create";
      case UNPROTECT -> "protected_branch.destroy";
      case OVERRIDE -> "protected_branch.policy_override";
      case SECRET -> "repo.update_actions_secret";
      case COMPANY_SECRET -> "org.update_actions_secret";
      case RUNNER -> "repo.register_self_hosted_runner";
      case ENVIRONMENT -> "environment.update_protection_rule";
      case HOOK -> "hook.create";
      case DEPLOY_KEY -> "deploy_key.create";
      case CHECK_OFF -> "workflows.disable_workflow";
      case SCANNING_OFF -> "repository_secret_scanning_push_protection.disable";
    };
  }

  /** What people call themselves there: mostly the company's way, with a number. */
  private static String login(Person person) {
    return (person.login() + "-bw" + person.account().badge() % 1_000).toLowerCase(Locale.ROOT);
  }
}
