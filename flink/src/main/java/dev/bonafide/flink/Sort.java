package dev.bonafide.flink;

/** The sorts of things that notes are about. State of a running job holds them. */
final class Sort {
  /** {@code fact day account}: the small facts of a page. */
  static final String FACT = "fact ";

  /** {@code clock account}: it does all by the clock. */
  static final String CLOCK = "clock ";

  /** {@code alias length account alias}: a name that a record gave an account. */
  static final String ALIAS = "alias ";

  /** {@code said hash}: a reading that is no event. */
  static final String SAID = "said ";

  /** {@code text id}. */
  static final String TEXT = "text ";

  /** {@code page day account}: sealed bytes. */
  static final String PAGE = "page ";

  /** Whose an account is, and what its devices are called. */
  static final String OWNER = "owner";

  /** {@code tile day account}: who used a thing when. */
  static final String TILE = "tile ";

  /** {@code crowd sort id day}: who used a thing on a day. */
  static final String CROWD = "crowd ";

  /** {@code shared sort id}: a second person has the thing. */
  static final String SHARED = "shared ";

  /** {@code device id}: the id that stands for all names of a device. */
  static final String DEVICE = "device ";

  /** Who a person is. */
  static final String WHO = "who";

  /** What is the same for everybody. */
  static final String SETTING = "setting";

  private Sort() {}
}
