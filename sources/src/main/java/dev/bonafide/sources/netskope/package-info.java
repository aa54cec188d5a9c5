/** Netskope. */
@NullMarked
package dev.bonafide.sources.netskope;

import org.jspecify.annotations.NullMarked;
