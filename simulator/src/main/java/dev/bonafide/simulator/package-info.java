/** A synthetic workforce with ground truth. */
@NullMarked
package dev.bonafide.simulator;

import org.jspecify.annotations.NullMarked;
