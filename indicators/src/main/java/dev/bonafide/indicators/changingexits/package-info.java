/** Another way out every day. */
@NullMarked
package dev.bonafide.indicators.changingexits;

import org.jspecify.annotations.NullMarked;
