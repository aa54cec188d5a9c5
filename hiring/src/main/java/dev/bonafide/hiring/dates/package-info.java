/** Dates as people write them: as far as they say, and certain only as far as that. */
@NullMarked
package dev.bonafide.hiring.dates;

import org.jspecify.annotations.NullMarked;
