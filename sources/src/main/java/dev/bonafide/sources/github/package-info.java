/** The audit log of GitHub. */
@NullMarked
package dev.bonafide.sources.github;

import org.jspecify.annotations.NullMarked;
