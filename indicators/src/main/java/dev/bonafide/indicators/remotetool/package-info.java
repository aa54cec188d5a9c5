/** Programs by which somebody elsewhere drives the computer. */
@NullMarked
package dev.bonafide.indicators.remotetool;

import org.jspecify.annotations.NullMarked;
