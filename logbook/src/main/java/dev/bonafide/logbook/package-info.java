/** The heart: what is remembered of one account on one day, and the views joined from it. */
@NullMarked
package dev.bonafide.logbook;

import org.jspecify.annotations.NullMarked;
