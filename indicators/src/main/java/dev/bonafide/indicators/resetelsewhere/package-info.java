/** Own passwords and factors, changed from a computer and a network never seen before. */
@NullMarked
package dev.bonafide.indicators.resetelsewhere;

import org.jspecify.annotations.NullMarked;
