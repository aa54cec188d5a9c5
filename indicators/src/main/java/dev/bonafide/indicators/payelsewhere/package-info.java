/** Pay that is sent elsewhere by somebody who was never here. */
@NullMarked
package dev.bonafide.indicators.payelsewhere;

import org.jspecify.annotations.NullMarked;
