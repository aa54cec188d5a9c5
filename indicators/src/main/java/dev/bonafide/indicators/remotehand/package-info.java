/** A computer that is used from elsewhere. */
@NullMarked
package dev.bonafide.indicators.remotehand;

import org.jspecify.annotations.NullMarked;
