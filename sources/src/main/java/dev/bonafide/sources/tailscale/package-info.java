/** Tailscale. */
@NullMarked
package dev.bonafide.sources.tailscale;

import org.jspecify.annotations.NullMarked;
