package dev.bonafide.model;

import static dev.bonafide.model.Kind.Prior.AUTOMATED;
import static dev.bonafide.model.Kind.Prior.HUMAN;
import static dev.bonafide.model.Kind.Prior.MAYBE;

import org.jspecify.annotations.Nullable;

/**
 * What an account did: the closed vocabulary of events. Each kind has a permanent number (it is
 * stored in pages: never reuse one), an OCSF class and activity (OCSF 1.9), and a prior of who
 * caused it. The prior is a property of the word; the verdict, human or machine, is made by
 * indicators from the rhythm. Numbers 64 to 127 are <em>notable</em>: rare acts that a page keeps
 * when it has to sample the regular ones.
 */
public enum Kind {
  SIGN_IN(1, "signin", 3002, "Logon", HUMAN),
  SIGN_IN_SILENT(2, "signin.silent", 3002, "Ticket", AUTOMATED),
  SIGN_IN_FAILED(3, "signin.failed", 3002, "Logon", MAYBE),
  SIGN_IN_INTERRUPTED(4, "signin.interrupted", 3002, "Preauth", MAYBE),
  APP_SIGN_IN(5, "signin.app", 3002, "Service Ticket", MAYBE),
  SIGN_OUT(6, "signout", 3002, "Logoff", MAYBE),
  FACTOR_USED(7, "factor.used", 3002, "Logon", HUMAN),
  POLICY_CHECKED(8, "policy.checked", 3003, "Authorize", AUTOMATED),

  DEVICE_LOGON(10, "device.logon", 3002, "Logon", HUMAN),
  DEVICE_LOGON_REMOTE(11, "device.logon.remote", 3002, "Logon", HUMAN),
  DEVICE_LOGON_NETWORK(12, "device.logon.network", 3002, "Logon", AUTOMATED),
  DEVICE_UNLOCK(13, "device.unlock", 3002, "Logon", HUMAN),
  DEVICE_LOCK(14, "device.lock", 3002, "Logoff", AUTOMATED),
  DEVICE_LOGOFF(15, "device.logoff", 3002, "Logoff", MAYBE),
  DEVICE_ON(16, "device.on", 1011, "On", AUTOMATED),
  DEVICE_OFF(17, "device.off", 1011, "Off", AUTOMATED),
  DEVICE_SLEEP(18, "device.sleep", 1011, "Sleep", AUTOMATED),
  DEVICE_WAKE(19, "device.wake", 1011, "Wake", AUTOMATED),
  DEVICE_LOGON_FAILED(20, "device.logon.failed", 3002, "Logon", MAYBE),
  DEVICE_SEEN(21, "device.seen", 5001, "Collect", AUTOMATED),
  PROCESS(22, "process", 1007, "Launch", MAYBE),
  CONNECTION(23, "connection", 4001, "Open", AUTOMATED),

  VPN_SESSION(24, "vpn.session", 4014, "Open", MAYBE),
  VPN_IN(25, "vpn.in", 4014, "Traffic", AUTOMATED),
  VPN_OUT(26, "vpn.out", 4014, "Traffic", AUTOMATED),
  VPN_FAILED(27, "vpn.failed", 4014, "Fail", MAYBE),

  MESSAGE(28, "message", 6001, "Create", HUMAN),
  FILE_READ(29, "file.read", 6006, "Open", HUMAN),
  FILE_WRITE(30, "file.write", 6006, "Update", HUMAN),
  DOWNLOAD(31, "download", 6006, "Download", MAYBE),
  UPLOAD(32, "upload", 6006, "Upload", MAYBE),
  CODE_PUSH(33, "code.push", 6003, "Update", MAYBE),
  CODE_CLONE(34, "code.clone", 6003, "Read", MAYBE),
  CODE_REVIEW(35, "code.review", 6003, "Update", HUMAN),
  CODE_COMMIT(36, "code.commit", 6003, "Create", HUMAN),
  MEETING(37, "meeting", 6003, "Join", HUMAN),
  MEETING_CAMERA(38, "meeting.camera", 6003, "Camera", HUMAN),
  MEETING_AUDIO(39, "meeting.audio", 6003, "Audio", HUMAN),
  QUERY(40, "query", 6005, "Query", MAYBE),
  PAGE_VIEW(41, "page.view", 6001, "Read", HUMAN),
  API_CALL(42, "api.call", 6003, "Other", AUTOMATED),
  SYNC(43, "sync", 6006, "Sync", AUTOMATED),
  HEARTBEAT(44, "heartbeat", 6003, "Read", AUTOMATED),
  TICKET(45, "ticket", 6003, "Update", HUMAN),
  CHAT_DAY(46, "chat.day", 6003, "Read", AUTOMATED),

  ACCOUNT_CREATED(64, "account.created", 3001, "Create", MAYBE),
  ACCOUNT_CHANGED(65, "account.changed", 3001, "Update", MAYBE),
  ACCOUNT_DISABLED(66, "account.disabled", 3001, "Disable", MAYBE),
  ACCOUNT_LOCKED(67, "account.locked", 3001, "Lock", AUTOMATED),
  PASSWORD_RESET(68, "password.reset", 3001, "Password Reset", HUMAN),
  FACTOR_ENROLLED(69, "factor.enrolled", 3001, "MFA Factor Enable", HUMAN),
  FACTOR_REMOVED(70, "factor.removed", 3001, "MFA Factor Disable", HUMAN),
  GRANT(71, "grant", 3005, "Assign Privileges", HUMAN),
  REVOKE(72, "revoke", 3005, "Revoke Privileges", HUMAN),
  TOKEN_CREATED(73, "token.created", 3004, "Create", HUMAN),
  POLICY_CHANGED(74, "policy.changed", 3004, "Update", HUMAN),
  IMPERSONATED(75, "impersonated", 3002, "Account Switch", HUMAN),
  REPORTED(76, "reported", 2004, "Create", HUMAN),
  PERIPHERAL(77, "peripheral", 1010, "Connect", AUTOMATED),
  DISPLAY(78, "display", 1010, "Connect", AUTOMATED),
  SOFTWARE_INSTALLED(79, "software.installed", 6002, "Install", MAYBE),
  SOFTWARE_REMOVED(80, "software.removed", 6002, "Remove", MAYBE),
  REMOTE_SESSION(81, "remote.session", 3002, "Logon", HUMAN),
  SCREEN_CAPTURED(82, "screen.captured", 1012, "Read", MAYBE),
  EXPORT(83, "export", 6001, "Export", HUMAN),
  SHARED_OUTSIDE(84, "shared.outside", 6006, "Share", HUMAN),
  FORWARDING_RULE(85, "forwarding.rule", 6003, "Create", HUMAN),
  REPOSITORY_CHANGED(86, "repository.changed", 6003, "Update", HUMAN),
  PIPELINE_CHANGED(87, "pipeline.changed", 6003, "Update", HUMAN),
  SECRET_READ(88, "secret.read", 6003, "Read", MAYBE),
  PAYROLL_CHANGED(89, "payroll.changed", 3001, "Update", HUMAN),
  CONTACT_CHANGED(90, "contact.changed", 3001, "Update", HUMAN),
  SHIPMENT(91, "shipment", 6003, "Update", AUTOMATED),
  DEVICE_ENROLLED(92, "device.enrolled", 3004, "Enroll", HUMAN),
  MALWARE(93, "malware", 2004, "Create", AUTOMATED),
  LOG_CLEARED(94, "log.cleared", 1008, "Clear", MAYBE),
  GUEST_ACCESS(95, "guest.access", 3002, "Logon", HUMAN),
  VIRTUAL_CAMERA(96, "virtual.camera", 1010, "Connect", MAYBE),
  CONSENT(97, "consent", 3004, "Create", HUMAN),
  VIRTUAL_DESKTOP(98, "virtual.desktop", 3002, "Logon", HUMAN),
  /** The account was given a right by another: told of the receiver beside the giver's GRANT. */
  RIGHTS_GAINED(99, "rights.gained", 3005, "Assign Privileges", AUTOMATED);

  /** Who causes acts of this kind, before any rhythm is looked at. */
  public enum Prior {
    /** Nobody does this without a hand on the machine: a typed message, a factor, an unlock. */
    HUMAN,
    /** Both people and programs do it. */
    MAYBE,
    /** Programs do it on their own: a refresh, a heartbeat. */
    AUTOMATED
  }

  private static final @Nullable Kind[] BY_NUMBER = new Kind[128];

  static {
    for (Kind kind : values()) {
      if (BY_NUMBER[kind.number] != null) {
        throw new IllegalStateException(kind + " reuses the number " + kind.number);
      }
      BY_NUMBER[kind.number] = kind;
    }
  }

  private final int number;
  private final String slug;
  private final int ocsfClass;
  private final String ocsfActivity;
  private final Prior prior;

  Kind(int number, String slug, int ocsfClass, String ocsfActivity, Prior prior) {
    this.number = number;
    this.slug = slug;
    this.ocsfClass = ocsfClass;
    this.ocsfActivity = ocsfActivity;
    this.prior = prior;
  }

  /** The kind with this permanent number. */
  public static Kind of(int number) {
    Kind kind = number >= 0 && number < 128 ? BY_NUMBER[number] : null;
    if (kind == null) {
      throw new IllegalArgumentException("no kind has the number " + number);
    }
    return kind;
  }

  /** The permanent number, 1 to 127. */
  public int number() {
    return number;
  }

  /** The name in outputs and mappings, e.g. {@code signin.silent}. */
  public String slug() {
    return slug;
  }

  /** The OCSF class uid, e.g. 3002 for Authentication. */
  public int ocsfClass() {
    return ocsfClass;
  }

  /** The OCSF activity name inside the class. */
  public String ocsfActivity() {
    return ocsfActivity;
  }

  public Prior prior() {
    return prior;
  }

  /**
   * Whether an act of this kind lasts: its time is the start, its amount the seconds until the end.
   */
  public boolean span() {
    return this == VPN_SESSION || this == MEETING;
  }

  /** Whether a page keeps acts of this kind when it has to sample regular ones. */
  public boolean notable() {
    return number >= 64;
  }
}
