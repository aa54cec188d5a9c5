/** One thing, several people. */
@NullMarked
package dev.bonafide.indicators.sharedthing;

import org.jspecify.annotations.NullMarked;
