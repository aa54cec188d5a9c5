/** Sellers of internet telephone numbers. */
@NullMarked
package dev.bonafide.knowledge.numberbrands;

import org.jspecify.annotations.NullMarked;
