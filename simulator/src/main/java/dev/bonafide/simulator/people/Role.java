package dev.bonafide.simulator.people;

import java.util.List;

/** A family of jobs: what it is called, where it sits, what it opens all day. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are List.of
public enum Role {
  ENGINEER(
      "Software Engineer",
      "Engineering",
      34,
      List.of("Forge Code Host", "Tally Tracker", "Nook Wiki", "Pipeline CI", "Parley Chat"),
      List.of("Code", "git", "node", "WindowsTerminal", "python", "docker", "chrome", "parley")),
  DATA(
      "Data Analyst",
      "Data",
      8,
      List.of("Prism BI", "Forge Code Host", "Tally Tracker", "Parley Chat"),
      List.of("python", "Code", "EXCEL", "chrome", "prism", "parley")),
  DESIGN(
      "Product Designer",
      "Design",
      6,
      List.of("Sketchboard", "Tally Tracker", "Nook Wiki", "Parley Chat"),
      List.of("sketchboard", "chrome", "parley", "POWERPNT")),
  SUPPORT(
      "Support Specialist",
      "Customer Support",
      14,
      List.of("Beacon Helpdesk", "Meadow CRM", "Nook Wiki", "Parley Chat"),
      List.of("chrome", "beacon", "parley", "OUTLOOK", "notepad")),
  SALES(
      "Account Executive",
      "Sales",
      10,
      List.of("Meadow CRM", "Quotewell", "Parley Chat"),
      List.of("chrome", "OUTLOOK", "POWERPNT", "EXCEL", "parley")),
  FINANCE(
      "Financial Analyst",
      "Finance",
      7,
      List.of("Ledgerline Finance", "Expense Desk", "Parley Chat"),
      List.of("EXCEL", "OUTLOOK", "chrome", "ledgerline", "AcroRd32")),
  PEOPLE(
      "People Partner",
      "People",
      4,
      List.of("Roster HR", "Harbor Recruiting", "Parley Chat"),
      List.of("chrome", "OUTLOOK", "WINWORD", "parley")),
  IT(
      "Systems Administrator",
      "IT",
      6,
      List.of("Okta Admin Console", "Beacon Helpdesk", "Forge Code Host", "Parley Chat"),
      List.of("powershell", "mmc", "WindowsTerminal", "chrome", "mstsc", "Code", "parley")),
  PRODUCT(
      "Product Manager",
      "Product",
      6,
      List.of("Tally Tracker", "Nook Wiki", "Prism BI", "Parley Chat"),
      List.of("chrome", "POWERPNT", "EXCEL", "OUTLOOK", "parley")),
  OPERATIONS(
      "Operations Coordinator",
      "Operations",
      5,
      List.of("Beacon Helpdesk", "Expense Desk", "Nook Wiki", "Parley Chat"),
      List.of("chrome", "EXCEL", "OUTLOOK", "WINWORD", "parley"));

  private final String title;
  private final String department;
  private final int share;
  private final List<String> apps;
  private final List<String> programs;

  Role(String title, String department, int share, List<String> apps, List<String> programs) {
    this.title = title;
    this.department = department;
    this.share = share;
    this.apps = apps;
    this.programs = programs;
  }

  public String title() {
    return title;
  }

  public String department() {
    return department;
  }

  /** Percent of the workforce. */
  public int share() {
    return share;
  }

  /** What it signs in to. */
  public List<String> apps() {
    return apps;
  }

  /** What it starts, often ones first. */
  public List<String> programs() {
    return programs;
  }
}
