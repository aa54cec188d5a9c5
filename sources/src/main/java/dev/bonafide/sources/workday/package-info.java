/** The activity log of Workday. */
@NullMarked
package dev.bonafide.sources.workday;

import org.jspecify.annotations.NullMarked;
