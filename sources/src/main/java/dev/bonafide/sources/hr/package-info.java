/** The workers as HR lists them. */
@NullMarked
package dev.bonafide.sources.hr;

import org.jspecify.annotations.NullMarked;
