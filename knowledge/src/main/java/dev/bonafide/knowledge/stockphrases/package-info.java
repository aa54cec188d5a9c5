/** Sentences that stand in everybody's résumé. */
@NullMarked
package dev.bonafide.knowledge.stockphrases;

import org.jspecify.annotations.NullMarked;
