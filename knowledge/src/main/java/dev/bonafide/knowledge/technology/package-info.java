/** When technologies were first public. */
@NullMarked
package dev.bonafide.knowledge.technology;

import org.jspecify.annotations.NullMarked;
