package dev.bonafide.engine.privacy;

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
      Set.of(
          ("json ndjson jsonl csv tsv txt log logs gz gzip zip zst zstd xml xlsx pdf md evtx tar html"
                  + " okta entra azure aad ad microsoft defender m365 office365 graph sentinel splunk"
                  + " elastic kql github gitlab google workspace slack zoom teams meet meetings"
                  + " meeting vpn sessions session mdm jamf intune kandji inventory devices device"
                  + " hr workers worker people employees roster rosters context schedule schedules"
                  + " travel leave oncall call on payroll payments shipping shipments references"
                  + " referees applications applicants candidates signin signins sign in ins audit"
                  + " events event activity system security process processes logon logons network"
                  + " usb pnp raw export exports data sample samples demo part of all and the input"
                  + " file files archive backup old new test staging prod production users user"
                  + " accounts account day daily week weekly month monthly year hourly hour feb"
                  + " mar apr jun jul aug sep sept oct nov dec q1 q2 q3 q4 findings bonafide home tmp"
                  + " var mnt opt srv root work duo auth0 aws cloudtrail gcp crowdstrike falcon"
                  + " netskope zscaler cisco umbrella cloudflare tailscale snowflake jira confluence"
                  + " atlassian salesforce workday zendesk notion windows linux mac macos syslog cef"
                  + " leef json2 v1 v2 advanced hunting"
                  + " deviceevents devicelogonevents deviceprocessevents deviceinfo interactive"
                  + " noninteractive diagnostic diagnostics settings portal insights blob streaming a b c d e x y z")
              .split(" "));

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
