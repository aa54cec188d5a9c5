/** The house law: what every room keeps, with the reason. */
@NullMarked
package dev.bonafide.law;

import org.jspecify.annotations.NullMarked;
