/** Longer days than one body has. */
@NullMarked
package dev.bonafide.indicators.longdays;

import org.jspecify.annotations.NullMarked;
