/** The result log of osquery. */
@NullMarked
package dev.bonafide.sources.osquery;

import org.jspecify.annotations.NullMarked;
