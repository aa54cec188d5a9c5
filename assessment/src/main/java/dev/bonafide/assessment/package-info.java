/** What it means. */
@NullMarked
package dev.bonafide.assessment;

import org.jspecify.annotations.NullMarked;
