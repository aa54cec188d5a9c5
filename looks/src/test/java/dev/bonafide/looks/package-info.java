/** What a reader sees, seen. */
@NullMarked
package dev.bonafide.looks;

import org.jspecify.annotations.NullMarked;
