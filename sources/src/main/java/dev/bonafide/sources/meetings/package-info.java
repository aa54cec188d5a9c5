/** Attendance of meetings. */
@NullMarked
package dev.bonafide.sources.meetings;

import org.jspecify.annotations.NullMarked;
