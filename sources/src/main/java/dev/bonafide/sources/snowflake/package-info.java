/** Snowflake. */
@NullMarked
package dev.bonafide.sources.snowflake;

import org.jspecify.annotations.NullMarked;
