/** The users of an Okta organisation. */
@NullMarked
package dev.bonafide.sources.oktausers;

import org.jspecify.annotations.NullMarked;
