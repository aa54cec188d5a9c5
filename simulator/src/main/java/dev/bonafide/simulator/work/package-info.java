/**
 * A day of work: presence at a machine, sessions that open and close, and the noise of machines.
 */
@NullMarked
package dev.bonafide.simulator.work;

import org.jspecify.annotations.NullMarked;
