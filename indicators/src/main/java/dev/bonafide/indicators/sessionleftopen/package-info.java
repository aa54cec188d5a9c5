/** A session left open. */
@NullMarked
package dev.bonafide.indicators.sessionleftopen;

import org.jspecify.annotations.NullMarked;
