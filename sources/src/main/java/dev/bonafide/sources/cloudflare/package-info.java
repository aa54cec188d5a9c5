/** Cloudflare Access. */
@NullMarked
package dev.bonafide.sources.cloudflare;

import org.jspecify.annotations.NullMarked;
