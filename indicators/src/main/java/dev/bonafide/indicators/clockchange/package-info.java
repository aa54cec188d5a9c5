/** The clocks change, the working day does not. */
@NullMarked
package dev.bonafide.indicators.clockchange;

import org.jspecify.annotations.NullMarked;
