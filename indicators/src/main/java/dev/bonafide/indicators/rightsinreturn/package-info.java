/** Rights of administrators that people give each other. */
@NullMarked
package dev.bonafide.indicators.rightsinreturn;

import org.jspecify.annotations.NullMarked;
