/** A working day in another part of the clock. */
@NullMarked
package dev.bonafide.indicators.otherclock;

import org.jspecify.annotations.NullMarked;
