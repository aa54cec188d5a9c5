/** Box. */
@NullMarked
package dev.bonafide.sources.box;

import org.jspecify.annotations.NullMarked;
