/**
 * Rosters, on-call weeks, travel notices, leave and relations: what may explain, and never accuses.
 */
@NullMarked
package dev.bonafide.sources.context;

import org.jspecify.annotations.NullMarked;
