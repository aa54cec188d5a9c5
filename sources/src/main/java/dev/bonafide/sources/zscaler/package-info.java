/** Zscaler. */
@NullMarked
package dev.bonafide.sources.zscaler;

import org.jspecify.annotations.NullMarked;
