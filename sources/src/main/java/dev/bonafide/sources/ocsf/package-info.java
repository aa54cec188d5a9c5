/** The Open Cybersecurity Schema Framework. */
@NullMarked
package dev.bonafide.sources.ocsf;

import org.jspecify.annotations.NullMarked;
