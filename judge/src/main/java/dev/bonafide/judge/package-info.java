/** The judge: how good a ranking is, against the truth (docs/evaluation.md). */
@NullMarked
package dev.bonafide.judge;

import org.jspecify.annotations.NullMarked;
