/** A ticket system. */
@NullMarked
package dev.bonafide.sources.tickets;

import org.jspecify.annotations.NullMarked;
