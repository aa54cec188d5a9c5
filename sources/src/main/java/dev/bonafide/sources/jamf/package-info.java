/** Jamf. */
@NullMarked
package dev.bonafide.sources.jamf;

import org.jspecify.annotations.NullMarked;
