package dev.bonafide.logbook;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * When one account used one thing on one UTC day. Made from sealed pages only; a page that changed
 * sends its tiles again, and the new ones hold all that the old ones held.
 *
 * @param all bins of all atoms, not to be changed
 * @param human bins of the kinds that have a human prior; empty for a device's own account. From a
 *     sampled page only what the sample shows
 */
@SuppressWarnings("ArrayRecordComponent") // a copy for each reader would cost more than all else
public record Tile(Thing thing, long account, int day, long[] all, long[] human) {
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tile tile
        && thing.equals(tile.thing)
        && account == tile.account
        && day == tile.day
        && Arrays.equals(all, tile.all)
        && Arrays.equals(human, tile.human);
  }

  @Override
  public int hashCode() {
    return 31 * thing.hashCode() + new PageKey(account, day).hashCode();
  }

  @Override
  public String toString() {
    return thing + " by " + account + " on " + day + ": " + Bits.count(all) + " bins";
  }
}
