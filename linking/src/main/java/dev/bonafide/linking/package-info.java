/** Who is really one body. */
@NullMarked
package dev.bonafide.linking;

import org.jspecify.annotations.NullMarked;
