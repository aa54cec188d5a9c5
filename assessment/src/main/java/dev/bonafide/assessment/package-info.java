/** What it means: evidence of one person, weighed against named innocent explanations. */
@NullMarked
package dev.bonafide.assessment;

import org.jspecify.annotations.NullMarked;
