/** What the vendors' logs say of it: the only thing that a detector ever sees. */
@NullMarked
package dev.bonafide.simulator.vendor;

import org.jspecify.annotations.NullMarked;
