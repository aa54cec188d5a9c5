/** The checks, each a question that an application raises, and what runs them. */
@NullMarked
package dev.bonafide.hiring.screening;

import org.jspecify.annotations.NullMarked;
