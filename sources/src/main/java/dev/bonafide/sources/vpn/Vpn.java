package dev.bonafide.sources.vpn;

import com.google.auto.service.AutoService;
import dev.bonafide.model.Event;
import dev.bonafide.model.Event.Outcome;
import dev.bonafide.model.Hash;
import dev.bonafide.model.Kind;
import dev.bonafide.model.NetStatement;
import dev.bonafide.model.Reading;
import dev.bonafide.model.Term;
import dev.bonafide.sources.Addresses;
import dev.bonafide.sources.Amounts;
import dev.bonafide.sources.ReadOptions;
import dev.bonafide.sources.RecordSink;
import dev.bonafide.sources.Source;
import dev.bonafide.sources.SourceCard;
import dev.bonafide.sources.TableRow;
import dev.bonafide.sources.TableSource;
import dev.bonafide.sources.Times;
import java.util.EnumSet;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sessions of a VPN gateway, one row each. */
@AutoService(Source.class)
public final class Vpn extends TableSource {
  private static final Pattern FAILED =
      Pattern.compile(
          "(?i).*\\b(fail\\w*|denied|reject\\w*|invalid|refused|bad (password|credential)\\w*|unauthori[sz]ed)\\b.*");
  private static final Pattern PHONE = Pattern.compile("(?i).*(android|iphone|ipad|\\bios\\b).*");

  private final int[] user =
      column(
          "user",
          "user name",
          "user mail",
          "upn",
          "user principal name",
          "account",
          "account name",
          "login",
          "identity",
          "mail",
          "vpn user",
          "login name",
          "principal",
          "sam account name",
          "src user",
          "source user",
          "worker",
          "worker id",
          "worker mail",
          "user id");
  private final int[] start =
      column(
          "session start",
          "start",
          "start time",
          "session start time",
          "connect time",
          "connect",
          "login time",
          "start date",
          "tunnel start",
          "logon date",
          "vpn start",
          "vpn start time",
          "start date time",
          "connect date",
          "login date",
          "established",
          "from",
          "from time",
          "time",
          "date",
          "date time");
  private final int[] end =
      column(
          "session end",
          "end",
          "end time",
          "session end time",
          "disconnect time",
          "disconnect",
          "logout time",
          "end date",
          "tunnel end",
          "logout date",
          "vpn end",
          "vpn end time",
          "end date time",
          "disconnect date",
          "to",
          "to time",
          "closed");
  private final int[] lasted =
      column(
          "duration",
          "session duration",
          "duration seconds",
          "session time",
          "connection duration",
          "seconds",
          "duration sec",
          "duration secs",
          "vpn duration",
          "connect duration",
          "connect time seconds");
  private final int[] minutes = column("duration minutes", "duration min", "duration mins");
  private final int[] from =
      column(
          "source ip",
          "client ip",
          "public ip",
          "remote ip",
          "real ip",
          "source address",
          "client public ip",
          "calling station id",
          "peer ip",
          "src ip",
          "ip",
          "source",
          "origin ip",
          "client address",
          "remote address",
          "public address",
          "peer address",
          "outer ip",
          "outside ip",
          "from ip",
          "source ip address",
          "client ip address",
          "public ip address",
          "remote ip address",
          "ip address",
          "user ip");
  private final int[] city =
      column("source city", "city", "client city", "geo city", "location city");
  private final int[] region =
      column(
          "source region",
          "region",
          "geo region",
          "province",
          "source state",
          "state",
          "client region");
  private final int[] country =
      column(
          "source country",
          "country",
          "client country",
          "country code",
          "geo country",
          "source country code",
          "location country");
  private final int[] place = column("location", "source location", "client location");
  private final int[] latitude = column("latitude", "lat", "source latitude");
  private final int[] longitude = column("longitude", "lon", "lng", "source longitude");
  private final int[] asn =
      column("source asn", "asn", "asn number", "client asn", "source asn number");
  private final int[] organisation =
      column(
          "source org",
          "org",
          "asn org",
          "asn name",
          "client org",
          "source isp name",
          "asn description",
          "source isp",
          "isp name");
  private final int[] assigned =
      column(
          "assigned ip",
          "tunnel ip",
          "virtual ip",
          "framed ip",
          "private ip",
          "inner ip",
          "assigned address",
          "internal ip",
          "vpn ip",
          "virtual address",
          "framed ip address",
          "inside ip",
          "local ip",
          "assigned ip address",
          "vpn address",
          "pool ip");
  private final int[] gateway =
      column(
          "gateway",
          "vpn gateway",
          "server",
          "gateway name",
          "portal",
          "vpn server",
          "profile",
          "tunnel group",
          "vpn",
          "node",
          "gateway host",
          "gateway ip",
          "server ip",
          "group",
          "connect profile",
          "server name");
  private final int[] client =
      column(
          "client os",
          "client",
          "client type",
          "user agent",
          "client software",
          "client version",
          "os version",
          "os",
          "client operating system",
          "operating system",
          "client os version",
          "device os",
          "client application",
          "agent version",
          "agent",
          "client agent");
  private final int[] host =
      column(
          "host",
          "host name",
          "device name",
          "computer name",
          "device",
          "client host",
          "endpoint name",
          "workstation name",
          "machine",
          "client host name",
          "computer",
          "client name",
          "device host name",
          "source host");
  private final int[] in =
      column(
          "bytes in",
          "in bytes",
          "received bytes",
          "bytes rx",
          "input octets",
          "total bytes in",
          "in",
          "in traffic");
  private final int[] out =
      column(
          "bytes out",
          "out bytes",
          "bytes sent",
          "output octets",
          "total bytes out",
          "out",
          "out traffic");
  private final int[] reason =
      column(
          "end reason",
          "disconnect reason",
          "reason",
          "termination reason",
          "status",
          "result",
          "outcome",
          "terminate cause",
          "disconnect cause",
          "logout reason",
          "close reason",
          "connect status",
          "login status");
  private final int[] session =
      column(
          "session id",
          "session",
          "connection id",
          "tunnel id",
          "unique id",
          "number",
          "vpn id",
          "id",
          "key");

  public Vpn() {
    super(
        new SourceCard(
            "vpn",
            "VPN sessions",
            EnumSet.of(Kind.VPN_SESSION, Kind.VPN_IN, Kind.VPN_OUT, Kind.VPN_FAILED),
            false,
            "The session report of the VPN gateway as CSV: user, start, end or duration, public address, bytes."),
        "vpn");
    needs(1, user);
    needs(1, start, end);
    needs(1, end, lasted);
    needs(1, from, assigned);
    needs(1, lasted, assigned, in, out, gateway);
    needs(2, lasted, assigned, in, out, gateway, host, client, reason, session);
  }

  @Override
  protected BiConsumer<TableRow, RecordSink> reader(ReadOptions options) {
    return this::read;
  }

  private void read(TableRow row, RecordSink sink) {
    String who = row.text(user);
    if (who == null) {
      sink.reading(new Reading.Ignored("names no user"));
      return;
    }
    long seconds = Amounts.seconds(row.textOrEmpty(lasted));
    if (seconds < 0 && row.text(minutes) != null) {
      seconds = 60 * Amounts.seconds(row.textOrEmpty(minutes));
    }
    long began = row.time(start);
    long ended = row.time(end);
    if (began == Times.NONE && ended != Times.NONE && seconds >= 0) {
      began = ended - 1000 * seconds;
    }
    if (began == Times.NONE) {
      sink.reading(
          new Reading.Rejected(
              "start", "is missing or no time; expected a start, or an end and a duration"));
      return;
    }
    if (ended != Times.NONE && ended < began) {
      sink.reading(new Reading.Rejected("end", "lies before the start of the session"));
      return;
    }
    // The two times say more than a duration that may be rounded or idle time.
    if (ended != Times.NONE) {
      seconds = (ended - began) / 1000;
    }
    String folded = who.toLowerCase(Locale.ROOT);
    String number = row.text(session);
    Row told =
        new Row(
            row,
            began,
            number == null ? row.id() : Hash.of("vpn\n" + folded + "\n" + number + "\n" + began),
            Term.of("vpn:" + folded),
            Term.of(folded),
            number);
    if (FAILED.matcher(row.textOrEmpty(reason)).matches() && seconds <= 0) {
      sink.reading(event(told, Kind.VPN_FAILED, Outcome.FAILURE, 0));
      return;
    }
    sink.reading(event(told, Kind.VPN_SESSION, Outcome.SUCCESS, Math.max(0, seconds)));
    bytes(told, Kind.VPN_IN, in, sink);
    bytes(told, Kind.VPN_OUT, out, sink);
  }

  /** What all events of one row share. */
  private record Row(
      TableRow cells, long began, long id, Term account, Term alias, @Nullable String session) {}

  private void bytes(Row row, Kind kind, int[] column, RecordSink sink) {
    long bytes = Amounts.count(row.cells.textOrEmpty(column));
    if (bytes > 0) {
      sink.reading(event(row, kind, Outcome.SUCCESS, bytes));
    }
  }

  private Event event(Row row, Kind kind, Outcome outcome, long amount) {
    String address = Addresses.publicAddress(row.cells.textOrEmpty(from));
    return new Event(
        kind,
        outcome,
        row.began,
        row.id,
        row.account,
        row.alias,
        term(row.cells.text(gateway)),
        term(row.cells.text(host)),
        term(address),
        fingerprint(row.cells.text(client)),
        row.session == null ? null : Term.of("vpn:" + row.session),
        null,
        term(net(row.cells)),
        amount);
  }

  private @Nullable String net(TableRow row) {
    // "Lisbon, Lisboa, PT" in one cell, or a cell for each.
    String[] whole = row.textOrEmpty(place).split("\\s*,\\s*", -1);
    String land = row.text(country);
    if (land == null && whole.length > 1) {
      land = whole[whole.length - 1];
    }
    String town = row.text(city);
    if (town == null && whole.length > 1) {
      town = whole[0];
    }
    return new NetStatement(
            Amounts.asn(row.textOrEmpty(asn)),
            row.text(organisation),
            null,
            null,
            land != null && land.length() == 2 ? land.toUpperCase(Locale.ROOT) : land,
            row.text(region),
            town,
            Amounts.degrees(row.textOrEmpty(latitude), row.textOrEmpty(longitude)),
            Amounts.degrees(row.textOrEmpty(longitude), row.textOrEmpty(latitude)))
        .text();
  }

  /** A client of a phone says so in the words by which phones are known. */
  private static @Nullable Term fingerprint(@Nullable String client) {
    if (client == null) {
      return null;
    }
    boolean phone = PHONE.matcher(client).matches();
    return Term.of("VPN client on " + client + (phone ? " (mobile)" : ""));
  }

  private static @Nullable Term term(@Nullable String text) {
    return text == null ? null : Term.of(text);
  }
}
