/** Names by which lines name a country. */
@NullMarked
package dev.bonafide.knowledge.places;

import org.jspecify.annotations.NullMarked;
