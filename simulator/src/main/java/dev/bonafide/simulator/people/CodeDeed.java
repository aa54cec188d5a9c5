package dev.bonafide.simulator.people;

/** What somebody does with code, and with what guards it. */
public enum CodeDeed {
  /** A program looks whether there is anything new. */
  FETCH,
  CLONE,
  PUSH,
  /** Asks for a change to be taken in. */
  OPEN,
  MERGE,
  REVIEW,
  /** Has a failed run of the pipeline tried again. */
  RERUN,
  /** Adds a key of their own. */
  KEY,
  CREATE,
  PROTECT,
  UNPROTECT,
  /** Pushes past the protection of a branch. */
  OVERRIDE,
  SECRET,
  COMPANY_SECRET,
  /** Adds a machine that runs the pipeline. */
  RUNNER,
  /** Changes who must agree before something is delivered. */
  ENVIRONMENT,
  /** Has every change told to an address. */
  HOOK,
  DEPLOY_KEY,
  CHECK_OFF,
  SCANNING_OFF;

  /** Whether a hand does it. */
  public boolean human() {
    return this != FETCH;
  }

  /** Whether harm could be done by it later. */
  public boolean change() {
    return compareTo(PROTECT) >= 0;
  }
}
