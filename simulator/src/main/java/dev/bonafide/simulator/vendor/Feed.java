package dev.bonafide.simulator.vendor;

/** A log that the company keeps, and how soon its records arrive. */
public enum Feed {
  OKTA(40),
  ENTRA(150),
  DEFENDER(75),
  VPN(4),
  GITHUB(30),
  WINDOWS(240),
  MEETINGS(900),
  PAYROLL(600);

  private final double median;

  Feed(double medianSeconds) {
    this.median = medianSeconds;
  }

  /** Median of the time from the act to its arrival, seconds. */
  public double medianSeconds() {
    return median;
  }
}
