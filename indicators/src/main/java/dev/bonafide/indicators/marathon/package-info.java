/** Active for days without a rest. */
@NullMarked
package dev.bonafide.indicators.marathon;

import org.jspecify.annotations.NullMarked;
