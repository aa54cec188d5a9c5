/** What the world knows of tools, networks and hardware, each fact with its source and date. */
@NullMarked
package dev.bonafide.knowledge;

import org.jspecify.annotations.NullMarked;
