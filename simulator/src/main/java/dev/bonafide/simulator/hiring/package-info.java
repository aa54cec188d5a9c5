/** Applications to the company: documents as a hiring team holds them, with ground truth. */
@NullMarked
package dev.bonafide.simulator.hiring;

import org.jspecify.annotations.NullMarked;
