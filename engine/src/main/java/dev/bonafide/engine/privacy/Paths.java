package dev.bonafide.engine.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths as outputs show them. People name files after people, so a word of a path is shown only
 * when it is one of ours (a source, a kind of log, a number as short as a date); every other word
 * is replaced. The vault keeps what stood there.
 */
public final class Paths {
  private static final Pattern WORD = Pattern.compile("[^/\\\\!._\\- ,()\\[\\]+=@#~]+");

  /** Numbers up to eight digits: years, days, parts, {@code 20261104}. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,8}|\\d{8}[tT]\\d{2,6}[zZ]?");

  private static final Set<String> HARMLESS =
      Set.copyOf(
          List.of(
              ("json ndjson jsonl csv tsv txt log logs gz gzip zip zst zstd xml xlsx pdf md"
                      + " evtx tar html bin yml yaml dat okta entra azure aad ad microsoft defender m365"
                      + " office365 office graph sentinel splunk elastic kql github gitlab google"
                      + " workspace gsuite slack zoom teams meet meetings meeting vpn sessions session"
                      + " mdm jamf intune kandji inventory devices device duo auth0 aws cloudtrail gcp"
                      + " crowdstrike falcon netskope zscaler cisco umbrella cloudflare tailscale"
                      + " snowflake jira confluence atlassian salesforce workday zendesk notion windows"
                      + " linux mac macos syslog cef leef panther purview onepassword databricks mongodb"
                      + " jfrog proofpoint greenhouse axonius wiz snyk sigma ocsf hr workers worker"
                      + " people employees staff roster rosters context schedule schedules travel leave"
                      + " oncall call on payroll payments shipping shipments references referees"
                      + " applications applicants candidates resume resumes interviews signin signins"
                      + " sign in ins audit events event activity system security process processes"
                      + " logon logons login logins network usb pnp raw export exports data sample"
                      + " samples demo advanced hunting deviceevents devicelogonevents"
                      + " deviceprocessevents deviceinfo interactive noninteractive diagnostic"
                      + " diagnostics settings portal insights blob streaming auth authentication mfa"
                      + " factor factors risk alert alerts detection detections rule rules incident"
                      + " incidents directory admin api app apps application access change changes"
                      + " message messages channel channels chat chats file files download downloads"
                      + " upload uploads query queries search result results report reports group groups"
                      + " role roles policy policies user users account accounts identity identities"
                      + " provider host hosts server servers client clients dns http https proxy"
                      + " firewall mail email code repo repos repository commit commits push pull part"
                      + " of all and the input output archive backup old new test tests example examples"
                      + " fixture fixtures research customer integration integrations staging prod"
                      + " production dev default main full partial chunk batch rows table tables schema"
                      + " dump latest current previous start end out to from by for with without copy"
                      + " merged combined other misc unknown mixed day daily week weekly month monthly"
                      + " year hourly hour feb mar apr jun jul aug sep sept oct nov dec q1 q2 q3 q4"
                      + " findings bonafide home tmp var mnt opt srv root work etc usr local volumes"
                      + " users documents desktop downloads v1 v2 v3 a b c d e f g h x y z")
                  .split(" ")));

  private final Pseudonyms pseudonyms;
  private final boolean reveal;
  private final Set<String> taken;
  private final Map<String, String> replaced = new TreeMap<>();

  /**
   * @param reveal whether paths are shown as they are
   * @param taken words in small letters that are somebody's name in this run, so none is harmless
   */
  public Paths(Pseudonyms pseudonyms, boolean reveal, Set<String> taken) {
    this.taken = Set.copyOf(taken);
    this.pseudonyms = pseudonyms;
    this.reveal = reveal;
  }

  /** The path as outputs may show it. */
  public synchronized String shown(String path) {
    if (reveal) {
      return path;
    }
    Matcher words = WORD.matcher(path);
    StringBuilder shown = new StringBuilder();
    int at = 0;
    while (words.find()) {
      shown.append(path, at, words.start());
      String word = words.group();
      String folded = word.toLowerCase(Locale.ROOT);
      boolean harmless = HARMLESS.contains(folded) || NUMBER.matcher(word).matches();
      if (harmless && !taken.contains(folded)) {
        shown.append(word);
      } else {
        String instead = pseudonyms.path(word);
        replaced.put(instead, word);
        shown.append(instead);
      }
      at = words.end();
    }
    return shown.append(path, at, path.length()).toString();
  }

  /** What was replaced by what, for the vault. */
  public synchronized Map<String, String> replaced() {
    return Map.copyOf(replaced);
  }
}
