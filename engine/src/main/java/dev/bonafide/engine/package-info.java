/** The line itself: files in, findings out. */
@NullMarked
package dev.bonafide.engine;

import org.jspecify.annotations.NullMarked;
