/** One person in two places. */
@NullMarked
package dev.bonafide.indicators.concurrentuse;

import org.jspecify.annotations.NullMarked;
