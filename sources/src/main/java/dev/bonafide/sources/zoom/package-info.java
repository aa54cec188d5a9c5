/** Zoom. */
@NullMarked
package dev.bonafide.sources.zoom;

import org.jspecify.annotations.NullMarked;
