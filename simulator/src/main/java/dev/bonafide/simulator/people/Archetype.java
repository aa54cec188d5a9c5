package dev.bonafide.simulator.people;

/**
 * How an honest person lives with their work. The shares are those of the specification, out of
 * 100; VDI people and couples come on top of it as ways of working that any body may have.
 */
public enum Archetype {
  ORDINARY("ordinary", 55),
  OWL("owl", 9),
  EARLY("early", 5),
  ON_CALL("on-call", 6),
  CARER("carer", 5),
  NOMAD("nomad", 2),
  TRAVELLER("traveller", 3),
  NIGHT("night", 2),
  OFFSET("offset", 4),
  IT_ADMIN("it-admin", 3),
  ALWAYS_ON("always-on", 2),
  COUPLE("couple", 1);

  private final String slug;
  private final double share;

  Archetype(String slug, double share) {
    this.slug = slug;
    this.share = share;
  }

  public String slug() {
    return slug;
  }

  /** Share of the workforce, relative to the others. */
  public double share() {
    return share;
  }
}
