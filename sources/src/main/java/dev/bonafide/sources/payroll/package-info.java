/** The change report of a payroll system. */
@NullMarked
package dev.bonafide.sources.payroll;

import org.jspecify.annotations.NullMarked;
