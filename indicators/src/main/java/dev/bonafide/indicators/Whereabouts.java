package dev.bonafide.indicators;

import dev.bonafide.knowledge.Knowledge;
import dev.bonafide.knowledge.Network;
import dev.bonafide.knowledge.Spot;
import dev.bonafide.model.Claim;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a record places a line, next to where the worker claims to be. */
public enum Whereabouts {
  /** The record or the claim does not say, or the distance proves nothing. */
  UNKNOWN,
  /** In the claimed city, or within {@value #NEAR_KM} km of it. */
  NEAR,
  /** Surely more than {@value #FAR_KM} km away, or in another country or time zone. */
  FAR;

  /** A city and its surroundings; four of five addresses are placed better than that. */
  static final int NEAR_KM = 150;

  /** After what the place of an address may be off by: a provider's seat is seldom further. */
  static final int FAR_KM = 300;

  static Whereabouts of(
      Knowledge knowledge, Claim.Place claimed, @Nullable ZoneId zone, Network network, int day) {
    String city = network.statement().city();
    if (city != null && claimed.city() != null && city.equalsIgnoreCase(claimed.city())) {
      return NEAR;
    }
    if (claimed.city() != null && network.placed()) {
      List<Spot> spots = knowledge.city(claimed.city(), claimed.country());
      if (!spots.isEmpty()) {
        double km = nearest(spots, network);
        int blur = city == null ? Earth.BLUR_KM : Earth.CITY_BLUR_KM;
        return km <= NEAR_KM ? NEAR : km - blur > FAR_KM ? FAR : UNKNOWN;
      }
    }
    return otherCountry(knowledge, claimed, network) || otherZone(zone, network, day)
        ? FAR
        : UNKNOWN;
  }

  private static double nearest(List<Spot> spots, Network network) {
    double nearest = Double.POSITIVE_INFINITY;
    for (Spot spot : spots) {
      nearest =
          Math.min(
              nearest,
              Earth.km(
                  spot.latitude(),
                  spot.longitude(),
                  network.statement().latitude(),
                  network.statement().longitude()));
    }
    return nearest;
  }

  /** Whether record and claim name two countries that we know. */
  public static boolean otherCountry(Knowledge knowledge, Claim.Place claimed, Network network) {
    String said = network.statement().country();
    if (said == null || claimed.country() == null) {
      return false;
    }
    String one = knowledge.country(said);
    String other = knowledge.country(claimed.country());
    return one != null && other != null && !one.equals(other);
  }

  /** No place on earth lies more than three hours of longitude from its own standard time. */
  private static boolean otherZone(@Nullable ZoneId zone, Network network, int day) {
    if (zone == null || !network.placed()) {
      return false;
    }
    int seconds =
        zone.getRules().getStandardOffset(Instant.ofEpochSecond(day * 86_400L)).getTotalSeconds();
    double hours = Math.abs(network.statement().longitude() / 15 - seconds / 3600.0);
    return Math.min(hours, 24 - hours) > 3;
  }
}
