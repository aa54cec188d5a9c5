/** One computer after the other, in shifts. */
@NullMarked
package dev.bonafide.indicators.takingturns;

import org.jspecify.annotations.NullMarked;
