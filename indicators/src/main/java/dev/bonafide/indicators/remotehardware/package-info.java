/** A box that hands keyboard, mouse and screen to somebody elsewhere. */
@NullMarked
package dev.bonafide.indicators.remotehardware;

import org.jspecify.annotations.NullMarked;
