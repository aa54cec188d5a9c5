/** Duo. */
@NullMarked
package dev.bonafide.sources.duo;

import org.jspecify.annotations.NullMarked;
