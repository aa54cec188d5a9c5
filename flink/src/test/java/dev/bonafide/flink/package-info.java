/** Parity of the distributed host with the embedded one. */
@NullMarked
package dev.bonafide.flink;

import org.jspecify.annotations.NullMarked;
