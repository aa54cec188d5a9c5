/** Chat and meeting counts by day. */
@NullMarked
package dev.bonafide.sources.chatdays;

import org.jspecify.annotations.NullMarked;
