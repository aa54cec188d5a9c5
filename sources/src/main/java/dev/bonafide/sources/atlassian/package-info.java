/** Atlassian. */
@NullMarked
package dev.bonafide.sources.atlassian;

import org.jspecify.annotations.NullMarked;
