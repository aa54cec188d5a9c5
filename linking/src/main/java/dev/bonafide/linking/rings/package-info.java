/** Personas, what they hold in common, and who is behind them: operators and rings. */
@NullMarked
package dev.bonafide.linking.rings;

import org.jspecify.annotations.NullMarked;
