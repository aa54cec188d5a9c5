/** A sign-in that was refused, from the worker's own computer and another place. */
@NullMarked
package dev.bonafide.indicators.refusedelsewhere;

import org.jspecify.annotations.NullMarked;
