package dev.bonafide.simulator.work;

import dev.bonafide.simulator.people.Errand;
import dev.bonafide.simulator.people.Factor;
import dev.bonafide.simulator.people.Hand;
import dev.bonafide.simulator.people.Machine;
import dev.bonafide.simulator.people.Person;
import dev.bonafide.simulator.people.Role;
import dev.bonafide.simulator.vendor.Act;
import dev.bonafide.simulator.vendor.EntraAct;
import dev.bonafide.simulator.vendor.OktaAct;
import dev.bonafide.simulator.vendor.PayrollAct;
import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Line;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that one account has open at one machine with the two identity providers, and what
 * those write when a session opens, is used, is renewed by a program, or is closed. Few are ever
 * closed.
 */
final class SignIns {
  private static final long HOUR = 3_600_000L;
  private static final long DAY = 24 * HOUR;

  private final Person person;
  private final Machine machine;
  private final Chance chance;

  /** When each of the last few Okta sessions began; an empty id where one was closed. */
  private final NavigableMap<Long, String> sessions = new TreeMap<>();

  private long acts;
  private @Nullable String okta;
  private long oktaSince;
  private long oktaUsed;
  private @Nullable String entra;
  private long entraSince;
  private @Nullable Factor enrolled;

  SignIns(Person person, Machine machine, Chance chance) {
    this.person = person;
    this.machine = machine;
    this.chance = chance;
  }

  /**
   * Somebody opens an application, after signing in where no session is good any more.
   *
   * @param app null when they only open the dashboard, and perhaps something from there
   */
  void open(Presence presence, long at, @Nullable String app, Chance draw, Consumer<Act> tell) {
    if (at >= person.closedMilli()) {
      return;
    }
    boolean keeps = presence.hand().keepsSession();
    long moment = at;
    if (okta == null
        || at - oktaUsed > (keeps ? 60 * DAY : 6 * HOUR)
        || at - oktaSince > longest(presence.hand())) {
      moment = begin(presence, at, draw, tell);
    }
    if (app != null || draw.happens(0.6)) {
      String reached = app == null ? draw.pick(person.role().apps()) : app;
      tell.accept(act(moment, presence.seen(), OktaAct.Word.SSO, next(), reached, null, null));
    }
    oktaUsed = moment;
  }

  private static long longest(Hand hand) {
    return hand.keepsSession() ? 90 * DAY : 15 * HOUR;
  }

  private long begin(Presence presence, long at, Chance draw, Consumer<Act> tell) {
    Line line = presence.seen();
    Factor factor = presence.hand().factor();
    long moment = at;
    if (draw.happens(0.04)) {
      okta = null;
      tell.accept(
          act(moment, line, OktaAct.Word.SESSION_START, next(), null, null, "INVALID_CREDENTIALS"));
      moment += draw.between(6, 25) * 1000L;
    }
    okta = Ids.mixed("102", chance.at("okta session", next()).name(), 22);
    oktaSince = moment;
    sessions.put(moment, okta);
    if (sessions.size() > 8) {
      sessions.pollFirstEntry();
    }
    long click = next();
    tell.accept(act(moment, line, OktaAct.Word.POLICY, click, null, null, null));
    if (enrols(factor, moment, draw)) {
      tell.accept(act(moment + 40, line, OktaAct.Word.FACTOR_ENROLLED, click, null, factor, null));
      tell.accept(act(moment + 90, line, OktaAct.Word.DEVICE_ADDED, click, null, factor, null));
    }
    enrolled = factor;
    moment += draw.between(4_000, 28_000);
    tell.accept(act(moment, line, OktaAct.Word.VERIFY, click, null, factor, null));
    moment += draw.between(120, 900);
    tell.accept(act(moment, line, OktaAct.Word.SESSION_START, click, null, null, null));
    if (draw.happens(0.008)) {
      // The password had to be changed.
      moment += draw.between(15_000, 60_000);
      tell.accept(act(moment, line, OktaAct.Word.PASSWORD, click, null, null, null));
    }
    return moment + draw.between(300, 2_500);
  }

  /** A phone is enrolled when it is new, in the first days of a job, and again now and then. */
  private boolean enrols(Factor factor, long at, Chance draw) {
    if (machine.sort() == Machine.Sort.PHONE) {
      return false;
    }
    if (enrolled != null) {
      return enrolled.phone().number() != factor.phone().number() || draw.happens(0.002);
    }
    boolean joins = Math.floorDiv(at, DAY) - person.paper().start() < 3;
    boolean theirs = factor.phone().number() == person.factor().phone().number();
    return !theirs || (joins && machine.managed()) || draw.happens(0.1);
  }

  /** What somebody came for: done a few minutes after they sat down. */
  void run(Errand errand, Presence presence, Chance draw, Consumer<Act> tell) {
    long at = presence.from() + draw.between(3, 25) * 60_000L;
    if (at >= person.closedMilli()) {
      return;
    }
    Line line = presence.seen();
    switch (errand) {
      case Errand.Grant grant -> {
        open(presence, at, "Okta Admin Console", draw, tell);
        OktaAct.Word word = grant.role().isEmpty() ? OktaAct.Word.GROUP : OktaAct.Word.GRANT;
        tell.accept(
            act(at + 40_000, line, word, next(), null, null, null, grant.to(), grant.role()));
      }
      case Errand.Reset reset -> {
        open(presence, at, null, draw, tell);
        tell.accept(act(at + 9_000, line, OktaAct.Word.PASSWORD, next(), null, null, null));
        tell.accept(act(at + 21_000, line, OktaAct.Word.RESET, next(), null, null, null));
      }
      case Errand.Refused refused -> {
        String session = Ids.uuid(chance.at("refused", next()).name());
        tell.accept(
            new EntraAct(
                at,
                id(),
                person,
                refused.machine(),
                refused.from(),
                EntraAct.App.OFFICE,
                true,
                53003,
                session,
                null));
      }
      case Errand.Pay pay -> {
        if (pay.self()) {
          open(presence, at, "Payday", draw, tell);
        }
        tell.accept(new PayrollAct(at + 75_000, id(), person, machine, line, pay));
      }
      case Errand.Haul haul -> {}
      case Errand.Malware malware -> {}
      case Errand.Code code -> {}
      case Errand.Install install -> {}
    }
  }

  /** The hands sign out: hardly anybody ever does. */
  void close(long at, Line line, Consumer<Act> tell) {
    if (okta != null && at < person.closedMilli()) {
      tell.accept(act(at, line, OktaAct.Word.SESSION_END, next(), null, null, null));
      okta = null;
      sessions.put(at, "");
    }
  }

  /** A sign-in to Microsoft 365 that somebody sees. */
  void office(Presence presence, long at, Chance draw, Consumer<Act> tell) {
    if (at >= person.closedMilli()) {
      return;
    }
    boolean fresh = entra == null || at - entraSince > 21 * DAY;
    String session = fresh ? renewed(at) : entra(at);
    EntraAct.App app =
        switch (draw.below(4)) {
          case 0 -> EntraAct.App.TEAMS;
          case 1 -> EntraAct.App.OUTLOOK;
          case 2 -> EntraAct.App.SHAREPOINT;
          default -> person.role() == Role.IT ? EntraAct.App.PORTAL : EntraAct.App.OFFICE;
        };
    if (draw.happens(0.02)) {
      tell.accept(entraAct(at - 9_000, presence.seen(), app, true, 50126, session, null));
    }
    Factor factor = fresh || draw.happens(0.25) ? presence.hand().factor() : null;
    tell.accept(entraAct(at, presence.seen(), app, true, 0, session, factor));
  }

  /** Whether a program at this machine has anything to renew. */
  boolean known() {
    return entra != null;
  }

  /** A program renews its token by itself. */
  void renew(long at, Line line, Hand owner, Chance draw, Consumer<Act> tell) {
    if (at >= person.closedMilli()) {
      return;
    }
    EntraAct.App app =
        machine.sort() == Machine.Sort.PHONE
            ? EntraAct.App.MOBILE_OUTLOOK
            : draw.happens(0.5) ? EntraAct.App.TEAMS : EntraAct.App.OUTLOOK;
    tell.accept(entraAct(at, line, app, false, 0, entra(at), null));
    Map.Entry<Long, String> session = sessions.floorEntry(at);
    if (session != null
        && !session.getValue().isEmpty()
        && at - session.getKey() < longest(owner)
        && draw.happens(0.15)) {
      tell.accept(
          new OktaAct(
              at + 900,
              id(),
              person,
              machine,
              line,
              OktaAct.Word.REFRESH,
              chance.at("transaction", next()).name(),
              session.getValue(),
              "Parley Chat",
              null,
              null,
              null,
              ""));
    }
  }

  private String entra(long at) {
    String session = entra;
    return session == null ? renewed(at) : session;
  }

  private String renewed(long at) {
    String session = Ids.uuid(chance.at("entra session", next()).name());
    entra = session;
    entraSince = at;
    return session;
  }

  private long next() {
    return ++acts;
  }

  private long id() {
    return chance.at("act", next()).name();
  }

  private OktaAct act(
      long at,
      Line line,
      OktaAct.Word word,
      long click,
      @Nullable String app,
      @Nullable Factor factor,
      @Nullable String reason) {
    return act(at, line, word, click, app, factor, reason, null, "");
  }

  private OktaAct act(
      long at,
      Line line,
      OktaAct.Word word,
      long click,
      @Nullable String app,
      @Nullable Factor factor,
      @Nullable String reason,
      Errand.@Nullable Colleague other,
      String role) {
    return new OktaAct(
        at,
        id(),
        person,
        machine,
        line,
        word,
        chance.at("transaction", click).name(),
        okta,
        app,
        factor,
        reason,
        other,
        role);
  }

  private EntraAct entraAct(
      long at,
      Line line,
      EntraAct.App app,
      boolean interactive,
      int error,
      String session,
      @Nullable Factor factor) {
    return new EntraAct(at, id(), person, machine, line, app, interactive, error, session, factor);
  }
}
