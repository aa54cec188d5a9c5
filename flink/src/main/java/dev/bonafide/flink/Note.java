package dev.bonafide.flink;

import dev.bonafide.logbook.Thing;

/**
 * What somebody is told about something. Between operators nothing else travels: the last note
 * about a thing counts, so notes may be sent again.
 *
 * @param to whom: an account, a person, a thing, the census, everybody, or the world
 * @param about what, within that
 * @param said what, in bytes; empty when nothing is said of it any more
 */
@SuppressWarnings("ArrayRecordComponent") // crosses the network as it is
public record Note(String organisation, String to, String about, byte[] said) {
  static final String CENSUS = "census";
  static final String EVERYBODY = "everybody";

  /** Evidence, for whoever listens. */
  static final String WORLD = "world";

  private static final String ACCOUNT = "account ";
  private static final String PERSON = "person ";
  private static final String THING = "thing ";
  private static final byte[] NOTHING = {};

  static Note takeBack(String organisation, String to, String about) {
    return new Note(organisation, to, about, NOTHING);
  }

  static String account(String name) {
    return ACCOUNT + name;
  }

  static String person(String id) {
    return PERSON + id;
  }

  static String thing(Thing thing) {
    return THING + thing.sort() + ' ' + thing.id();
  }

  boolean toAccount() {
    return to.startsWith(ACCOUNT);
  }

  boolean toPerson() {
    return to.startsWith(PERSON);
  }

  boolean toThing() {
    return to.startsWith(THING);
  }

  boolean toEverybody() {
    return to.equals(EVERYBODY);
  }

  boolean toCensus() {
    return to.equals(CENSUS);
  }

  boolean isTakenBack() {
    return said.length == 0;
  }

  /** What operators remember notes by. */
  String key() {
    return organisation + '\n' + to;
  }

  /** Whom this key is of, without the sort: an account's name, a person's id. */
  static String name(String key) {
    return key.substring(key.indexOf(' ', key.indexOf('\n')) + 1);
  }

  static String organisation(String key) {
    return key.substring(0, key.indexOf('\n'));
  }
}
