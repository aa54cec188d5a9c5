/** Much more data than usual. */
@NullMarked
package dev.bonafide.indicators.databurst;

import org.jspecify.annotations.NullMarked;
