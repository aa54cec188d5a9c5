/** Use after the end of employment. */
@NullMarked
package dev.bonafide.indicators.useafterend;

import org.jspecify.annotations.NullMarked;
