/**
 * Finds files, opens what is packed, recognises each content and reads it in blocks, in parallel.
 * Knows bytes and places; what a record means is told by {@code sources}.
 */
@NullMarked
package dev.bonafide.engine.intake;

import org.jspecify.annotations.NullMarked;
