/** What does not fit. */
@NullMarked
package dev.bonafide.indicators;

import org.jspecify.annotations.NullMarked;
