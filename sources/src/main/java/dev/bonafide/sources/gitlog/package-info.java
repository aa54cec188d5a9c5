/** A git history as a table. */
@NullMarked
package dev.bonafide.sources.gitlog;

import org.jspecify.annotations.NullMarked;
