/** The audit log of Intune. */
@NullMarked
package dev.bonafide.sources.intune;

import org.jspecify.annotations.NullMarked;
