/** The distributed host. */
@NullMarked
package dev.bonafide.flink;

import org.jspecify.annotations.NullMarked;
