/** Providers of fixed lines to homes, by name and by generic words. */
@NullMarked
package dev.bonafide.knowledge.accesslines;

import org.jspecify.annotations.NullMarked;
