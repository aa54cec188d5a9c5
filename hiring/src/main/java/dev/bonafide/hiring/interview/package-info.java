/** Interview transcripts: who spoke when, never how. */
@NullMarked
package dev.bonafide.hiring.interview;

import org.jspecify.annotations.NullMarked;
