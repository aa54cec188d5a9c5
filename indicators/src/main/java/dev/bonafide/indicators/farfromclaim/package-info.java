/** Works far from the claimed place. */
@NullMarked
package dev.bonafide.indicators.farfromclaim;

import org.jspecify.annotations.NullMarked;
