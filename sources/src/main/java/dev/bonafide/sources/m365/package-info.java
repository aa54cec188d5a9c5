/** The unified audit log of Microsoft 365. */
@NullMarked
package dev.bonafide.sources.m365;

import org.jspecify.annotations.NullMarked;
