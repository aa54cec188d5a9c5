/** Tests that look at pages in a real browser. Nothing is shipped from here. */
@NullMarked
package dev.bonafide.looks;

import org.jspecify.annotations.NullMarked;
