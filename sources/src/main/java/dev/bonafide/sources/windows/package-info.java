/** The event logs of Windows. */
@NullMarked
package dev.bonafide.sources.windows;

import org.jspecify.annotations.NullMarked;
