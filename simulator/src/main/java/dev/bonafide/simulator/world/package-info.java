/** Chance, places and networks: what is there before anybody works. */
@NullMarked
package dev.bonafide.simulator.world;

import org.jspecify.annotations.NullMarked;
