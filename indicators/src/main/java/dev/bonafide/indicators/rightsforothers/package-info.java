/** Rights, factors and passwords of other people. */
@NullMarked
package dev.bonafide.indicators.rightsforothers;

import org.jspecify.annotations.NullMarked;
