/** Campuses, hotels, shared offices and the like, by generic words. */
@NullMarked
package dev.bonafide.knowledge.institutions;

import org.jspecify.annotations.NullMarked;
