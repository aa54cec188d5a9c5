/** People: bodies, homes, machines, calendars, and whose hands are really on the keyboard. */
@NullMarked
package dev.bonafide.simulator.people;

import org.jspecify.annotations.NullMarked;
