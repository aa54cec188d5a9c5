/** Slack. */
@NullMarked
package dev.bonafide.sources.slack;

import org.jspecify.annotations.NullMarked;
