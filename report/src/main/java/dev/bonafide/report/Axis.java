package dev.bonafide.report;

import dev.bonafide.model.Weight;

/**
 * The one axis of every score: from -40 to +20 decibans, with a tick at the base rate, a line at
 * the review line and a dotted line at even odds.
 *
 * @param width in pixels
 * @param base decibans of the base rate
 * @param review decibans of the review line
 * @param high decibans at its right end
 */
public record Axis(double width, double base, double review, double high) {
  private static final double LOW = -40;
  private static final double HIGH = 20;

  public Axis(double width, double base, double review) {
    this(width, base, review, HIGH);
  }

  /** The axis with as many further tens of decibans as the highest of its values needs. */
  public Axis reaching(double decibans) {
    return new Axis(width, base, review, Math.max(HIGH, StrictMath.ceil(decibans / 10) * 10));
  }

  public Axis wide(double pixels) {
    return new Axis(pixels, base, review, high);
  }

  double x(double decibans) {
    return (Math.clamp(decibans, LOW, high) - LOW) / (high - LOW) * width;
  }

  double ofMillinats(long millinats) {
    return x(millinats / Weight.DECIBAN);
  }

  /** The three lines behind a row, from its top to its bottom. */
  Html lines() {
    return Html.of(
        """
        <line x1="{}" x2="{}" y1="0" y2="100%" class="review"/>\
        <line x1="{}" x2="{}" y1="0" y2="100%" class="even"/>""",
        x(review), x(review), x(0), x(0));
  }

  /** The head of a column that shows the axis. */
  public Html head() {
    // The word at the review line would run into its neighbours when the line is near one of them.
    boolean crowded = x(review) - x(base) < 74 || x(0) - x(review) < 44;
    return Html.of(
        """
        <svg width="{}" height="{}" class="axis" aria-hidden="true">\
        <text x="{}" y="11" text-anchor="middle" class="d">base rate</text>\
        <text x="{}" y="24" text-anchor="middle" class="d">{}</text>\
        {}\
        <text x="{}" y="11" text-anchor="middle" class="d">even</text>\
        <text x="{}" y="24" text-anchor="middle" class="d">0</text>\
        <text x="{}" y="24" text-anchor="end" class="d">{}</text></svg>""",
        width,
        crowded ? 52.0 : 28.0,
        Math.max(26, x(base)),
        Math.max(26, x(base)),
        Words.score(base),
        reviewWord(crowded ? 26 : 0),
        x(0),
        x(0),
        width,
        Words.score(high));
  }

  private Html reviewWord(double down) {
    return Html.of(
        """
        <text x="{}" y="{}" text-anchor="middle" class="b">review</text>\
        <text x="{}" y="{}" text-anchor="middle" class="b">{}</text>""",
        x(review),
        11 + down,
        x(review),
        24 + down,
        Words.score(review));
  }

  /** Diamond: the score. Bar: its 90 % range, thick above the review line, thin below. */
  public Html bar(double decibans, double low, double high, boolean over) {
    double from = x(low);
    double to = x(high);
    double line = Math.clamp(x(review), from, to);
    double at = x(decibans);
    return Html.of(
        """
        <svg width="{}" height="24" class="score" role="img" aria-label="{}">\
        <line x1="0" x2="{}" y1="12" y2="12" class="hair"/>\
        <line x1="{}" x2="{}" y1="9" y2="15" class="tick"/>{}\
        <line x1="{}" x2="{}" y1="12" y2="12" class="thin"/>\
        <rect x="{}" y="9" width="{}" height="6" class="thick"/>\
        <path d="M{} 6l5 6l-5 6l-5 -6z" class="diamond"/></svg>""",
        width,
        words(decibans, low, high, over),
        width,
        x(base),
        x(base),
        lines(),
        from,
        line,
        line,
        to - line,
        at);
  }

  /** "+8 dB, range +1 to +14, above the review line". */
  public String words(double decibans, double low, double high, boolean over) {
    return Words.score(decibans)
        + " dB, range "
        + Words.score(low)
        + " to "
        + Words.score(high)
        + (over ? ", above the review line" : ", below the review line");
  }
}
