package dev.bonafide.simulator.people;

import org.jspecify.annotations.Nullable;

/**
 * What HR has on paper about a worker: claims, which may be wrong.
 *
 * @param street street and number of the home
 * @param shipTo where the laptop was sent, street and city
 * @param payToken stands for a bank account; equal for equal accounts
 * @param payKind bank or wallet
 * @param workPlace Remote, Hybrid or Office
 * @param start first day of employment, epoch day
 * @param end last day, {@link Long#MAX_VALUE} when open
 * @param hrEnd the last day as first written, when that was wrong; else {@code end}
 * @param note what is known of the schedule, empty when nothing
 */
public record Paper(
    String workerId,
    Role role,
    String employment,
    @Nullable String agency,
    String street,
    String shipTo,
    String phone,
    String payToken,
    String payKind,
    String workPlace,
    long start,
    long end,
    long hrEnd,
    String note) {

  Paper ending(long lastDay) {
    return new Paper(
        workerId,
        role,
        employment,
        agency,
        street,
        shipTo,
        phone,
        payToken,
        payKind,
        workPlace,
        start,
        lastDay,
        lastDay,
        note);
  }

  Paper starting(long firstDay) {
    return new Paper(
        workerId,
        role,
        employment,
        agency,
        street,
        shipTo,
        phone,
        payToken,
        payKind,
        workPlace,
        firstDay,
        end,
        hrEnd,
        note);
  }

  Paper paidTo(String token, String kind) {
    return new Paper(
        workerId,
        role,
        employment,
        agency,
        street,
        shipTo,
        phone,
        token,
        kind,
        workPlace,
        start,
        end,
        hrEnd,
        note);
  }

  Paper shippedTo(String place) {
    return new Paper(
        workerId,
        role,
        employment,
        agency,
        street,
        place,
        phone,
        payToken,
        payKind,
        workPlace,
        start,
        end,
        hrEnd,
        note);
  }

  Paper as(Role other) {
    return new Paper(
        workerId,
        other,
        employment,
        agency,
        street,
        shipTo,
        phone,
        payToken,
        payKind,
        workPlace,
        start,
        end,
        hrEnd,
        note);
  }
}
