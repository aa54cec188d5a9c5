package dev.bonafide.simulator.hiring;

import dev.bonafide.simulator.world.Chance;
import dev.bonafide.simulator.world.Ids;
import dev.bonafide.simulator.world.Shuffle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Applications to the company: résumés (text and JSON Resume), the tracking system's rows,
 * references, interview transcripts. Most are honest, and their lives hold what looks odd and is
 * not: a course beside a job, contracts beside a job, products under today's names, a move, a
 * couple under one roof, an agency's telephone, a team that vouches for each other, a new surname.
 * A scheme is planted by what its people do, not by what a check looks for.
 */
public final class Applicants {
  /** The last day of applications: 1 November 2026. */
  private static final int YEAR = 2026;

  private static final List<String> PLACES =
      List.of(
          "Austin, TX, US",
          "Denver, CO, US",
          "Chicago, IL, US",
          "London, United Kingdom",
          "Berlin, Germany",
          "Porto, Portugal");

  private static final int LONDON = 3;
  private static final int BERLIN = 4;

  /** In each of these areas 555-0100 to 0199 are nobody's. */
  private static final List<String> AREAS =
      List.of(
          "201", "202", "203", "205", "206", "207", "208", "209", "210", "212", "213", "214", "215",
          "216", "217", "218", "219", "224", "225", "228", "229", "231", "234", "239", "240", "248",
          "251", "252", "253", "254", "256", "260", "262", "267", "269", "270", "276", "281", "301",
          "302", "303", "304", "305", "307", "308", "309", "310", "312", "313", "314", "315", "316",
          "317", "318", "319", "320", "321", "323", "325", "330", "334", "336", "337", "347");

  /** What was planted in an application; {@code NONE} in an honest one. */
  public enum Scheme {
    NONE,
    /** Several names over one text. */
    ONE_TEXT,
    /** Skills of today in jobs of long ago. */
    YOUNG_SKILLS,
    /** One telephone or box behind several names. */
    ONE_DESK,
    /** Applicants who are each other's referees, for employers that differ. */
    REFEREE_RING,
    /** The applicant answers for the referee. */
    OWN_REFEREE,
    /** Several employed jobs at once, for years: some over, some going on. */
    STACKED_JOBS,
    /** Somebody else finds the answers to whatever is technical. */
    PROMPTED_INTERVIEW;

    public String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What is true of an application.
   *
   * @param id in the tracking system
   * @param group people of one scheme together; empty for honest ones
   * @param overlays what looks odd in it and is not
   */
  public record Truth(String id, Scheme scheme, String group, Set<String> overlays) {
    public Truth {
      overlays = Set.copyOf(overlays);
    }

    /** As a line of {@code applicants.jsonl}, which {@code evaluate} takes. */
    String line() {
      return "{\"person\":\""
          + id
          + "\",\"scheme\":\""
          + scheme.slug()
          + (group.isEmpty() ? "" : "\",\"cluster\":\"" + group)
          + "\",\"overlays\":["
          + String.join(",", new TreeSet<>(overlays).stream().map(o -> '"' + o + '"').toList())
          + "]}";
    }
  }

  private static final class One {
    private final String id;
    private final int number;
    private final Chance chance;
    private final int place;
    private final String name;
    private final Set<String> overlays = new TreeSet<>();
    private final List<Job> jobs = new ArrayList<>();
    private final List<String> studies = new ArrayList<>();
    private final List<Referee> referees = new ArrayList<>();
    private Scheme scheme = Scheme.NONE;
    private String group = "";
    private String mail;
    private String phone;
    private String street;
    private String network;
    private String payWish = "";
    private String identity = "";
    private String summary = "";

    One(String id, Chance chance, int place, String name, int number) {
      this.id = id;
      this.number = number;
      this.chance = chance;
      this.place = place;
      this.name = name;
      String[] words = name.toLowerCase(Locale.ROOT).split(" ", -1);
      mail = words[0] + "." + words[1] + number + "@mail.example";
      phone = phone(place, number);
      street = (1 + number % 180) + " " + words[1].substring(0, 4) + " Street, Unit " + number;
      network = "198.18." + number / 250 % 256 + "." + (1 + number % 250);
    }
  }

  /** Who is to be asked. */
  private record Referee(String name, String mail, String phone, String firm, String network) {}

  /** A number that nobody has; empty where there are no more of them. */
  private static String phone(int place, int number) {
    if (place == LONDON) {
      return number < 1000 ? "+44 7700 900" + Ids.padded(number % 1000, 3) : "";
    }
    if (place == BERLIN) {
      return number < 1000 ? "+49 30 23125" + Ids.padded(number % 1000, 3) : "";
    }
    return place > BERLIN || number / 100 >= AREAS.size()
        ? ""
        : "+1 " + AREAS.get(number / 100) + " 555 01" + Ids.padded(number % 100, 2);
  }

  /** A job from a month to a month; months since the year 0. */
  private record Job(
      String title,
      String firm,
      int from,
      int to,
      String mark,
      List<String> lines,
      List<String> tools) {}

  private final Chance root;

  /** Numbers follow no order: who came when and who is planted can't be read from them. */
  private final Shuffle ids;

  private final List<One> people = new ArrayList<>();

  private Applicants(long seed) {
    root = Chance.of(seed).at("applicants");
    ids = new Shuffle(root.at("ids").name(), 900_000);
  }

  /**
   * Applications of so many honest people and so many groups of each scheme. Everybody is drawn
   * from a stream of their own: more of them change nobody's life, only what they share.
   */
  public static Applicants of(long seed, int honest, int groups) {
    Applicants all = new Applicants(seed);
    for (int i = 0; i < honest; i++) {
      all.honest();
    }
    for (Scheme scheme : Scheme.values()) {
      for (int g = 0; g < groups && scheme != Scheme.NONE; g++) {
        all.plant(scheme, g);
      }
    }
    all.share();
    all.people.sort(Comparator.comparing(one -> one.id));
    return all;
  }

  /** What is true of each. */
  public List<Truth> truth() {
    return people.stream()
        .map(one -> new Truth(one.id, one.scheme, one.group, one.overlays))
        .toList();
  }

  /** Writes what is true of each, one JSON object a line. */
  public void writeTruth(Path file) {
    try {
      Files.write(file, truth().stream().map(Truth::line).toList());
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }

  // --- honest lives ------------------------------------------------------------------------------

  private One honest() {
    int number = people.size();
    Chance chance = root.at("person", number);
    One one =
        new One(
            "C-" + (100_000 + ids.of(number)),
            chance,
            chance.below(PLACES.size()),
            name(chance.at("name")),
            number);
    career(one);
    oddities(one);
    for (int r = 0; r < 2; r++) {
      referee(one, one.jobs.get(Math.min(r, one.jobs.size() - 1)).firm, r);
    }
    people.add(one);
    return one;
  }

  private static String name(Chance chance) {
    return capital(chance, 2) + " " + capital(chance, 3);
  }

  private static String capital(Chance chance, int syllables) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      name.append("bdfgklmnprstvz".charAt(chance.below(14)))
          .append("aeiou".charAt(chance.below(5)));
    }
    name.append("lnrs".charAt(chance.below(4)));
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static void referee(One one, String firm, int r) {
    Chance chance = one.chance.at("referee", r);
    String name = name(chance);
    String words = name.toLowerCase(Locale.ROOT).replace(' ', '.');
    String mail =
        chance.happens(0.6)
            ? words + "@" + firm.toLowerCase(Locale.ROOT).replace(" ", "") + ".example"
            : words + chance.below(900) + "@post.example";
    String network = "198.19." + chance.below(256) + "." + chance.between(1, 250);
    one.referees.add(new Referee(name, mail, "", firm, network));
  }

  private static void career(One one) {
    Chance chance = one.chance.at("career");
    int graduated = 2004 + chance.below(18);
    int at = graduated * 12 + 6 + chance.below(12);
    int now = YEAR * 12 + 9;
    one.studies.add(
        "BSc Informatics, "
            + capital(chance, 2)
            + " University, "
            + (graduated - 4)
            + " – "
            + graduated);
    while (at < now - 6) {
      int to = Math.min(now, at + 10 + chance.below(50));
      boolean goesOn = to == now;
      one.jobs.add(job(chance, at, goesOn ? Integer.MAX_VALUE : to, ""));
      at = to + (chance.happens(0.2) ? chance.below(14) : 1);
    }
    if (one.jobs.isEmpty()) {
      one.jobs.add(job(chance, now - 5, Integer.MAX_VALUE, ""));
    }
    int years = YEAR - graduated;
    if (years > 2 && chance.happens(0.4)) {
      one.summary =
          "Engineer with "
              + (chance.happens(0.3) ? years + "+" : "over " + (years - 1))
              + " years of experience";
    }
  }

  private static Job job(Chance chance, int from, int to, String mark) {
    int end = Math.min(to, YEAR * 12 + 9);
    List<String> known =
        Trade.TOOLS.stream().filter(t -> t.year() < end / 12).map(Trade.Tool::name).toList();
    List<String> tools = new ArrayList<>();
    for (int i = chance.between(2, 5); i > 0; i--) {
      String tool = chance.pick(known);
      if (!tools.contains(tool)) {
        tools.add(tool);
      }
    }
    return new Job(
        chance.pick(Trade.TITLES),
        Trade.firm(chance),
        from,
        to,
        mark,
        Trade.deeds(chance, chance.between(2, 5)),
        tools);
  }

  /** What looks odd in honest applications, each as often as people tell. */
  private static void oddities(One one) {
    Chance chance = one.chance.at("oddities");
    int last = one.jobs.size() - 1;
    Job present = one.jobs.get(last);
    Job first = one.jobs.getFirst();
    if (chance.happens(0.08)) {
      one.overlays.add("contract-beside-job");
      one.jobs.add(
          job(
              chance,
              present.from + 3,
              Integer.MAX_VALUE,
              chance.pick(List.of("Freelance", "Contract", "Part-time", "Advisor"))));
    }
    if (chance.happens(0.1) && last > 0) {
      one.overlays.add("weeks-of-notice");
      Job before = one.jobs.get(last - 1);
      one.jobs.set(
          last - 1,
          new Job(
              before.title,
              before.firm,
              before.from,
              present.from + 2,
              before.mark,
              before.lines,
              before.tools));
    }
    if (chance.happens(0.1)) {
      one.overlays.add("course-beside-job");
      int year = first.from / 12 + 1;
      one.studies.add(
          (chance.happens(0.5) ? "Part-time MSc" : "MSc")
              + " Data Science, "
              + capital(chance, 2)
              + " University, "
              + year
              + " – "
              + (year + 2));
    }
    if (chance.happens(0.04)) {
      one.overlays.add("todays-name");
      for (int j = 0; j < one.jobs.size(); j++) {
        Job job = one.jobs.get(j);
        int year = Math.min(job.to, YEAR * 12) / 12;
        Trade.RENAMED.stream()
            .filter(t -> t.year() < year)
            .findFirst()
            .ifPresent(t -> job.tools.add(t.name()));
      }
    }
    if (chance.happens(0.1)) {
      one.overlays.add("moved");
      one.phone = phone((one.place + 1 + chance.below(5)) % 6, one.number);
    }
    if (chance.happens(0.05)) {
      one.overlays.add("trade-in-address");
      String[] words = one.name.toLowerCase(Locale.ROOT).split(" ", -1);
      one.mail =
          words[0]
              + chance.pick(List.of(".dev", ".codes", "dev", "_tech"))
              + one.number % 1_000
              + "@mail.example";
    }
    if (chance.happens(0.02)) {
      one.overlays.add("second-try");
      one.identity = chance.happens(0.3) ? "failed" : "passed";
    } else if (chance.happens(0.5)) {
      one.identity = "passed";
    }
    if (chance.happens(0.01)) {
      one.overlays.add("wants-crypto");
      one.payWish = "part of it in crypto if possible";
    }
    if (chance.happens(0.05)) {
      one.overlays.add("same-employer-twice");
      one.jobs.add(
          new Job(
              "Team Lead",
              present.firm,
              present.from + 2,
              Integer.MAX_VALUE,
              "",
              Trade.deeds(chance, 2),
              present.tools));
    }
  }

  /** What honest people share with each other. */
  private void share() {
    List<One> honest = people.stream().filter(p -> p.scheme == Scheme.NONE).toList();
    Chance chance = root.at("share");
    for (int i = 0; i + 12 < honest.size(); i += 12) {
      One a = honest.get(i);
      One b = honest.get(i + 1);
      int what = chance.below(10);
      if (what == 0) {
        a.overlays.add("couple");
        b.overlays.add("couple");
        b.street = a.street;
        b.network = a.network;
      } else if (what == 1) {
        // One manager vouches for people of one team, who vouch for each other.
        String firm = a.jobs.getFirst().firm;
        for (One one : List.of(a, b, honest.get(i + 2))) {
          one.overlays.add("one-team");
          Job f = one.jobs.getFirst();
          one.jobs.set(0, new Job(f.title, firm, f.from, f.to, f.mark, f.lines, f.tools));
          one.referees.set(0, a.referees.getFirst());
        }
        b.referees.set(1, new Referee(a.name, a.mail, a.phone, firm, a.network));
        a.referees.set(1, new Referee(b.name, b.mail, b.phone, firm, b.network));
      } else if (what == 2) {
        for (One one : honest.subList(i, i + 10)) {
          one.overlays.add("campus");
          one.network = a.network;
        }
      } else if (what == 3) {
        a.overlays.add("career-service");
        for (One one : honest.subList(i, i + 6)) {
          one.overlays.add("career-service");
          one.jobs
              .getFirst()
              .lines
              .add(
                  "delivered results on time and within budget in a diverse and inclusive environment");
        }
      }
    }
  }

  // --- planted -----------------------------------------------------------------------------------

  private void plant(Scheme scheme, int group) {
    Chance chance = root.at(scheme.slug(), group);
    int size =
        switch (scheme) {
          case ONE_TEXT, ONE_DESK, REFEREE_RING -> chance.between(2, 4);
          case NONE, YOUNG_SKILLS, OWN_REFEREE, STACKED_JOBS, PROMPTED_INTERVIEW -> 1;
        };
    List<One> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      One one = honest();
      one.scheme = scheme;
      one.group = scheme.slug() + "-" + group;
      members.add(one);
    }
    One lead = members.getFirst();
    for (One one : members) {
      switch (scheme) {
        case NONE -> {}
        case ONE_TEXT -> {
          for (int j = 0; j < Math.min(one.jobs.size(), lead.jobs.size()); j++) {
            List<String> lines = one.jobs.get(j).lines;
            if (one != lead && chance.happens(0.8)) {
              lines.clear();
              lines.addAll(lead.jobs.get(j).lines);
            }
          }
        }
        case YOUNG_SKILLS -> {
          // A career made longer: a job of long ago with the list of today.
          int from = 2004 * 12 + chance.below(30);
          Job old = job(chance, from, from + 20 + chance.below(14), "");
          old.tools.clear();
          List<String> late =
              Trade.TOOLS.stream()
                  .filter(tool -> tool.year() > old.to / 12 + 2)
                  .map(Trade.Tool::name)
                  .toList();
          old.tools.add(chance.pick(late));
          old.tools.add(chance.pick(late));
          one.jobs.addFirst(old);
        }
        case ONE_DESK -> {
          if (lead.phone.isEmpty()) {
            lead.phone = phone(0, lead.number);
          }
          one.phone = lead.phone;
          one.network = lead.network;
        }
        case REFEREE_RING -> {
          One next = members.get((members.indexOf(one) + 1) % members.size());
          one.referees.set(
              0,
              new Referee(
                  next.name, next.mail, next.phone, one.jobs.getFirst().firm, next.network));
        }
        case OWN_REFEREE -> {
          Referee referee = one.referees.getFirst();
          one.referees.set(
              0,
              new Referee(
                  referee.name,
                  referee.mail,
                  chance.happens(0.5) ? one.phone : referee.phone,
                  referee.firm,
                  one.network));
        }
        case STACKED_JOBS -> {
          int from = YEAR * 12 - 50 - chance.below(20);
          one.jobs.add(job(chance, from, from + 20 + chance.below(8), "Full-time"));
          one.jobs.add(job(chance, from + 2, from + 19, "Full-time"));
          one.jobs.add(job(chance, from + 22, Integer.MAX_VALUE, "Full-time"));
        }
        case PROMPTED_INTERVIEW -> {}
      }
    }
  }

  // --- files -------------------------------------------------------------------------------------

  /** Writes the documents into a folder, and nothing that tells the truth. */
  public void writeTo(Path folder) {
    StringBuilder system =
        new StringBuilder(
            "candidate id,full name,email,phone,address,country,applied,ip address,"
                + "identity verification,pay preference,resume\n");
    StringBuilder references =
        new StringBuilder(
            "candidate id,referee name,referee email,referee phone,company,ip address\n");
    try {
      Path resumes = Files.createDirectories(folder.resolve("resumes"));
      Path interviews = Files.createDirectories(folder.resolve("interviews"));
      for (One one : people) {
        String file = one.id + (one.chance.at("form").happens(0.2) ? ".json" : ".txt");
        String place = PLACES.get(one.place);
        row(
            system,
            one.id,
            one.name,
            one.mail,
            one.phone,
            one.street + ", " + place,
            place,
            day(one),
            one.network,
            one.identity,
            one.payWish,
            file);
        for (Referee r : one.referees) {
          row(references, one.id, r.name, r.mail, r.phone, r.firm, r.network);
        }
        Files.writeString(resumes.resolve(file), file.endsWith("json") ? json(one) : text(one));
        if (one.scheme == Scheme.PROMPTED_INTERVIEW || one.chance.at("invited").happens(0.4)) {
          Files.writeString(
              interviews.resolve(one.id + ".vtt"), Talk.of(one.name, one.chance, prompted(one)));
        }
      }
      Files.writeString(folder.resolve("candidates.csv"), system);
      Files.writeString(folder.resolve("references.csv"), references);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write into " + folder, failed);
    }
  }

  private static boolean prompted(One one) {
    return one.scheme == Scheme.PROMPTED_INTERVIEW;
  }

  private static String day(One one) {
    return "2026-10-" + Ids.padded(1 + one.chance.at("day").below(28), 2);
  }

  private static void row(StringBuilder table, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      table.append(i == 0 ? "\"" : ",\"").append(cells[i].replace("\"", "\"\"")).append('"');
    }
    table.append('\n');
  }

  private static String text(One one) {
    StringBuilder text = new StringBuilder();
    text.append(one.name).append('\n').append(PLACES.get(one.place)).append('\n');
    text.append(one.mail).append(" | ").append(one.phone).append("\n\n");
    if (!one.summary.isEmpty()) {
      text.append("SUMMARY\n").append(one.summary).append("\n\n");
    }
    text.append("EXPERIENCE\n");
    boolean byMonth = one.chance.at("dates").happens(0.7);
    for (int j = one.jobs.size() - 1; j >= 0; j--) {
      Job job = one.jobs.get(j);
      text.append(job.mark.isEmpty() ? "" : job.mark + " ")
          .append(job.title)
          .append(", ")
          .append(job.firm);
      text.append(", ")
          .append(date(job.from, byMonth))
          .append(" – ")
          .append(job.to == Integer.MAX_VALUE ? "Present" : date(job.to, byMonth))
          .append('\n');
      job.lines.forEach(line -> text.append("• ").append(line).append('\n'));
      text.append("• Technologies: ").append(String.join(", ", job.tools)).append("\n\n");
    }
    text.append("EDUCATION\n");
    one.studies.forEach(study -> text.append(study).append('\n'));
    return text.toString();
  }

  private static String date(int month, boolean byMonth) {
    List<String> months =
        List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");
    return byMonth ? months.get(month % 12) + " " + month / 12 : Integer.toString(month / 12);
  }

  private static String json(One one) {
    StringBuilder json = new StringBuilder("{\"basics\":{\"name\":\"");
    json.append(one.name)
        .append("\",\"email\":\"")
        .append(one.mail)
        .append("\",\"phone\":\"")
        .append(one.phone);
    json.append("\",\"summary\":\"").append(one.summary).append("\"},\"work\":[");
    for (int j = 0; j < one.jobs.size(); j++) {
      Job job = one.jobs.get(j);
      json.append(j == 0 ? "" : ",")
          .append("{\"name\":\"")
          .append(job.firm)
          .append("\",\"position\":\"");
      json.append(job.mark.isEmpty() ? "" : job.mark + " ")
          .append(job.title)
          .append("\",\"startDate\":\"")
          .append(iso(job.from))
          .append('"');
      if (job.to != Integer.MAX_VALUE) {
        json.append(",\"endDate\":\"").append(iso(job.to)).append('"');
      }
      json.append(",\"highlights\":[\"")
          .append(String.join("\",\"", job.lines))
          .append("\",\"Technologies: ")
          .append(String.join(", ", job.tools))
          .append("\"]}");
    }
    return json.append("]}").toString();
  }

  private static String iso(int month) {
    return month / 12 + "-" + Ids.padded(month % 12 + 1, 2);
  }
}
